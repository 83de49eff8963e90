"""Scores and sleep over a period on one time axis: gaps stay gaps, the scale is always 0 to 10."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from legjournal import phrases
from legjournal.charts.scene import Box, Label, Line, Mark, Role, Scene, Shape
from legjournal.trends import Period, mean
from legjournal.words import text

BUCKETS = (1, 7, 28, 91, 364)  # days to a point, so that a long period stays legible
MOST_POINTS = 100
MOST_HOURS = 12  # top of the sleep panel
_LETTER = 0.56  # mean width of a letter, in heights of the text


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


def draw(chart: DailyChart, width: float, height: float, em: float) -> Scene:
    """Lay the chart out in a box of `width` by `height`, for text of height `em`."""
    frame = _Frame(chart, width, height, em)
    items = (
        *_scale(frame),
        *_time_axis(frame),
        *_changes(frame),
        *(item for series in chart.series for item in _line(frame, series)),
        *_disturbed(frame),
        *_sleep_panel(frame),
        *_legend(frame),
    )
    return Scene(width, height, items, chart.summary, *_table(chart))


class _Frame:
    """Where things go: one x for a day, one y for a score, one for hours of sleep."""

    def __init__(self, chart: DailyChart, width: float, height: float, em: float) -> None:
        self.chart, self.em, self.width = chart, em, width
        self.left = 2.2 * em
        self.right = width - 0.8 * em
        self.legend_y = height - 0.4 * em
        self.ticks_y = height - 2.2 * em
        floor = self.ticks_y - 1.3 * em
        sleep = 0.3 * height if chart.asleep else 0.0
        self.sleep_bottom = floor
        self.sleep_top = floor - sleep
        self.marks_y = self.sleep_top - 0.9 * em if chart.disturbed else self.sleep_top
        self.bottom = self.marks_y - (1.5 * em if chart.asleep else 0.9 * em if chart.disturbed else 0)
        self.top = 1.8 * em if chart.changes else 0.8 * em
        self.step = (self.right - self.left) / max(1, len(chart.period) - 1)

    def x(self, day: date) -> float:
        if len(self.chart.period) == 1:
            return (self.left + self.right) / 2
        return self.left + self.step * (day - self.chart.period.first).days

    def y(self, score: float) -> float:
        return self.bottom - (self.bottom - self.top) * score / 10

    def sleep_y(self, minutes: float) -> float:
        share = min(minutes / 60, MOST_HOURS) / MOST_HOURS
        return self.sleep_bottom - (self.sleep_bottom - self.sleep_top) * share

    def buckets(self) -> Iterator[tuple[date, ...]]:
        size, days = self.chart.days_to_a_point, tuple(self.chart.period)
        return (days[start : start + size] for start in range(0, len(days), size))

    def points(self, values: Mapping[date, float]) -> list[tuple[float, float] | None]:
        """(x, value) of each bucket; None where nothing was recorded."""
        return [self._point(bucket, values) for bucket in self.buckets()]

    def _point(self, bucket: tuple[date, ...], values: Mapping[date, float]) -> tuple[float, float] | None:
        found = mean(values.get(day) for day in bucket).value
        return None if found is None else ((self.x(bucket[0]) + self.x(bucket[-1])) / 2, found)


def _scale(frame: _Frame) -> Iterator[Line | Label]:
    for score in (0, 5, 10):
        role = Role.AXIS if score == 0 else Role.GRID
        y = frame.y(score)
        yield Line(((frame.left, y), (frame.right, y)), role)
        yield Label(frame.left - 0.6 * frame.em, y + 0.35 * frame.em, str(score), "end")


def _time_axis(frame: _Frame) -> Iterator[Label]:
    room, last_end = 4.2 * frame.em, -1e9
    for day, words in _ticks(frame.chart.period):
        x = frame.x(day)
        half = len(words) * _LETTER * frame.em / 2
        if x - last_end >= room:
            middle = min(max(x, half), frame.width - half)
            yield Label(middle, frame.ticks_y, words, "middle")
            last_end = x


def _ticks(period: Period) -> Iterator[tuple[date, str]]:
    days = len(period)
    for day in period:
        if days <= 16 or (days <= 120 and day.weekday() == 0):
            yield day, phrases.short_day(day)
        elif 120 < days <= 800 and day.day == 1:
            yield day, f"{phrases.months()[day.month - 1][:3]} {day.year}"
        elif days > 800 and (day.month, day.day) == (1, 1):
            yield day, str(day.year)


def _changes(frame: _Frame) -> Iterator[Line | Label]:
    free_from = 0.0
    for day, words in frame.chart.changes:
        x = frame.x(day)
        yield Line(((x, frame.top - 0.6 * frame.em), (x, frame.bottom)), Role.NOTE)
        wide = len(words) * _LETTER * frame.em
        start = min(x + 0.3 * frame.em, frame.width - wide)
        if start >= free_from:  # where two fall together the table names both
            yield Label(start, frame.top - 0.7 * frame.em, words, bold=True)
            free_from = start + wide + frame.em


def _line(frame: _Frame, series: Series) -> Iterator[Line | Mark]:
    run: list[tuple[float, float]] = []
    for point in [*frame.points(series.values), None]:
        if point is not None:
            run.append((point[0], frame.y(point[1])))
            continue
        if len(run) > 1:
            yield Line(tuple(run), series.role)
        yield from (Mark(x, y, 0.26 * frame.em, series.shape, series.role) for x, y in run)
        run = []


def _disturbed(frame: _Frame) -> Iterator[Mark]:
    size = min(0.32 * frame.em, max(1.0, 0.4 * frame.step))
    for day in sorted(frame.chart.disturbed):
        yield Mark(frame.x(day), frame.marks_y, size, Shape.TRIANGLE, Role.AXIS)


def _sleep_panel(frame: _Frame) -> Iterator[Line | Label | Box]:
    if not frame.chart.asleep:
        return
    for hours in (0, 6, 12):
        y = frame.sleep_y(hours * 60)
        yield Line(((frame.left, y), (frame.right, y)), Role.AXIS if hours == 0 else Role.GRID)
        if hours:
            yield Label(frame.left - 0.6 * frame.em, y + 0.35 * frame.em, str(hours), "end")
    wide = max(1.0, 0.62 * frame.step * frame.chart.days_to_a_point)
    for point in frame.points(frame.chart.asleep):
        if point is not None:
            y = frame.sleep_y(point[1])
            yield Box(point[0] - wide / 2, y, wide, frame.sleep_bottom - y, Role.BAR)


def _legend(frame: _Frame) -> Iterator[Line | Label | Mark | Box]:
    x, y, em = frame.left, frame.legend_y, frame.em
    for key, words in _legend_entries(frame.chart):
        middle = (x + 0.9 * em, y - 0.35 * em)
        if isinstance(key, Series):
            yield Line(((x, middle[1]), (x + 1.8 * em, middle[1])), key.role)
            yield Mark(*middle, 0.26 * em, key.shape, key.role)
        elif key is Shape.TRIANGLE:
            yield Mark(*middle, 0.32 * em, Shape.TRIANGLE, Role.AXIS)
        elif key is Role.BAR:
            yield Box(x + 0.6 * em, y - 0.8 * em, 0.7 * em, 0.9 * em, Role.BAR)
        start = x + (2.2 * em if key else 0.6 * em)
        yield Label(start, y, words)
        x = start + len(words) * _LETTER * em + 1.2 * em


def _legend_entries(chart: DailyChart) -> Iterator[tuple[Series | Shape | Role | None, str]]:
    for series in chart.series:
        yield series, series.name
    if chart.disturbed:
        yield Shape.TRIANGLE, text("woken twice or more by the legs")
    if chart.asleep:
        yield Role.BAR, text("hours asleep")
    yield None, text("gap: nothing recorded")


def _table(chart: DailyChart) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    header = [text("Day"), *(series.name for series in chart.series)]
    if chart.asleep:
        header.append(text("asleep"))
    return tuple(header), tuple(_table_row(chart, day) for day in chart.period if _has_any(chart, day))


def _has_any(chart: DailyChart, day: date) -> bool:
    return day in chart.asleep or any(day in series.values for series in chart.series)


def _table_row(chart: DailyChart, day: date) -> tuple[str, ...]:
    cells = [phrases.day(day)]
    for series in chart.series:
        value = series.values.get(day)
        cells.append("" if value is None else phrases.number(value))
    if chart.asleep:
        asleep = chart.asleep.get(day)
        cells.append("" if asleep is None else phrases.length(asleep))
    return tuple(cells)


def weeks_back(last: date, weeks: int) -> Period:
    """The `weeks` weeks that end on `last`."""
    return Period(last - timedelta(days=7 * weeks - 1), last)
