"""A leaf of a calendar: a month or a year, turned to another, but never beyond what there is."""

from dataclasses import dataclass, replace
from datetime import date

from legjournal import phrases
from legjournal.trends.period import DAY, Period
from legjournal.words import text

MONTH, YEAR = 1, 12  # months on a leaf


@dataclass(frozen=True, slots=True)
class Leaf:
    """`months` of them, MONTH or YEAR. day: any day of it. whole: all the days there are."""

    whole: Period
    day: date
    months: int = MONTH

    @property
    def period(self) -> Period:
        """From the first day of the month or year to its last."""
        begin = _month_of(self.day) if self.months == MONTH else date(self.day.year, 1, 1)
        return Period(begin, _later(begin, self.months) - DAY)

    @property
    def come(self) -> Period:
        """Of these days those that have come."""
        return Period(self.period.first, max(self.period.first, min(self.period.last, self.whole.last)))

    @property
    def each_month(self) -> list[Period]:
        """The months on it, each from its first day to its last."""
        begins = [_later(self.period.first, n) for n in range(self.months)]
        return [Period(begin, _later(begin, 1) - DAY) for begin in begins]

    @property
    def at_first(self) -> bool:
        """Whether there is no earlier leaf."""
        return self.period.first <= self.whole.first

    @property
    def at_last(self) -> bool:
        """Whether there is no later leaf."""
        return self.period.last >= self.whole.last

    @property
    def name(self) -> str:
        """November 2026, or 2026."""
        return month_name(self.day) if self.months == MONTH else str(self.day.year)

    def turned(self, leaves: int) -> "Leaf":
        """So many leaves later, or earlier where it is negative; its last day is the one in mind then."""
        begin = _later(self.period.first, self.months * leaves)
        return self.at(_later(begin, self.months) - DAY)

    def at(self, day: date) -> "Leaf":
        """The leaf of a day, or the nearest that there is."""
        return replace(self, day=min(max(day, self.whole.first), self.whole.last))

    def of_months(self, months: int) -> "Leaf":
        """As wide as that."""
        return replace(self, months=months)

    def within(self, whole: Period) -> "Leaf":
        """The same days, as far as there are such; the newest leaf goes on to be the newest."""
        day = whole.last if self.at_last else self.day
        return replace(self, whole=whole).at(day)


def leaves(period: Period, most_months: int) -> list[Leaf]:
    """Those that hold all days of a period: its months, or its years where that would be too many."""
    years = period.last.year - period.first.year
    months = 12 * years + period.last.month - period.first.month
    short = months < most_months
    first = Leaf(period, period.first, MONTH if short else YEAR)
    return [first.turned(n) for n in range((months if short else years) + 1)]


def month_name(day: date) -> str:
    """November 2026."""
    return text("{month} {year}").format(month=phrases.months()[day.month - 1], year=day.year)


def _month_of(day: date) -> date:
    return day.replace(day=1)


def _later(first: date, months: int) -> date:
    """The first day of a month, so many months later; before the year 1 there is none."""
    number = max(first.year * 12 + first.month - 1 + months, 12)
    return date(number // 12, number % 12 + 1, 1)
