"""The two weeks before something began, while it went on, and the two weeks after it ended.

The something is a therapy course, a dose of a medicine or a plan of the routine. The day on which it began
and the day on which it ended belong to it. A night belongs to the evening it began on: the night before the
first day is before, that after the last day is part of it. An evening or a night without an answer is in no
group.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legjournal.trends.facts import OF_THE_NIGHT, Facts, Outcome, Stretch
from legjournal.trends.groups import Group, group
from legjournal.trends.known_days import course_days, days_of_each
from legjournal.trends.period import DAY

FORTNIGHT = timedelta(days=14)


class CourseKind(StrEnum):
    """What went on."""

    THERAPY = "therapy"
    MEDICINE = "medicine"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Phases:
    """One outcome before, during and after."""

    before: Group
    during: Group
    after: Group


@dataclass(frozen=True, slots=True)
class Course:
    """last: None while it goes on; then there is no after. detail: the dose or the place, as typed."""

    kind: CourseKind
    name: str
    detail: str | None
    first: date
    last: date | None
    outcomes: Mapping[Outcome, Phases]


def courses(facts: Facts) -> list[Course]:
    """Each therapy, dose of a medicine and plan whose beginning is known, the latest begun first.

    A therapy without a start has the days of its first and last visit; one with a start and no end goes on.
    """
    answers = {outcome: _Answers(facts, outcome) for outcome in Outcome}
    found = [
        Course(
            kind,
            one.name,
            one.detail,
            one.first,
            one.last,
            {outcome: days.phases(one.first, one.last) for outcome, days in answers.items()},
        )
        for kind, one in _stretches(facts)
        if one.first is not None
    ]
    return sorted(found, key=lambda course: course.first, reverse=True)


def answers_around(facts: Facts, outcome: Outcome, course: Course) -> tuple[list[int], list[int], list[int]]:
    """The answers of one outcome before, during and after, one by one and in order: its dots."""
    return _Answers(facts, outcome).around(course.first, course.last)


def _stretches(facts: Facts) -> Iterator[tuple[CourseKind, Stretch]]:
    visits = days_of_each(facts, lambda day: day.visited)
    for one in facts.courses:
        first, last = (one.first, one.last) if one.first else course_days(one, visits.get(one.id, ()))
        yield CourseKind.THERAPY, Stretch(one.id, one.name, first, last, one.detail)
    yield from ((CourseKind.MEDICINE, one) for one in facts.medicines)
    yield from ((CourseKind.PLAN, one) for one in facts.plans)


class _Answers:
    """The answers of one outcome by the evening they belong to, to cut groups from."""

    def __init__(self, facts: Facts, outcome: Outcome) -> None:
        back = DAY if outcome in OF_THE_NIGHT else timedelta()
        values = facts.values(outcome)
        self._days = [day - back for day in values]
        self._values = list(values.values())

    def phases(self, first: date, last: date | None) -> Phases:
        return Phases(*map(group, self.around(first, last)))

    def around(self, first: date, last: date | None) -> tuple[list[int], list[int], list[int]]:
        """Before, during, after; nothing is after what goes on."""
        end = None if last is None else last + DAY
        return (
            self._between(first - FORTNIGHT, first),
            self._between(first, end),
            [] if end is None else self._between(end, end + FORTNIGHT),
        )

    def _between(self, first: date, end: date | None) -> list[int]:
        """The days from `first` on, before `end`."""
        begin = bisect_left(self._days, first)
        return self._values[begin : None if end is None else bisect_left(self._days, end)]
