"""Files looked at by themselves, without a journal open on them: their tables and their rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from legjournal.storage.engine import open_engine
from legjournal.storage.opening import FORMAT

RECORDED = {"diary_day", "symptom", "night", "awakening", "session"}


@contextmanager
def opened(path: Path, key: bytes | None = None) -> Iterator[Engine]:
    """The file at `path` with an engine of its own."""
    engine = open_engine(path, key)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading(path: Path, key: bytes | None = None) -> Iterator[Connection]:
    """A connection of its own that only reads."""
    with opened(path, key) as engine, engine.execution_options(read_only=True).connect() as connection:
        yield connection


def days_recorded(connection: Connection) -> int:
    """How many days have something recorded, as the report counts them."""
    named = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = set(named.scalars()) & RECORDED  # a file of an older format may lack one
    if not there:
        return 0
    dates = " UNION ".join(f"SELECT date FROM {quoted(table)}" for table in sorted(there))  # noqa: S608 - quoted
    days: int = connection.exec_driver_sql(f"SELECT count(*) FROM ({dates})").scalar_one()  # noqa: S608 - as above
    return days


def has_row(connection: Connection, table: str, row_id: str) -> bool:
    """Whether a file has a row, or a revision of it; one of an older format has none of a later table."""
    if is_older(connection.exec_driver_sql) and table not in tables_of(connection.exec_driver_sql):
        return False
    there = f"SELECT 1 FROM {quoted(table)} WHERE id = ?"  # noqa: S608 - quoted
    once = "SELECT 1 FROM revision WHERE row_id = ?"
    found = connection.exec_driver_sql(f"SELECT EXISTS ({there}) OR EXISTS ({once})", (row_id, row_id))
    return bool(found.scalar_one())


def is_older(execute: Any) -> bool:
    """Whether a file has an older format, and so may lack tables of today."""
    [version] = execute("PRAGMA user_version").fetchone()
    return bool(version < FORMAT)


def tables_of(execute: Any) -> dict[str, list[str]]:
    """The tables whose rows carry a digest, each with its columns, both in the order of the alphabet.

    Taken from the file: a backup made before a migration does not have the tables of today.
    """
    found = execute(
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' ORDER BY 1, 2"
    )
    tables: dict[str, list[str]] = {}
    for table, column in found.fetchall():
        tables.setdefault(table, []).append(column)
    return {table: columns for table, columns in tables.items() if "digest" in columns}


def quoted(word: str, mark: str = '"') -> str:
    """A name of the file's own as SQL reads it."""
    return mark + word.replace(mark, 2 * mark) + mark
