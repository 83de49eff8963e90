"""Choices of the person, and their marks on resource pages."""

from sqlmodel import Field

from legjournal.models.row import Fields, Row, note


class PageMarkFields(Fields):
    """A bookmark, or an own note, on the resource page of this key."""

    page: str = Field(unique=True)
    bookmarked: bool = False
    note: str | None = note()


class PageMark(PageMarkFields, Row, table=True):
    """A mark on a page."""

    __tablename__ = "page_mark"


class Preference(Row, table=True):
    """One choice that belongs to the person rather than to the computer."""

    __tablename__ = "preference"
    undoable = False  # it is changed where it was chosen

    key: str = Field(unique=True)
    value: str  # JSON
