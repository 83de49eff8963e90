"""Places on the legs, typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.charts.body import site_names
from legjournal.models.diary import Side
from legjournal.typed_places import LONGEST, Place, find_places, own_place


def names(typed: str) -> list[str]:
    """What is offered for the typed words."""
    return [place.name for place in find_places(typed)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("left calf", "Left calf"),
        ("Left Calf", "Left calf"),
        ("  left   calf ", "Left calf"),
        ("my left calf", "Left calf"),
        ("right outer hip", "Right outer hip"),
        ("left back of the knee", "Left back of knee"),
        ("left hamstring", "Left back of thigh"),
        ("calf both sides", "Calf, both sides"),
        ("calf left", "Left calf"),
        ("r calf", "Right calf"),
        ("both buttocks", "Buttock, both sides"),
        ("right kneecap", "Right knee"),
    ],
)
def test_a_place_said_in_full_is_the_only_one(typed: str, meant: str) -> None:
    """However a person says it, there is nothing left to choose."""
    assert names(typed) == [meant]


def test_beginnings_are_enough() -> None:
    """A few letters of each word, in any order, offer what they may mean, the likeliest first."""
    assert names("l cal") == ["Left calf", "Left outer calf"]
    assert names("calf")[:3] == ["Left calf", "Right calf", "Calf, both sides"]
    assert names("lef kne") == names("kne lef") == ["Left knee", "Left back of knee"]
    assert set(names("both calves")) == {"Calf, both sides", "Outer calf, both sides"}
    assert {"Left toes", "Left sole of foot", "Left top of foot"} <= set(names("left foot"))


def test_nothing_typed_offers_nothing() -> None:
    """And nor does what is no place."""
    for typed in ("", "   ", "the", "elbow", "<x>", "💤"):
        assert names(typed) == []


def test_every_place_of_the_drawing_can_be_typed() -> None:
    """Its name alone is enough, on either side and on both."""
    for site in site_names():
        for side in Side:
            place = Place(side, site)
            assert find_places(place.name) == [place]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("left behind the ankle bone", Place(Side.LEFT, "behind the ankle bone")),
        ("stump", Place(None, "stump")),
        ("whole leg both", Place(Side.BOTH, "whole leg")),
        ("from left to right hip", Place(None, "from left to right hip")),
        ("left", None),
        (" ", None),
        ("x" * LONGEST, Place(None, "x" * LONGEST)),
        ("x" * (LONGEST + 1), None),
    ],
)
def test_a_place_in_own_words(typed: str, place: Place | None) -> None:
    """The side is taken out of it, the rest stays as it was typed; a side alone is no place."""
    assert own_place(typed) == place


@given(st.text(max_size=200))
def test_any_typing_is_understood_or_not(typed: str) -> None:
    """Nothing a person may type breaks the search, and what it offers has a name."""
    assert all(place.name for place in find_places(typed))
    own = own_place(typed)
    assert own is None or 0 < len(own.site) <= LONGEST
