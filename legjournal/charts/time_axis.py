"""The ticks under the daily chart: days, months or years, as close as their names allow."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from legjournal import phrases
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.scene import Label, Line, Role
from legjournal.trends.period import Period

MOST_DAYS = 120  # named day by day; a longer period has months or years
DAY_STEPS = (1, 2, 7, 14, 28)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)

SHORTEST = 3.0  # heights of the text that a name and the room beside it take at least

Tick = tuple[date, str]
Name = Callable[[date], str]


def draw(across: Across, down: Down) -> Iterator[Line | Label]:
    """A short line at each tick and its name below, kept inside the picture."""
    for day, words in _ticks(across):
        x, half = across.x(day), length(words) * across.em / 2
        yield Line(((x, down.axis_y), (x, down.axis_y + 0.4 * across.em)), Role.GRID)
        yield Label(min(max(x, half), across.width - half), down.ticks_y, words, "middle")


def _ticks(across: Across) -> list[Tick]:
    """The closest steps of time whose names do not touch."""
    period = across.period
    steps = _by_day(tuple(period)) if len(period) <= MOST_DAYS else _by_month(_firsts(period))
    choices = [(days, name) for days, name in steps if days]
    found = (_named(days, name) for days, name in choices if _may_fit(across, days))
    days, name = choices[0]
    return next((ticks for ticks in found if _fit(across, ticks)), _named(days[:1], name))


def _named(days: Sequence[date], name: Name) -> list[Tick]:
    return [(day, name(day)) for day in days]


def _may_fit(across: Across, days: Sequence[date]) -> bool:
    """Whether there would be room for the shortest of names; so that fifty years of months need none."""
    return len(days) * SHORTEST * across.em <= across.width + SHORTEST * across.em


def _fit(across: Across, ticks: list[Tick]) -> bool:
    room = min((across.x(right) - across.x(left) for (left, _), (right, _) in pairwise(ticks)), default=1e9)
    return room >= (max(length(words) for _, words in ticks) + 0.8) * across.em


def _by_day(days: Sequence[date]) -> Iterator[tuple[list[date], Name]]:
    for step in DAY_STEPS:  # the first day of the calendar was a Monday
        yield [day for day in days if (day.toordinal() - 1) % step == 0], phrases.short_day


def _by_month(firsts: Sequence[date]) -> Iterator[tuple[list[date], Name]]:
    for step in MONTH_STEPS:
        of_step = [day for day in firsts if (12 * day.year + day.month - 1) % step == 0]
        yield of_step, _year if step >= 12 else _month


def _firsts(period: Period) -> list[date]:
    """The first of each month."""
    first, last = period.first, period.last
    months = range(12 * first.year + first.month - (first.day == 1), 12 * last.year + last.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _month(day: date) -> str:
    return f"{phrases.months()[day.month - 1][:3]} {day.year}"


def _year(day: date) -> str:
    return str(day.year)
