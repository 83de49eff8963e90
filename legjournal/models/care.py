"""Medicines, tests, therapies and appointments."""

import datetime as dt
from enum import StrEnum

from sqlmodel import Field

from legjournal.models.row import Fields, Row, count, name, note, score, short_text
from legjournal.storage.types import Choice, LocalTime, TextList

MOST_QUESTIONS = 3  # what a nine-minute appointment holds


class Regularity(StrEnum):
    """How a medicine is taken."""

    REGULAR = "regular"
    AS_NEEDED = "as needed"


class MedicineFields(Fields):
    """A medicine as the person types it. A change of dose is a new row that replaces the old."""

    name: str = name()
    dose: str | None = short_text()
    regularity: Regularity = Field(default=Regularity.REGULAR, sa_type=Choice(Regularity))
    started: dt.date | None = None
    stopped: dt.date | None = None
    why: str | None = short_text()
    replaces: str | None = Field(default=None, foreign_key="medicine.id")


class Medicine(MedicineFields, Row, table=True):
    """A medicine."""

    __tablename__ = "medicine"


class Dose(Row, table=True):
    """A dose taken."""

    __tablename__ = "dose"

    medicine_id: str = Field(foreign_key="medicine.id", index=True)
    taken_at: dt.datetime = Field(sa_type=LocalTime)
    amount: str | None = short_text()


class TestResultFields(Fields):
    """A number from a laboratory, with its unit and date, and no pass or fail."""

    __test__ = False  # pytest: this is a blood test

    name: str = name()
    number: float
    unit: str | None = short_text()
    date: dt.date


class TestResult(TestResultFields, Row, table=True):
    """A test result."""

    __tablename__ = "test_result"


class TherapyCourseFields(Fields):
    """A course of a therapy somewhere, at a price."""

    name: str = name()
    place: str | None = short_text()
    page: str | None = short_text()  # key of the resource page it was started from
    price_pence: int | None = count(100_000_000)
    planned_sessions: int | None = count(1000)
    started: dt.date | None = None
    stopped: dt.date | None = None
    note: str | None = note()


class TherapyCourse(TherapyCourseFields, Row, table=True):
    """A therapy course."""

    __tablename__ = "therapy_course"


class TherapySession(Row, table=True):
    """One visit, with what it cost and how the legs were before and after."""

    __tablename__ = "therapy_session"

    course_id: str = Field(foreign_key="therapy_course.id", index=True)
    date: dt.date = Field(index=True)
    cost_pence: int | None = count(100_000_000)
    before: int | None = score()
    after: int | None = score()
    note: str | None = note()


class AppointmentFields(Fields):
    """An appointment, what to ask, and what was agreed."""

    at: dt.datetime = Field(sa_type=LocalTime)
    with_whom: str = name()
    questions: list[str] = Field(default_factory=list, max_length=MOST_QUESTIONS, sa_type=TextList)
    agreed: str | None = note()


class Appointment(AppointmentFields, Row, table=True):
    """An appointment."""

    __tablename__ = "appointment"
