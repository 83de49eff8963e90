"""A month or a year as a calendar of one measure: what is more is denser, a month also has its numbers.

A day without an answer is blank. Weeks run from Monday to Sunday.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

from legjournal import phrases
from legjournal.charts import legend, over_time_words
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.leaf import MONTH, Leaf
from legjournal.charts.recorded import Series
from legjournal.charts.scene import Box, Fill, Item, Label, Role, Scene, Stop
from legjournal.charts.shades import fill, shades
from legjournal.trends.by_day import ByDay
from legjournal.trends.period import Period
from legjournal.words import text

_WEEKS = 6  # rows of a month, so that none stands lower than another
_DAYS = 7
_SMALL = 1.15  # the least a day of a year needs, in heights of the text
_LARGE = 1.9  # the most
_APART = 1.4  # between two months
_HEAD = 2.7  # the name of a month and its weekdays
_LINE = 1.15  # of words in a day
_STRIP = 0.95  # the filled part of a day that has its number
_COLUMNS = (6, 4, 3, 2, 1)  # months side by side

_Place = tuple[date, float, float, float, float]  # a day with left and top edge, width and height of its cell


@dataclass(frozen=True)
class Calendar:
    """What to draw: the leaf, and the values of one measure by day."""

    leaf: Leaf
    series: Series
    values: ByDay

    def value(self, day: date) -> float | None:
        """That of a day; None where there is none, and beyond all that is looked at."""
        whole = self.leaf.whole
        return self.values.get(day) if day in whole else None


def draw(calendar: Calendar, width: float, height: float, em: float) -> Scene:
    """Lay it out in `width` by `height`, for text of height `em`."""
    return _Sheet(calendar, width, height, em).scene()


def height(calendar: Calendar, width: float) -> float:
    """How high it should be at this `width`; both in heights of the text."""
    across = Across(calendar.leaf.period, width, 1.0)
    across.left = 0.0
    below = 1.4 * len(legend.place(_keys(calendar), across)) + 0.4
    if calendar.leaf.months == MONTH:
        return 1.6 + _WEEKS * (_LINE * (1 + _lines(calendar, width / _DAYS)) + _STRIP + 0.5) + below
    columns = _columns(width)
    return ceil(calendar.leaf.months / columns) * (_HEAD + _WEEKS * _size(columns, width) + 0.8) + below


class _Sheet:
    """Where things go."""

    def __init__(self, calendar: Calendar, width: float, height: float, em: float) -> None:
        self._calendar, self._width, self._height, self._em = calendar, width, height, em
        across = Across(calendar.leaf.period, width, em)
        across.left = 0.0
        self._legend = legend.place(_keys(calendar), across)
        self._down = Down(height, em, changes=0, legend=len(self._legend), asleep=False, disturbed=False)

    def scene(self) -> Scene:
        """The finished picture."""
        days = [day for day, _, _, _, _ in self._places]
        recorded = {day: n for n, day in enumerate(day for day in days if self._value(day) is not None)}
        items = (
            *(self._month() if self._calendar.leaf.months == MONTH else self._year()),
            *legend.draw(self._legend, self._down),
        )
        series = self._calendar.series
        return Scene(
            self._width,
            self._height,
            items,
            _summary(self._calendar),
            (text("Day"), over_time_words.name_in_words(series)),
            tuple((phrases.day(day), self._in_words(day)) for day in recorded),
            tuple(
                Stop(x, y, wide, high, recorded.get(day), day, day)
                for day, x, y, wide, high in self._places
                if day <= self._calendar.leaf.whole.last
            ),
        )

    def _value(self, day: date) -> float | None:
        return self._calendar.value(day)

    def _in_words(self, day: date) -> str:
        value, series = self._value(day), self._calendar.series
        assert value is not None
        return text("yes") if series is Series.SESSIONS else over_time_words.value_in_words(series, value)

    @cached_property
    def _places(self) -> list[_Place]:
        """Every day of the leaf."""
        if self._calendar.leaf.months == MONTH:
            top, wide = 1.6 * self._em, self._width / _DAYS
            high = (self._down.legend_top - 1.5 * self._em - top) / _WEEKS
            [month] = self._calendar.leaf.each_month
            return list(_grid(month, 0.0, top, wide, high))
        return [
            place
            for month, x, y in self._months
            for place in _grid(month, x, y + _HEAD * self._em, self._small, self._small)
        ]

    @cached_property
    def _small(self) -> float:
        """The size of a day of a year."""
        across = self._width / self._em
        return _size(_columns(across), across) * self._em

    @cached_property
    def _months(self) -> list[tuple[Period, float, float]]:
        """Each month of a year with its left and top edge."""
        columns = _columns(self._width / self._em)
        wide = (self._width - (columns - 1) * _APART * self._em) / columns
        high = (_HEAD + 0.8) * self._em + _WEEKS * self._small
        return [
            (month, n % columns * (wide + _APART * self._em), n // columns * high)
            for n, month in enumerate(self._calendar.leaf.each_month)
        ]

    def _month(self) -> Iterator[Item]:
        wide = self._width / _DAYS
        for number, name in enumerate(phrases.weekdays()):
            fits = length(name) * self._em < wide
            yield Label((number + 0.5) * wide, 1.05 * self._em, name if fits else name[:3], "middle")
        for day, x, y, wide, high in self._places:
            yield Box(x, y, wide, high, Role.GRID, Fill.EMPTY)
            yield Label(x + 0.35 * self._em, y + 1.05 * self._em, str(day.day))
            if (value := self._value(day)) is not None:
                yield from self._number(value, x, y, wide, high)

    def _number(self, value: float, x: float, y: float, wide: float, high: float) -> Iterator[Item]:
        """A day's number in words, and below them its strip, so that no pattern lies under a word."""
        series, em = self._calendar.series, self._em
        said = _short(series, value, wide / em)
        for line, words in enumerate(said):
            foot = y + high - (_STRIP + 0.55 + _LINE * (len(said) - 1 - line)) * em
            yield Label(x + wide / 2, foot, words, "middle", bold=True)
        strip = _STRIP * em
        yield Box(
            x + 0.2 * em, y + high - strip - 0.2 * em, wide - 0.4 * em, strip, Role.AXIS, fill(series, value)
        )

    def _year(self) -> Iterator[Item]:
        for month, x, y in self._months:
            name = phrases.months()[month.first.month - 1]
            yield Label(x, y + 1.0 * self._em, name, bold=True)
            for number, weekday in enumerate(phrases.weekdays()):
                yield Label(x + (number + 0.46) * self._small, y + 2.3 * self._em, weekday[:1], "middle")
        for day, x, y, wide, _ in self._places:
            if (value := self._value(day)) is not None:
                yield Box(x, y, 0.88 * wide, 0.88 * wide, Role.AXIS, fill(self._calendar.series, value))


