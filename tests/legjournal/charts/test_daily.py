"""The geometry of the daily chart: true to the numbers, gaps and all."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.charts.daily import MOST_POINTS, DailyChart, Series, draw, weeks_back
from legjournal.charts.scene import Box, Label, Line, Mark, Role, Scene, Shape
from legjournal.trends.period import Period

MONDAY = date(2026, 11, 16)
DAY = timedelta(days=1)
WEEK = Period(MONDAY, MONDAY + 6 * DAY)
EM = 10


def _series(values: dict[date, float], name: str = "pain") -> Series:
    return Series(name, values, Role.FIRST, Shape.DISC)


def _scores(*scores: float | None) -> dict[date, float]:
    return {MONDAY + n * DAY: score for n, score in enumerate(scores) if score is not None}


def _draw(period: Period, *series: Series, **more: object) -> Scene:
    return draw(DailyChart(period, series, "One sentence.", **more), 600, 200, EM)


def _marks(scene: Scene, shape: Shape = Shape.DISC) -> list[Mark]:
    """The marks of the chart itself, without the one of the legend below it."""
    legend = max(item.y for item in scene.items if isinstance(item, Label))
    return [
        item
        for item in scene.items
        if isinstance(item, Mark) and item.shape is shape and item.y < legend - EM
    ]


def _lines(scene: Scene, role: Role = Role.FIRST) -> list[Line]:
    return [item for item in scene.items if isinstance(item, Line) and item.role is role]


def _scale(scene: Scene) -> dict[str, float]:
    """The height of 0, 5 and 10, from their labels."""
    labels = [item for item in scene.items if isinstance(item, Label) and item.words in ("0", "5", "10")]
    return {label.words: label.y - 0.35 * EM for label in labels}


def test_the_scale_is_always_0_to_10() -> None:
    """A score of 0 lies on the line of 0 and one of 10 on the line of 10, whatever the scores are."""
    scene = _draw(WEEK, _series(_scores(0, 10, 5)))
    scale = _scale(scene)
    assert [mark.y for mark in _marks(scene)] == pytest.approx([scale["0"], scale["10"], scale["5"]])
    assert scale["10"] < scale["5"] < scale["0"]
    assert _scale(_draw(WEEK, _series(_scores(4, 5)))) == scale


def test_days_lie_at_even_steps_from_edge_to_edge() -> None:
    """The first day at the left end of the scale, the last at its right, the others evenly between."""
    scene = _draw(WEEK, _series(_scores(1, 2, 3, 4, 5, 6, 7)))
    [axis] = _lines(scene, Role.AXIS)
    xs = [mark.x for mark in _marks(scene)]
    assert (xs[0], xs[-1]) == pytest.approx((axis.points[0][0], axis.points[1][0]))
    assert [right - left for left, right in pairwise(xs)] == pytest.approx([xs[1] - xs[0]] * 6)


def test_a_gap_breaks_the_line() -> None:
    """Two days, a day without an answer, three days: two lines and nothing across the gap."""
    scene = _draw(WEEK, _series(_scores(5, 6, None, 4, 3, 3)))
    lines = [line for line in _lines(scene) if len({y for _, y in line.points}) > 1]
    assert [len(line.points) for line in lines] == [2, 3]
    assert len(_marks(scene)) == 5


def test_a_0_is_not_a_gap() -> None:
    """A day scored 0 is a point on the line, unlike one that was not answered."""
    scene = _draw(WEEK, _series(_scores(5, 0, 5)))
    assert max(len(line.points) for line in _lines(scene)) == 3


def test_a_lonely_day_is_a_mark_without_a_line() -> None:
    """One day between two gaps is still seen."""
    scene = _draw(WEEK, _series(_scores(None, 6, None)))
    assert len(_marks(scene)) == 1
    assert len(_lines(scene)) == 1  # the legend's


def test_a_period_of_one_day_is_drawn_in_the_middle() -> None:
    """One day has one mark, midway, and no division by nothing."""
    scene = _draw(Period(MONDAY, MONDAY), _series(_scores(6)), asleep={MONDAY: 345}, disturbed=[MONDAY])
    [mark] = _marks(scene)
    [axis, _] = _lines(scene, Role.AXIS)
    assert mark.x == pytest.approx((axis.points[0][0] + axis.points[1][0]) / 2)


def test_an_empty_period_is_an_empty_scale() -> None:
    """Nothing recorded: the scale and its words, no marks, no rows."""
    scene = _draw(WEEK, _series({}))
    assert _marks(scene) == []
    assert scene.rows == ()
    assert _scale(scene).keys() == {"0", "5", "10"}


@pytest.mark.parametrize(("days", "bucket"), [(1, 1), (100, 1), (101, 7), (700, 7), (701, 28), (18_263, 364)])
def test_a_long_period_has_a_hundred_points_at_most(days: int, bucket: int) -> None:
    """Up to 100 days each day is a point; fifty years are points of a year each, at their means."""
    period = Period(MONDAY, MONDAY + (days - 1) * DAY)
    chart = DailyChart(period, [], "")
    assert chart.days_to_a_point == bucket
    marks = _marks(_draw(period, _series(dict.fromkeys(period, 4))))
    assert len(marks) == -(-days // bucket) <= MOST_POINTS
    assert {round(mark.y, 6) for mark in marks} == {round(marks[0].y, 6)}


def test_a_point_of_several_days_is_the_mean_of_those_recorded() -> None:
    """A week with a 2 and an 8 and five gaps is a 5, midway in the week."""
    period = Period(MONDAY, MONDAY + 195 * DAY)
    scene = _draw(period, _series({MONDAY: 2, MONDAY + 6 * DAY: 8}))
    [mark] = _marks(scene)
    assert mark.y == pytest.approx(_scale(scene)["5"])


def test_the_table_has_the_numbers_of_the_picture() -> None:
    """A row for each day that has something, in words and figures; empty where nothing was answered."""
    asleep = {MONDAY: 345, MONDAY + 2 * DAY: 0}
    second = Series("urge to move", _scores(None, 4.5), Role.SECOND, Shape.SQUARE)
    scene = _draw(WEEK, _series(_scores(0, 6.0)), second, asleep=asleep)
    assert scene.header == ("Day", "pain", "urge to move", "asleep")
    assert scene.rows == (
        ("16 November 2026", "0", "", "5 hours 45 minutes"),
        ("17 November 2026", "6", "4.5", ""),
        ("18 November 2026", "", "", "0 minutes"),
    )
    assert scene.summary == "One sentence."


def test_the_sleep_panel_is_a_bar_a_night() -> None:
    """Bars stand on one floor, higher for longer, nothing for an unanswered night."""
    asleep = {MONDAY: 6 * 60, MONDAY + DAY: 3 * 60, MONDAY + 3 * DAY: 0}
    scene = _draw(WEEK, asleep=asleep)
    legend = max(item.y for item in scene.items if isinstance(item, Label))
    bars = [item for item in scene.items if isinstance(item, Box) and item.y < legend - 2 * EM]
    assert len(bars) == 3
    assert bars[0].height == pytest.approx(2 * bars[1].height)
    assert bars[2].height == pytest.approx(0)
    assert len({round(bar.y + bar.height, 6) for bar in bars}) == 1


def test_nights_disturbed_by_the_legs_are_marked_under_their_days() -> None:
    """A triangle for each, below the scale, at its day."""
    scene = _draw(WEEK, _series(_scores(1, 2, 3)), disturbed=[MONDAY + 2 * DAY, MONDAY])
    triangles, marks = _marks(scene, Shape.TRIANGLE), _marks(scene)
    assert [mark.x for mark in triangles] == pytest.approx([marks[0].x, marks[2].x])
    assert all(mark.y > _scale(scene)["0"] for mark in triangles)


def test_every_part_is_named_in_the_legend() -> None:
    """Series, triangles, bars and gaps have their words; what is not drawn is not named."""
    everything = _draw(WEEK, _series(_scores(1)), asleep={MONDAY: 60}, disturbed=[MONDAY])
    words = {item.words for item in everything.items if isinstance(item, Label)}
    assert {"pain", "woken twice or more by the legs", "hours asleep", "gap: nothing recorded"} <= words
    words = {item.words for item in _draw(WEEK, _series(_scores(1))).items if isinstance(item, Label)}
    assert "hours asleep" not in words
    assert "woken twice or more by the legs" not in words


def test_a_change_is_a_line_with_its_words() -> None:
    """A change of medicine stands at its day; of two on one day only one has room for its words."""
    changes = [(MONDAY + DAY, "iron begun"), (MONDAY + DAY, "tablets stopped"), (MONDAY + 5 * DAY, "rest")]
    scene = _draw(WEEK, _series(_scores(1, 2)), changes=changes)
    lines = _lines(scene, Role.NOTE)
    assert [line.points[0][0] for line in lines[:2]] == pytest.approx([_marks(scene)[1].x] * 2)
    assert [item.words for item in scene.items if isinstance(item, Label) and item.bold] == [
        "iron begun",
        "rest",
    ]


@given(
    st.integers(1, 2000),
    st.dictionaries(st.integers(0, 1999), st.floats(0, 10), max_size=40),
    st.floats(600, 2000),
    st.floats(150, 800),
)
def test_everything_lies_inside_the_picture(
    days: int, scores: dict[int, float], width: float, height: float
) -> None:
    """Whatever the period, the scores and the size, no mark and no point leaves the box."""
    period = Period(MONDAY, MONDAY + (days - 1) * DAY)
    values = {MONDAY + n * DAY: score for n, score in scores.items() if n < days}
    scene = draw(
        DailyChart(period, [_series(values)], "", asleep={MONDAY: 2000}, disturbed=[MONDAY]),
        width,
        height,
        EM,
    )
    points = [point for item in scene.items if isinstance(item, Line) for point in item.points]
    points += [(item.x, item.y) for item in scene.items if isinstance(item, Mark | Label)]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in points)


def test_weeks_back_end_on_their_day() -> None:
    """Four weeks that end on a Sunday begin on a Monday, 28 days in all."""
    assert weeks_back(date(2026, 11, 22), 4) == Period(date(2026, 10, 26), date(2026, 11, 22))
