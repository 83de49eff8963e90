"""What was felt in the legs, against a few evenings worked out by hand."""

from dataclasses import dataclass
from datetime import date

from legjournal.models.diary import Kind, Side
from legjournal.report.parts.legs import places
from legjournal.trends.felt import HurtPlace, KindBySide, by_side, hurt_places
from legjournal.trends.figures import Mean


@dataclass(frozen=True)
class Felt:
    """A symptom as it is loaded."""

    day: int
    side: Side | None = None
    site: str | None = None
    score: int | None = None
    kind: Kind = Kind.PAIN

    @property
    def date(self) -> date:
        return date(2026, 11, self.day)


def test_a_place_counts_the_days_it_hurt_and_the_mean_of_those_scored() -> None:
    """Twice in a day is a day with the worse score; a 0 is a score but no day it hurt; no score is a day."""
    felt = [
        Felt(1, Side.LEFT, "calf", 3),
        Felt(1, Side.LEFT, "calf", 6),
        Felt(2, Side.LEFT, "calf", 0),
        Felt(3, Side.LEFT, "calf"),
        Felt(4, Side.LEFT, "calf", 2),
    ]
    assert hurt_places(felt) == (HurtPlace(1, Side.LEFT, "calf", 3, Mean(3, 8 / 3)),)


def test_a_score_and_none_on_one_day_are_that_score() -> None:
    """In either order."""
    for felt in ([Felt(1, Side.LEFT, "calf"), Felt(1, Side.LEFT, "calf", 4)],):
        assert (
            hurt_places(felt) == hurt_places(felt[::-1]) == (HurtPlace(1, Side.LEFT, "calf", 1, Mean(1, 4)),)
        )


def test_a_place_scored_0_only_did_not_hurt() -> None:
    """It is in no table and has no number; beside a worse score of the day the 0 is none."""
    assert hurt_places([Felt(1, Side.LEFT, "calf", 0)]) == ()
    both = [Felt(1, Side.LEFT, "calf", 0), Felt(1, Side.LEFT, "calf", 4)]
    assert hurt_places(both) == (HurtPlace(1, Side.LEFT, "calf", 1, Mean(1, 4)),)


def test_the_average_is_that_of_page_one() -> None:
    """What was scored on one side only has the same average, of as many days, in both places."""
    felt = [Felt(day, Side.LEFT, "calf", score) for day, score in ((1, 0), (2, 5), (3, None))]
    [hurt], [place] = hurt_places(felt), places(felt)
    assert (hurt.mean.n, hurt.mean.value) == (place.days, place.mean)


def test_what_hurt_on_both_sides_counts_for_each() -> None:
    """The left calf on two days, the right on one; the most often has the first number."""
    places = hurt_places([Felt(1, Side.BOTH, "calf", 4), Felt(2, Side.LEFT, "calf", 2)])
    assert [(place.number, place.side, place.days) for place in places] == [
        (1, Side.LEFT, 2),
        (2, Side.RIGHT, 1),
    ]


def test_what_is_not_on_the_drawing_has_no_number_and_stands_last() -> None:
    """A place in one's own words, a leg as a whole, a place without a side."""
    felt = [
        *(Felt(day, Side.BOTH, "behind the knee-cap", 5) for day in (1, 2, 3)),
        Felt(1, Side.RIGHT, None, 4),
        Felt(1, None, "calf", 4),
        Felt(1, Side.RIGHT, "calf", 1),
    ]
    places = [(place.number, place.side, place.site) for place in hurt_places(felt)]
    assert places[:2] == [(1, Side.RIGHT, "calf"), (None, Side.BOTH, "behind the knee-cap")]
    assert {place[1:] for place in places[2:]} == {(Side.RIGHT, None), (None, "calf")}


def test_each_kind_is_counted_by_the_sides_of_a_day() -> None:
    """Left and right on one day are both legs; an urge of 0 was none."""
    felt = [
        Felt(1, Side.LEFT, "calf", 3),
        Felt(1, Side.RIGHT, "calf", 3),
        Felt(2, Side.LEFT, "calf"),
        Felt(3, None, "calf", 2),
        Felt(4, Side.RIGHT, None, 2),
        Felt(1, Side.BOTH, None, 5, Kind.URGE),
        Felt(2, Side.BOTH, None, 0, Kind.URGE),
        Felt(2, Side.LEFT, "calf", 9, Kind.CRAMP),
    ]
    assert by_side(felt) == (
        KindBySide(Kind.PAIN, days=4, left=1, right=1, both=1, no_side=1),
        KindBySide(Kind.URGE, days=1, left=0, right=0, both=1, no_side=0),
        KindBySide(Kind.CRAMP, days=1, left=1, right=0, both=0, no_side=0),
    )
    assert by_side([]) == ()
    assert hurt_places([]) == ()
