"""Appointments: those of the period, and the one the report is for."""

from dataclasses import dataclass
from datetime import datetime

from legjournal.journal import Journal
from legjournal.models.appointments import Appointment
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """An appointment in the period, or the next one to come."""

    at: datetime
    with_whom: str
    questions: tuple[str, ...]
    agreed: str | None


def appointments(journal: Journal, period: Period) -> tuple[AppointmentLine, ...]:
    """Those of the period, the earliest first."""
    rows = journal.appointments.all()
    return tuple(_line(row) for row in rows if row.at.date() in period)


def occasion(journal: Journal, appointment_id: str) -> AppointmentLine | None:
    """The one named; the next to come where none is, or where that one is gone."""
    named = journal.appointments.get(appointment_id) if appointment_id else None
    found = named or journal.appointments.next_after(journal.clock.now())
    return _line(found) if found else None


def _line(row: Appointment) -> AppointmentLine:
    return AppointmentLine(row.at, row.with_whom, tuple(row.questions), row.agreed)
