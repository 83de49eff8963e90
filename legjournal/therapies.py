"""Therapy courses: sessions, what they cost, before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from legjournal.clock import Clock
from legjournal.models.therapies import (
    TherapyCourse,
    TherapyCourseFields,
    TherapySession,
    TherapySessionFields,
)
from legjournal.storage.answers import correct_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """One course over a period. Cost in pence, None where none was written; scores are means, 0 to 10.

    started, stopped: of the whole course, None where that was not written.
    """

    name: str
    sessions: int
    cost_pence: int | None
    before: float | None
    after: float | None
    started: date | None
    stopped: date | None


@dataclass(frozen=True, slots=True)
class Visit:
    """One session as its day shows it. Cost in pence; None where nothing was answered."""

    id: str
    name: str
    place: str | None
    cost_pence: int | None
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class CourseLog:
    """A course with its visits, the latest first."""

    course: TherapyCourse
    visits: list[TherapySession]


@dataclass(frozen=True, slots=True)
class Spent:
    """Visits, how many of them have a cost written, and their sum in pence; None where none has."""

    visits: int
    priced: int
    pence: int | None


class Therapies:
    """The therapy courses of the journal."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def in_use(self, day: date) -> list[TherapyCourse]:
        """The courses that have not ended before `day`, the one visited last first."""
        with self._store.read() as session:
            return list(session.exec(_in_use(day)))

    def logs(self) -> list[CourseLog]:
        """Every course with its visits; those that go on first, the one visited or begun last at the top."""
        return self._logs(select(TherapyCourse), select(TherapySession))

    def logs_about(self, page: str) -> list[CourseLog]:
        """Those of `logs` that were started from the resource page of this key, or of an older one of it."""
        from legjournal.library.pages import keys_of

        courses = select(TherapyCourse).where(col(TherapyCourse.page).in_(keys_of(page)))
        theirs = col(TherapySession.course_id).in_(courses.with_only_columns(col(TherapyCourse.id)))
        return self._logs(courses, select(TherapySession).where(theirs))

    def add(self, **answers: Any) -> Changed:
        """A new course; its id is `changed.rows[0]`. Raises FutureDay, NotSaved, pydantic.ValidationError."""
        self._refuse_future(answers)
        fields = TherapyCourseFields.model_validate(answers)
        with self._store.change() as change:
            change.session.add(TherapyCourse(**fields.model_dump()))
        return change.changed()

    def correct(self, course_id: str, **answers: Any) -> Changed:
        """Store answers about a course; one that is gone meanwhile changes nothing. Raises as `add` does."""
        self._refuse_future(answers)
        return correct_row(self._store, TherapyCourse, TherapyCourseFields, course_id, answers)

    def remove_course(self, course_id: str) -> Changed:
        """Take a course away with all its visits."""
        with self._store.change() as change:
            course = change.session.get(TherapyCourse, course_id)
            if course is not None:
                for visit in change.session.exec(_visits_of(course_id)):
                    change.session.delete(visit)
                change.session.flush()  # what refers to it goes first
                change.session.delete(course)
        return change.changed()

    def add_visit(self, course_id: str, **answers: Any) -> Changed:
        """A visit with its answers; a course that is gone meanwhile changes nothing. Raises as `add` does."""
        self._refuse_future(answers)
        fields = TherapySessionFields.model_validate({"course_id": course_id, **answers})
        with self._store.change() as change:
            if change.session.get(TherapyCourse, course_id) is not None:
                change.session.add(TherapySession(**fields.model_dump()))
        return change.changed()

    def on(self, day: date) -> list[Visit]:
        """The sessions of `day` in the order in which they were first written."""
        with self._store.read() as session:
            rows = session.exec(
                select(TherapySession, TherapyCourse)
                .join(TherapyCourse, col(TherapySession.course_id) == col(TherapyCourse.id))
                .where(TherapySession.date == day)
                .order_by(col(TherapySession.recorded_at), col(TherapySession.id))
            ).all()
        return [
            Visit(row.id, course.name, course.place, row.cost_pence, row.before, row.after)
            for row, course in rows
        ]

    def record(self, day: date, course_id: str) -> Changed:
        """A session of a course on `day`; a course that is gone meanwhile changes nothing.

        Raises FutureDay, NotSaved.
        """
        self._clock.refuse_future(day)
        with self._store.change() as change:
            if change.session.get(TherapyCourse, course_id) is not None:
                _add_session(change.session, course_id, day)
        return change.changed()

    def begin(self, day: date, name: str) -> Changed:
        """A new course of that name and its first session, in one.

        A course of the name that is in use already gets the session. Raises FutureDay, NotSaved.
        """
        self._clock.refuse_future(day)
        fields = TherapyCourseFields(name=name, started=day)
        with self._store.change() as change:
            known = change.session.exec(_in_use(day))
            course = next((row for row in known if row.name.casefold() == name.casefold()), None)
            if course is None:
                course = TherapyCourse(**fields.model_dump())
                change.session.add(course)
                change.session.flush()  # the session refers to it
            _add_session(change.session, course.id, day)
        return change.changed()

    def change(self, session_id: str, **answers: Any) -> Changed:
        """Store answers about one session; one that is gone meanwhile changes nothing.

        Raises as `add` does.
        """
        self._refuse_future(answers)
        return correct_row(self._store, TherapySession, TherapySessionFields, session_id, answers)

    def remove(self, session_id: str, *, keeps_course: bool = False) -> Changed:
        """Take a session off its day, and with the only one a course of which nothing else was said.

        keeps_course: whether such a course stays.
        """
        with self._store.change() as change:
            row = change.session.get(TherapySession, session_id)
            if row is not None:
                change.session.delete(row)
                change.session.flush()
                if not keeps_course:
                    _drop_unless_used(change.session, row.course_id)
        return change.changed()

    def between(self, first: date, last: date) -> list[CourseFigures]:
        """The courses with a session from `first` to `last`."""
        within = col(TherapySession.date).between(first, last)
        with self._store.read() as session:
            rows = session.exec(
                select(  # type: ignore[call-overload]  # SQLModel's overloads end at four columns
                    TherapyCourse.name,
                    func.count(),
                    func.sum(TherapySession.cost_pence),
                    func.avg(TherapySession.before),
                    func.avg(TherapySession.after),
                    TherapyCourse.started,
                    TherapyCourse.stopped,
                )
                .join(TherapySession, col(TherapySession.course_id) == col(TherapyCourse.id))
                .where(within)
                .group_by(col(TherapyCourse.id))
                .order_by(func.min(TherapySession.date))
            ).all()
        return [CourseFigures(*row) for row in rows]

    def _logs(
        self, courses: SelectOfScalar[TherapyCourse], visits: SelectOfScalar[TherapySession]
    ) -> list[CourseLog]:
        by_course: dict[str, list[TherapySession]] = {}
        with self._store.read() as session:
            rows = list(session.exec(courses))
            for visit in session.exec(visits):
                by_course.setdefault(visit.course_id, []).append(visit)
        for theirs in by_course.values():
            theirs.sort(key=lambda row: (row.date, row.recorded_at), reverse=True)
        logs = [CourseLog(course, by_course.get(course.id, [])) for course in rows]
        logs.sort(key=_latest, reverse=True)
        return sorted(logs, key=self._is_over)

    def _refuse_future(self, answers: dict[str, Any]) -> None:
        for name in ("date", "started", "stopped"):
            if answers.get(name) is not None:
                self._clock.refuse_future(answers[name])

    def _is_over(self, log: CourseLog) -> bool:
        return log.course.stopped is not None and log.course.stopped < self._clock.today()


