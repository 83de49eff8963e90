"""Appointments and what to ask at them."""

import datetime as dt

from sqlmodel import Field

from legjournal.models.row import Fields, Row, name, note
from legjournal.storage.types import LocalTime, TextList

MOST_QUESTIONS = 3  # what a nine-minute appointment holds


class AppointmentFields(Fields):
    """An appointment, what to ask, and what was agreed."""

    at: dt.datetime = Field(sa_type=LocalTime)
    with_whom: str = name()
    questions: list[str] = Field(default_factory=list, max_length=MOST_QUESTIONS, sa_type=TextList)
    agreed: str | None = note()


class Appointment(AppointmentFields, Row, table=True):
    """An appointment."""

    __tablename__ = "appointment"
