"""How the file is spoken to: the whole connection policy in one place.

Why these settings, in short: with a rollback journal and synchronous=EXTRA no acknowledged save was lost in
10,000 simulated power cuts, and a save into a file that a sync program swapped away is refused instead of
lost; write-ahead logging fails both. See docs/architecture.md.
"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": "extra",
    "foreign_keys": "on",
    "trusted_schema": "off",
    "cell_size_check": "on",
    "secure_delete": "on",
    "temp_store": "memory",
    "mmap_size": "0",
    "fullfsync": "on",  # acts on macOS only
    "busy_timeout": "2000",  # milliseconds
}


def connect(path: Path, key: bytes | None = None, *, read_only: bool = False) -> Any:
    """A DB-API connection to an existing file. Never creates one. `key`: 32 raw bytes, or None if plain."""
    mode = "ro" if read_only else "rw"
    connection = dbapi2.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=2,
        check_same_thread=False,
    )
    try:
        _set_up(connection, key)
    except BaseException:
        connection.close()  # at once: an open handle on a refused file may keep files beside it
        raise
    return connection


def _set_up(connection: Any, key: bytes | None) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")  # else SQLCipher writes to stderr by itself
    if key is not None:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")  # hex only: nothing to escape
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")


def open_engine(path: Path, key: bytes | None = None, *, read_only: bool = False) -> Engine:
    """An engine whose transactions are real: BEGIN IMMEDIATE to write, BEGIN to read."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, read_only=read_only),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=4,
        hide_parameters=True,  # entries never reach an exception's text
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "reset", _roll_back)
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _roll_back(connection: Any, _record: Any, _state: Any) -> None:
    # After a failed COMMIT the connection is still inside its transaction; without this the row the
    # person was told is not saved would be written by the next save.
    if connection is not None and connection.in_transaction:
        connection.rollback()
