"""What a journal has known of its entries: every state its revisions tell of."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from legjournal.models.row import KEPT_BY_JOURNAL
from legjournal.storage.revisions import BACK, MERGE, own_name
from legjournal.storage.stored_rows import Stored

Content = frozenset[tuple[str, Any]]


def content(stored: Mapping[str, Any]) -> Content:
    """What a person wrote, apart from what the journal keeps by itself.

    What is not answered is left out: a table that got a new column has it in no earlier state.
    """
    return frozenset(
        (name, value) for name, value in stored.items() if value is not None and name not in KEPT_BY_JOURNAL
    )


class Known:
    """The states of some entries, out of the revisions of one journal."""

    def __init__(self, connection: Connection, ids: Iterable[str]) -> None:
        self._states: dict[str, list[Stored]] = {}
        self._contents: dict[str, set[Content]] = {}
        for row_id, state in _states(connection, ids):
            self._states.setdefault(row_id, []).append(state)
            self._contents.setdefault(row_id, set()).add(content(state))

    def has(self, ids: Iterable[str], stored: Stored) -> bool:
        """Whether one of these entries ever was what `stored` is."""
        known = [self._contents[row_id] for row_id in ids if row_id in self._contents]
        return any(content(stored) in states for states in known)

    def contents(self, ids: Iterable[str]) -> set[Content]:
        """All that these entries ever were."""
        return set().union(*(self._contents.get(row_id, ()) for row_id in ids))

    def newest_shared(self, ids: Collection[str], other: "Known") -> Stored | None:
        """The last state of these entries that the other journal knows too: where the two parted."""
        for row_id in ids:
            for state in reversed(self._states.get(row_id, ())):
                if other.has(ids, state):
                    return state
        return None


def deleted(connection: Connection, tables: Collection[str]) -> dict[str, set[str]]:
    """The ids of the rows that were once taken away, by table."""
    found: dict[str, set[str]] = {table: set() for table in tables}
    if tables:  # it reads the whole history
        rows = connection.exec_driver_sql("SELECT table_name, row_id FROM revision WHERE after IS NULL")
        for table, row_id in rows:
            if table in found:
                found[table].add(row_id)
    return found


def _states(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, Stored]]:
    """Each state with the row it was of, the oldest first."""
    undone = _undone_merges(connection)
    revisions = connection.exec_driver_sql(
        "SELECT row_id, action, before, after FROM revision"
        " WHERE row_id IN (SELECT value FROM json_each(?)) ORDER BY seq",
        (json.dumps(list(ids)),),
    )
    for row_id, action, *states in revisions:
        if own_name(action) not in undone:
            yield from ((row_id, json.loads(state)) for state in states if state is not None)


def _undone_merges(connection: Connection) -> set[str]:
    """The merges that stand taken back: what they brought is as unknown as before, and may come again."""
    actions = connection.exec_driver_sql(
        "SELECT action FROM revision WHERE action LIKE ? GROUP BY action ORDER BY max(seq)", (f"%{MERGE}%",)
    )
    last = {own_name(action): action for (action,) in actions}
    return {merge for merge, action in last.items() if action.startswith(BACK)}
