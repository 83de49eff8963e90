"""Repair: a new journal out of what a damaged one still gives. The damaged file is only read."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from legjournal import errors, words
from legjournal.progress import Progress, unheard
from legjournal.storage import migrate
from legjournal.storage.carving import Carver, copy_readable, settle
from legjournal.storage.check import flaw_of
from legjournal.storage.digest import DIALECT, digest
from legjournal.storage.engine import connect
from legjournal.storage.files import beside, created_whole
from legjournal.storage.missing import Entries, Known, Missing, missing_from
from legjournal.storage.opening import FORMAT
from legjournal.storage.salvage import HISTORY, Column, Columns, Salvage, Stored
from legjournal.storage.soundness import opened
from legjournal.storage.types import UtcInstant

_READING = 0.9  # the share of the time that reading takes
# What a stand-in says where its table wants an answer; its name and its day are filled in besides.
_ASSUMED = {"sides_as_one": 0, "regularity": "as needed", "rev": 1}


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a damaged journal's entries.

    saved: how many, by table. days_lost: the days with something that could not be saved. lost: entries
    without a day that could not be saved, by table. days_earlier, earlier: the same of what came back, but
    as it was before its last change. stood_in: entries that are gone and have a stand-in, because others
    belong to them, by table. let_go: entries that no longer name another, because it is gone, by table.
    """

    path: Path
    saved: dict[str, int]
    days_lost: tuple[date, ...]
    days_earlier: tuple[date, ...]
    lost: dict[str, int]
    earlier: dict[str, int]
    stood_in: dict[str, int]
    let_go: dict[str, int]

    @property
    def all_saved(self) -> bool:
        """Whether nothing is known to be missing or older than it was."""
        return not any(
            (self.days_lost, self.days_earlier, self.lost, self.earlier, self.stood_in, self.let_go)
        )


def repair(
    damaged: Path,
    target: Path,
    key: bytes | None = None,
    progress: Progress = unheard,
    backup: Path | None = None,
) -> Repaired:
    """Write a new journal to `target`, 0600, with every entry of `damaged` that is what was written.

    key: of both. backup: the newest good one, which knows of entries that nothing in the damaged file tells
    of any more. progress: is told the share done, 0 to 1, and may raise to give up; nothing is left then.

    Raises AlreadyThere, CannotWrite, Unreadable, NewerJournal, or BeyondRepair when there is not one entry.
    """
    with created_whole(target) as temporary, TemporaryDirectory(prefix=".", dir=target.parent) as folder:
        work = Path(folder) / "work"
        version = _copy(damaged, work, key)
        with opened(temporary, key) as engine:
            migrate.upgrade(engine, to=version)
        with closing(connect(temporary, key)) as connection:
            salvage = Salvage(_columns(connection), _indexed(connection))
            _read(work, key, salvage, progress)
            missing = missing_from(salvage, _known(backup, key))
            result = _Writing(connection, salvage, missing).result(target)
        with opened(temporary, key) as engine:
            _finish(engine, version)
        progress(1.0)
        if flaw := flaw_of(temporary, key):
            raise errors.UnsoundCopy(flaw)
    return result


def _copy(damaged: Path, work: Path, key: bytes | None) -> int:
    """Copy the damaged file with what a crash left beside it; returns its format, or else the newest."""
    try:
        copy_readable(damaged, work)
        if (half_saved := beside(damaged, "-journal")).exists():
            copy_readable(half_saved, beside(work, "-journal"))
    except OSError:
        raise errors.Unreadable(damaged) from None
    version = settle(work, key)
    return version if version is not None and 1 <= version <= FORMAT else FORMAT


def _columns(connection: Any) -> dict[str, Columns]:
    """The columns of every table whose rows carry a digest."""
    found = connection.execute(
        "SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' ORDER BY m.name, c.cid"
    ).fetchall()
    tables: dict[str, list[tuple[str, str]]] = {}
    for table, name, kind in found:
        tables.setdefault(table, []).append((name, kind))
    return {
        table: Columns(
            tuple(name for name, _ in columns), frozenset(name for name, kind in columns if kind == "REAL")
        )
        for table, columns in tables.items()
        if "digest" in dict(columns)
    }


def _indexed(connection: Any) -> dict[str, Column]:
    """The first column of every index, by the name of the index."""
    found = connection.execute(
        "SELECT m.name, m.tbl_name, c.name FROM sqlite_master m JOIN pragma_index_info(m.name) c"
        " WHERE m.type = 'index' AND c.seqno = 0"
    ).fetchall()
    return {name: (table, column) for name, table, column in found}


def _read(work: Path, key: bytes | None, salvage: Salvage, progress: Progress) -> None:
    width = max(len(columns.names) for columns in salvage.tables.values()) + 1
    try:
        carver = Carver(work, key, width)
    except dbapi2.Error:
        raise errors.BeyondRepair from None
    with closing(carver):
        salvage.read(carver, lambda share: progress(share * _READING))
    if not any(salvage.rows.values()):
        raise errors.BeyondRepair


