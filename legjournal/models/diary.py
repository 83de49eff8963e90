"""The day and the legs: what a person writes in the evening."""

import datetime as dt
from enum import StrEnum

from sqlmodel import Field

from legjournal.models.row import Fields, Row, note, score, short_text
from legjournal.storage.types import Choice, LocalTime, TextList


class Kind(StrEnum):
    """What was felt."""

    PAIN = "pain"
    URGE = "urge to move"
    CRAMP = "cramp"
    TINGLING = "tingling"
    NUMBNESS = "numbness"
    OTHER = "other"


class Side(StrEnum):
    """The person's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class DiaryDayFields(Fields):
    """What the day was like. Every answer may be missing; missing is not 0."""

    managed: str | None = note()
    effect: int | None = score()  # how much the legs got in the way of the day
    mood: int | None = score()
    tiredness: int | None = score()
    factors: list[str] | None = Field(default=None, sa_type=TextList)
    note: str | None = note()
    bad_day_at: dt.datetime | None = Field(default=None, sa_type=LocalTime)


class DiaryDay(DiaryDayFields, Row, table=True):
    """One day of the diary; at most one row a date."""

    __tablename__ = "diary_day"

    date: dt.date = Field(unique=True)


class SymptomFields(Fields):
    """One thing felt in one place, scored 0 to 10."""

    kind: Kind = Field(sa_type=Choice(Kind))
    side: Side | None = Field(default=None, sa_type=Choice(Side))
    site: str | None = short_text()  # a region of the body chart, or the person's own word
    score: int | None = score()
    occurred_at: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    eased_at: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    helped: str | None = short_text()
    words: list[str] | None = Field(default=None, sa_type=TextList)
    note: str | None = note()


class Symptom(SymptomFields, Row, table=True):
    """A symptom of one diary day; several a day."""

    __tablename__ = "symptom"

    date: dt.date = Field(index=True)
