"""What every row was before and after each change."""

import datetime as dt

from sqlmodel import Field, SQLModel

from legjournal.storage.types import UtcInstant


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
