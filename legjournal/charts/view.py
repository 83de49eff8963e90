"""Which days of a long time axis are in sight: moved and drawn closer, but never beyond what there is."""

from dataclasses import dataclass, replace
from datetime import date

from legjournal.trends.period import DAY, Period

FEWEST = 14  # days in sight
WIDER = 1.6  # one step of the zoom


@dataclass(frozen=True, slots=True)
class View:
    """`days` days up to `last`, within `whole`: all that could be looked at."""

    whole: Period
    last: date
    days: int

    @property
    def period(self) -> Period:
        """The days in sight. A short journal is seen whole, and with as many days before it as needed."""
        return Period(self.last - (self.days - 1) * DAY, self.last)

    @property
    def most(self) -> int:
        """How many days can be in sight."""
        return max(FEWEST, len(self.whole))

    @property
    def fewest(self) -> int:
        """How few."""
        return FEWEST

    @property
    def at_first(self) -> bool:
        """Whether there is nothing earlier."""
        return self.period.first <= self.whole.first

    @property
    def at_last(self) -> bool:
        """Whether there is nothing later."""
        return self.last >= self.whole.last

    def within(self, whole: Period) -> "View":
        """The same days, as far as there are such: one that ended on the last day goes on to do so."""
        last = whole.last if self.at_last else self.last
        return replace(self, whole=whole, last=last)._kept_inside()

    def moved(self, days: int) -> "View":
        """So many days later, or earlier where it is negative."""
        return replace(self, last=self.last + days * DAY)._kept_inside()

    def moved_by(self, share: float) -> "View":
        """By so many of its widths, and by a day at least."""
        return self.moved(round(share * self.days) or (1 if share > 0 else -1))

    def zoomed_by(self, steps: float, at: float) -> "View":
        """So many steps closer, or wider where it is negative."""
        return self.zoomed(WIDER**-steps, at)

    def of_days(self, days: int) -> "View":
        """So many days, up to the same last one."""
        return replace(self, days=days)._kept_inside()

    def zoomed(self, factor: float, at: float = 1.0) -> "View":
        """`factor` times as many days; the one at `at`, 0 left to 1 right, stays where it is."""
        days = min(max(round(self.days * factor), FEWEST), self.most)
        last = self.last - round((1 - at) * (self.days - days)) * DAY
        return replace(self, days=days, last=last)._kept_inside()

    def showing(self, first: date, last: date) -> "View":
        """These days, and as many around them as the fewest in sight need."""
        days = max(FEWEST, (last - first).days + 1)
        middle = first + (last - first) / 2
        return replace(self, days=days, last=middle + (days // 2) * DAY)._kept_inside()

    def _kept_inside(self) -> "View":
        days = min(max(self.days, FEWEST), self.most)
        earliest = min(self.whole.first + (days - 1) * DAY, self.whole.last)
        return replace(self, days=days, last=min(max(self.last, earliest), self.whole.last))
