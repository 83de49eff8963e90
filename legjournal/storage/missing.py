"""What a damaged file once held and no longer gives: known from its indexes, its history and a backup."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from legjournal.storage.carving import Entry
from legjournal.storage.salvage import HISTORY, Column, Salvage

Entries = dict[tuple[str, str], str | None]  # by table and id, their dates where they have one
Known = tuple[str, str, str | None]  # an entry: its table, its id, its date where it has one


@dataclass
class Missing:
    """entries: what is missing. earlier: what came back, but not as it was last.

    An entry of which only the number in the file is known stands under `#number` in place of its id.
    """

    entries: Entries = field(default_factory=dict)
    earlier: Entries = field(default_factory=dict)


def missing_from(salvage: Salvage, backup: Iterable[Known] = ()) -> Missing:
    """Compare what was found with what is known to have been there.

    backup: the entries of the newest backup; what was deleted since, as the history says, is not missing.
    """
    known = _Indexes(salvage)
    missing = Missing()
    for table, key, day in (*known.entries(), *_of_history(salvage), *_not_deleted(salvage, backup)):
        if key not in salvage.rows.get(table, ()):
            missing.entries[table, key] = day or missing.entries.get((table, key))
    newest = {key: revision["seq"] for key, revision in salvage.newest_revisions().items()}
    for table, row_id in salvage.returned:
        if known.newest.get(row_id, 0) > newest[table, row_id]:
            missing.earlier[table, row_id] = salvage.rows[table][row_id].get("date")
    return missing


class _Indexes:
    """What the indexes say of rows by their numbers. newest: of each id the newest revision there was."""

    def __init__(self, salvage: Salvage) -> None:
        self._salvage = salvage
        self._ids: dict[str, dict[int, str]] = defaultdict(dict)
        self._dates: dict[str, dict[int, str]] = defaultdict(dict)
        self.newest: dict[str, int] = {}
        columns = _columns(salvage)
        for page, entries in salvage.indexes.items():
            match salvage.roots.get(page) or _owner(entries, columns):
                case (table, "id"):
                    self._ids[table].update((number, value) for value, number in entries)
                case (table, "date"):
                    self._dates[table].update((number, value) for value, number in entries)
                case (_, "row_id"):
                    for value, number in entries:
                        self.newest[value] = max(number, self.newest.get(value, 0))

    def entries(self) -> Iterator[Known]:
        """The rows that lie on no page that could be read."""
        for table, numbers in self._salvage.numbers.items():
            ids, dates = self._ids[table], self._dates[table]
            for number in sorted((ids.keys() | dates.keys()) - numbers.keys()):
                day = dates.get(number)
                if number in ids:
                    yield table, ids[number], day
                elif not self._came_back(table, day):
                    yield table, f"#{number}", day

    def _came_back(self, table: str, day: str | None) -> bool:
        """Whether the history gave back a row of that day: which of them it is nobody can tell."""
        back = (row_id for of, row_id in self._salvage.returned if of == table)
        return any(self._salvage.rows[table][row_id].get("date") == day for row_id in back)


def _columns(salvage: Salvage) -> dict[Column, dict[int, str]]:
    """The indexed columns that tell of rows, each with the values of the rows that could be read."""
    columns: dict[Column, dict[int, str]] = {}
    for table, numbers in salvage.numbers.items():
        columns[table, "id"] = numbers
        if "date" in salvage.tables[table].names:
            rows = salvage.rows[table]
            columns[table, "date"] = {number: rows[row_id]["date"] for number, row_id in numbers.items()}
    columns[HISTORY, "row_id"] = {seq: revision["row_id"] for seq, revision in salvage.history.items()}
    return columns


def _owner(entries: list[Entry], columns: Mapping[Column, Mapping[int, str]]) -> Column | None:
    """The column a page of an index is of: what it says agrees with every row that could be read."""
    agreeing = {column: _agreement(entries, values) for column, values in columns.items()}
    likeliest = max(agreeing, key=agreeing.__getitem__)
    return likeliest if agreeing[likeliest] else None


def _agreement(entries: list[Entry], values: Mapping[int, str]) -> int:
    """How many entries are right about rows that could be read; 0 if any is wrong."""
    agreeing = 0
    for value, number in entries:
        if number in values:
            if values[number] != value:
                return 0
            agreeing += 1
    return agreeing


def _of_history(salvage: Salvage) -> Iterator[Known]:
    for (table, row_id), revision in salvage.newest_revisions().items():
        if revision["after"] is not None:
            yield table, row_id, json.loads(revision["after"]).get("date")


def _not_deleted(salvage: Salvage, backup: Iterable[Known]) -> Iterator[Known]:
    newest = salvage.newest_revisions()
    for table, row_id, day in backup:
        revision = newest.get((table, row_id))
        if revision is None or revision["after"] is not None:
            yield table, row_id, day
