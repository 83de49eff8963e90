"""The whole journal as one JSON file, out and in. docs/journal-format.md describes the form."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from legjournal.errors import ImportRefused, NotAFile, NotFound, Unreadable
from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE
from legjournal.models.row import Row
from legjournal.storage.digest import as_stored
from legjournal.storage.files import write_text
from legjournal.storage.history import Changed
from legjournal.storage.tables import stored_row, table_of
from legjournal.storage.types import TextList
from legjournal.words import text

FORMAT, VERSION = "legjournal", 1
HIGHEST_REV = 2**31  # far more changes than a person makes to one entry
LARGEST = 512 * 1024 * 1024  # bytes; a lifetime's journal is about 150 MB


def export(journal: Journal, path: Path) -> None:
    """Write every entry. The same journal always gives the same bytes. Raises CannotWrite."""
    write_text(path, as_text(journal))


def as_text(journal: Journal) -> str:
    """The export as JSON text."""
    with journal.store.read() as session:
        tables = {
            name: [_as_json(row) for row in _in_order(session.exec(select(model)))]
            for name, model in BY_TABLE.items()
        }
    whole = {"format": FORMAT, "version": VERSION, "tables": tables}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_export(journal: Journal, path: Path) -> list[Row]:
    """The entries of an export that the journal does not have yet; changes nothing.

    Raises ImportRefused with one sentence for a file that is not an export, is damaged, or holds an entry
    that contradicts one already there.
    """
    rows = [
        _row(name, number, values)
        for name, entries in _tables_of(_parse(_read(path))).items()
        for number, values in enumerate(entries, start=1)
    ]
    return [row for row in rows if not _is_there(journal, row)]


def bring_in(journal: Journal, rows: list[Row]) -> Changed:
    """Put the entries into the journal, all or none. Raises ImportRefused, NotSaved."""
    try:
        return journal.store.add_all(rows, undoable=True)
    except IntegrityError:
        raise ImportRefused(
            text("Nothing was brought in: the journal already has other entries for some of these days.")
        ) from None


def _in_order(rows: Any) -> list[Row]:
    return sorted(rows, key=lambda row: (row.recorded_at, row.id))


def _as_json(row: Row) -> dict[str, Any]:
    """The row as it is stored, but lists as lists and yes and no as true and false; no digest."""
    values = as_stored(
        table_of(row), {column.name: getattr(row, column.name) for column in table_of(row).columns}
    )
    for column in table_of(row).columns:
        value = getattr(row, column.name)
        if isinstance(column.type, TextList) or isinstance(value, bool):
            values[column.name] = value
    del values["digest"]
    return values


def _read(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise NotAFile(path)  # to read a pipe or a device might never end
        if path.stat().st_size > LARGEST:
            raise ImportRefused(text("{path} is too large to be an export of a journal.").format(path=path))
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotFound(path) from None
    except OSError:
        raise Unreadable(path) from None
    except UnicodeDecodeError:
        raise _not_an_export() from None


def _parse(content: str) -> Any:
    try:
        return json.loads(content, parse_constant=_refuse_constant, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        raise _not_an_export() from None


def _refuse_constant(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are not JSON, though Python reads them


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands twice")
    return values


def _tables_of(whole: Any) -> dict[str, list[Any]]:
    if not isinstance(whole, Mapping) or whole.get("format") != FORMAT:
        raise _not_an_export()
    version = whole.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _not_an_export()
    if version > VERSION:
        raise ImportRefused(text("This export was written by a newer version. Please update the program."))
    tables = whole.get("tables")
    if not isinstance(tables, Mapping) or not all(
        name in BY_TABLE and isinstance(entries, list) for name, entries in tables.items()
    ):
        raise _not_an_export()
    return {name: tables[name] for name in BY_TABLE if name in tables}


def _row(name: str, number: int, values: Any) -> Row:
    model = BY_TABLE[name]
    try:
        if not isinstance(values, Mapping) or not values.keys() <= model.model_fields.keys():
            raise ValueError("unknown names")
        row = model.model_validate(values)
        _refuse_unstorable(row)
    except (ValueError, TypeError, OverflowError):
        raise _bad_entry(name, number) from None
    return row


def _refuse_unstorable(row: Row) -> None:
    """Raise ValueError or OverflowError for what no journal can hold."""
    if not row.id or not 1 <= row.rev <= HIGHEST_REV or row.recorded_at is None or row.changed_at is None:
        raise ValueError("what every entry has is missing")
    if _has_naive_time(row):
        raise ValueError("a time without its offset")
    # An instant before the year 1 or a half of a character: neither can lie in the file.
    json.dumps(stored_row(row), ensure_ascii=False).encode("utf-8")


def _has_naive_time(row: Row) -> bool:
    values = (getattr(row, column.name) for column in table_of(row).columns)
    return any(isinstance(value, datetime) and value.tzinfo is None for value in values)


def _is_there(journal: Journal, row: Row) -> bool:
    with journal.store.read() as session:
        there = session.get(type(row), row.id)
    if there is None:
        return False
    if _as_json(there) != _as_json(row):
        raise ImportRefused(
            text("Nothing was brought in: an entry is in the journal already, with other contents.")
        )
    return True


def _not_an_export() -> ImportRefused:
    return ImportRefused(
        text("This file is not an export of a journal, or it is damaged. Nothing was changed.")
    )


def _bad_entry(name: str, number: int) -> ImportRefused:
    return ImportRefused(
        text("Entry {number} of {table} cannot be true. Nothing was changed.").format(
            number=number, table=name
        )
    )
