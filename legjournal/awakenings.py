"""What is noted while awake in the night, filed under the morning that night ends on."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import select

from legjournal.clock import Clock
from legjournal.models.nights import Awakening, AwakeningFields
from legjournal.storage.answers import remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

MIDDAY = 12  # o'clock: from here on an hour belongs to the coming night


class Awakenings:
    """Several a night."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def night_of(self, instant: datetime) -> date:
        """The morning the night of an instant ends on: from midday on it is the coming one."""
        return instant.date() + timedelta(days=1) if instant.hour >= MIDDAY else instant.date()

    def in_night(self, day: date) -> list[Awakening]:
        """What was noted in the night ending on `day`, in the order of the night."""
        with self._store.read() as session:
            found = select(Awakening).where(Awakening.date == day)
            rows = session.exec(found).all()
        return sorted(rows, key=lambda row: row.noted_at)

    def note(self, **answers: Any) -> Changed:
        """Note how it is now; None and what is left out stay not answered. Raises NotSaved.

        Raises pydantic.ValidationError for an answer outside its bounds.
        """
        now = self._clock.now()
        fields = AwakeningFields.model_validate({**answers, "noted_at": now})
        with self._store.change() as change:
            change.session.add(Awakening(date=self.night_of(now), **fields.model_dump()))
        return change.changed()

    def remove(self, awakening_id: str) -> Changed:
        """Take a note away; its revision keeps it. One that is gone meanwhile changes nothing."""
        return remove_row(self._store, Awakening, awakening_id)
