"""On which days something was there, and on which it is known not to have been.

A day of which nothing is known is in neither. What counts as known differs:

- **A word pressed** ("alcohol"): the days on which the question was answered, if only with "none of these".
  A word of the person's own could not be pressed before they thought of it: it counts from the first day it
  was pressed; one that is no longer on the list, up to the last.
- **A session**: the days whose page was written, under a plan or between the first and the last thing noted
  of the routine; and days noted as rest or skipped.
- **A visit** to a therapy: the written days of its course, from its start or first visit to its end or last
  visit. Days of other years would compare the years.
- **A medicine in use**: every day outside its dates, which tell of all days. One without a start is taken to
  have been in use before the journal began, as everywhere in the program.
- **A dose taken**: the written days on which the medicine was in use, from its first dose noted on.

Written: an answer on the page of the day, or a symptom. A day marked as bad and no more tells nothing.
Courses and medicines of one name are one, in capitals or not.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legjournal.factors import bare
from legjournal.trends.day_bits import Calendar, DayBits
from legjournal.trends.facts import DayFacts, Facts, Stretch


class FactorKind(StrEnum):
    """What a day can have been with or without."""

    WORD = "word"
    SESSION = "session"
    VISIT = "visit"
    IN_USE = "in use"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Factor:
    """name: as the person typed it, the latest spelling; empty for the session."""

    kind: FactorKind
    name: str = ""

    def is_like(self, other: "Factor") -> bool:
        """Whether it is the same, perhaps spelled as it was before the latest entry."""
        return self.kind is other.kind and bare(self.name) == bare(other.name)


@dataclass(frozen=True, slots=True)
class Known:
    """The days with a factor and those known to be without."""

    factor: Factor
    with_it: DayBits
    without: DayBits


def calendar_of(facts: Facts) -> Calendar | None:
    """From the first day of which anything is known to the last; None for no day."""
    if not facts.days:
        return None
    return Calendar(min(facts.days), max(facts.days))


def known_factors(facts: Facts, calendar: Calendar) -> list[Known]:
    """Every factor with a day with it, as the module says."""
    return [known for known in _known(facts, calendar, _Days(facts, calendar)) if known.with_it]


class _Days:
    """Kinds of days as bits."""

    def __init__(self, facts: Facts, calendar: Calendar) -> None:
        self._facts = facts
        self._calendar = calendar
        self.written = self.where(lambda day: day.written)

    def where(self, holds: Callable[[DayFacts], object]) -> DayBits:
        return self._calendar.bits(date for date, day in self._facts.days.items() if holds(day))


def _known(facts: Facts, calendar: Calendar, days: _Days) -> Iterator[Known]:
    yield _session(facts, calendar, days)
    yield from _words(facts, calendar, days)
    yield from _medicines(facts, calendar, days)
    yield from _visits(facts, calendar, days)


def _session(facts: Facts, calendar: Calendar, days: _Days) -> Known:
    with_it = days.where(lambda day: day.session)
    off = days.where(lambda day: day.day_off)
    noted = with_it | off
    routine = _from_first_to_last(noted) | _union(calendar, facts.plans)
    return Known(Factor(FactorKind.SESSION), with_it, (off | days.written & routine) & ~with_it)


def _words(facts: Facts, calendar: Calendar, days: _Days) -> Iterator[Known]:
    answered = days.where(lambda day: day.pressed is not None)
    pressed: dict[str, list[date]] = {}
    latest: dict[str, str] = {}
    for day, known in facts.days.items():
        for word in known.pressed or ():
            pressed.setdefault(bare(word), []).append(day)
            latest[bare(word)] = word
    listed = {bare(word) for word, on_list in facts.words.items() if on_list}
    brought = set(map(bare, facts.usual))
    for word, when in pressed.items():
        with_it = calendar.bits(when)
        first = None if word in brought else when[0]
        last = None if word in listed else when[-1]
        without = answered & calendar.between(first, last) & ~with_it
        yield Known(Factor(FactorKind.WORD, latest[word]), with_it, without)


def _medicines(facts: Facts, calendar: Calendar, days: _Days) -> Iterator[Known]:
    taken = days_of_each(facts, lambda day: day.taken)
    for name, rows in _by_name(facts.medicines):
        in_use = _union(calendar, rows)
        yield Known(Factor(FactorKind.IN_USE, name), in_use, calendar.all & ~in_use)
        doses = [day for row in rows for day in taken.get(row.id, ())]
        if doses:
            with_it = calendar.bits(doses)
            without = days.written & in_use & calendar.between(min(doses), None) & ~with_it
            yield Known(Factor(FactorKind.TAKEN, name), with_it, without)


def _visits(facts: Facts, calendar: Calendar, days: _Days) -> Iterator[Known]:
    visited = days_of_each(facts, lambda day: day.visited)
    for name, rows in _by_name(facts.courses):
        with_it = without = 0
        for row in rows:
            visits = visited.get(row.id, [])
            with_it |= calendar.bits(visits)
            if visits:
                without |= calendar.between(*course_days(row, visits))
        yield Known(Factor(FactorKind.VISIT, name), with_it, days.written & without & ~with_it)


def course_days(course: Stretch, visits: Iterable[date]) -> tuple[date | None, date | None]:
    """The first and the last day of a course: as written, else those of its visits; None where unknown."""
    visits = sorted(visits)
    first = course.first or next(iter(visits), None)
    return first, course.last or next(reversed(visits), None)


def days_of_each(facts: Facts, ids: Callable[[DayFacts], Iterable[str]]) -> dict[str, list[date]]:
    """The days on which each id stands, in order."""
    found: dict[str, list[date]] = {}
    for date_, day in facts.days.items():
        for id_ in ids(day):
            found.setdefault(id_, []).append(date_)
    return found


def _by_name(stretches: Iterable[Stretch]) -> Iterator[tuple[str, list[Stretch]]]:
    """Those of one name together, under its latest spelling."""
    found: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        found.setdefault(bare(stretch.name), []).append(stretch)
    return ((rows[-1].name, rows) for rows in found.values())


def _union(calendar: Calendar, stretches: Iterable[Stretch]) -> DayBits:
    bits = 0
    for stretch in stretches:
        bits |= calendar.between(stretch.first, stretch.last)
    return bits


def _from_first_to_last(bits: DayBits) -> DayBits:
    if not bits:
        return 0
    lowest = bits & -bits
    return (1 << bits.bit_length()) - lowest
