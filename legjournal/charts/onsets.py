"""When in the evening the urge to move first came, over months: later is further down."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from legjournal import phrases
from legjournal.charts import time_axis
from legjournal.charts.frame import Across, Down
from legjournal.charts.scene import Item, Label, Line, Mark, Role, Scene, Shape, Stop
from legjournal.charts.wrapped import wrapped
from legjournal.trends.distribution import OnsetsOfMonth, clock_time
from legjournal.trends.period import DAY, Period
from legjournal.words import plural, text

HEIGHT = 24.0  # usual, in heights of the text
MONTHS = (1, 3, 12, 60)  # to a point
APART = 1.0  # least distance of two points, in heights of the text
_HOUR = 60
_HOURS = (1, 2, 3, 4)  # from one line of the scale to the next
_LEAST_HOURS = 4  # of the scale, so that ten minutes do not look like a night


def title() -> str:
    """What the picture shows."""
    return text("When in the evening the urge to move first came")


def draw(months: Sequence[OnsetsOfMonth], width: float, height: float, em: float) -> Scene:
    """Lay the months out in a box of `width` by `height`, for text of height `em`. months: at least one."""
    return _Picture(months, width, height, em).scene()


def summary(months: Sequence[OnsetsOfMonth]) -> str:
    """The urge to move first came between 7.30pm and 11pm, at 9.10pm on average, on 52 evenings."""
    whole = _together(months)
    evenings = plural("on {n} evening", "on {n} evenings", whole.n).format(n=phrases.count(whole.n))
    return text(
        "The urge to move first came between {first} and {last}, at {mean} on average, {evenings}."
    ).format(
        first=_clock(whole.earliest), last=_clock(whole.latest), mean=_clock(whole.mean), evenings=evenings
    )


def _together(months: Sequence[OnsetsOfMonth]) -> OnsetsOfMonth:
    """Several months as one."""
    n = sum(month.n for month in months)
    return OnsetsOfMonth(
        months[0].month,
        n,
        sum(month.mean * month.n for month in months) / n,
        min(month.earliest for month in months),
        max(month.latest for month in months),
    )


def _clock(minutes: float) -> str:
    return phrases.clock(clock_time(minutes))


class _Picture:
    """The months at one size."""

    def __init__(self, months: Sequence[OnsetsOfMonth], width: float, height: float, em: float) -> None:
        self._width, self._height, self._em = width, height, em
        self._all = months
        period = Period(months[0].month, _month_end(months[-1].month))
        self._across = Across(period, width, em, scale=4.6)
        self._size = self._months_to_a_point()
        self._points = list(self._grouped())
        self._notes = wrapped(self._note(), width / em - 1)
        self._down = Down(height, em, changes=0, legend=len(self._notes), asleep=False, disturbed=False)
        self._first, self._last, self._every = _scale(months)

    def scene(self) -> Scene:
        items: list[Item] = [*self._hours(), *time_axis.draw(self._across, self._down)]
        stops: list[Stop] = []
        rows: list[tuple[str, ...]] = []
        for grouped in self._points:
            point, end = _together(grouped), _month_end(grouped[-1].month)
            items += self._point(point, end)
            stops.append(self._stop(point, end, len(rows)))
            hours = (_clock(value) for value in (point.mean, point.earliest, point.latest))
            rows.append((stops[-1].name, phrases.count(point.n), *hours))
        for line, words in enumerate(self._notes):
            items.append(Label(0.4 * self._em, self._down.legend_y(line), words))
        months = text("Month") if self._size == 1 else text("Months")
        header = (months, text("Evenings"), text("Average"), text("Earliest"), text("Latest"))
        return Scene(
            self._width, self._height, tuple(items), summary(self._all), header, tuple(rows), tuple(stops)
        )

    def _months_to_a_point(self) -> int:
        room = (self._across.right - self._across.left) / (APART * self._em)
        months = len(self._across.period) / 30.4
        return next((size for size in MONTHS if months <= size * room), MONTHS[-1])

    def _grouped(self) -> Iterator[list[OnsetsOfMonth]]:
        for _, months in groupby(self._all, self._number):
            yield list(months)

    def _number(self, month: OnsetsOfMonth) -> int:
        return (12 * month.month.year + month.month.month - 1) // self._size

    def _note(self) -> str:
        how = text("Dot: the average. Line: from the earliest to the latest evening.")
        span = {
            1: text("Each is a month."),
            3: text("Each is three months."),
            12: text("Each is a year."),
            60: text("Each is five years."),
        }
        return f"{how} {span[self._size]}"

    def _y(self, minutes: float) -> float:
        share = (minutes - self._first) / (self._last - self._first)
        return self._down.top + (self._down.bottom - self._down.top) * share

    def _x(self, point: OnsetsOfMonth, end: date) -> float:
        return (self._across.x(point.month) + self._across.x(end)) / 2

    def _hours(self) -> Iterator[Item]:
        left, right = self._across.left, self._across.right
        for minutes in range(self._first, self._last + 1, self._every):
            y = self._y(minutes)
            yield Line(((left, y), (right, y)), Role.AXIS if minutes == self._last else Role.GRID)
            yield Label(left - 0.5 * self._em, y + 0.35 * self._em, _clock(minutes), "end")

    def _point(self, point: OnsetsOfMonth, end: date) -> Iterator[Item]:
        x, tick = self._x(point, end), 0.2 * self._em
        ends = self._y(point.earliest), self._y(point.latest)
        yield Line(((x, ends[0]), (x, ends[1])), Role.AXIS)
        yield from (Line(((x - tick, y), (x + tick, y)), Role.AXIS) for y in ends)
        yield Mark(x, self._y(point.mean), 0.28 * self._em, Shape.DISC, Role.FIRST)

    def _stop(self, point: OnsetsOfMonth, end: date, row: int) -> Stop:
        wide = max(0.6 * self._em, 30.4 * self._size * self._across.step)
        top = self._down.top
        name = _months_named(point.month, end)
        return Stop(self._x(point, end) - wide / 2, top, wide, self._down.bottom - top, row, name=name)


def _scale(months: Sequence[OnsetsOfMonth]) -> tuple[int, int, int]:
    """From which hour to which, in minutes after midday, and how far apart the lines are."""
    first = min(month.earliest for month in months) // _HOUR
    last = -(-max(month.latest for month in months) // _HOUR)
    last = max(last, first + _LEAST_HOURS)
    every = next((hours for hours in _HOURS if (last - first) / hours <= 8), _HOURS[-1])
    last = first + -(-(last - first) // every) * every
    return _HOUR * first, _HOUR * last, _HOUR * every


def _month_end(first: date) -> date:
    """The last day of the month that begins on `first`."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - DAY


def _named(month: date) -> str:
    return f"{phrases.months()[month.month - 1]} {month.year}"


def _months_named(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _named(first)
    return text("{first} to {last}").format(first=_named(first), last=_named(last))
