"""Nights and naps: the facts a sleep clinic asks for."""

import datetime as dt
from typing import Self

from pydantic import model_validator
from sqlmodel import Field

from legjournal import sleep
from legjournal.models.diary import Kind, Side
from legjournal.models.row import Fields, Row, count, note, score
from legjournal.storage.types import Choice, LocalTime


class NightFields(Fields):
    """The night that ended on one morning. Minutes are elapsed minutes."""

    got_into_bed: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    tried_to_sleep: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    minutes_to_fall_asleep: int | None = count(960)
    wakings: int | None = count(99)
    woken_by_legs: int | None = count(99)
    minutes_awake: int | None = count(960)
    final_waking: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    minutes_trying_to_sleep_again: int | None = count(960)
    got_out_of_bed: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    quality: int | None = score()
    had_to_walk_about: bool | None = None
    note: str | None = note()

    @model_validator(mode="after")
    def _can_be_true(self) -> Self:
        if found := sleep.faults(self):
            raise ValueError(f"cannot all be true: {found[0].kind}")
        return self


class Night(NightFields, Row, table=True):
    """A night belongs to the date it ends on; at most one row a date."""

    __tablename__ = "night"

    date: dt.date = Field(unique=True)


class NapFields(Fields):
    """A sleep in the daytime."""

    started: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    minutes: int | None = count(960)


class Nap(NapFields, Row, table=True):
    """A nap of one diary day."""

    __tablename__ = "nap"

    date: dt.date = Field(index=True)


class AwakeningFields(Fields):
    """What was noted while awake in the night, there and then."""

    noted_at: dt.datetime = Field(sa_type=LocalTime)
    awake_since: dt.datetime | None = Field(default=None, sa_type=LocalTime)
    kind: Kind | None = Field(default=None, sa_type=Choice(Kind))
    side: Side | None = Field(default=None, sa_type=Choice(Side))
    score: int | None = score()
    had_to_walk_about: bool | None = None

    @model_validator(mode="after")
    def _can_be_true(self) -> Self:
        if self.awake_since is not None and self.awake_since > self.noted_at:
            raise ValueError("awake since a time after it was noted")
        return self


class Awakening(AwakeningFields, Row, table=True):
    """One time awake; like the night it belongs to the date the night ends on. Several a night."""

    __tablename__ = "awakening"

    date: dt.date = Field(index=True)
