"""What every stored row has, and the column types the tables are made of."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import uuid4

from pydantic import ConfigDict
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from legjournal.limits import NAME_LIMIT, NOTE_LIMIT
from legjournal.storage.types import UtcInstant


def new_id() -> str:
    """A row's name, unique across computers, so that two journals can become one."""
    return uuid4().hex


class Fields(SQLModel):
    """What a person may fill in. Validates at every border: a form, an import, the command line.

    Table models do not validate, so nothing enters a table but through its Fields.
    """

    model_config = ConfigDict(  # type: ignore[assignment]  # SQLModel narrows the type for its own keys
        extra="forbid", hide_input_in_errors=True, allow_inf_nan=False, defer_build=True
    )


KEPT_BY_JOURNAL = frozenset({"id", "recorded_at", "changed_at", "rev", "digest"})


class Row(SQLModel):
    """Columns the journal keeps by itself; `storage.history` fills them in.

    recorded_at: when it was first typed (UTC), never edited. changed_at: when it last changed (UTC).
    rev: counts the changes; a save over somebody else's newer rev is refused.
    digest: 16 hexadecimal digits over every other column, so that a flipped bit is found.
    """

    undoable: ClassVar[bool] = True  # whether its changes are kept as revisions

    id: str = Field(default_factory=new_id, primary_key=True)
    recorded_at: datetime = Field(default=None, sa_type=UtcInstant, nullable=False)
    changed_at: datetime = Field(default=None, sa_type=UtcInstant, nullable=False)
    rev: int = Field(default=0, ge=1)
    digest: str = Field(default="", min_length=16, max_length=16)

    @property
    def day(self) -> date | None:
        """The page of the diary it belongs to; None for what belongs to none, such as a medicine."""
        return getattr(self, "date", None)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        return {"version_id_col": cls.__table__.c.rev, "version_id_generator": False}  # type: ignore[attr-defined]


def score() -> Any:
    """A 0 to 10 answer, or None for not answered."""
    return Field(default=None, ge=0, le=10)


def count(most: int) -> Any:
    """A whole number from 0, or None for not answered."""
    return Field(default=None, ge=0, le=most)


def note() -> Any:
    """Free text."""
    return Field(default=None, max_length=NOTE_LIMIT)


def short_text() -> Any:
    """A name or a few words."""
    return Field(default=None, max_length=NAME_LIMIT)


def name() -> Any:
    """A name that must be there."""
    return Field(min_length=1, max_length=NAME_LIMIT)
