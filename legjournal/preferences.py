"""Choices that belong to the person, kept in the journal (those of the computer are the window's own)."""

import json
from typing import Any

from sqlmodel import select

from legjournal.models.preferences import Preference
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Preferences:
    """Named values that JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, or `default` where none was chosen."""
        with self._store.read() as session:
            row = session.exec(select(Preference).where(Preference.key == key)).first()
        return default if row is None else json.loads(row.value)

    def choose(self, key: str, value: Any) -> Changed:
        """Remember a choice."""
        with self._store.change() as change:
            row = change.session.exec(select(Preference).where(Preference.key == key)).first()
            if row is None:
                change.session.add(Preference(key=key, value=json.dumps(value)))
            else:
                row.value = json.dumps(value)
        return change.changed()
