"""The whole journal as one JSON file, out and in. docs/journal-format.md describes the form."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Boolean, Connection, Table
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from legjournal.entries.versions import unique_columns
from legjournal.errors import ImportRefused, NoExport, NotAFile, Unreadable
from legjournal.exchange.parsing import FORMAT, VERSION, rows_of
from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE
from legjournal.models.row import Row
from legjournal.progress import Progress, unheard
from legjournal.storage.digest import digest
from legjournal.storage.files import written_out
from legjournal.storage.history import Changed
from legjournal.storage.stored_rows import columns_of
from legjournal.storage.tables import stored_row, table_of
from legjournal.storage.types import TextList
from legjournal.words import text

LARGEST = 512 * 1024 * 1024  # bytes; a lifetime's journal is about 60 MB
OFTEN = 200  # entries between two reports of progress


@dataclass(frozen=True, slots=True)
class NewEntries:
    """What an export has that the journal has not: how many entries, by table."""

    path: Path
    counts: dict[str, int]

    def __len__(self) -> int:
        return sum(self.counts.values())


def export(journal: Journal, path: Path) -> None:
    """Write every entry. The same journal always gives the same bytes. Raises IsAJournal, CannotWrite."""
    parts = list(_parts(journal))  # all read before anything is written: a reader keeps a save waiting
    with written_out(path) as temporary, temporary.open("wb") as file:
        file.writelines(parts)


def as_text(journal: Journal) -> str:
    """The export as JSON text."""
    return b"".join(_parts(journal)).decode()


def read_export(journal: Journal, path: Path, progress: Progress = unheard) -> NewEntries:
    """What an export would bring in; changes nothing.

    Raises ImportRefused with one sentence for a file that is not an export, is damaged, or holds an entry
    that contradicts one already there or has its place, such as the diary page of a day.
    """
    counts: dict[str, int] = {}
    for row in _new_rows(journal, path, progress):
        name = table_of(row).name
        counts[name] = counts.get(name, 0) + 1
    return NewEntries(path, counts)


def bring_in(journal: Journal, new: NewEntries, progress: Progress = unheard) -> Changed:
    """Put the new entries into the journal, all or none. Raises ImportRefused, NotSaved."""
    try:
        return journal.store.add_all(_new_rows(journal, new.path, progress), undoable=True)
    except IntegrityError:
        raise ImportRefused(
            text("Nothing was brought in: entries in this file contradict each other, or some are missing.")
        ) from None


def _parts(journal: Journal) -> Iterator[bytes]:
    """The export piece by piece, one entry a line."""
    yield f'{{\n "format": "{FORMAT}",\n "version": {VERSION},\n "tables": {{'.encode()
    with journal.store.read() as session:
        for place, model in enumerate(BY_TABLE.values()):
            table = table_of(model)
            yield f'{"," if place else ""}\n  "{table.name}": ['.encode()
            for number, values in enumerate(_entries(session, table)):
                entry = json.dumps(values, ensure_ascii=False, separators=(", ", ": "))
                yield f"{',' if number else ''}\n   {entry}".encode()
            yield b"\n  ]"
    yield b"\n }\n}\n"


def _entries(session: Session, table: Table) -> Iterator[dict[str, Any]]:
    """The rows as they are stored, but lists as lists and yes and no as true and false; no digest."""
    columns = [column for column in table.columns if column.name != "digest"]
    loads: dict[str, Callable[[Any], Any]] = {
        column.name: json.loads if isinstance(column.type, TextList) else bool
        for column in columns
        if isinstance(column.type, (TextList, Boolean))
    }
    named = ", ".join(f'"{column.name}"' for column in columns)
    found = session.connection().exec_driver_sql(
        f'SELECT {named} FROM "{table.name}" ORDER BY recorded_at, id'  # noqa: S608 - our own names
    )
    for row in found.mappings():
        values = dict(row)
        for name, load in loads.items():
            if values[name] is not None:
                values[name] = load(values[name])
        yield values


def _new_rows(journal: Journal, path: Path, progress: Progress) -> Iterator[Row]:
    with _opened(path) as file:
        size = max(1, path.stat().st_size)
        there = _there(journal)
        for number, row in enumerate(rows_of(file)):
            if number % OFTEN == 0:
                progress(file.buffer.tell() / size)
            if not there[table_of(row).name].has(row):
                yield row


def _opened(path: Path) -> TextIO:
    try:
        if path.exists() and not path.is_file():
            raise NotAFile(path)  # to read a pipe or a device might never end
        if path.stat().st_size > LARGEST:
            raise ImportRefused(text("{path} is too large to be an export of a journal.").format(path=path))
        return path.open(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NoExport(path) from None
    except OSError:
        raise Unreadable(path) from None


def _there(journal: Journal) -> "dict[str, _There]":
    """The entries there are, by table."""
    with journal.store.read() as session:
        return {name: _There(session.connection(), model) for name, model in BY_TABLE.items()}


class _There:
    """Which entries a table of the journal has, and which places of it are taken: the days, or the pages."""

    def __init__(self, connection: Connection, model: type[Row]) -> None:
        table = table_of(model)
        self._unique = unique_columns(model)
        self._digests = dict(columns_of(connection, table, ("id", "digest")))
        self._places = set(columns_of(connection, table, self._unique)) if self._unique else set()

    def has(self, row: Row) -> bool:
        """Whether this very entry is there. Raises ImportRefused when another is there in its stead."""
        if row.id not in self._digests:
            self._refuse_taken(row)
            return False
        if self._digests[row.id] != digest(stored_row(row)):
            raise ImportRefused(
                text("Nothing was brought in: an entry is in the journal already, with other contents.")
            )
        return True

    def _refuse_taken(self, row: Row) -> None:
        if not self._places:
            return
        stored = stored_row(row)
        if tuple(stored[name] for name in self._unique) in self._places:
            raise ImportRefused(
                text(
                    "Nothing was brought in: this file and your journal each have an entry of their own for "
                    "the same thing, such as the same day. Copy the other computer's journal itself to this "
                    "one, and choose Merge another journal in the File menu: there you see both, and choose."
                )
            )
