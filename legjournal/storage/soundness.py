"""Whether a file is whole, row by row, and whether two files hold the same entries: fast, for backups."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from legjournal import errors
from legjournal.models.record import RECORD
from legjournal.models.revision import Revision
from legjournal.storage.check import problems
from legjournal.storage.engine import connect, open_engine
from legjournal.storage.opening import FORMAT


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


def has_row(connection: Connection, table: str, row_id: str) -> bool:
    """Whether a file has a row, or a revision of it."""
    there = f"SELECT 1 FROM {_quoted(table)} WHERE id = ?"  # noqa: S608 - quoted
    once = "SELECT 1 FROM revision WHERE row_id = ?"
    found = connection.exec_driver_sql(f"SELECT EXISTS ({there}) OR EXISTS ({once})", (row_id, row_id))
    return bool(found.scalar_one())


def _tables(execute: Any) -> dict[str, list[str]]:
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


def _quoted(word: str, mark: str = '"') -> str:
    return mark + word.replace(mark, 2 * mark) + mark


def flaw_of(path: Path, key: bytes | None = None) -> str:
    """The first thing a full check finds wrong, in a sentence; empty when every row is what was written."""
    try:
        if _is_whole(path, key):
            return ""
        with opened(path, key) as engine:
            return next(iter(problems(engine)), "")
    except (DBAPIError, dbapi2.Error, UnicodeDecodeError):
        return str(errors.Damaged(path))


def _is_whole(path: Path, key: bytes | None) -> bool:
    """The full check several times as fast, for a file that is sound; `problems` has the words if not."""
    with ThreadPoolExecutor(1) as pool:
        structure = pool.submit(_structure_holds, path, key)
        return _rows_hold(path, key) and structure.result()


def _structure_holds(path: Path, key: bytes | None) -> bool:
    with closing(connect(path, key)) as connection:
        return (
            connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and connection.execute("PRAGMA foreign_key_check").fetchone() is None
        )


def _rows_hold(path: Path, key: bytes | None) -> bool:
    """Whether every table is there and every row still has its digest."""
    with closing(connect(path, key)) as connection:
        tables = _tables(connection.execute)
        [version] = connection.execute("PRAGMA user_version").fetchone()
        if version == FORMAT and any(model.__tablename__ not in tables for model in (*RECORD, Revision)):  # type: ignore[attr-defined]
            return False
        connection.text_factory = bytes  # no need to decode what is only digested
        return all(_digests_hold(connection, table, columns) for table, columns in tables.items())


def _digests_hold(connection: Any, table: str, columns: list[str]) -> bool:
    """Let SQLite write each row in the canonical form of storage.digest.

    Where it would write one otherwise (an infinite number, say), the row seems wrong here and `problems`
    decides: this may be too strict, never too lenient.
    """
    digested = [column for column in columns if column not in ("digest", "seq")]
    pairs = ", ".join(_quoted(column, "'") + ", " + _quoted(column) for column in digested)
    rows = connection.execute(f"SELECT digest, json_object({pairs}) FROM {_quoted(table)}")  # noqa: S608 - quoted
    return all(blake2b(row, digest_size=8).hexdigest().encode() == digest for digest, row in rows)
