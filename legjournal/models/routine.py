"""Exercises, the plan, and what was done of it."""

import datetime as dt
from enum import StrEnum
from typing import Self

from pydantic import model_validator
from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from legjournal.limits import NAME_LIMIT, PICTURE_LIMIT, SET_REPETITIONS_LIMIT, SET_SECONDS_LIMIT
from legjournal.models.diary import Side
from legjournal.models.row import Fields, Row, count, name, note, score
from legjournal.storage.types import Choice, LocalTime, TextList


class DayOffKind(StrEnum):
    """A day without a session, on purpose or not."""

    REST = "rest"
    SKIPPED = "skipped"


class SkipReason(StrEnum):
    """Why a planned session did not happen, if the person wants to say."""

    FLARE = "flare"
    ILL = "ill"
    AWAY = "away"
    INJURED = "injured"
    OTHER = "other"


class Area(StrEnum):
    """What an exercise is for; a plan without any for the core says so when it is made."""

    HIP = "hip"
    CORE = "core"
    LEGS = "legs"
    STRETCH = "stretch"
    WALK = "walk"
    OTHER = "other"


class ExerciseFields(Fields):
    """An exercise of the person's own. The bundled ones are files, named by their key."""

    key: str = name()
    name: str = name()
    each_side: bool = False
    steps: list[str] | None = Field(default=None, sa_type=TextList)
    note: str | None = note()


class Exercise(ExerciseFields, Row, table=True):
    """An own exercise; its key never changes, so that history keeps its name."""

    __tablename__ = "exercise"
    __table_args__ = (UniqueConstraint("key"),)


class ExerciseMarkFields(Fields):
    """What a person keeps about an exercise, bundled or own.

    hidden: it is no longer offered; plans and history keep it. picture: a PNG or JPEG file in base64.
    """

    hidden: bool = False
    area: Area | None = Field(default=None, sa_type=Choice(Area))
    picture: str | None = Field(default=None, max_length=PICTURE_LIMIT)
    note: str | None = note()


class ExerciseMark(ExerciseMarkFields, Row, table=True):
    """The mark of one exercise, by its key."""

    __tablename__ = "exercise_mark"

    exercise: str = Field(unique=True, min_length=1, max_length=NAME_LIMIT)


class PlanFields(Fields):
    """A plan in force from `started` until `stopped`; a change of plan is a new row."""

    name: str = name()
    started: dt.date
    stopped: dt.date | None = None
    times_a_week: int | None = Field(default=None, ge=1, le=7)
    weekdays: list[int] | None = Field(default=None, sa_type=TextList)  # 0 Monday to 6 Sunday
    sides_as_one: bool = False


class Plan(PlanFields, Row, table=True):
    """A plan."""

    __tablename__ = "plan"


class PlanItemFields(Fields):
    """One exercise of a plan, with the person's own dose."""

    exercise: str = name()  # the key of a bundled or own exercise
    position: int = Field(default=0, ge=0, le=999)
    sets: int = Field(default=3, ge=1, le=20)
    repetitions_from: int = Field(default=10, ge=1, le=200)
    repetitions_to: int = Field(default=15, ge=1, le=200)
    hold_seconds: int = Field(default=0, ge=0, le=600)
    rest_seconds: int = Field(default=60, ge=0, le=900)
    each_side: bool = False
    easier: bool = False


class PlanItem(PlanItemFields, Row, table=True):
    """An item of a plan."""

    __tablename__ = "plan_item"

    plan_id: str = Field(foreign_key="plan.id", index=True)


class SessionFields(Fields):
    """One go at the routine."""

    started_at: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    finished_at: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    effort: int | None = score()
    pain_during: int | None = score()
    note: str | None = note()


class Session(SessionFields, Row, table=True):
    """A session of one date; several a day are allowed."""

    __tablename__ = "session"

    date: dt.date = Field(index=True)
    plan_id: str | None = Field(default=None, foreign_key="plan.id")


class SetDoneFields(Fields):
    """One set as it was really done."""

    exercise: str = name()
    number: int = Field(ge=1, le=99)
    side: Side | None = Field(default=None, sa_type=Choice(Side))
    repetitions: int | None = count(SET_REPETITIONS_LIMIT)
    seconds: int | None = count(SET_SECONDS_LIMIT)


class SetDone(SetDoneFields, Row, table=True):
    """A set of a session."""

    __tablename__ = "set_done"

    session_id: str = Field(foreign_key="session.id", index=True)


class EasierVersionFields(Fields):
    """That an exercise was done in its easier version."""

    exercise: str = name()


class EasierVersion(EasierVersionFields, Row, table=True):
    """An exercise of one session that was done in its easier version."""

    __tablename__ = "easier_version"

    session_id: str = Field(foreign_key="session.id", index=True)


class DayOffFields(Fields):
    """A rest day, or a skipped one with its reason."""

    kind: DayOffKind = Field(sa_type=Choice(DayOffKind))
    reason: SkipReason | None = Field(default=None, sa_type=Choice(SkipReason))
    note: str | None = note()


class DayOff(DayOffFields, Row, table=True):
    """A day off; at most one row a date."""

    __tablename__ = "day_off"

    date: dt.date = Field(unique=True)


class PauseFields(Fields):
    """Several days without the routine; `ended` is the last of them, None while it goes on."""

    started: dt.date
    ended: dt.date | None = None
    reason: SkipReason | None = Field(default=None, sa_type=Choice(SkipReason))
    note: str | None = note()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.ended is not None and self.ended < self.started:
            raise ValueError("a pause ends after it begins")
        return self


class Pause(PauseFields, Row, table=True):
    """A pause."""

    __tablename__ = "pause"
