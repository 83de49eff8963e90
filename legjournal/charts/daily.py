"""Scores and sleep over a period on one time axis: gaps stay gaps, the scale is always 0 to 10."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from legjournal import phrases
from legjournal.charts.scene import Box, Label, Line, Mark, Role, Scene, Shape
from legjournal.trends import Period, mean
from legjournal.words import text

BUCKETS = (1, 7, 28, 91, 364)  # days to a point, so that a long period stays legible
MOST_POINTS = 100
MOST_HOURS = 12  # top of the sleep panel
MOST_ROWS = 3  # of words above the scale
_ROW = 1.25  # from one row of words to the next, in heights of the text
_NARROW, _BROAD = frozenset(" ijlIftr1.,:;'|()/-"), frozenset("mwMW%…")


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


def _length(words: str) -> float:
    """About how long words are on one line, in heights of the text; a geometry has no typeface to ask."""
    return sum(map(_letter, words))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.35
    if letter in _BROAD:
        return 0.95
    return 0.72 if letter.isupper() else 0.62


@dataclass(frozen=True, slots=True)
class _Note:
    """A change that has room: its line at `x`, its words from `start` to `end` in a row counted upwards."""

    words: str
    x: float
    start: float
    end: float
    row: int

    def touches(self, other: "_Note", gap: float) -> bool:
        """Whether words would meet words, or the line of one would cross the words of the other."""
        beside = self.end + gap <= other.start or other.end + gap <= self.start
        return (self.row == other.row and not beside) or self._crosses(other) or other._crosses(self)

    def _crosses(self, other: "_Note") -> bool:
        return self.row >= other.row and other.start <= self.x <= other.end


class _Frame:
    """Where things go: one x for a day, one y for a score, one for hours of sleep."""

    def __init__(self, chart: DailyChart, width: float, height: float, em: float) -> None:
        self.chart, self.em, self.width = chart, em, width
        self.left = 2.2 * em
        self.right = width - 0.8 * em
        self.step = (self.right - self.left) / max(1, len(chart.period) - 1)
        self.notes = self._notes()
        self.legend = self._legend_rows()
        self.legend_y = height - 0.4 * em - 1.4 * em * (len(self.legend) - 1)
        self.ticks_y = self.legend_y - 1.8 * em
        floor = self.ticks_y - 1.3 * em
        sleep = 0.3 * height if chart.asleep else 0.0
        self.sleep_bottom = floor
        self.sleep_top = floor - sleep
        self.marks_y = self.sleep_top - 0.9 * em if chart.disturbed else self.sleep_top
        self.bottom = self.marks_y - (1.5 * em if chart.asleep else 0.9 * em if chart.disturbed else 0)
        rows = max((note.row + 1 for note in self.notes.values()), default=0)
        self.top = (1.8 + _ROW * (rows - 1)) * em if rows else 0.8 * em

    def x(self, day: date) -> float:
        if len(self.chart.period) == 1:
            return (self.left + self.right) / 2
        return self.left + self.step * (day - self.chart.period.first).days

    def y(self, score: float) -> float:
        return self.bottom - (self.bottom - self.top) * score / 10

    def sleep_y(self, minutes: float) -> float:
        share = min(minutes / 60, MOST_HOURS) / MOST_HOURS
        return self.sleep_bottom - (self.sleep_bottom - self.sleep_top) * share

    def row_y(self, row: int) -> float:
        """The base line of a row of words above the scale."""
        return self.top - (0.7 + _ROW * row) * self.em

    def note_top(self, note: _Note) -> float:
        """Where the line of a change begins: beside its words, or below them where they stand above it."""
        above = note.start < note.x < note.end
        return self.row_y(note.row) + (0.2 if above else -0.75) * self.em

    def buckets(self) -> Iterator[tuple[date, ...]]:
        """The days of each point. The last point is a whole one, since it is the one looked at first."""
        size, days = self.chart.days_to_a_point, tuple(self.chart.period)
        first = len(days) % size or size
        yield days[:first]
        yield from (days[start : start + size] for start in range(first, len(days), size))

    def points(self, values: Mapping[date, float]) -> list[tuple[float, float] | None]:
        """(x, value) of each bucket; None where nothing was recorded."""
        return [self._point(bucket, values) for bucket in self.buckets()]

    def _point(self, bucket: tuple[date, ...], values: Mapping[date, float]) -> tuple[float, float] | None:
        found = mean(values.get(day) for day in bucket).value
        return None if found is None else ((self.x(bucket[0]) + self.x(bucket[-1])) / 2, found)

    def _notes(self) -> dict[date, _Note]:
        """Where the first change of each day stands, the latest first to be given room.

        A change that has none is not in it: no line is ever drawn without its words.
        """
        words_of = dict(reversed(self.chart.changes))
        notes: dict[date, _Note] = {}
        for day in sorted(words_of, reverse=True):
            notes = self._placed({each: words_of[each] for each in (*notes, day)}) or notes
        return notes

    def _placed(self, words_of: Mapping[date, str]) -> dict[date, _Note]:
        """All of them in as few rows as will do; none if one has no room."""
        for rows in range(1, MOST_ROWS + 1):
            placed: dict[date, _Note] = {}
            for day in self._order(words_of):
                places = self._places(self.x(day), words_of[day], rows)
                free = (it for it in places if not any(it.touches(note, self.em) for note in placed.values()))
                if note := next(free, None):
                    placed[day] = note
            if len(placed) == len(words_of):
                return placed
        return {}

    def _order(self, words_of: Mapping[date, str]) -> list[date]:
        """An order in which no line has to cross the words of another.

        Words right of their line rise towards the past; those left of it, at the edge, towards the present.
        """
        edge = self.width - self.em
        at_edge = {day for day, words in words_of.items() if self.x(day) + _length(words) * self.em > edge}
        return [*sorted(at_edge), *sorted(words_of.keys() - at_edge, reverse=True)]

    def _places(self, x: float, words: str, rows: int) -> Iterator[_Note]:
        """Right of the line, left of it, else above it; the lowest row first."""
        wide, beside = _length(words) * self.em, 0.4 * self.em
        last = self.width - wide
        for start in (x + beside, x - beside - wide, min(max(0.0, x - wide / 2), last)):
            if 0 <= start <= last:
                yield from (_Note(words, x, start, start + wide, row) for row in range(rows))

    def _legend_rows(self) -> list[list["_Entry"]]:
        """The entries of the legend in rows, each with where it starts."""
        rows: list[list[_Entry]] = [[]]
        x = self.left
        for key, words in _legend_entries(self.chart):
            wide = (2.2 * self.em if key else 0.0) + _length(words) * self.em
            if rows[-1] and x + wide > self.width:
                rows.append([])
                x = self.left
            rows[-1].append(_Entry(x, key, words))
            x += wide + 1.6 * self.em
        return rows


def _scale(frame: _Frame) -> Iterator[Line | Label]:
    for score in (0, 5, 10):
        role = Role.AXIS if score == 0 else Role.GRID
        y = frame.y(score)
        yield Line(((frame.left, y), (frame.right, y)), role)
        yield Label(frame.left - 0.9 * frame.em, y + 0.35 * frame.em, str(score), "end")


def _time_axis(frame: _Frame) -> Iterator[Line | Label]:
    floor = frame.sleep_bottom if frame.chart.asleep else frame.bottom
    for day, words in _ticks(frame):
        x, half = frame.x(day), _length(words) * frame.em / 2
        yield Line(((x, floor), (x, floor + 0.4 * frame.em)), Role.GRID)
        yield Label(min(max(x, half), frame.width - half), frame.ticks_y, words, "middle")


def _ticks(frame: _Frame) -> list[tuple[date, str]]:
    """The closest steps of time whose names do not touch."""
    days = tuple(frame.chart.period)
    choices = [ticks for ticks in (_by_day(days) if len(days) <= 120 else _by_month(days)) if ticks]
    return next((ticks for ticks in choices if _fit(frame, ticks)), choices[0][:1])


def _fit(frame: _Frame, ticks: list[tuple[date, str]]) -> bool:
    room = min((frame.x(right) - frame.x(left) for (left, _), (right, _) in pairwise(ticks)), default=1e9)
    return room >= (max(_length(words) for _, words in ticks) + 0.8) * frame.em


def _by_day(days: Sequence[date]) -> Iterator[list[tuple[date, str]]]:
    for step in (1, 2, 7, 14, 28):  # the first day of the calendar was a Monday
        yield [(day, phrases.short_day(day)) for day in days if (day.toordinal() - 1) % step == 0]


def _by_month(days: Sequence[date]) -> Iterator[list[tuple[date, str]]]:
    firsts = [day for day in days if day.day == 1]
    for step in (1, 2, 3, 6, 12, 24, 60, 120):
        of_step = [day for day in firsts if (12 * day.year + day.month - 1) % step == 0]
        yield [(day, str(day.year) if step >= 12 else _month(day)) for day in of_step]


def _month(day: date) -> str:
    return f"{phrases.months()[day.month - 1][:3]} {day.year}"


def _changes(frame: _Frame) -> Iterator[Line | Label]:
    for day, _ in frame.chart.changes:
        if note := frame.notes.get(day):
            yield Line(((note.x, frame.note_top(note)), (note.x, frame.bottom)), Role.NOTE)
    for _, note in sorted(frame.notes.items()):
        ends_here = note.end < note.x
        x, anchor = (note.end, "end") if ends_here else (note.start, "start")
        yield Label(x, frame.row_y(note.row), note.words, anchor, bold=True)


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


@dataclass(frozen=True, slots=True)
class _Entry:
    """A part of the legend: its key, if it has one, from `x`, then its words."""

    x: float
    key: Series | Shape | Role | None
    words: str


def _legend(frame: _Frame) -> Iterator[Line | Label | Mark | Box]:
    for number, row in enumerate(frame.legend):
        y = frame.legend_y + 1.4 * frame.em * number
        for entry in row:
            yield from _key(entry, y, frame.em)
            yield Label(entry.x + (2.2 * frame.em if entry.key else 0), y, entry.words)


def _key(entry: _Entry, y: float, em: float) -> Iterator[Line | Mark | Box]:
    x, middle = entry.x, (entry.x + 0.9 * em, y - 0.35 * em)
    match entry.key:
        case Series():
            yield Line(((x, middle[1]), (x + 1.8 * em, middle[1])), entry.key.role)
            yield Mark(*middle, 0.26 * em, entry.key.shape, entry.key.role)
        case Shape.TRIANGLE:
            yield Mark(*middle, 0.32 * em, Shape.TRIANGLE, Role.AXIS)
        case Role.BAR:
            yield Box(x + 0.6 * em, y - 0.8 * em, 0.7 * em, 0.9 * em, Role.BAR)


def _legend_entries(chart: DailyChart) -> Iterator[tuple[Series | Shape | Role | None, str]]:
    for series in chart.series:
        yield series, series.name
    if chart.disturbed:
        yield Shape.TRIANGLE, text("woken twice or more by the legs")
    if chart.asleep:
        yield Role.BAR, text("hours asleep")
    if chart.days_to_a_point > 1:
        each = (
            text("each point and bar: average of {span}")
            if chart.asleep
            else text("each point: average of {span}")
        )
        yield None, each.format(span=_span(chart.days_to_a_point))
    yield None, text("gap: nothing recorded")


def _span(days: int) -> str:
    if days == 7:
        return text("7 days")
    return text("{n} weeks").format(n=days // 7)


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