def _known(backup: Path | None, key: bytes | None) -> Iterator[Known]:
    """The entries a backup holds."""
    if backup is None:
        return
    with closing(connect(backup, key, read_only=True)) as connection:
        for table, columns in _columns(connection).items():
            if table != HISTORY:
                day = "date" if "date" in columns.names else "NULL"
                rows = connection.execute(f'SELECT id, {day} FROM "{table}"')  # noqa: S608 - names from the file's own schema
                yield from ((table, row_id, day) for row_id, day in rows.fetchall())


class _Writing:
    """Puts what was found into the new file."""

    def __init__(self, connection: Any, salvage: Salvage, missing: Missing) -> None:
        self._connection = connection
        self._salvage = salvage
        self._missing = missing
        self._stood_in: Counter[str] = Counter()
        self._let_go: Counter[str] = Counter()

    def result(self, target: Path) -> Repaired:
        """Write all in one transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("PRAGMA defer_foreign_keys=ON")
        for table, rows in self._salvage.rows.items():
            self._put(table, rows)
        saved = {table: len(rows) for table, rows in self._salvage.rows.items() if rows}
        self._put(HISTORY, self._salvage.history)
        for table, column, parent, needed in self._references():
            self._mend(table, column, parent, needed=needed)
        self._connection.execute("COMMIT")
        return Repaired(
            path=target,
            saved=saved,
            days_lost=_dates(self._missing.entries),
            days_earlier=_dates(self._missing.earlier),
            lost=_without_day(self._missing.entries),
            earlier=_without_day(self._missing.earlier),
            stood_in=dict(self._stood_in),
            let_go=dict(self._let_go),
        )

    def _put(self, table: str, rows: dict[Any, Stored]) -> None:
        """Put rows into a table; one its CHECKs refuse becomes missing."""
        names = self._salvage.tables[table].names
        marks = ", ".join("?" * len(names))
        columns = ", ".join(f'"{name}"' for name in names)
        insert = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 - names from our own schema
        for name, row in list(rows.items()):
            try:
                self._connection.execute(insert, [row[column] for column in names])
            except dbapi2.IntegrityError:
                del rows[name]
                if table != HISTORY:
                    self._missing.entries[table, name] = row.get("date")

    def _references(self) -> list[tuple[str, str, str, bool]]:
        """Table, column, the table it refers to, and whether the column must name something."""
        found: list[tuple[str, str, str, bool]] = self._connection.execute(
            'SELECT m.name, f."from", f."table", c."notnull" FROM sqlite_master m'
            " JOIN pragma_foreign_key_list(m.name) f"
            " JOIN pragma_table_info(m.name) c ON c.name = f.\"from\" WHERE m.type = 'table'"
        ).fetchall()
        return found

    def _mend(self, table: str, column: str, parent: str, *, needed: bool) -> None:
        """Where a row refers to one that is gone: let go of it, or else put a stand-in in its place."""
        for row in list(self._salvage.rows[table].values()):
            gone = row[column]
            if gone is None or gone in self._salvage.rows[parent]:
                continue
            if needed:
                self._stand_in(parent, gone, row)
            else:
                self._release(table, column, row)

    def _release(self, table: str, column: str, row: Stored) -> None:
        row[column] = None
        row["rev"] += 1
        row["digest"] = digest(row)
        self._connection.execute(
            f'UPDATE "{table}" SET "{column}" = NULL, rev = ?, digest = ? WHERE id = ?',  # noqa: S608 - our own schema
            (row["rev"], row["digest"], row["id"]),
        )
        self._let_go[table] += 1

    def _stand_in(self, table: str, row_id: str, child: Stored) -> None:
        day = self._missing.entries.get((table, row_id)) or child.get("date") or child["recorded_at"][:10]
        needed = self._connection.execute(
            "SELECT name FROM pragma_table_info(?) WHERE \"notnull\" AND name != 'digest'", (table,)
        ).fetchall()
        given = {
            **_ASSUMED,
            "id": row_id,
            "recorded_at": child["recorded_at"],
            "changed_at": _now(),
            "name": words.text("(the name could not be saved)"),
            "started": day,
            "date": day,
        }
        row = dict.fromkeys(self._salvage.tables[table].names)
        row.update((name, given[name]) for (name,) in needed)
        row["digest"] = digest({name: value for name, value in row.items() if name != "digest"})
        self._put(table, {row_id: row})
        self._salvage.rows[table][row_id] = row
        self._missing.entries.setdefault((table, row_id), day if "date" in row else None)
        self._stood_in[table] += 1


def _finish(engine: Engine, version: int) -> None:
    if version < FORMAT:
        migrate.upgrade(engine)


def _dates(entries: Entries) -> tuple[date, ...]:
    """The days of those entries that have one, each once, in order."""
    return tuple(sorted({date.fromisoformat(day) for day in entries.values() if day is not None}))


def _without_day(entries: Entries) -> dict[str, int]:
    """How many of the entries have no day, by table."""
    return dict(Counter(table for (table, _), day in entries.items() if day is None))


def _now() -> str:
    stored = UtcInstant().process_bind_param(datetime.now(UTC), DIALECT)
    assert stored is not None
    return stored
