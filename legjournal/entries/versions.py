"""The versions of entries, put together from their revisions and from the rows that are there now."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import groupby
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Session, col, select

from legjournal.entries.titles import Names
from legjournal.entries.words import Pair, Stored, side_by_side, title
from legjournal.models.record import BY_TABLE
from legjournal.models.revision import Revision
from legjournal.models.row import Row
from legjournal.storage.tables import stored_row, table_of

# The first in the order of a page of the diary.
OF_A_DAY = (
    "night",
    "awakening",
    "nap",
    "symptom",
    "diary_day",
    "session",
    "set_done",
    "easier_version",
    "day_off",
    "weekly_check",
    "activity_score",
    "dose",
    "test_result",
    "therapy_session",
)
OF_NO_DAY = (
    "appointment",
    "medicine",
    "therapy_course",
    "contact",
    "plan",
    "plan_item",
    "pause",
    "activity",
    "exercise",
    "exercise_mark",
    "page_mark",
)
_ORDER = {table: place for place, table in enumerate(OF_A_DAY + OF_NO_DAY)}
_PART_OF = {
    "set_done": ("session", "session_id"),
    "easier_version": ("session", "session_id"),
    "plan_item": ("plan", "plan_id"),
}


class Standing(StrEnum):
    """What a version is to the entry."""

    NOW = "now"
    EARLIER = "earlier"
    DELETED = "deleted"  # the entry was taken away here


@dataclass(frozen=True, slots=True)
class Version:
    """What an entry was from `at` (UTC) until its next version.

    fields: beside those of the version before it, which is `one`; the first version stands beside itself.
    """

    table: str
    row: str  # its id
    at: datetime
    standing: Standing
    fields: tuple[Pair, ...]
    stored: Stored | None  # as it lay in the file; None: deleted


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its versions, newest first.

    rows: its ids. There are several where an entry of which there is only one, such as the night of a day,
    was deleted and written anew.
    """

    table: str
    rows: tuple[str, ...]
    title: str
    versions: tuple[Version, ...]

    @property
    def is_deleted(self) -> bool:
        """Whether it is gone from the journal."""
        return self.versions[0].standing is Standing.DELETED


@dataclass(frozen=True, slots=True)
class _State:
    """A row as one revision left it."""

    table: str
    row: str
    seq: int  # 0: from before the revisions
    at: datetime
    stored: Stored | None


def entries(session: Session, present: Iterable[Row], gone: Collection[str], names: Names) -> list[Entry]:
    """The entries of the rows that are there and of those once deleted, `gone`, in the order of a page."""
    rows = {row.id: row for row in present}
    states: dict[tuple[Any, ...], list[_State]] = {}
    for row_id, found in _histories(session, rows, {*rows, *gone}):
        if row_id in rows or found[-1].stored is None:  # a deleted one may be back, on another day
            states.setdefault(_identity(found), []).extend(found)
    groups = [sorted(group, key=lambda state: (state.row in rows, state.seq)) for group in states.values()]
    written = {state.row: _first_written(group) for group in groups for state in group}
    groups.sort(key=partial(_place, written=written))
    return [_entry(group, names) for group in groups]


def deletions(session: Session) -> dict[str, tuple[str, dict[str, Any]]]:
    """Every row that was ever deleted, by its id: its table and what it was last."""
    found = select(Revision.row_id, Revision.table_name, Revision.before).where(
        col(Revision.after).is_(None), col(Revision.before).is_not(None)
    )
    in_order = session.exec(found.order_by(col(Revision.seq)))
    return {row_id: (table, json.loads(before or "{}")) for row_id, table, before in in_order}


def _histories(
    session: Session, rows: dict[str, Row], ids: Collection[str]
) -> Iterator[tuple[str, list[_State]]]:
    """Each row with its states, the oldest first."""
    found = select(Revision).where(col(Revision.row_id).in_(ids)).order_by(Revision.row_id, col(Revision.seq))
    revisions = {
        row_id: list(group) for row_id, group in groupby(session.exec(found), key=lambda found: found.row_id)
    }
    for row_id in ids:
        states = [state for revision in revisions.get(row_id, [])[:1] for state in _before(revision)]
        states += [_after(revision) for revision in revisions.get(row_id, [])]
        if row_id in rows:
            states = _up_to_now(states, rows[row_id])
        if states:
            yield row_id, states


def _before(revision: Revision) -> Iterator[_State]:
    """What the row was before its first revision, if it was brought in without one."""
    if revision.before is not None:
        stored = json.loads(revision.before)
        at = datetime.fromisoformat(stored["changed_at"])
        yield _State(revision.table_name, revision.row_id, 0, at, stored)


def _after(revision: Revision) -> _State:
    stored = None if revision.after is None else json.loads(revision.after)
    return _State(revision.table_name, revision.row_id, revision.seq or 0, revision.at, stored)


def _up_to_now(states: list[_State], row: Row) -> list[_State]:
    """The last state is what the journal says now, whatever a revision said."""
    if states and states[-1].stored is not None:
        return [*states[:-1], replace(states[-1], stored=stored_row(row))]
    return [*states, _State(table_of(row).name, row.id, 0, row.changed_at, stored_row(row))]


def _identity(states: list[_State]) -> tuple[Any, ...]:
    """What makes two rows, of which the journal never has both, one entry to a person."""
    stored = _last_answers(states)
    unique = unique_columns(BY_TABLE[states[0].table])
    return (states[0].table, *([stored[name] for name in unique] or [states[0].row]))


def unique_columns(model: type[Row]) -> list[str]:
    """The columns, beside the id, of which no two rows of a table may have the same value."""
    table = table_of(model)
    by_constraint = [
        column.name
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
        for column in constraint.columns
    ]
    return list(dict.fromkeys([column.name for column in table.columns if column.unique] + by_constraint))


def _last_answers(states: list[_State]) -> Stored:
    return next(state.stored for state in reversed(states) if state.stored is not None)


def _first_written(states: list[_State]) -> tuple[str, int]:
    """When an entry was first written, and what was saved before what at one moment."""
    return _last_answers(states)["recorded_at"], states[0].seq


def _place(states: list[_State], written: dict[str, tuple[str, int]]) -> tuple[Any, ...]:
    """By its table and by when it was first written; parts stand below their whole."""
    table, stored = states[0].table, _last_answers(states)
    whole, column = _PART_OF.get(table, (table, "id"))
    of = stored[column]
    number = stored.get("position", stored.get("number", 0))
    return (_ORDER[whole], written.get(of, ("", 0)), of, _ORDER[table], number, _first_written(states))


def _entry(states: list[_State], names: Names) -> Entry:
    newest = states[-1]
    versions = [
        _version(state, before.stored, state is newest, names)
        for before, state in zip([states[0], *states], states, strict=False)
    ]
    return Entry(
        table=newest.table,
        rows=tuple(dict.fromkeys(state.row for state in reversed(states))),
        title=title(newest.table, _last_answers(states), names),
        versions=tuple(reversed(versions)),
    )


def _version(state: _State, before: Stored | None, is_newest: bool, names: Names) -> Version:
    standing, fields = Standing.DELETED, tuple[Pair, ...]()
    if state.stored is not None:
        standing = Standing.NOW if is_newest else Standing.EARLIER
        fields = side_by_side(state.table, before or state.stored, state.stored, names)
    return Version(state.table, state.row, state.at, standing, fields, state.stored)