def _grid(month: Period, x: float, y: float, wide: float, high: float) -> Iterator[_Place]:
    begin = month.first.weekday()
    for day in month:
        place = begin + day.day - 1
        yield day, x + place % _DAYS * wide, y + place // _DAYS * high, wide, high


def _columns(width: float) -> int:
    """How many months of a year stand side by side."""
    return next((n for n in _COLUMNS if (width - (n - 1) * _APART) / n >= _DAYS * _SMALL), 1)


def _size(columns: int, width: float) -> float:
    """Of a day of a year, in heights of the text."""
    return min(_LARGE, (width - (columns - 1) * _APART) / columns / _DAYS)


def _lines(calendar: Calendar, room: float) -> int:
    return len(_short(calendar.series, 12 * 60 + 59, room))


def _short(series: Series, value: float, room: float) -> tuple[str, ...]:
    """A value in `room` heights of the text: 4; ✓; 5 h 45 min, on two lines where it would be too long."""
    if series is Series.SESSIONS:
        return ("✓",)
    if series is not Series.ASLEEP:
        return (phrases.number(value),)
    if length("12 h 59 min") + 0.4 <= room:
        return (phrases.short_length(value),)
    hours, minutes = divmod(round(value), 60)
    short = text("{minutes} m") if length("59 m") <= room else "{minutes}"
    said = text("{hours} h").format(hours=hours), short.format(minutes=minutes)
    return said if hours and minutes else said[:1] if hours else said[1:]


def _keys(calendar: Calendar) -> Iterator[tuple[legend.Key, str]]:
    for shade in shades(calendar.series):
        yield shade.fill, shade.words
    yield None, _blank(calendar.leaf)


def _blank(leaf: Leaf) -> str:
    """What a blank means: on a leaf that goes beyond the days looked at, also that."""
    first, last = leaf.whole.first, leaf.whole.last
    if leaf.period.first >= first and leaf.period.last <= last:
        return text("blank: nothing recorded")
    if leaf.period.first >= first:
        return text("blank: nothing recorded, or after {day}").format(day=phrases.short_day(last))
    if leaf.period.last <= last:
        return text("blank: nothing recorded, or before {day}").format(day=phrases.short_day(first))
    ends = {"first": phrases.short_day(first), "last": phrases.short_day(last)}
    return text("blank: nothing recorded, or not from {first} to {last}").format(**ends)


def _summary(calendar: Calendar) -> str:
    come = calendar.leaf.come
    found = calendar.values.mean(max(come.first, calendar.leaf.whole.first), come.last)
    said = over_time_words.said_of(calendar.series, found)
    return f"{calendar.leaf.name}. {said or text('Nothing recorded.')}"
