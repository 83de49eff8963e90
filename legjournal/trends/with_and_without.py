"""Days with something and days without, and what the evening, the night or the day after them was like.

For each factor (`known_days` says which days are known to have been without it) and each outcome there are
two groups of days, each with its number, mean and quarters (`groups`), and the difference of the means. It is
a difference between two groups of days, and says nothing of where it comes from.

A lifetime of days, every factor by every outcome, takes well under 200 ms: the days on which an outcome had
one value are a set of bits (`day_bits`), and a group's count of that value is one cut and one count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legjournal.trends.day_bits import Calendar, DayBits
from legjournal.trends.facts import OF_THE_NIGHT, Facts, Outcome
from legjournal.trends.groups import Group, group_of
from legjournal.trends.known_days import Factor, Known, calendar_of, known_factors
from legjournal.trends.period import Period

LEAST = 7  # days on each side before they are compared


class When(StrEnum):
    """When the outcome was, seen from the day with the factor or without."""

    SAME_EVENING = "same evening"
    NEXT_NIGHT = "next night"
    NEXT_DAY = "next day"


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared: on days with the factor and without, an outcome at a time."""

    factor: Factor
    outcome: Outcome
    when: When


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two groups of one question."""

    question: Question
    with_it: Group
    without: Group

    @property
    def is_enough(self) -> bool:
        """Whether there are enough days on each side to compare them at all."""
        return min(self.with_it.n, self.without.n) >= LEAST

    @property
    def difference(self) -> float | None:
        """Mean with, less mean without; None where there are too few days."""
        if not self.is_enough or self.with_it.mean is None or self.without.mean is None:
            return None
        return self.with_it.mean - self.without.mean


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of the two groups one by one, by the day with the factor or without, in order."""

    with_it: Mapping[date, int]
    without: Mapping[date, int]


def times_of(outcome: Outcome) -> tuple[When, ...]:
    """The times at which an outcome can be asked for."""
    return (When.NEXT_NIGHT,) if outcome in OF_THE_NIGHT else (When.SAME_EVENING, When.NEXT_DAY)


def compare_all(facts: Facts, period: Period | None = None) -> list[Comparison]:
    """Every question of the journal, on the days of `period` or on all."""
    calendar = calendar_of(facts)
    if calendar is None:
        return []
    known = [_within(one, calendar, period) for one in known_factors(facts, calendar)]
    return list(_compared(facts, calendar, [one for one in known if one.with_it]))


def answers(facts: Facts, question: Question, period: Period | None = None) -> Answers:
    """What the comparison of a question is made of: its dots. None of either where nothing is known."""
    calendar = calendar_of(facts)
    known = known_factors(facts, calendar) if calendar is not None else []
    found = next((one for one in known if one.factor.is_like(question.factor)), None)
    return answers_of(facts, found, question, period) if found is not None else Answers({}, {})


def answers_of(facts: Facts, known: Known, question: Question, period: Period | None) -> Answers:
    """As `answers`, of a factor whose days are known already, and so not from facts of no day at all."""
    calendar = calendar_of(facts)
    assert calendar is not None
    found = _within(known, calendar, period)
    values = facts.values(question.outcome)
    later = timedelta(days=_days_later(question.when))
    with_it, without = (
        {day: values[day + later] for day in calendar.days(bits) if day + later in values}
        for bits in (found.with_it, found.without)
    )
    return Answers(with_it, without)


def _within(known: Known, calendar: Calendar, period: Period | None) -> Known:
    if period is None:
        return known
    bits = calendar.between(period.first, period.last)
    return Known(known.factor, known.with_it & bits, known.without & bits)


def _compared(facts: Facts, calendar: Calendar, known: list[Known]) -> Iterator[Comparison]:
    for outcome in Outcome:
        days_by_value = _days_by_value(facts, outcome, calendar)
        for when in times_of(outcome):
            later = _days_later(when)
            for one in known:
                yield Comparison(
                    Question(one.factor, outcome, when),
                    _group(days_by_value, one.with_it << later),
                    _group(days_by_value, one.without << later),
                )


def _days_by_value(facts: Facts, outcome: Outcome, calendar: Calendar) -> dict[int, DayBits]:
    found: dict[int, list[date]] = {}
    for day, value in facts.values(outcome).items():
        found.setdefault(value, []).append(day)
    return {value: calendar.bits(days) for value, days in found.items()}


def _group(days_by_value: Mapping[int, DayBits], days: DayBits) -> Group:
    counts = ((value, (days & of_value).bit_count()) for value, of_value in days_by_value.items())
    return group_of({value: times for value, times in counts if times})


def _days_later(when: When) -> int:
    """A night belongs to the morning it ends on, so the night after a day is on the next date."""
    return 0 if when is When.SAME_EVENING else 1
