"""Earlier versions of the entries: read, brought back, or erased for good."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from legjournal.clock import Clock
from legjournal.entries.days import day_of
from legjournal.entries.erasing import days_of, erase, family, traces
from legjournal.entries.versions import (
    OF_A_DAY,
    OF_NO_DAY,
    Entry,
    Standing,
    Version,
    deletions,
    entries,
    unique_columns,
)
from legjournal.entries.words import Stored, names_of
from legjournal.medicines import taken_near
from legjournal.models.medicines import Dose
from legjournal.models.record import BY_TABLE
from legjournal.models.revision import Revision
from legjournal.models.routine import EasierVersion, SetDone
from legjournal.models.row import Row
from legjournal.storage.backups import Backup, Backups
from legjournal.storage.history import Changed
from legjournal.storage.second_place import SecondPlace
from legjournal.storage.states import put, references
from legjournal.storage.store import Store
from legjournal.storage.tables import from_stored, table_of

__all__ = ["Entry", "Holding", "Standing", "Version", "Versions"]

# Where a row that comes back would say once more what another row says already, it is written into that.
_ALIKE = {
    "symptom": ("date", "kind", "side", "site", "occurred_at"),
    "set_done": ("session_id", "exercise", "number", "side"),
    "easier_version": ("session_id", "exercise"),
}


@dataclass(frozen=True, slots=True)
class Holding:
    """The backups that hold an entry, newest first; how many could not be read and may hold it.

    unreached: whether there is a second place that is not connected, with backups that may hold it.
    """

    backups: tuple[Backup, ...]
    unreadable: int
    unreached: bool = False


class Versions:
    """Every entry with all it has been."""

    def __init__(self, store: Store, clock: Clock, backups: Backups) -> None:
        self._store = store
        self._clock = clock
        self._backups = backups

    def of_day(self, day: date) -> list[Entry]:
        """The entries of a day in the order of its page, also those that were deleted."""
        with self._store.read() as session:
            gone = deletions(session)
            there = self._there(session, day)
            deleted = {row for row, (table, stored) in gone.items() if day_of(table, stored) == day}
            sessions = {*(row.id for row in there), *deleted}
            sets = session.exec(select(SetDone).where(col(SetDone.session_id).in_(sessions)))
            easier = session.exec(select(EasierVersion).where(col(EasierVersion.session_id).in_(sessions)))
            parts_gone = [row for row, (_, stored) in gone.items() if stored.get("session_id") in sessions]
            return entries(session, [*there, *sets, *easier], [*deleted, *parts_gone], names_of(session))

    def elsewhere(self) -> list[Entry]:
        """The entries that belong to no day, such as medicines, also those that were deleted."""
        with self._store.read() as session:
            there = [row for table in OF_NO_DAY for row in session.exec(select(BY_TABLE[table]))]
            deleted = [row for row, (table, _) in deletions(session).items() if table in OF_NO_DAY]
            return entries(session, there, deleted, names_of(session))

    def bring_back(self, version: Version) -> Changed:
        """Make an entry what it was in this version, as one action that can be undone. Raises NotSaved.

        A deleted entry comes back with what it belongs to. Where the day has another in its place by now, its
        answers go into that one, whose own are then its earlier version.
        """
        with self._store.change() as change:
            if version.stored is not None:
                _put_parents(change.session, BY_TABLE[version.table], version.stored)
                put(change.session, version.table, _place_of(change.session, version), version.stored)
        return change.changed()

    def erase(self, entry: Entry) -> Changed:
        """Erase an entry for good, with all its versions and what belongs to it. Cannot be undone.

        Other actions still can be. The backups are not touched: see `backups_holding`. Raises NotSaved.
        """
        with self._store.change() as change:
            rows = family(change.session, entry)
            erase(change.session, entry, rows, self._clock.now())
            # Should the disk report a fault at the very end: it went well if of this one nothing is left.
            change.recorder.last = (traces(BY_TABLE[entry.table]), entry.rows[0], None)
        return Changed(
            tables=frozenset({"draft", *(table_of(model).name for model in rows)}),
            days=frozenset(days_of(entry)),
            rows=tuple(row for ids in rows.values() for row in ids),
        )

    def backups_holding(self, entry: Entry, second: SecondPlace | None = None) -> Holding:
        """The backups, also those in the second place, that hold an entry or a version of it.

        Each is opened and only read.
        """
        reached = second is not None and second.connected
        places = [self._backups, *([second.of(self._backups)] if second is not None and reached else [])]
        answers = {
            backup: place.holds(backup, entry.table, entry.rows)
            for place in places
            for backup in place.list()
        }
        return Holding(
            tuple(sorted((backup for backup in answers if answers[backup]), key=_made_at, reverse=True)),
            sum(answer is None for answer in answers.values()),
            unreached=second is not None and not reached,
        )

    def _there(self, session: Session, day: date) -> list[Row]:
        dated = [BY_TABLE[table] for table in OF_A_DAY if "date" in BY_TABLE[table].model_fields]
        rows: list[Row] = [
            row
            for model in dated
            for row in session.exec(select(model).where(model.date == day))  # type: ignore[attr-defined]
        ]
        return rows + [dose for dose in session.exec(select(Dose).where(taken_near(day))) if dose.day == day]


def _made_at(backup: Backup) -> datetime:
    return backup.made_at


def _put_parents(session: Session, model: type[Row], stored: Stored) -> None:
    """Bring back what an entry belongs to, as it was last."""
    for column, target in references(model):
        wanted = stored[column.name]
        if wanted is None or column.nullable or session.get(target, wanted) is not None:
            continue
        found = select(Revision.before).where(Revision.row_id == wanted, col(Revision.after).is_(None))
        before = session.exec(found.order_by(col(Revision.seq).desc())).first()
        if before is not None:
            put(session, table_of(target).name, wanted, json.loads(before))
            session.flush()


def _place_of(session: Session, version: Version) -> str:
    """The id of the row a version goes into: its own, unless that is gone and another stands in its place."""
    model = BY_TABLE[version.table]
    alike = unique_columns(model) or _ALIKE.get(version.table, ())
    if not alike or session.get(model, version.row) is not None:
        return version.row
    assert version.stored is not None
    values = from_stored(table_of(model), version.stored)
    same = [table_of(model).columns[name].is_not_distinct_from(values[name]) for name in alike]
    return session.exec(select(model.id).where(*same)).first() or version.row
