"""Undo and redo across the whole journal, also after a restart: every change is kept as a revision."""

import json
from typing import Any

from sqlmodel import Session, col, select

from legjournal.models.record import BY_TABLE
from legjournal.models.revision import Revision
from legjournal.models.row import KEPT_BY_JOURNAL
from legjournal.storage.history import Changed
from legjournal.storage.revisions import BACK, FORTH
from legjournal.storage.store import Store
from legjournal.storage.tables import from_stored, table_of


class History:
    """Takes actions back and does them again. Taking back is itself a change, and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self) -> Changed:
        """Take back the newest action that still stands; nothing to take back changes nothing."""
        action = self._next_to_undo()
        return self._replay(action, BACK) if action else Changed()

    def redo(self) -> Changed:
        """Do again what was last taken back, unless something else was done since."""
        action = self._next_to_redo()
        return self._replay(action, FORTH) if action else Changed()

    def _next_to_undo(self) -> str | None:
        taken_back = 0
        for action in self._actions():
            if action.startswith(BACK):
                taken_back += 1
            elif taken_back:
                taken_back -= 1  # this one, or its being done again, is what was taken back
            else:
                return action.removeprefix(FORTH)
        return None

    def _next_to_redo(self) -> str | None:
        done_again = 0
        for action in self._actions():
            if action.startswith(FORTH):
                done_again += 1
            elif not action.startswith(BACK):
                return None
            elif done_again:
                done_again -= 1
            else:
                return action.removeprefix(BACK)
        return None

    def _actions(self) -> list[str]:
        """The names of the actions, newest first, as far back as a person is likely to go."""
        newest = select(Revision.action).order_by(col(Revision.seq).desc()).limit(5000)
        with self._store.read() as session:
            return list(dict.fromkeys(session.exec(newest)))

    def _replay(self, action: str, prefix: str) -> Changed:
        with self._store.change(prefix + action) as change:
            found = select(Revision).where(Revision.action == action).order_by(col(Revision.seq))
            revisions = list(change.session.exec(found))
            if prefix == BACK:
                revisions.reverse()
            for revision in revisions:
                state = revision.before if prefix == BACK else revision.after
                _put(change.session, revision, json.loads(state) if state else None)
                change.session.flush()  # in this order: rows that refer to each other come back one by one
        return change.changed()


def _put(session: Session, revision: Revision, state: dict[str, Any] | None) -> None:
    """Make one row what it was: gone, back again, or with other answers."""
    model = BY_TABLE[revision.table_name]
    row = session.get(model, revision.row_id)
    if state is None:
        if row is not None:
            session.delete(row)
        return
    values = from_stored(table_of(model), state)
    if row is None:
        kept = {name: value for name, value in values.items() if name not in ("rev", "changed_at", "digest")}
        session.add(model(**kept))
        return
    for name, value in values.items():
        if name not in KEPT_BY_JOURNAL and getattr(row, name) != value:
            setattr(row, name, value)
