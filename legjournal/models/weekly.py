"""The weekly check: three questions in our own words, and up to three activities of the person's own."""

import datetime as dt

from sqlmodel import Field

from legjournal.models.row import Fields, Row, name, score


class WeeklyCheckFields(Fields):
    """The past week, 0 to 10. Not a licensed scale, and not named after one."""

    average_pain: int | None = score()
    enjoyment: int | None = score()  # how much it got in the way of enjoying life
    everyday_activities: int | None = score()
    skipped: bool | None = None


class WeeklyCheck(WeeklyCheckFields, Row, table=True):
    """The check filled in on one date."""

    __tablename__ = "weekly_check"

    date: dt.date = Field(unique=True)


class ActivityFields(Fields):
    """Something the person wants to be able to do."""

    name: str = name()
    started: dt.date
    stopped: dt.date | None = None


class Activity(ActivityFields, Row, table=True):
    """An activity followed from week to week."""

    __tablename__ = "activity"


class ActivityScoreFields(Fields):
    """How well an activity went on one date: 0 cannot, 10 as before."""

    activity_id: str = Field(foreign_key="activity.id", index=True)
    date: dt.date = Field(index=True)
    score: int | None = score()


class ActivityScore(ActivityScoreFields, Row, table=True):
    """One score of one activity."""

    __tablename__ = "activity_score"
