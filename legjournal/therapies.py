"""Therapy courses: sessions, what they cost, before and after."""

from dataclasses import dataclass
from datetime import date
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
from legjournal.storage.answers import answer
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """One course over a period. Cost in pence, None where none was written; scores are means, 0 to 10."""

    name: str
    sessions: int
    cost_pence: int | None
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Visit:
    """One session as its day shows it. Cost in pence; None where nothing was answered."""

    id: str
    name: str
    place: str | None
    cost_pence: int | None
    before: int | None
    after: int | None


class Therapies:
    """The therapy courses of the journal."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def in_use(self, day: date) -> list[TherapyCourse]:
        """The courses that have not ended before `day`, the one visited last first."""
        with self._store.read() as session:
            return list(session.exec(_in_use(day)))

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
        """Store answers about one session; one that is gone meanwhile changes nothing."""
        with self._store.change() as change:
            row = change.session.get(TherapySession, session_id)
            if row is not None:
                answer(change.session, row, TherapySessionFields, answers)
        return change.changed()

    def remove(self, session_id: str) -> Changed:
        """Take a session off its day, and with the only one a course of which nothing else was said."""
        with self._store.change() as change:
            row = change.session.get(TherapySession, session_id)
            if row is not None:
                change.session.delete(row)
                change.session.flush()
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
                )
                .join(TherapySession, col(TherapySession.course_id) == col(TherapyCourse.id))
                .where(within)
                .group_by(col(TherapyCourse.id))
                .order_by(func.min(TherapySession.date))
            ).all()
        return [CourseFigures(*row) for row in rows]


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
