"""Values by day, ready for a chart: the mean of any stretch at once, and the smooth line of any."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date
from itertools import accumulate

from legjournal.trends.figures import Mean
from legjournal.trends.period import DAY
from legjournal.trends.smoothing import DAYS, Line, weekly_mean


class ByDay:
    """Some days have a value; the others have none, which is not 0."""

    def __init__(self, values: Mapping[date, float]) -> None:
        self._values = dict(sorted(values.items()))
        self._days = list(self._values)
        self._sums = list(accumulate(self._values.values(), initial=0.0))

    def __len__(self) -> int:
        return len(self._days)

    def get(self, day: date) -> float | None:
        """The value of a day; None where there is none."""
        return self._values.get(day)

    @property
    def first(self) -> date | None:
        """The first day that has a value."""
        return self._days[0] if self._days else None

    def mean(self, first: date, last: date) -> Mean:
        """The mean of the days from `first` to `last`, both included, that have a value."""
        start, end = self._between(first, last)
        n = end - start
        return Mean(n, (self._sums[end] - self._sums[start]) / n if n else None)

    def smoothed(self, first: date, last: date) -> list[Line]:
        """The mean of the last seven days on each of these days, in lines that cross no gap over 3 days."""
        start, end = self._between(first - (DAYS - 1) * DAY, last)
        lines = weekly_mean({day: self._values[day] for day in self._days[start:end]})
        kept = ([(day, value) for day, value in line if day >= first] for line in lines)
        return [line for line in kept if line]

    def _between(self, first: date, last: date) -> tuple[int, int]:
        return bisect_left(self._days, first), bisect_right(self._days, last)
