"""Reading a journal of an older format that is not brought up to date: what it lacks is there, and empty."""

from typing import Any

from sqlalchemy import Engine, event

from legjournal.models.record import RECORD
from legjournal.storage.soundness import quoted
from legjournal.storage.tables import table_of


def stand_in(engine: Engine) -> None:
    """Have each connection find the tables that later formats brought, in its own memory.

    Nothing is written to the file. Call it before the engine has connected.
    """
    event.listen(engine, "connect", _add_missing)


def _add_missing(connection: Any, _record: Any) -> None:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = {name for (name,) in found}
    for table in map(table_of, RECORD):
        if table.name not in there:
            columns = ", ".join(quoted(column.name) for column in table.columns)
            connection.execute(f"CREATE TEMP TABLE {quoted(table.name)} ({columns})")
