"""The days a figure is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on or after the day it begins")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(len(self)))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def weeks(self) -> list[date]:
        """The Mondays of the weeks that lie wholly in the period."""
        monday = self.first + timedelta(days=-self.first.weekday() % 7)
        return [monday + timedelta(weeks=n) for n in range(max(0, ((self.last - monday).days + 1) // 7))]
