"""Typing that is not an answer yet."""

from sqlmodel import Field

from legjournal.limits import DRAFT_LIMIT
from legjournal.models.row import Row


class Draft(Row, table=True):
    """Typing that could not be taken as an answer yet, kept so that nothing typed is lost."""

    __tablename__ = "draft"
    undoable = False  # it is typing, not an answer

    place: str = Field(unique=True)  # for example night/2026-11-22/got_out_of_bed
    typed: str = Field(max_length=DRAFT_LIMIT)