def spent_by_therapy(logs: Iterable[CourseLog]) -> list[tuple[str, Spent]]:
    """What each therapy cost, in the order of `logs`; courses of one name count together."""
    named: dict[str, tuple[str, list[TherapySession]]] = {}
    for log in logs:
        _, visits = named.setdefault(log.course.name.casefold(), (log.course.name, []))
        visits.extend(log.visits)
    return [(name, _spent(visits)) for name, visits in named.values() if visits]


def spent_by_month(logs: Iterable[CourseLog]) -> list[tuple[date, Spent]]:
    """What each month cost, by its first day, the latest first; months without a visit are left out."""
    months: dict[date, list[TherapySession]] = {}
    for log in logs:
        for visit in log.visits:
            months.setdefault(visit.date.replace(day=1), []).append(visit)
    return [(month, _spent(months[month])) for month in sorted(months, reverse=True)]


def _spent(visits: list[TherapySession]) -> Spent:
    costs = [visit.cost_pence for visit in visits if visit.cost_pence is not None]
    return Spent(len(visits), len(costs), sum(costs) if costs else None)


def _latest(log: CourseLog) -> tuple[date, datetime]:
    days = [day for day in (log.course.started, log.course.stopped) if day is not None]
    return max([*days, *(visit.date for visit in log.visits[:1])], default=date.min), log.course.recorded_at


def _visits_of(course_id: str) -> SelectOfScalar[TherapySession]:
    return select(TherapySession).where(TherapySession.course_id == course_id)


def _in_use(day: date) -> SelectOfScalar[TherapyCourse]:
    return (
        select(TherapyCourse)
        .outerjoin(TherapySession, col(TherapySession.course_id) == col(TherapyCourse.id))
        .where(col(TherapyCourse.stopped).is_(None) | (col(TherapyCourse.stopped) >= day))
        .group_by(col(TherapyCourse.id))
        .order_by(func.max(TherapySession.date).desc(), col(TherapyCourse.name), col(TherapyCourse.id))
    )


def _add_session(session: Session, course_id: str, day: date) -> None:
    fields = TherapySessionFields(course_id=course_id, date=day)
    session.add(TherapySession(**fields.model_dump()))


def _drop_unless_used(session: Session, course_id: str) -> None:
    course = session.get_one(TherapyCourse, course_id)
    said = TherapyCourseFields.model_fields.keys() - {"name", "started"}
    says_more = any(getattr(course, name) is not None for name in said)
    visited = session.exec(select(TherapySession.id).where(TherapySession.course_id == course_id)).first()
    if not says_more and visited is None:
        session.delete(course)
