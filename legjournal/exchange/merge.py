"""Bringing another journal into the open one, as `compare` found it and the person decided."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import IntegrityError

from legjournal.errors import ImportRefused
from legjournal.exchange.compare import TABLES, unfit
from legjournal.exchange.comparison import Difference, Entry, Plan, Version, refuse_untrue
from legjournal.exchange.known import content
from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE
from legjournal.models.row import new_id
from legjournal.storage.digest import as_stored, digest
from legjournal.storage.history import Changed
from legjournal.storage.revisions import MERGE, REVISIONS, revision_of
from legjournal.storage.stored_rows import Stored, insert_rows, update_row
from legjournal.storage.tables import table_of
from legjournal.words import text


def merge(journal: Journal, plan: Plan, choices: Mapping[str, Version]) -> Changed:
    """Carry out a plan, all of it or nothing, as one action: one undo takes it back.

    choices: the version of each differing entry, by its id; the later one where nothing is said. The other
    version is kept as an earlier one of the entry. No entry is removed. Raises ImportRefused when this
    journal changed since it was compared, or for an entry that cannot be true; NotSaved.
    """
    action = MERGE + new_id()
    try:
        with journal.store.change(action) as change:
            merging = _Merge(change.session.connection(), action, journal.clock.now())
            merging.add(plan.new)
            for found in (*plan.newer, *plan.differing):
                merging.settle(found, choices.get(found.id, found.later))
    except (IntegrityError, ValueError, TypeError, OverflowError):
        raise unfit() from None
    return merging.changed()


class _Merge:
    """One merge under way, written as the rows lie: two laptops may bring tens of thousands of them."""

    def __init__(self, connection: Connection, action: str, now: datetime) -> None:
        self._connection = connection
        self._action = action
        self._now = now
        self._written: list[tuple[str, Stored]] = []
        # A row may name one of its own table that comes after it: all are there at the end, or none.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")

    def add(self, entries: Iterable[Entry]) -> None:
        """Put in what only the other journal has, as it is there; parents before children."""
        rows: dict[str, list[Stored]] = {table.name: [] for table in TABLES}
        for entry in entries:
            refuse_untrue(entry.table, entry.stored)
            rows[entry.table].append(entry.stored)
        for table in TABLES:
            insert_rows(self._connection, table, rows[table.name])
            self._keep(table, ((None, row) for row in rows[table.name]))
            self._written += ((table.name, row) for row in rows[table.name])

    def settle(self, found: Difference, chosen: Version) -> None:
        """Write what the entry shall say, and keep the other version as one it had before."""
        table = table_of(BY_TABLE[found.table])
        outcome = found.outcome(chosen)
        versions = [found.theirs, outcome] if content(outcome) != content(found.theirs) else [outcome]
        # Its rev passes that of both: whichever journal is asked next takes it for the later state.
        rev = max(found.mine["rev"], found.theirs["rev"])
        states = [self._state(table, found, said, rev + n) for n, said in enumerate(versions, start=1)]
        self._keep(table, pairwise([found.mine, *states]))
        if not update_row(self._connection, table, states[-1], found.mine["rev"]):
            raise ImportRefused(text("Nothing was changed: your journal went on meanwhile. Look again."))
        self._written.append((table.name, states[-1]))

    def changed(self) -> Changed:
        """What all of it changed."""
        days = (row["date"] for _table, row in self._written if "date" in row)
        return Changed(
            tables=frozenset(table for table, _row in self._written),
            days=frozenset(map(date.fromisoformat, days)),
            rows=tuple(row["id"] for _table, row in self._written),
        )

    def _state(self, table: Table, found: Difference, said: Stored, rev: int) -> Stored:
        """The entry as it lies in the file, with the answers of `said`."""
        answers = {name: said[name] for name in (*found.agreed, *found.disputed)}
        kept = as_stored(table, {"rev": rev, "changed_at": self._now})
        state = {**found.mine, **answers, **kept}
        refuse_untrue(found.table, state)
        return {**state, "digest": digest(state)}

    def _keep(self, table: Table, changes: Iterable[tuple[Stored | None, Stored]]) -> None:
        kept = [revision_of(table, self._action, self._now, before, after) for before, after in changes]
        if kept:
            self._connection.execute(insert(REVISIONS), kept)
