"""The calendar of a measure: denser is more, a nought is no blank, and the words have the same numbers."""

from collections.abc import Mapping
from datetime import date

import pytest

from legjournal.charts.calendar import Calendar, draw, height
from legjournal.charts.frame import length
from legjournal.charts.leaf import MONTH, YEAR, Leaf
from legjournal.charts.recorded import Series
from legjournal.charts.saying import in_words
from legjournal.charts.scene import Box, Fill, Label, Role, Scene
from legjournal.charts.shades import MEASURES, fill, shades
from legjournal.report.figure import picture
from legjournal.trends.by_day import ByDay
from legjournal.trends.period import Period

WHOLE = Period(date(2025, 3, 1), date(2026, 11, 22))
EM = 10.0
PAIN = {date(2026, 11, 2): 0, date(2026, 11, 3): 3, date(2026, 11, 10): 6, date(2026, 11, 22): 10}


def _drawn(
    values: Mapping[date, float], series: Series = Series.PAIN_LEFT, months: int = MONTH, wide: float = 80
) -> Scene:
    calendar = Calendar(Leaf(WHOLE, WHOLE.last, months), series, ByDay(values))
    return draw(calendar, wide * EM, height(calendar, wide) * EM, EM)


def _filled(scene: Scene, series: Series = Series.PAIN_LEFT) -> list[Box]:
    """The days that have a value; the last boxes are the legend's."""
    boxes = [item for item in scene.items if isinstance(item, Box) and item.role is Role.AXIS]
    return boxes[: -len(shades(series))]


def _words(scene: Scene) -> list[str]:
    return [item.words for item in scene.items if isinstance(item, Label)]


def test_a_month_has_the_number_of_each_day_and_a_denser_strip_for_more() -> None:
    """Four days with a score, four strips from an empty frame to a solid one, and the scores in bold."""
    scene = _drawn(PAIN)
    assert [box.fill for box in _filled(scene)] == [Fill.EMPTY, Fill.SPARSE, Fill.CROSSED, Fill.SOLID]
    bold = [item.words for item in scene.items if isinstance(item, Label) and item.bold]
    assert bold == ["0", "3", "6", "10"]
    assert "Monday" in _words(scene)


def test_a_strip_lies_in_the_cell_of_its_day() -> None:
    """Where the cursor stands for 10 November, there is the strip of that day, and its number above it."""
    scene = _drawn(PAIN)
    stop = next(stop for stop in scene.stops if stop.first == date(2026, 11, 10))
    strip = _filled(scene)[2]
    number = next(item for item in scene.items if isinstance(item, Label) and item.words == "6" and item.bold)
    assert stop.x < strip.x < strip.x + strip.width < stop.x + stop.width
    assert stop.y < number.y < strip.y < strip.y + strip.height < stop.y + stop.height
    assert in_words(scene, stop) == "Tuesday 10 November 2026. Left leg pain: 6."


def test_a_day_without_an_answer_is_blank() -> None:
    """It has no strip and no number, the cursor finds nothing recorded, and the table leaves it out."""
    scene = _drawn(PAIN)
    assert len(_filled(scene)) == len(scene.rows) == len(PAIN)
    assert [stop.row for stop in scene.stops].count(None) == 22 - len(PAIN)
    assert scene.rows[0] == ("2 November 2026", "0")


def test_days_to_come_can_not_be_opened() -> None:
    """The cursor rests on the days up to today."""
    scene = _drawn(PAIN)
    assert scene.stops[-1].first == WHOLE.last
    assert "30" in _words(scene)


def test_a_year_is_twelve_small_months_without_numbers() -> None:
    """The same fills, day by day, under the names of the months; the table has the numbers."""
    values = {date(2026, month, 5): month % 11 for month in range(1, 12)}
    scene = _drawn(values, months=YEAR)
    assert [box.fill for box in _filled(scene)] == [
        fill(Series.PAIN_LEFT, month % 11) for month in range(1, 12)
    ]
    assert {"January", "December"} <= set(_words(scene))
    assert [row[1] for row in scene.rows] == [str(month % 11) for month in range(1, 12)]
    assert len(scene.stops) == (WHOLE.last - date(2026, 1, 1)).days + 1


