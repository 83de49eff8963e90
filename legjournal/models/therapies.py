"""Therapy courses and their sessions."""

import datetime as dt

from sqlmodel import Field

from legjournal.models.row import Fields, Row, count, name, note, score, short_text


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


class TherapySessionFields(Fields):
    """One visit, with what it cost and how the legs were before and after."""

    course_id: str = Field(foreign_key="therapy_course.id", index=True)
    date: dt.date = Field(index=True)
    cost_pence: int | None = count(100_000_000)
    before: int | None = score()
    after: int | None = score()
    note: str | None = note()


class TherapySession(TherapySessionFields, Row, table=True):
    """A visit."""

    __tablename__ = "therapy_session"
