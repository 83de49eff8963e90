"""What the journal keeps about itself: marks, preferences, unfinished typing, and every change."""

import datetime as dt

from sqlmodel import Field, SQLModel

from legjournal.models.row import Row, note
from legjournal.storage.types import UtcInstant


class PageMark(Row, table=True):
    """A bookmark or an own note on a resource page."""

    __tablename__ = "page_mark"

    page: str = Field(unique=True)
    bookmarked: bool = False
    note: str | None = note()


class Preference(Row, table=True):
    """One choice that belongs to the person rather than to the computer."""

    __tablename__ = "preference"

    key: str = Field(unique=True)
    value: str  # JSON


class Draft(Row, table=True):
    """Typing that could not be taken as an answer yet, kept so that nothing typed is lost."""

    __tablename__ = "draft"

    place: str = Field(unique=True)  # for example night/2026-11-22/got_out_of_bed
    typed: str = Field(max_length=1_000_000)


class Revision(SQLModel, table=True):
    """Before and after of one change of one row; changes of one action share its name."""

    __tablename__ = "revision"

    seq: int | None = Field(default=None, primary_key=True)
    action: str = Field(index=True)
    at: dt.datetime = Field(sa_type=UtcInstant)
    table_name: str
    row_id: str = Field(index=True)
    before: str | None = None  # JSON of the row as stored; None: the row is new
    after: str | None = None  # JSON of the row as stored; None: the row is gone
    digest: str = Field(min_length=16, max_length=16)
