"""The chart over time: true to the numbers, gaps and all, at every length and width."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.charts.over_time import draw, height
from legjournal.charts.recorded import OverTime, Series
from legjournal.charts.saying import in_words
from legjournal.charts.scene import Box, Label, Line, Mark, Role, Scene, Shape
from legjournal.trends.by_day import ByDay
from legjournal.trends.period import Period

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
EM = 10.0
NOTHING = {series: ByDay({}) for series in Series}


def _chart(days: int, values: dict[Series, dict[date, float]], **more: object) -> OverTime:
    whole = Period(TODAY - (days - 1) * DAY, TODAY)
    filled = NOTHING | {series: ByDay(found) for series, found in values.items()}
    kept = {"period": whole, "shown": frozenset(values), "values": filled}
    return OverTime(**(kept | more))


def _draw(chart: OverTime, width: float = 900) -> Scene:
    return draw(chart, width, height(chart) * EM, EM)


def _ago(*scores: float | None) -> dict[date, float]:
    """The last score is that of today."""
    first = TODAY - (len(scores) - 1) * DAY
    return {first + n * DAY: score for n, score in enumerate(scores) if score is not None}


def _strokes(scene: Scene, role: Role = Role.FIRST) -> list[Line]:
    """The lines of a series, without the key in the legend."""
    lines = [item for item in scene.items if isinstance(item, Line) and item.role is role]
    return [line for line in lines if line.points[0][1] < scene.height - 2 * EM]


def test_a_day_without_an_answer_is_a_gap() -> None:
    """The line ends before it and begins anew after it; no point is invented."""
    scene = _draw(_chart(14, {Series.PAIN_LEFT: _ago(3, 4, None, 2, 2)}))
    assert [len(line.points) for line in _strokes(scene)] == [2, 2]


def test_an_average_is_a_line_of_its_own_and_named() -> None:
    """With averages the days are dots, and the line says in the legend what it is."""
    values = {Series.PAIN_LEFT: _ago(*[3.0] * 20)}
    scene = _draw(_chart(20, values, smooth=True))
    [line] = _strokes(scene)
    assert line.bold
    words = [item.words for item in scene.items if isinstance(item, Label)]
    assert "left leg pain: average of the last 7 days" in words
    assert not any(line.bold for line in _strokes(_draw(_chart(20, values))))


def test_no_average_crosses_four_days_without_an_answer() -> None:
    """It ends before the gap and begins anew after it."""
    scores = [*[3.0] * 8, *[None] * 4, *[6.0] * 8]
    scene = _draw(_chart(20, {Series.PAIN_LEFT: _ago(*scores)}, smooth=True))
    one, other = _strokes(scene)
    assert len({y for _, y in one.points}) == len({y for _, y in other.points}) == 1
    assert one.points[0][1] > other.points[0][1]


@given(st.integers(14, 19_000), st.sampled_from([300.0, 640.0, 1400.0]))
def test_every_length_ends_with_a_whole_point_and_leaves_no_day_out(days: int, width: float) -> None:
    """Points follow each other without a gap from the first day to today, apart enough to be told apart."""
    scene = _draw(_chart(days, {Series.URGE: {TODAY: 5.0}}), width)
    assert scene.stops[-1].last == TODAY
    assert all(one.last is not None and one.last + DAY == other.first for one, other in pairwise(scene.stops))
    assert all(other.x - one.x > 0.4 * EM for one, other in pairwise(scene.stops))
    assert scene.stops[0].first is not None
    assert (scene.stops[0].first - (TODAY - (days - 1) * DAY)).days <= (TODAY - scene.stops[-1].first).days


def test_a_point_of_many_days_says_of_how_many() -> None:
    """In the table, at the cursor and in the legend."""
    values = {TODAY - n * DAY: float(n % 5) for n in range(0, 364, 2)}
    scene = _draw(_chart(364, {Series.PAIN_LEFT: values}))
    last = scene.stops[-1]
    assert last.first is not None and last.row is not None
    week = [value for day, value in values.items() if day >= last.first]
    assert scene.rows[last.row][1] == f"{fmean(week):.1f}, of {len(week)} days".replace(".0,", ",")
    assert in_words(scene, last) == (
        f"16 November to 22 November 2026. Left leg pain: {scene.rows[last.row][1]}."
    )
    assert "each point: average of 7 days" in [item.words for item in scene.items if isinstance(item, Label)]


def test_a_day_says_its_own_numbers() -> None:
    """With its weekday, each line with its name, and the words of what changed."""
    chart = _chart(
        14,
        {Series.PAIN_LEFT: _ago(4), Series.ASLEEP: _ago(345), Series.SESSIONS: _ago(1)},
        said={Series.CHANGES: {TODAY: ("Iron started", "Acupuncture started")}},
    )
    chart = replace(chart, shown=chart.shown | {Series.CHANGES})
    scene = _draw(chart)
    assert in_words(scene, scene.stops[-1]) == (
        "Sunday 22 November 2026. Left leg pain: 4. Asleep: 5 hours 45 minutes. Sessions: yes. "
        "Medicines and therapies: Iron started; Acupuncture started."
    )
    assert in_words(scene, scene.stops[0]) == "Monday 9 November 2026. Nothing recorded."


def test_the_points_stay_what_they_are_while_the_chart_is_moved() -> None:
    """A week is the same week wherever it stands in the picture."""
    whole = Period(TODAY - 999 * DAY, TODAY)
    values = {Series.PAIN_LEFT: ByDay({TODAY - n * DAY: float(n % 11) for n in range(1000)})}
    views = [Period(TODAY - (300 + n) * DAY, TODAY - n * DAY) for n in (100, 103)]
    one, other = (
        {
            (stop.first, stop.last)
            for stop in _draw(OverTime(view, frozenset(values), values, whole=whole)).stops
        }
        for view in views
    )
    assert len(one & other) >= len(one) - 1


def test_lanes_alone_have_no_scale_of_scores() -> None:
    """Who only asks for sleep sees hours, and no 0 to 10."""
    scene = _draw(_chart(14, {Series.ASLEEP: _ago(300, 420)}))
    words = [item.words for item in scene.items if isinstance(item, Label)]
    assert "12" in words and "10" not in words
    assert len([item for item in scene.items if isinstance(item, Box)]) == 2


def test_a_mark_for_each_change_even_where_words_have_no_room() -> None:
    """Twenty changes are twenty marks; their words stand in the table and at the cursor."""
    said = {TODAY - n * DAY: (f"Medicine {n} started",) for n in range(20)}
    chart = _chart(40, {Series.PAIN_LEFT: _ago(3)}, said={Series.CHANGES: said})
    chart = replace(chart, shown=chart.shown | {Series.CHANGES})
    scene = _draw(chart)
    marks = [item for item in scene.items if isinstance(item, Mark) and item.shape is Shape.TRIANGLE]
    assert len(marks) == 20
    assert [row[-1] for row in scene.rows] == [f"Medicine {n} started" for n in reversed(range(20))]


@pytest.mark.parametrize("width", [220.0, 900.0])
def test_nothing_chosen_is_said(width: float) -> None:
    """A picture of nothing says so, and does not fail."""
    scene = _draw(_chart(14, {}), width)
    assert scene.summary == "Nothing of what is chosen is recorded in these days."
    assert not scene.rows


@given(st.dictionaries(st.integers(0, 400), st.integers(0, 10)), st.integers(14, 400))
def test_the_summary_is_of_the_days_in_sight(scores: dict[int, int], days: int) -> None:
    """Its mean and its number of days are those of the answers in the period."""
    values = {TODAY - n * DAY: float(score) for n, score in scores.items()}
    scene = _draw(_chart(days, {Series.EFFECT: values}))
    seen = [score for n, score in scores.items() if n < days]
    if not seen:
        assert "Effect" not in scene.summary
    else:
        of = "1 day" if len(seen) == 1 else f"{len(seen)} days"
        assert scene.summary.endswith(f"on average, of {of}.")
