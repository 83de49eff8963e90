"""One time axis for all that a journal holds: scores on one scale, and a lane below for each other thing.

A point stands for a day, or for as many days as keep the points apart; then each says of how many it is.
Days without an answer are gaps. A lane of bars has its own scale, a lane of marks has none.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from legjournal.charts import changes, lanes, legend, time_axis
from legjournal.charts.frame import Across, Down
from legjournal.charts.over_time_words import Points, summary
from legjournal.charts.recorded import SCORES, OverTime, Series, names
from legjournal.charts.scene import Label, Line, Mark, Role, Scene, Stop
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period
from legjournal.words import text

BUCKETS = (1, 7, 28, 91, 364, 728)  # days to a point
APART = 0.7  # least distance of two points, in heights of the text
MOST_NOTES = 8  # changes that are written out; of more there are only the marks, and the words at the cursor
SCALE = 11.0  # usual height of the scale of scores, in heights of the text


def height(chart: OverTime) -> float:
    """How high the chart would like to be, in heights of the text, its legend included."""
    return (SCALE if chart.scores else 0.0) + lanes.height(chart.lanes) + 7.5


def draw(chart: OverTime, width: float, height: float, em: float) -> Scene:
    """Lay the chart out in a box of `width` by `height`, for text of height `em`."""
    return _Picture(chart, width, height, em).scene()


class _Picture:
    """One chart at one size."""

    def __init__(self, chart: OverTime, width: float, height: float, em: float) -> None:
        self._chart, self._width, self._height, self._em = chart, width, height, em
        self._across = Across(chart.period, width, em)
        self._size = self._days_to_a_point()
        # One whose middle is not in sight would be drawn beside the chart.
        every = _buckets(chart, self._size)
        inside = [it for it in every if self._across.left <= self._middle(it) <= self._across.right]
        self._buckets = inside or every[-1:]
        self._middles = [self._middle(bucket) for bucket in self._buckets]
        self._changes = self._notes()
        self._placed = changes.place(self._changes, self._across)
        self._legend = legend.place(self._keys(), self._across)
        self._down = Down(
            height,
            em,
            changes=changes.rows(self._placed.values()),
            legend=len(self._legend),
            asleep=False,
            disturbed=False,
            lanes=lanes.height(chart.lanes),
        )

    def scene(self) -> Scene:
        items = (
            *self._scale(),
            *lanes.draw(self._lanes(), self._across, self._down),
            *time_axis.draw(self._across, self._down),
            *changes.draw(self._changes, self._placed, self._down),
            *(item for series in self._chart.scores for item in self._line(series)),
            *legend.draw(self._legend, self._down),
        )
        points = Points(self._chart, self._buckets, self._means, self._size)
        stops = map(self._stop, self._buckets, self._middles, points.numbers())
        words = summary(self._chart)
        return Scene(self._width, self._height, items, words, points.header, points, tuple(stops))

    def _stop(self, bucket: Period, middle: float, row: int | None) -> Stop:
        wide, top = self._across.step * self._size, self._down.top
        high = self._down.axis_y - top
        return Stop(middle - wide / 2, top, wide, high, row, bucket.first, bucket.last)

    @property
    def _is_daily(self) -> bool:
        return self._size == 1

    def _days_to_a_point(self) -> int:
        most = max(10.0, (self._across.right - self._across.left) / (APART * self._em))
        return next((size for size in BUCKETS if len(self._chart.period) <= size * most), BUCKETS[-1])

    def _notes(self) -> list[tuple[date, str]]:
        """The changes to write out at their lines: those in sight, if they are few."""
        if Series.CHANGES not in self._chart.shown or not self._chart.scores:
            return []
        dated = self._chart.dated(Series.CHANGES)
        return dated if len(dated) <= MOST_NOTES else []

    def _middle(self, bucket: Period) -> float:
        return (self._across.x(bucket.first) + self._across.x(bucket.last)) / 2

    def _scale(self) -> Iterator[Line | Label]:
        if not self._chart.scores:
            return
        for score in (0, 5, 10):
            y = self._down.y(score)
            role = Role.AXIS if score == 0 else Role.GRID
            yield Line(((self._across.left, y), (self._across.right, y)), role)
            yield Label(self._across.left - 0.9 * self._em, y + 0.35 * self._em, str(score), "end")

    def _line(self, series: Series) -> Iterator[Line | Mark]:
        role, shape = SCORES[series]
        smooth = self._chart.smooth and self._is_daily
        for run in self._runs(series):
            if len(run) > 1 and not smooth:
                yield Line(tuple(run), role)
            yield from (Mark(x, y, 0.24 * self._em, shape, role) for x, y in run)
        if smooth:
            period = self._chart.period
            for found in self._chart.values[series].smoothed(period.first, period.last):
                points = tuple((self._across.x(day), self._down.y(value)) for day, value in found)
                if len(points) > 1:
                    yield Line(points, role, bold=True)

    def _runs(self, series: Series) -> Iterator[list[tuple[float, float]]]:
        """The points between gaps."""
        run: list[tuple[float, float]] = []
        for x, found in self._points(series):
            if found.value is not None:
                run.append((x, self._down.y(found.value)))
            elif run:
                yield run
                run = []
        if run:
            yield run

    @cached_property
    def _means(self) -> dict[Series, list[Mean]]:
        values = self._chart.values
        return {
            series: [values[series].mean(it.first, it.last) for it in self._buckets]
            for series in self._chart.lines
        }

    def _points(self, series: Series) -> Iterator[tuple[float, Mean]]:
        return zip(self._middles, self._means[series], strict=True)

    def _lanes(self) -> Iterator[lanes.Lane]:
        names_ = names()
        wide = max(1.0, 0.62 * self._across.step * self._size)
        for series in self._chart.bars:
            values = [(x, _bar(series, found, self._size)) for x, found in self._points(series)]
            yield lanes.Lane(series, self._lane_name(series, names_[series]), tuple(values), wide)
        for series in self._chart.marks:
            days = [self._across.x(day) for day, _ in self._chart.dated(series)]
            yield lanes.Lane(series, names_[series], tuple((x, 1.0) for x in days), wide)

    def _lane_name(self, series: Series, name: str) -> str:
        if self._is_daily:
            return name
        if series == Series.SESSIONS:
            return text("{name}, share of the days").format(name=name)
        return text("{name}, average").format(name=name)

    def _keys(self) -> Iterator[tuple[legend.Key, str]]:
        names_, smooth = names(), self._chart.smooth and self._is_daily
        for series in self._chart.scores:
            role, shape = SCORES[series]
            if smooth:
                yield legend.Dot(role, shape), names_[series]
                yield role, text("{name}: average of the last 7 days").format(name=names_[series])
            else:
                yield legend.Stroke(role, shape), names_[series]
        yield from legend.explained(disturbed=False, asleep=False, days_to_a_point=self._size)


def _bar(series: Series, found: Mean, size: int) -> float | None:
    return found.n / size if series == Series.SESSIONS and found.n else found.value


def _buckets(chart: OverTime, size: int) -> list[Period]:
    """The days of each point, counted back from the last there are: the latest point is always a whole one.

    They stay what they are while the chart is moved. The first of all may have fewer days.
    """
    whole = chart.whole or chart.period
    last = whole.last.toordinal()
    ends = last - (last - chart.period.last.toordinal()) // size * size
    begins = range(ends - size + 1, chart.period.first.toordinal() - size, -size)
    first = min(whole.first, chart.period.first).toordinal()
    found = [(max(begin, first, 1), begin + size - 1) for begin in reversed(begins)]
    return [Period(date.fromordinal(begin), date.fromordinal(end)) for begin, end in found]
