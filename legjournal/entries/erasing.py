"""Erasing entries for good: their rows, what belongs to them, and every version of both."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, bindparam, delete, func, or_, union_all, update
from sqlmodel import Session, col, select

from legjournal.entries.days import day_of
from legjournal.entries.versions import Entry
from legjournal.models.drafts import Draft
from legjournal.models.record import BY_TABLE, RECORD
from legjournal.models.revision import Revision
from legjournal.models.row import Row
from legjournal.storage.history import complete_row
from legjournal.storage.revisions import REVISIONS
from legjournal.storage.states import references
from legjournal.storage.tables import table_of

Family = dict[type[Row], set[str]]  # the ids to erase, by table, parents before children


def family(session: Session, entry: Entry) -> Family:
    """The entry's rows and those that cannot be without them, present or deleted."""
    found: Family = {BY_TABLE[entry.table]: set(entry.rows)}
    for model in RECORD:  # parents come before their children
        for column, target in references(model):
            if target in found and not column.nullable:
                found.setdefault(model, set()).update(_children(session, model, column.name, found[target]))
    return found


def erase(session: Session, entry: Entry, rows: Family, now: datetime) -> None:
    """Take the rows away with their revisions and with what is being typed into them.

    What merely refers to one of them stays, without the reference.
    """
    for model, ids in rows.items():
        _let_go_of(session, model, ids, now)
    for model, ids in reversed(rows.items()):
        _remove(session, model, col(model.id).in_(ids))
        _remove(session, Revision, col(Revision.row_id).in_(ids))
    _remove(
        session,
        Draft,
        or_(*(col(Draft.place).startswith(place, autoescape=True) for place in _places(entry))),
    )


def traces(model: type[Row]) -> FromClause:
    """The ids and digests of a table's rows and of all their versions."""
    rows, versions = table_of(model).c, REVISIONS.c
    return union_all(select(rows.id, rows.digest), select(versions.row_id, versions.digest)).subquery()


def _children(session: Session, model: type[Row], column: str, parents: Collection[str]) -> set[str]:
    there = select(model.id).where(getattr(model, column).in_(parents))
    path = f"$.{column}"
    last = func.coalesce(Revision.after, Revision.before)
    once = select(Revision.row_id).where(
        Revision.table_name == table_of(model).name, func.json_extract(last, path).in_(parents)
    )
    return {*session.exec(there), *session.exec(once)}


def _let_go_of(session: Session, erased: type[Row], ids: Collection[str], now: datetime) -> None:
    """Empty the references to what is erased, past the revisions: it is no change of the person's."""
    for model in RECORD:
        for column, target in references(model):
            if target is erased and column.nullable:
                field: Any = getattr(model, column.name)
                found = select(model).where(field.in_(ids), col(model.id).not_in(ids))
                _forget(session, list(session.exec(found)), column.name, now)


def _forget(session: Session, rows: Sequence[Row], reference: str, now: datetime) -> None:
    """All of them in one statement: a plan may have been in use for years."""
    for row in rows:
        session.expunge(row)
        setattr(row, reference, None)
        complete_row(row, now)
    if rows:
        table = table_of(rows[0])
        change = update(table).where(table.c.id == bindparam("which"))
        new = ("rev", "changed_at", "digest", reference)
        values = [{"which": row.id, **{name: getattr(row, name) for name in new}} for row in rows]
        session.connection().execute(change, values)


def _remove(session: Session, model: Any, which: ColumnElement[bool]) -> None:
    session.execute(delete(model).where(which).execution_options(synchronize_session=False))


def days_of(entry: Entry) -> set[date]:
    """The days the entry was ever filed under."""
    states = [version.stored for version in entry.versions if version.stored is not None]
    days = (day_of(entry.table, stored) for stored in states)
    return {day for day in days if day is not None}


def _places(entry: Entry) -> list[str]:
    """Where drafts of the entry lie: by its day, or by its id."""
    return [f"{entry.table}/{key}/" for key in (*entry.rows, *days_of(entry))]
