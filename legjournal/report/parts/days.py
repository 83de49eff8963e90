"""The days one by one: the numbers of the chart and of the table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from legjournal.trends.figures import asleep_by_day
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the chart and the table."""

    date: date
    pain: int | None
    urge_to_move: int | None
    asleep_min: int | None
    woken_by_legs: int | None


def days(
    period: Period, nights: Iterable[Any], pain: Mapping[date, int], urge: Mapping[date, int]
) -> tuple[DayLine, ...]:
    """Each day that has a number."""
    nights = list(nights)
    asleep = asleep_by_day(nights)
    by_legs = {night.date: night.woken_by_legs for night in nights if night.woken_by_legs is not None}
    lines = (DayLine(day, pain.get(day), urge.get(day), asleep.get(day), by_legs.get(day)) for day in period)
    return tuple(
        line
        for line in lines
        if (line.pain, line.urge_to_move, line.asleep_min, line.woken_by_legs) != (None,) * 4
    )
