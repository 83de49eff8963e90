"""Naps: sleep in the daytime, several a day, never part of the night."""

from datetime import date
from typing import Any

from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.nights import Nap, NapFields
from legjournal.storage.answers import answer, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Naps:
    """A nap belongs to the diary day it was taken on: that of the page, not that of the night after."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on(self, day: date) -> list[Nap]:
        """The naps of `day` in the order in which they were first written."""
        with self._store.read() as session:
            found = select(Nap).where(Nap.date == day)
            return list(session.exec(found.order_by(col(Nap.recorded_at), col(Nap.id))))

    def record(self, day: date, nap_id: str, **answers: Any) -> Changed:
        """Store answers about one nap of `day`; None takes one back.

        nap_id: from `models.row.new_id`. The first answer makes the nap, the last one taken back removes it.
        Raises FutureDay, NotSaved, and pydantic.ValidationError for an answer outside its bounds.
        """
        self._clock.refuse_future(day)
        with self._store.change() as change:
            row = change.session.get(Nap, nap_id)
            answered = any(value is not None for value in answers.values())
            if row is None and answered:
                fields = NapFields.model_validate(answers)
                change.session.add(Nap(id=nap_id, date=day, **fields.model_dump()))
            elif row is not None:
                answer(change.session, row, NapFields, answers)
                if row.started is None and row.minutes is None:
                    change.session.delete(row)
        return change.changed()

    def remove(self, nap_id: str) -> Changed:
        """Take a nap off its page; its revision keeps it."""
        return remove_row(self._store, Nap, nap_id)