def test_the_sentence_has_the_mean_of_the_days_with_an_answer() -> None:
    """Of four days, not of thirty."""
    assert _drawn(PAIN).summary == "November 2026. Left leg pain: 4.8 on average, of 4 days."
    assert _drawn({}).summary == "November 2026. Nothing recorded."


def test_time_asleep_is_in_hours_and_minutes() -> None:
    """On one line where it fits, on two where it does not; a full hour has no minutes."""
    nights = {date(2026, 11, 2): 345, date(2026, 11, 3): 360, date(2026, 11, 4): 0}
    assert {"5 h 45 min", "6 h"} <= set(_words(_drawn(nights, Series.ASLEEP)))
    narrow = _words(_drawn(nights, Series.ASLEEP, wide=18.5))
    assert {"5 h", "45 m", "6 h", "0 m"} <= set(narrow)
    assert "5 h 45 min" not in narrow
    assert _drawn(nights, Series.ASLEEP).rows[0] == ("2 November 2026", "5 hours 45 minutes")


def test_a_session_is_ticked() -> None:
    """There is no number of it."""
    scene = _drawn({date(2026, 11, 2): 1}, Series.SESSIONS)
    assert "✓" in _words(scene)
    assert scene.rows == (("2 November 2026", "yes"),)


@pytest.mark.parametrize("series", MEASURES)
def test_more_is_never_less_dense(series: Series) -> None:
    """From nothing upwards, and the legend explains each fill once."""
    order = list(Fill)
    values = range(1 if series is Series.SESSIONS else 0, 601)
    dense = [order.index(fill(series, value)) for value in values]
    assert dense == sorted(dense)
    scene = _drawn({}, series)
    assert all(shade.words in _words(scene) for shade in shades(series))
    assert "blank: nothing recorded, or after 22 Nov" in _words(scene)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), ""),
        (date(2026, 10, 5), date(2026, 11, 22), ", or before 5 Oct"),
        (date(2026, 9, 5), date(2026, 10, 22), ", or after 22 Oct"),
        (date(2026, 10, 5), date(2026, 10, 22), ", or not from 5 Oct to 22 Oct"),
    ],
)
def test_days_that_are_not_looked_at_are_told_from_those_not_recorded(
    first: date, last: date, words: str
) -> None:
    """They are blank too and in no mean, and the legend says from where to where."""
    leaf = Leaf(Period(first, last), date(2026, 10, 10))
    calendar = Calendar(leaf, Series.PAIN_LEFT, ByDay({date(2026, 10, 1): 9, date(2026, 10, 15): 5}))
    scene = draw(calendar, 80 * EM, height(calendar, 80) * EM, EM)
    assert f"blank: nothing recorded{words}" in _words(scene)
    assert len(scene.rows) == (2 if first <= date(2026, 10, 1) else 1)
    assert scene.summary.endswith(
        "7 on average, of 2 days." if len(scene.rows) == 2 else "5 on average, of 1 day."
    )


@pytest.mark.parametrize("months", [MONTH, YEAR])
@pytest.mark.parametrize("wide", [16.7, 18.5, 33.0, 57.0, 82.0, 120.0])
def test_everything_is_inside_and_can_be_printed(wide: float, months: int) -> None:
    """In any width no two days overlap, no day's number leaves its cell; paper and window draw the same."""
    values = dict.fromkeys(Period(date(2026, 1, 1), WHOLE.last), 755)
    scene = _drawn(values, Series.ASLEEP, months, wide)
    boxes = [item for item in scene.items if isinstance(item, Box)]
    assert all(box.x >= 0 and box.x + box.width <= scene.width + 0.01 for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= scene.height for box in boxes)
    places = {(round(stop.x), round(stop.y)) for stop in scene.stops}
    assert len(places) == len(scene.stops)
    if months == MONTH:
        bold = [item for item in scene.items if isinstance(item, Label) and item.bold]
        assert all(length(item.words) * EM <= scene.width / 7 for item in bold)
    assert picture(scene, EM).width == scene.width
