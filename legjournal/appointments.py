"""Appointments: when, with whom, what to ask, what was agreed."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from legjournal.models.appointments import Appointment, AppointmentFields
from legjournal.storage.answers import correct_row, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Appointments:
    """The appointments, past and to come."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Appointment]:
        """Every appointment, the earliest first."""
        with self._store.read() as session:
            return sorted(session.exec(select(Appointment)), key=lambda row: row.at)

    def get(self, appointment_id: str) -> Appointment | None:
        """One appointment; None when it is gone."""
        with self._store.read() as session:
            return session.get(Appointment, appointment_id)

    def next_after(self, instant: datetime) -> Appointment | None:
        """The first appointment from `instant` on."""
        with self._store.read() as session:
            # The file has local times in their order; a day more, for their offsets may differ.
            found = select(Appointment).where(col(Appointment.at) >= instant - timedelta(days=1))
            coming = [row for row in session.exec(found) if row.at >= instant]
        return min(coming, key=lambda row: row.at, default=None)

    def add(self, **answers: Any) -> Changed:
        """A new appointment; its id is `changed.rows[0]`."""
        fields = AppointmentFields.model_validate(answers)
        with self._store.change() as change:
            change.session.add(Appointment(**fields.model_dump()))
        return change.changed()

    def change(self, appointment_id: str, **answers: Any) -> Changed:
        """Store answers about one appointment."""
        return correct_row(self._store, Appointment, AppointmentFields, appointment_id, answers)

    def remove(self, appointment_id: str) -> Changed:
        """Take an appointment away; one that is gone meanwhile changes nothing."""
        return remove_row(self._store, Appointment, appointment_id)
