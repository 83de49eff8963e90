"""The body chart: regions to press, and what they are called."""

from collections import Counter

import pytest

from legjournal.charts.body import HEIGHT, WIDTH, body, place_name, site_names
from legjournal.models.diary import Side


def test_there_are_48_regions() -> None:
    """24 in front, 22 behind and the 2 soles, each side of each place once."""
    regions = body().regions
    assert len(regions) == 48
    assert len({(region.view, region.side, region.site) for region in regions}) == 48
    assert Counter(region.view for region in regions) == {"front": 24, "back": 22, "sole": 2}


def test_left_and_right_have_the_same_places() -> None:
    """What can be pressed on one leg can be pressed on the other."""
    sites = {side: {(r.view, r.site) for r in body().regions if r.side is side} for side in Side}
    assert sites[Side.LEFT] == sites[Side.RIGHT]
    assert sites[Side.BOTH] == set()


def test_every_region_has_a_name_and_every_name_a_region() -> None:
    """No place is drawn without words for it, and none is named that cannot be pressed."""
    assert {region.site for region in body().regions} == site_names().keys()


def test_left_is_the_persons_own_left() -> None:
    """Seen from the front the left leg is on the right of the drawing, from behind and below on its left."""
    for view, is_right_of in (("front", True), ("back", False), ("sole", False)):
        middle = {
            side: sum(
                _centre(region.path)[0]
                for region in body().regions
                if (region.view, region.side) == (view, side)
            )
            for side in (Side.LEFT, Side.RIGHT)
        }
        assert (middle[Side.LEFT] > middle[Side.RIGHT]) is is_right_of


def test_every_region_is_a_closed_shape_inside_the_drawing() -> None:
    """Each begins with a move, ends closed, and has its points on the sheet."""
    for region in body().regions:
        assert region.path[0].command == "M"
        assert region.path[-1].command == "Z"
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for curve in region.path for x, y in curve.points)
        assert all(
            len(curve.points) == {"M": 1, "L": 1, "C": 3, "Z": 0}[curve.command] for curve in region.path
        )


def test_the_drawing_has_outlines_and_details() -> None:
    """A figure to find oneself on, front and back."""
    assert len(body().outlines) >= 2
    assert body().details


def _centre(path: tuple) -> tuple[float, float]:
    points = [point for curve in path for point in curve.points]
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


@pytest.mark.parametrize(
    ("side", "site", "name"),
    [
        (Side.LEFT, "calf", "Left calf"),
        (Side.RIGHT, "outer-hip", "Right outer hip"),
        (Side.BOTH, "calf", "Calf, both sides"),
        (Side.LEFT, None, "Left leg"),
        (Side.RIGHT, None, "Right leg"),
        (Side.BOTH, None, "Both legs"),
        (None, "lower-back", "Lower back"),
        (None, None, "Legs"),
        (Side.LEFT, "behind the knee-cap", "Left behind the knee-cap"),
        (Side.LEFT, "", "Left leg"),
        (None, "the MRI spot", "The MRI spot"),
    ],
)
def test_a_place_is_named_as_a_person_says_it(side: Side | None, site: str | None, name: str) -> None:
    """Side first, then the place; a person's own word stays that word."""
    assert place_name(side, site) == name
