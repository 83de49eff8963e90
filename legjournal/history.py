"""Undo and redo across the whole journal, also after a restart: every change is kept as a revision."""

import json
from collections.abc import Iterator

from sqlmodel import col, select

from legjournal.models.revision import Revision
from legjournal.storage.history import Changed
from legjournal.storage.revisions import BACK, FORTH, own_name
from legjournal.storage.states import put
from legjournal.storage.store import Store


class History:
    """Takes actions back and does them again. Taking back is itself a change, and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self) -> Changed:
        """Take back the newest action that still stands; nothing to take back changes nothing."""
        for action in self._standing():
            if changed := self._replay(action, BACK):
                return changed
            # All it did was erased for good or done otherwise since: the one before it is meant.
        return Changed()

    def redo(self) -> Changed:
        """Do again what was last taken back, unless something else was done since."""
        action = self._next_to_redo()
        return self._replay(action, FORTH) if action else Changed()

    def _standing(self) -> Iterator[str]:
        """The actions that are not taken back, newest first. What was last done with each decides.

        One between the taking back and the doing of another was passed over: nothing was left of it.
        """
        seen, taken_back = set(), set()
        for name in self._actions():
            action = own_name(name)
            if not name.startswith(BACK):
                taken_back.discard(action)
                if action not in seen and not taken_back:
                    yield action
            elif action not in seen:
                taken_back.add(action)
            seen.add(action)

    def _next_to_redo(self) -> str | None:
        done_again = set()
        for name in self._actions():
            action = own_name(name)
            if name == action:
                return None
            if name.startswith(BACK) and action not in done_again:
                return action
            done_again.add(action)
        return None

    def _actions(self) -> list[str]:
        """The names of the actions, newest first, as far back as a person is likely to go."""
        newest = select(Revision.action).order_by(col(Revision.seq).desc()).limit(5000)
        with self._store.read() as session:
            return list(dict.fromkeys(session.exec(newest)))

    def _replay(self, action: str, prefix: str) -> Changed:
        with self._store.change(prefix + action) as change:
            # Entries may refer to each other whichever way they come back: all are there at the end.
            change.session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            found = select(Revision).where(Revision.action == action).order_by(col(Revision.seq))
            revisions = list(change.session.exec(found))
            if prefix == BACK:
                revisions.reverse()
            coming = {revision.row_id for revision in revisions}
            for revision in revisions:
                text = revision.before if prefix == BACK else revision.after
                state = json.loads(text) if text else None
                put(change.session, revision.table_name, revision.row_id, state, coming)
                change.session.flush()  # in this order: rows that refer to each other come back one by one
        return change.changed()
