"""What happens to every row on its way into the file: its times, its rev, its digest, its revision."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import FromClause
from sqlmodel import Session

from legjournal.models.row import Row
from legjournal.storage.digest import digest
from legjournal.storage.revisions import write_revision
from legjournal.storage.tables import stored_row, table_of

Place = tuple[FromClause, str, str | None]  # a row's table, its id, and its digest; None: it is gone


@dataclass(frozen=True, slots=True)
class Changed:
    """What one action changed: names of tables, the diary days concerned, and the rows' ids."""

    tables: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    rows: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __or__(self, other: "Changed") -> "Changed":
        """What two actions changed together."""
        return Changed(self.tables | other.tables, self.days | other.days, self.rows + other.rows)


def changed_by(rows: Iterable[Row]) -> Changed:
    """What has changed when these rows were put in."""
    rows = tuple(rows)
    return Changed(
        tables=frozenset(table_of(row).name for row in rows),
        days=frozenset(row.day for row in rows if row.day is not None),
        rows=tuple(row.id for row in rows),
    )


@dataclass
class Recorder:
    """Listens to one session's flushes and keeps the record of one action.

    sitting: the actions since the file was opened, whose last version this one may go on with.
    """

    now: Callable[[], datetime]
    action: str
    sitting: frozenset[str] | set[str] = frozenset()
    _tables: set[str] = field(default_factory=set)
    _days: set[date] = field(default_factory=set)
    _rows: dict[str, None] = field(default_factory=dict)
    last: Place | None = None

    def before_flush(self, session: Session, _context: Any, _instances: Any) -> None:
        """Complete new and changed rows and write what each was before and is after."""
        for row in [row for row in session.new if isinstance(row, Row)]:
            self._record(session, row, before=None, after=self._complete(row))
        for row in [row for row in session.dirty if isinstance(row, Row) and session.is_modified(row)]:
            before = stored_row(row, committed=True)
            self._record(session, row, before=before, after=self._complete(row))
        for row in [row for row in session.deleted if isinstance(row, Row)]:
            self._record(session, row, before=stored_row(row, committed=True), after=None)

    def changed(self) -> Changed:
        """All that the flushes so far changed."""
        return Changed(frozenset(self._tables), frozenset(self._days), tuple(self._rows))

    def _complete(self, row: Row) -> dict[str, Any]:
        complete_row(row, self.now())
        return stored_row(row)

    def _record(
        self, session: Session, row: Row, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        self._tables.add(table_of(row).name)
        self._rows[row.id] = None
        self.last = table_of(row), row.id, None if after is None else row.digest
        if row.day is not None:
            self._days.add(row.day)
        if type(row).undoable:
            write_revision(session, row, self.action, self.now(), before, after, self.sitting)


def complete_row(row: Row, now: datetime) -> None:
    """Give a row its times, its next rev and its digest."""
    if row.recorded_at is None:
        row.recorded_at = now
    if row.changed_at is None or row.rev:
        row.changed_at = now
    row.rev += 1
    row.digest = digest(stored_row(row))
