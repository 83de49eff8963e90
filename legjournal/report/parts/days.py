"""The days one by one: the numbers of the chart and of the table."""

from dataclasses import dataclass
from datetime import date

from legjournal.report.parts.loaded import Loaded
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the chart and the table."""

    date: date
    pain: int | None
    urge_to_move: int | None
    asleep_min: int | None
    woken_by_legs: int | None


def days(period: Period, loaded: Loaded) -> tuple[DayLine, ...]:
    """Each day that has a number."""
    numbers = (loaded.pain, loaded.urge, loaded.asleep, loaded.woken_by_legs)
    lines = (DayLine(day, *(by_day.get(day) for by_day in numbers)) for day in period)
    return tuple(
        line
        for line in lines
        if (line.pain, line.urge_to_move, line.asleep_min, line.woken_by_legs) != (None,) * 4
    )
