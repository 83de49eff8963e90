"""Sets of days as whole numbers, a bit a day: to cut and count a lifetime of days takes microseconds."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

DayBits = int


class Calendar(NamedTuple):
    """The days the bits stand for: bit 0 is `first`, and the last bit is `last`."""

    first: date
    last: date

    @property
    def all(self) -> DayBits:
        """Every day."""
        return (1 << (self.last - self.first).days + 1) - 1

    def bits(self, days: Iterable[date]) -> DayBits:
        """These days, each of which the calendar has."""
        origin = self.first.toordinal()
        places = bytearray((self.last.toordinal() - origin) // 8 + 1)
        for day in days:
            bit = day.toordinal() - origin
            places[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(places, "little")

    def between(self, first: date | None, last: date | None) -> DayBits:
        """The days from `first` to `last`, both included; None is without end."""
        bits = self.all
        if first is not None and first > self.first:
            before = (first - self.first).days
            bits = bits >> before << before
        if last is not None and last < self.last:
            bits &= (1 << max(0, (last - self.first).days + 1)) - 1
        return bits

    def days(self, bits: DayBits) -> list[date]:
        """The days of a set, in order."""
        ones = f"{bits:b}"[::-1]
        return [self.first + timedelta(days=place) for place, one in enumerate(ones) if one == "1"]
