"""The person's own contacts: the people and places near them."""

from typing import Any

from sqlmodel import select

from legjournal.library.pages import standing_key
from legjournal.models.contacts import Contact, ContactFields
from legjournal.storage.answers import correct_row, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Contacts:
    """The contacts of the journal."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Contact]:
        """Every contact, by name."""
        with self._store.read() as session:
            return sorted(
                session.exec(select(Contact)), key=lambda row: (row.name.casefold(), row.recorded_at)
            )

    def about(self, page: str) -> list[Contact]:
        """Those that belong to the resource page with this key, also by an older one of its keys, by name."""
        return [row for row in self.all() if row.page is not None and standing_key(row.page) == page]

    def add(self, **answers: Any) -> Changed:
        """A new contact; its id is `changed.rows[0]`. Raises NotSaved, pydantic.ValidationError."""
        fields = ContactFields.model_validate(answers)
        with self._store.change() as change:
            change.session.add(Contact(**fields.model_dump()))
        return change.changed()

    def correct(self, contact_id: str, **answers: Any) -> Changed:
        """Store answers about a contact; one that is gone meanwhile changes nothing. Raises as `add` does."""
        return correct_row(self._store, Contact, ContactFields, contact_id, answers)

    def remove(self, contact_id: str) -> Changed:
        """Take a contact away; one that is gone meanwhile changes nothing."""
        return remove_row(self._store, Contact, contact_id)
