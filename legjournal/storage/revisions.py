"""Revisions: what a row was before and after each change; the keystrokes of one sitting are one of them."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table
from sqlmodel import Session, col, select

from legjournal.models.revision import Revision
from legjournal.models.row import KEPT_BY_JOURNAL, Row
from legjournal.storage.digest import as_stored, digest
from legjournal.storage.tables import stored_row, table_of

SITTING = timedelta(minutes=5)  # typing on after a pause shorter than this is still the same version
BACK, FORTH = "undo:", "redo:"  # an action that takes another back, or does it again, is named for it
MERGE = "merge:"  # and so is one that brought another journal into this one

REVISIONS: Table = Revision.__table__  # type: ignore[attr-defined]

Stored = dict[str, Any]


def own_name(action: str) -> str:
    """The name of an action, also of its being taken back or done again."""
    return action.removeprefix(BACK).removeprefix(FORTH)


def write_revision(
    session: Session,
    row: Row,
    action: str,
    now: datetime,
    before: Stored | None,
    after: Stored | None,
    sitting: Collection[str] = (),
) -> None:
    """Add a revision, or let the newest one go on where the person is still typing into the same text.

    sitting: the actions a version may go on from. That of another window or program stays what it was.
    """
    newest = session.exec(select(Revision).order_by(col(Revision.seq).desc()).limit(1)).first()
    if newest is not None and newest.action in sitting and _goes_on(newest, row, action, now, before, after):
        _fill(newest, after=_text(after), at=now)
        return
    revision = Revision(
        action=action,
        at=now,
        table_name=table_of(row).name,
        row_id=row.id,
        before=_text(before),
        after=_text(after),
        digest="",
    )
    _fill(revision)
    session.add(revision)


def first_revisions(rows: Iterable[Row], action: str, now: datetime) -> list[Stored]:
    """The revisions of rows that are new in one action, as values for one INSERT."""
    return [revision_of(table_of(row), action, now, None, stored_row(row)) for row in rows]


def revision_of(table: Table, action: str, now: datetime, before: Stored | None, after: Stored) -> Stored:
    """One revision as values for an INSERT; `before` and `after` as they lie in the file."""
    values = {
        "action": action,
        "at": now,
        "table_name": table.name,
        "row_id": after["id"],
        "before": _text(before),
        "after": _text(after),
    }
    return {**values, "digest": digest(as_stored(REVISIONS, values))}


def _goes_on(
    newest: Revision, row: Row, action: str, now: datetime, before: Stored | None, after: Stored | None
) -> bool:
    if newest.row_id != row.id or newest.after is None or before is None or after is None:
        return False
    if newest.action.startswith((BACK, FORTH, MERGE)) or action.startswith((BACK, FORTH)):
        return False
    if not timedelta(0) <= now - newest.at <= SITTING:
        return False
    earlier = json.loads(newest.before) if newest.before else {}
    typed = _touched(before, after)
    written = _touched(earlier, json.loads(newest.after))
    return typed == written and all(_is_free_text(row, name) for name in typed)


def _touched(before: Stored, after: Stored) -> set[str]:
    names = after.keys() - KEPT_BY_JOURNAL - {"date"}
    return {name for name in names if before.get(name) != after[name]}


def _is_free_text(row: Row, name: str) -> bool:
    return type(row).model_fields[name].annotation in (str, str | None)


def _fill(revision: Revision, **values: Any) -> None:
    for name, value in values.items():
        setattr(revision, name, value)
    names = [column.name for column in REVISIONS.columns if column.name not in ("seq", "digest")]
    revision.digest = digest(as_stored(REVISIONS, {name: getattr(revision, name) for name in names}))


def _text(stored: Stored | None) -> str | None:
    return None if stored is None else json.dumps(stored, ensure_ascii=False)
