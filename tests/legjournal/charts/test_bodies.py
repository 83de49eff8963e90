"""The legs over one period or two: one number and one fill for the same place, and a table that agrees."""

from datetime import date

import pytest

from legjournal.charts.bodies import Hurt, Legs, draw, height
from legjournal.charts.saying import in_words
from legjournal.charts.scene import Area, Box, Fill, Label, Scene
from legjournal.models.diary import Side
from legjournal.report.figure import picture
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

EM = 10.0
CALF, KNEE, BOTH = (Side.LEFT, "calf"), (Side.RIGHT, "knee"), (Side.BOTH, None)
EARLIER = Legs(Period(date(2026, 9, 1), date(2026, 9, 30)), {CALF: Hurt(2, Mean(3, 2.0))})
LATER = Legs(
    Period(date(2026, 10, 1), date(2026, 10, 31)),
    {
        KNEE: Hurt(8, Mean(9, 4.2)),
        CALF: Hurt(1, Mean(0, None)),
        BOTH: Hurt(20, Mean(20, 3.0)),
    },
)


def _drawn(*legs: Legs, wide: float = 80) -> Scene:
    return draw(legs, wide * EM, height(legs, wide) * EM, EM)


def _words(scene: Scene) -> list[str]:
    return [item.words for item in scene.items if isinstance(item, Label)]


def test_the_table_has_the_places_by_number() -> None:
    """On how many days it hurt and the average with the days it is of; off the drawing there is no number."""
    scene = _drawn(LATER)
    assert scene.header == ("Place", "hurt on", "average, 0 to 10")
    assert scene.rows == (
        ("1, Right knee", "8 days", "4.2, of 9 days"),
        ("2, Left calf", "1 day", ""),
        ("Both legs", "20 days", "3, of 20 days"),
    )
    assert {"1", "2"} <= set(_words(scene))
    assert "3" not in _words(scene)


def test_two_periods_have_the_same_numbers_and_the_same_fills() -> None:
    """Left calf is 1 in both; two days are filled as sparsely on the left as they would be on the right."""
    scene = _drawn(EARLIER, LATER)
    assert scene.rows[:2] == (
        ("1, Left calf", "2 days", "2, of 3 days", "1 day", ""),
        ("2, Right knee", "0 days", "", "8 days", "4.2, of 9 days"),
    )
    assert {"1 September to 30 September 2026", "1 October to 31 October 2026"} <= set(_words(scene))
    fills = {item.fill for item in scene.items if isinstance(item, Area)}
    assert fills == {Fill.EMPTY, Fill.SPARSE, Fill.SOLID}
    assert _words(scene).count("hurt on 1 to 2 days") == 2


def test_the_cursor_rests_on_what_hurt() -> None:
    """On each part of the drawing, with the numbers of both periods."""
    scene = _drawn(EARLIER, LATER)
    said = {in_words(scene, stop) for stop in scene.stops}
    knee = "2, Right knee. 1 September to 30 September 2026: hurt on: 0 days."
    assert any(words.startswith(knee) for words in said)
    assert all(stop.row is not None for stop in scene.stops)
    assert any(stop.x < 400 for stop in scene.stops)
    assert any(stop.x > 400 for stop in scene.stops)


def test_the_sentence_says_where_it_hurt_most_often() -> None:
    """A sentence a period; one without pain says that none was written down."""
    nothing = Legs(Period(date(2026, 8, 1), date(2026, 8, 31)), {})
    assert _drawn(nothing, LATER).summary == (
        "1 August to 31 August 2026: no pain was written down. "
        "1 October to 31 October 2026: pain in 3 places, most often Both legs, on 20 days."
    )
    assert _drawn(nothing).rows == ()
    assert not _drawn(nothing).stops


@pytest.mark.parametrize("wide", [16.7, 18.5, 36.0, 57.0, 82.0])
def test_everything_is_inside_and_can_be_printed(wide: float) -> None:
    """Beside each other where there is room, else one below the other; paper and window draw the same."""
    scene = _drawn(EARLIER, LATER, wide=wide)
    tops = {item.y for item in scene.items if isinstance(item, Label) and "2026" in item.words}
    assert len(tops) == (1 if wide >= 40 else 2)
    assert all(stop.x >= 0 and stop.x + stop.width <= scene.width for stop in scene.stops)
    assert all(stop.y >= 0 and stop.y + stop.height <= scene.height for stop in scene.stops)
    boxes = [item for item in scene.items if isinstance(item, Box)]
    assert all(box.y + box.height <= scene.height for box in boxes)
    assert picture(scene, EM).width == scene.width
