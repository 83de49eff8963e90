"""Choices of the person, and their marks on resource pages."""

from sqlmodel import Field

from legjournal.models.row import Row, note


class PageMark(Row, table=True):
    """A bookmark or an own note on a resource page."""

    __tablename__ = "page_mark"

    page: str = Field(unique=True)
    bookmarked: bool = False
    note: str | None = note()


class Preference(Row, table=True):
    """One choice that belongs to the person rather than to the computer."""

    __tablename__ = "preference"
    undoable = False  # it is changed where it was chosen

    key: str = Field(unique=True)
    value: str  # JSON
