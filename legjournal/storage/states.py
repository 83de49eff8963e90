"""Making a row what it was at some time: gone, back again, or with other answers."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Column
from sqlmodel import Session

from legjournal.models.record import BY_TABLE
from legjournal.models.row import KEPT_BY_JOURNAL, Row
from legjournal.storage.tables import from_stored, table_of

NEW_EACH_TIME = ("rev", "changed_at", "digest")


def put(
    session: Session, table: str, row_id: str, state: Mapping[str, Any] | None, coming: Collection[str] = ()
) -> None:
    """Give a row the state it had, as stored; None: take it away. `coming`: ids of rows put after this one.

    What it refers to may have been erased for good since: the reference is left out then, or the whole row
    where it cannot stand without.
    """
    model = BY_TABLE[table]
    row = session.get(model, row_id)
    values = None if state is None else _as_far_as_true(session, model, state, coming)
    if values is not None:
        _write(session, model, row, {**values, "id": row_id})
    elif row is not None and state is None:
        session.delete(row)


def references(model: type[Row]) -> Iterator[tuple[Column[Any], type[Row]]]:
    """The columns of a table that hold the id of another row, with the table of that."""
    for column in table_of(model).columns:
        for key in column.foreign_keys:
            yield column, BY_TABLE[key.column.table.name]


def _as_far_as_true(
    session: Session, model: type[Row], state: Mapping[str, Any], coming: Collection[str]
) -> dict[str, Any] | None:
    values = from_stored(table_of(model), state)
    for column, target in references(model):
        wanted = values[column.name]
        if wanted is None or wanted in coming or session.get(target, wanted) is not None:
            continue
        if not column.nullable:
            return None
        values[column.name] = None
    return values


def _write(session: Session, model: type[Row], row: Row | None, values: Mapping[str, Any]) -> None:
    if row is None:
        session.add(model(**{name: value for name, value in values.items() if name not in NEW_EACH_TIME}))
        return
    for name, value in values.items():
        if name not in KEPT_BY_JOURNAL and getattr(row, name) != value:
            setattr(row, name, value)
