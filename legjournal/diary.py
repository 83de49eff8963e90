"""The diary: one page a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from legjournal.clock import Clock
from legjournal.models.diary import DiaryDay, DiaryDayFields, Symptom
from legjournal.models.nights import Awakening, Night
from legjournal.storage.answers import answer_for_day
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a calendar shows of one day.

    night, day: whether anything was recorded of the night ending on it, and of the day itself.
    worst: the highest score of its symptoms and of the notes of its night, 0 to 10.
    """

    night: bool = False
    day: bool = False
    worst: int | None = None


class Diary:
    """The days."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def day(self, day: date) -> DiaryDay | None:
        """What was written on the page of `day`."""
        with self._store.read() as session:
            return session.exec(select(DiaryDay).where(DiaryDay.date == day)).first()

    def record(self, day: date, **answers: Any) -> Changed:
        """Store answers on the page of `day`; None takes one back. Raises FutureDay, NotSaved."""
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(change.session, DiaryDay, DiaryDayFields, day, answers)
        return change.changed()

    def mark_bad_day(self, day: date) -> Changed:
        """Record the day as bad, with the time of saying so; everything else stays not answered.

        A day that is marked already keeps its time. Raises FutureDay, NotSaved.
        """
        page = self.day(day)
        at = page.bad_day_at if page is not None else None
        return self.record(day, bad_day_at=at or self._clock.now())

    def is_blank(self) -> bool:
        """Whether nothing was ever recorded of a night, a day or the legs."""
        with self._store.read() as session:
            return all(
                session.exec(select(table.id).limit(1)).first() is None
                for table in (Night, DiaryDay, Symptom)
            )

    def marks(self, first: date, last: date) -> dict[date, DayMark]:
        """What the calendar shows for the days from `first` to `last` that have something."""
        with self._store.read() as session:
            nights = _dates(session, Night, first, last)
            days = _dates(session, DiaryDay, first, last)
            noted = _worst_scores(session, Awakening, first, last)
            felt = _worst_scores(session, Symptom, first, last)
        marks = {}
        for day in {*nights, *days, *noted, *felt}:
            scores = [score for score in (noted.get(day), felt.get(day)) if score is not None]
            marks[day] = DayMark(
                night=day in nights or day in noted,
                day=day in days or day in felt,
                worst=max(scores, default=None),
            )
        return marks


def _dates(session: Session, table: type[DiaryDay] | type[Night], first: date, last: date) -> set[date]:
    """The days of a table that has one row a day."""
    return set(session.exec(select(col(table.date)).where(col(table.date).between(first, last))))


def _worst_scores(
    session: Session, table: type[Symptom] | type[Awakening], first: date, last: date
) -> dict[date, int | None]:
    """The days of a table that has several rows a day, with the highest score of each."""
    rows = session.exec(
        select(col(table.date), func.max(table.score))
        .where(col(table.date).between(first, last))
        .group_by(col(table.date))
    )
    return dict(rows.all())
