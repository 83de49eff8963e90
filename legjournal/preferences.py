"""Choices that belong to the person, kept in the journal (those of the computer are the window's own)."""

import json
from typing import Any

from sqlmodel import select

from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Preferences:
    """Named values that JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, or `default` where none was chosen."""
        with self._store.read() as session:
            # Asked for at every start, which can do without the table's model.
            asked = session.connection().exec_driver_sql("SELECT value FROM preference WHERE key = ?", (key,))
            value = asked.scalar()
        return default if value is None else json.loads(value)

    def choose(self, key: str, value: Any) -> Changed:
        """Remember a choice."""
        from legjournal.models.preferences import Preference

        with self._store.change() as change:
            row = change.session.exec(select(Preference).where(Preference.key == key)).first()
            if row is None:
                change.session.add(Preference(key=key, value=json.dumps(value)))
            else:
                row.value = json.dumps(value)
        return change.changed()
