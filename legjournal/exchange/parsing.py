"""Reading an export entry by entry, so that a lifetime of them needs no more memory than one of them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TextIO

from legjournal.errors import ImportRefused
from legjournal.exchange.json_stream import JsonStream
from legjournal.models.record import BY_TABLE
from legjournal.models.row import Row
from legjournal.storage.tables import stored_row, table_of
from legjournal.words import text

FORMAT, VERSION = "legjournal", 4
HIGHEST_REV = 2**31  # far more changes than a person makes to one entry


def rows_of(file: TextIO) -> Iterator[Row]:
    """The entries of an export, each checked as it comes. Raises ImportRefused, also at the very end.

    Whether the file is an export at all is known only when all of it was read: believe nothing before.
    """
    try:
        yield from _whole(JsonStream(file))
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise _not_an_export() from None


def _whole(stream: JsonStream) -> Iterator[Row]:
    found: dict[str, Any] = {}
    for name in stream.names():
        if name == "tables":
            found[name] = True
            yield from _tables(stream)
        else:
            found[name] = stream.value()
    stream.end()
    version = found.get("version")
    if found.get("format") != FORMAT or type(version) is not int or version < 1 or "tables" not in found:
        raise ValueError("not an export")
    if version > VERSION:
        raise ImportRefused(text("This export was written by a newer version. Please update the program."))


def _tables(stream: JsonStream) -> Iterator[Row]:
    for name in stream.names():
        if name not in BY_TABLE:
            raise ValueError("not a table of ours")
        for number, values in enumerate(stream.items(), start=1):
            yield _row(name, number, values)


def _not_an_export() -> ImportRefused:
    return ImportRefused(
        text("This file is not an export of a journal, or it is damaged. Nothing was changed.")
    )


def _row(name: str, number: int, values: Any) -> Row:
    model = BY_TABLE[name]
    try:
        if not isinstance(values, dict) or not values.keys() <= model.model_fields.keys():
            raise ValueError("unknown names")
        row = model.model_validate(values)
        _refuse_unstorable(row)
    except (ValueError, TypeError, OverflowError):
        raise ImportRefused(
            text("Entry {number} of {table} cannot be true. Nothing was changed.").format(
                number=number, table=name
            )
        ) from None
    return row


def _refuse_unstorable(row: Row) -> None:
    """Raise ValueError or OverflowError for what no journal can hold."""
    if not row.id or not 1 <= row.rev <= HIGHEST_REV or row.recorded_at is None or row.changed_at is None:
        raise ValueError("what every entry has is missing")
    if _has_naive_time(row):
        raise ValueError("a time without its offset")
    for value in stored_row(row).values():  # an instant before the year 1 cannot lie in the file
        if isinstance(value, str):
            value.encode("utf-8")  # nor can half a character


def _has_naive_time(row: Row) -> bool:
    values = (getattr(row, column.name) for column in table_of(row).columns)
    return any(isinstance(value, datetime) and value.tzinfo is None for value in values)
