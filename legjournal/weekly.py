"""The weekly check: three own-worded questions about the past week."""

from datetime import date
from typing import Any

from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.weekly import WeeklyCheck, WeeklyCheckFields
from legjournal.storage.answers import answer_for_day
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Weekly:
    """Weekly checks, by the date they were filled in."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def latest(self, until: date) -> WeeklyCheck | None:
        """The newest check on or before `until`."""
        with self._store.read() as session:
            found = select(WeeklyCheck).where(col(WeeklyCheck.date) <= until)
            return session.exec(found.order_by(col(WeeklyCheck.date).desc())).first()

    def record(self, day: date, **answers: Any) -> Changed:
        """Store answers of the check of `day`. Raises FutureDay, NotSaved."""
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(change.session, WeeklyCheck, WeeklyCheckFields, day, answers)
        return change.changed()
