"""What can be had out of the pages of a damaged file: the rows that are what was written.

Nothing is believed but what its digest vouches for. A row that is gone from its table comes back out of the
history.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legjournal.models.revision import Revision
from legjournal.progress import Progress
from legjournal.storage.carving import CarvedRow, Carver, Entry
from legjournal.storage.digest import digest

HISTORY = str(Revision.__tablename__)

Stored = dict[str, Any]
Column = tuple[str, str]  # its table, its name


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table in the order they lie in the file; `reals` are those of real numbers."""

    names: tuple[str, ...]
    reals: frozenset[str]

    def stored(self, number: int, values: tuple[Any, ...]) -> Stored | None:
        """The row of this table the values are; None when they are not one, or not as it was written."""
        if any(value is not None for value in values[len(self.names) :]):
            return None
        row = dict(zip(self.names, values, strict=False))
        if "seq" in row:
            row["seq"] = number  # it is the row's number, and not stored a second time
        for name in self.reals:
            if isinstance(row[name], int):
                row[name] = float(row[name])  # 5.0 lies in the file as 5
        return row if _is_as_written(row) else None


@dataclass
class Salvage:
    """What was found, given the columns of each table and the first column of each index, by their names.

    rows: by table and id. numbers: by table, the ids of the rows that lay on readable pages by their numbers.
    history: revisions by seq. indexes: the entries of each page of an index. roots: the columns of the pages
    that the file's own list of indexes names.
    """

    tables: Mapping[str, Columns]
    indexed: Mapping[str, Column]
    rows: dict[str, dict[str, Stored]] = field(init=False)
    numbers: dict[str, dict[int, str]] = field(init=False)
    history: dict[int, Stored] = field(default_factory=dict)
    indexes: dict[int, list[Entry]] = field(default_factory=dict)
    roots: dict[int, Column] = field(default_factory=dict)
    returned: set[tuple[str, str]] = field(default_factory=set)  # table and id: out of the history

    def __post_init__(self) -> None:
        entries = [table for table in self.tables if table != HISTORY]
        self.rows, self.numbers = {table: {} for table in entries}, {table: {} for table in entries}

    def read(self, carver: Carver, progress: Progress) -> None:
        """Read every page. progress: is told the share done, and may raise to give up."""
        likely = list(self.tables)
        for page in range(2, carver.pages + 1):
            progress(page / carver.pages)
            if found := carver.rows(page):
                self._take(found, likely)
            elif entries := carver.entries(page):
                self.indexes[page] = entries
        self._return_from_history()

    def newest_revisions(self) -> dict[tuple[str, str], Stored]:
        """Of each row the newest revision that could be read, by table and id."""
        return {(row["table_name"], row["row_id"]): row for _, row in sorted(self.history.items())}

    def _take(self, found: list[CarvedRow], likely: list[str]) -> None:
        """likely: the tables, the likeliest first, for the rows of one page are of one table."""
        for number, values in found:
            for table in likely:
                if (row := self.tables[table].stored(number, values)) is not None:
                    self._keep(table, number, row)
                    likely.remove(table)
                    likely.insert(0, table)
                    break
            else:
                self._note_root(values)

    def _note_root(self, values: tuple[Any, ...]) -> None:
        """If the values are a line of the file's own list, as SQLite keeps it, note where an index begins."""
        kind, name, _, page = values[:4]
        if kind == "index" and name in self.indexed and isinstance(page, int):
            self.roots[page] = self.indexed[name]

    def _keep(self, table: str, number: int, row: Stored) -> None:
        if table == HISTORY:
            self.history[number] = row
            return
        self.numbers[table][number] = row["id"]
        there = self.rows[table].get(row["id"])
        if there is None or there["changed_at"] < row["changed_at"]:
            self.rows[table][row["id"]] = row

    def _return_from_history(self) -> None:
        for (table, row_id), revision in self.newest_revisions().items():
            if table not in self.rows or row_id in self.rows[table] or revision["after"] is None:
                continue
            row = json.loads(revision["after"])
            if set(row) == set(self.tables[table].names) and _is_as_written(row):
                self.rows[table][row_id] = row
                self.returned.add((table, row_id))


def _is_as_written(row: Stored) -> bool:
    try:
        return bool(digest(row) == row["digest"])
    except TypeError:  # bytes, which no column of ours holds
        return False
