"""Therapy courses: sessions, what they cost, before and after."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import col, select

from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.storage.store import Store


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """One course over a period. Cost in pence, None where none was written; scores are means, 0 to 10."""

    name: str
    sessions: int
    cost_pence: int | None
    before: float | None
    after: float | None


class Therapies:
    """The therapy courses of the journal."""

    def __init__(self, store: Store) -> None:
        self._store = store

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
