"""The therapies visit by visit: where, at what price, and the legs before and after."""

from dataclasses import dataclass
from datetime import date

from legjournal.journal import Journal
from legjournal.models.therapies import TherapySession
from legjournal.therapies import CourseLog
from legjournal.trends.figures import Mean, mean
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit. Cost in pence, scores 0 to 10; None where nothing was answered."""

    date: date
    cost_pence: int | None
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course with its visits of the period, the earliest first.

    price_pence: that of one visit, as agreed. cost_pence: the sum of the visits that have a cost, `priced` of
    them; None where none has.
    """

    name: str
    place: str | None
    price_pence: int | None
    planned: int | None
    started: date | None
    stopped: date | None
    visits: tuple[VisitLine, ...]
    priced: int
    cost_pence: int | None
    before: Mean
    after: Mean


def courses(journal: Journal, period: Period) -> tuple[CourseLine, ...]:
    """The courses with a visit in the period, the one visited first at the top."""
    lines = [_course(log, within) for log in journal.therapies.logs() if (within := _within(log, period))]
    return tuple(sorted(lines, key=lambda line: line.visits[0].date))


def _within(log: CourseLog, period: Period) -> list[TherapySession]:
    return [visit for visit in reversed(log.visits) if visit.date in period]


def _course(log: CourseLog, visits: list[TherapySession]) -> CourseLine:
    course = log.course
    costs = [visit.cost_pence for visit in visits if visit.cost_pence is not None]
    return CourseLine(
        name=course.name,
        place=course.place,
        price_pence=course.price_pence,
        planned=course.planned_sessions,
        started=course.started,
        stopped=course.stopped,
        visits=tuple(VisitLine(row.date, row.cost_pence, row.before, row.after) for row in visits),
        priced=len(costs),
        cost_pence=sum(costs) if costs else None,
        before=mean(row.before for row in visits),
        after=mean(row.after for row in visits),
    )
