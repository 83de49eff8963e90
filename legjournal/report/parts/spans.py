"""What a row of a long table stands for: a day, a week, a month or a year, so that it can still be read."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from legjournal.trends.period import DAY, Period

T = TypeVar("T")

MOST_DAYS = 371  # a year and a week
MOST_ROWS = 160


class Step(StrEnum):
    """What one row stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_DAYS = {Step.WEEK: 7.0, Step.MONTH: 30.4}


def step_for(period: Period, finest: Step = Step.DAY) -> Step:
    """The finest step, and none finer than `finest`, that leaves a table of the period readable."""
    steps = [*Step][[*Step].index(finest) :]
    if steps[0] is Step.DAY and len(period) <= MOST_DAYS:
        return Step.DAY
    fitting = (step for step in steps if step in _DAYS and len(period) / _DAYS[step] <= MOST_ROWS)
    return next(fitting, Step.YEAR)


def spans(period: Period, step: Step) -> list[Period]:
    """The days, weeks from Monday, months or years of a period; only its own days of the first and last."""
    found = [Period(period.first, min(_last(period.first, step), period.last))]
    while found[-1].last < period.last:
        first = found[-1].last + DAY
        found.append(Period(first, min(_last(first, step), period.last)))
    return found


def first_of(day: date, step: Step, period: Period) -> date:
    """The first day of the span of `period` that `day` is in."""
    match step:
        case Step.DAY:
            first = day
        case Step.WEEK:
            first = day - day.weekday() * DAY
        case Step.MONTH:
            first = day.replace(day=1)
        case Step.YEAR:
            first = day.replace(month=1, day=1)
    return max(first, period.first)


def _last(day: date, step: Step) -> date:
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return day + (6 - day.weekday()) * DAY
        case Step.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])
        case Step.YEAR:
            return day.replace(month=12, day=31)


def in_spans(dated: Iterable[tuple[date, T]], step: Step, period: Period) -> defaultdict[date, list[T]]:
    """What is of each span, by its first day, in the order it comes."""
    found: defaultdict[date, list[T]] = defaultdict(list)
    for day, value in dated:
        found[first_of(day, step, period)].append(value)
    return found
