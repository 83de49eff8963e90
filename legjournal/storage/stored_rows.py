"""Rows as they lie in the file, read and written many at a time, without a Python object for each."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table

Stored = dict[str, Any]  # the names of a row's columns, and what lies in them


def columns_of(connection: Connection, table: Table, names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Some columns of every row."""
    yield from map(tuple, connection.exec_driver_sql(f"SELECT {_listed(names)} FROM {_named(table)}"))  # noqa: S608 - our own names


def rows_of(connection: Connection, table: Table, ids: Collection[str]) -> Iterator[Stored]:
    """Whole rows, by their ids."""
    names = [column.name for column in table.columns]
    select = f"SELECT {_listed(names)} FROM {_named(table)} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
    found = connection.exec_driver_sql(select, (json.dumps(list(ids)),)) if ids else ()
    return (dict(zip(names, row, strict=True)) for row in found)


def insert_rows(connection: Connection, table: Table, rows: Collection[Stored]) -> None:
    """Put new rows in. The file's own rules are the last to say whether they can be true."""
    names = [column.name for column in table.columns]
    marks = ", ".join("?" * len(names))
    insert = f"INSERT INTO {_named(table)} ({_listed(names)}) VALUES ({marks})"  # noqa: S608 - our own names
    if rows:
        connection.exec_driver_sql(insert, [tuple(row[name] for name in names) for row in rows])


def update_row(connection: Connection, table: Table, row: Stored, rev: int) -> bool:
    """Let one row be `row`; False, and nothing is changed, when its rev is not `rev` any more."""
    names = [column.name for column in table.columns]
    update = f"UPDATE {_named(table)} SET ({_listed(names)}) = ({', '.join('?' * len(names))})"  # noqa: S608 - our own names
    values = (*(row[name] for name in names), row["id"], rev)
    return connection.exec_driver_sql(f"{update} WHERE id = ? AND rev = ?", values).rowcount == 1


def _named(table: Table) -> str:
    return f'"{table.name}"'


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
