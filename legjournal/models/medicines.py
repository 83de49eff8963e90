"""Medicines, doses and the results of tests."""

import datetime as dt
from enum import StrEnum
from typing import Self

from pydantic import model_validator
from sqlmodel import Field

from legjournal.clock import day_of_wall
from legjournal.models.row import Fields, Row, name, short_text
from legjournal.storage.types import Choice, LocalTime


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

    @model_validator(mode="after")
    def _can_be_true(self) -> Self:
        if self.started and self.stopped and self.stopped < self.started:
            raise ValueError("stopped before it was started")
        return self


class Medicine(MedicineFields, Row, table=True):
    """A medicine."""

    __tablename__ = "medicine"


class DoseFields(Fields):
    """A dose taken: of what, when, and how much in the person's own words."""

    medicine_id: str = Field(foreign_key="medicine.id", index=True)
    taken_at: dt.datetime = Field(sa_type=LocalTime)
    amount: str | None = short_text()


class Dose(DoseFields, Row, table=True):
    """A dose taken."""

    __tablename__ = "dose"

    @property
    def day(self) -> dt.date:
        """The page of the diary it belongs to: before 4am that of the evening before."""
        return day_of_wall(self.taken_at)


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
