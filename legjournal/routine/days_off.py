"""Days off: rest, a session skipped for a reason, and a pause over several days."""

from datetime import date
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.routine import DayOff, DayOffFields, DayOffKind, Pause, PauseFields, SkipReason
from legjournal.storage.answers import answer, answer_for_day, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class DaysOff:
    """What is no session, and no failure either."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on(self, day: date) -> DayOff | None:
        """The rest or the skip recorded for `day`."""
        with self._store.read() as session:
            return session.exec(select(DayOff).where(DayOff.date == day)).first()

    def rest(self, day: date) -> Changed:
        """Record `day` as a day of rest. Raises FutureDay, NotSaved."""
        return self._record(day, DayOffKind.REST, None)

    def skip(self, day: date, reason: SkipReason | None = None) -> Changed:
        """Record that the session of `day` was skipped, and why if the person says. Raises as `rest`."""
        return self._record(day, DayOffKind.SKIPPED, reason)

    def clear(self, day: date) -> Changed:
        """Take the rest or the skip of `day` back."""
        with self._store.change() as change:
            row = change.session.exec(select(DayOff).where(DayOff.date == day)).first()
            if row is not None:
                change.session.delete(row)
        return change.changed()

    def pauses(self, first: date = date.min, last: date = date.max) -> list[Pause]:
        """The pauses that touch the days from `first` to `last`, the earliest first."""
        found = select(Pause).where(
            col(Pause.started) <= last, or_(col(Pause.ended).is_(None), col(Pause.ended) >= first)
        )
        with self._store.read() as session:
            return list(session.exec(found.order_by(col(Pause.started), col(Pause.id))))

    def record_pause(self, pause_id: str, **answers: Any) -> Changed:
        """Begin a pause, or change one: `started`, `ended`, `reason`, `note`.

        pause_id: from `models.row.new_id`. Raises NotSaved, and pydantic.ValidationError for what is no date
        or ends before it begins.
        """
        with self._store.change() as change:
            row = change.session.get(Pause, pause_id)
            if row is None:
                change.session.add(Pause(id=pause_id, **PauseFields.model_validate(answers).model_dump()))
            else:
                answer(change.session, row, PauseFields, answers)
        return change.changed()

    def remove_pause(self, pause_id: str) -> Changed:
        """Take a pause back as if it had never been."""
        return remove_row(self._store, Pause, pause_id)

    def _record(self, day: date, kind: DayOffKind, reason: SkipReason | None) -> Changed:
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(change.session, DayOff, DayOffFields, day, {"kind": kind, "reason": reason})
        return change.changed()
