"""What happens to every row on its way into the file: its times, its rev, its digest, its revision."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, inspect
from sqlmodel import Session

from legjournal.models.revision import Revision
from legjournal.models.row import Row, new_id
from legjournal.storage.digest import as_stored, digest


@dataclass(frozen=True, slots=True)
class Changed:
    """What one action changed: names of tables, the diary days concerned, and the rows' ids."""

    tables: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    rows: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass
class Recorder:
    """Listens to one session's flushes and keeps the record of one action."""

    now: Callable[[], datetime]
    action: str = field(default_factory=new_id)
    _tables: set[str] = field(default_factory=set)
    _days: set[date] = field(default_factory=set)
    _rows: dict[str, None] = field(default_factory=dict)

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
        if isinstance(day := getattr(row, "date", None), date):
            self._days.add(day)
        values: dict[str, Any] = {
            "action": self.action,
            "at": self.now(),
            "table_name": table_of(row).name,
            "row_id": row.id,
            "before": before and json.dumps(before, ensure_ascii=False),
            "after": after and json.dumps(after, ensure_ascii=False),
        }
        stored = as_stored(Revision.__table__, values)  # type: ignore[attr-defined]
        session.add(Revision(**values, digest=digest(stored)))


def complete_row(row: Row, now: datetime) -> None:
    """Give a row its times, its next rev and its digest."""
    if row.recorded_at is None:
        row.recorded_at = now
    if row.changed_at is None or row.rev:
        row.changed_at = now
    row.rev += 1
    row.digest = digest(stored_row(row))


def stored_row(row: Row, *, committed: bool = False) -> dict[str, Any]:
    """The row's columns as they lie in the file; `committed`: as they lay before this change."""
    values = {column.name: getattr(row, column.name) for column in table_of(row).columns}
    if committed:
        for name in values:
            deleted = inspect(row).attrs[name].history.deleted
            values[name] = deleted[0] if deleted else values[name]
    return as_stored(table_of(row), values)


def table_of(row: Row) -> Table:
    """The table a row lies in."""
    table: Table = row.__table__  # type: ignore[attr-defined]
    return table
