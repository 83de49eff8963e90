"""Scores and sleep over a period on one time axis: gaps stay gaps, the scale is always 0 to 10."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from legjournal import phrases
from legjournal.charts import changes, legend, time_axis
from legjournal.charts.frame import Across, Down
from legjournal.charts.scene import Box, Label, Line, Mark, Role, Scene, Shape
from legjournal.trends.figures import mean
from legjournal.trends.period import Period
from legjournal.words import text

BUCKETS = (1, 7, 28, 91, 364)  # days to a point, so that a long period stays legible
MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Series:
    """One line of scores, 0 to 10, by day."""

    name: str
    values: Mapping[date, float]
    role: Role
    shape: Shape


@dataclass(frozen=True, slots=True)
class DailyChart:
    """What to draw. `asleep`: minutes by day. `disturbed`: days to mark below. `changes`: dated notes."""

    period: Period
    series: Sequence[Series]
    summary: str
    asleep: Mapping[date, float] = field(default_factory=dict)
    disturbed: Collection[date] = ()
    changes: Sequence[tuple[date, str]] = ()

    @property
    def days_to_a_point(self) -> int:
        """How many days one point stands for."""
        return next((size for size in BUCKETS if len(self.period) <= size * MOST_POINTS), BUCKETS[-1])

    def buckets(self) -> Iterator[tuple[date, ...]]:
        """The days of each point. The last point is a whole one, since it is the one looked at first."""
        size, days = self.days_to_a_point, tuple(self.period)
        first = len(days) % size or size
        yield days[:first]
        yield from (days[start : start + size] for start in range(first, len(days), size))


def weeks_back(last: date, weeks: int) -> Period:
    """The `weeks` weeks that end on `last`."""
    return Period(last - timedelta(days=7 * weeks - 1), last)


def draw(chart: DailyChart, width: float, height: float, em: float) -> Scene:
    """Lay the chart out in a box of `width` by `height`, for text of height `em`."""
    across = Across(chart.period, width, em)
    notes = changes.place(chart.changes, across)
    entries = legend.place(_legend(chart), across)
    down = Down(
        height,
        em,
        changes=changes.rows(notes.values()),
        legend=len(entries),
        asleep=bool(chart.asleep),
        disturbed=bool(chart.disturbed),
    )
    items = (
        *_scale(across, down),
        *time_axis.draw(across, down),
        *changes.draw(chart.changes, notes, down),
        *_scores(chart, across, down),
        *_disturbed(chart, across, down),
        *_sleep_panel(chart, across, down),
        *legend.draw(entries, down),
    )
    return Scene(width, height, items, chart.summary, _header(chart), _rows(chart))


def _legend(chart: DailyChart) -> Iterator[tuple[legend.Key, str]]:
    for series in chart.series:
        yield legend.Stroke(series.role, series.shape), series.name
    yield from legend.explained(
        disturbed=bool(chart.disturbed), asleep=bool(chart.asleep), days_to_a_point=chart.days_to_a_point
    )


def _scale(across: Across, down: Down) -> Iterator[Line | Label]:
    for score in (0, 5, 10):
        role = Role.AXIS if score == 0 else Role.GRID
        y = down.y(score)
        yield Line(((across.left, y), (across.right, y)), role)
        yield Label(across.left - 0.9 * across.em, y + 0.35 * across.em, str(score), "end")


def _scores(chart: DailyChart, across: Across, down: Down) -> Iterator[Line | Mark]:
    for series in chart.series:
        for run in _runs(_points(chart, series.values, across)):
            line = tuple((x, down.y(score)) for x, score in run)
            if len(line) > 1:
                yield Line(line, series.role)
            yield from (Mark(x, y, 0.26 * across.em, series.shape, series.role) for x, y in line)


def _runs(points: Sequence[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    """The points between gaps."""
    run: list[tuple[float, float]] = []
    for point in [*points, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _points(
    chart: DailyChart, values: Mapping[date, float], across: Across
) -> list[tuple[float, float] | None]:
    """(x, value) of each bucket; None where nothing was recorded."""
    return [_point(bucket, values, across) for bucket in chart.buckets()]


def _point(
    bucket: tuple[date, ...], values: Mapping[date, float], across: Across
) -> tuple[float, float] | None:
    found = mean(values.get(day) for day in bucket).value
    return None if found is None else ((across.x(bucket[0]) + across.x(bucket[-1])) / 2, found)


def _disturbed(chart: DailyChart, across: Across, down: Down) -> Iterator[Mark]:
    size = min(0.32 * across.em, max(1.0, 0.4 * across.step))
    for day in sorted(chart.disturbed):
        yield Mark(across.x(day), down.marks_y, size, Shape.TRIANGLE, Role.AXIS)


def _sleep_panel(chart: DailyChart, across: Across, down: Down) -> Iterator[Line | Label | Box]:
    if chart.asleep:
        yield from _hours(across, down)
        yield from _nights(chart, across, down)


def _hours(across: Across, down: Down) -> Iterator[Line | Label]:
    for hours in (0, 6, 12):
        y = down.sleep_y(hours * 60)
        yield Line(((across.left, y), (across.right, y)), Role.AXIS if hours == 0 else Role.GRID)
        if hours:
            yield Label(across.left - 0.6 * across.em, y + 0.35 * across.em, str(hours), "end")


def _nights(chart: DailyChart, across: Across, down: Down) -> Iterator[Box]:
    wide = max(1.0, 0.62 * across.step * chart.days_to_a_point)
    for point in _points(chart, chart.asleep, across):
        if point is not None:
            y = down.sleep_y(point[1])
            yield Box(point[0] - wide / 2, y, wide, down.sleep_bottom - y, Role.BAR)


def _header(chart: DailyChart) -> tuple[str, ...]:
    header = [text("Day"), *(series.name for series in chart.series)]
    if chart.asleep:
        header.append(text("asleep"))
    return tuple(header)


def _rows(chart: DailyChart) -> tuple[tuple[str, ...], ...]:
    return tuple(_row(chart, day) for day in chart.period if _has_any(chart, day))


def _has_any(chart: DailyChart, day: date) -> bool:
    return day in chart.asleep or any(day in series.values for series in chart.series)


def _row(chart: DailyChart, day: date) -> tuple[str, ...]:
    cells = [phrases.day(day)]
    for series in chart.series:
        value = series.values.get(day)
        cells.append("" if value is None else phrases.number(value))
    if chart.asleep:
        asleep = chart.asleep.get(day)
        cells.append("" if asleep is None else phrases.length(asleep))
    return tuple(cells)
