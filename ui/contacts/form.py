"""Writing down a contact: who it is, what they do, their number, and where to find them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.contacts.contact_list import short_name
from ui.widgets.field import Entry, Field, NoteField
from ui.widgets.form import Form
from ui.widgets.page_field import FROM_PAGE, PageField
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.contacts import Contact
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class ContactForm(Form):
    """Extends Form: a contact.

    contact: the one to change, or None for a new one. page: the key of the resource page a new one is from.
    """

    def __init__(
        self,
        contact: "Contact | None",
        journal: "Journal",
        runner: "Runner",
        parent: QWidget | None = None,
        page: str = "",
    ) -> None:
        title = self.tr("Change a contact") if contact else self.tr("Add a contact")
        start = contact.id if contact else f"{FROM_PAGE}{page}" if page else "new"
        super().__init__(title, journal, runner, f"contact/{start}/", parent)
        self._contact = contact
        self._make_fields()
        self.page.show_key((contact.page or "") if contact else page)
        self._stored_page = self.page.key
        if contact is not None:
            self._show(contact)
        fields = {
            "name": self.name,
            "what": self.what,
            "phone": self.phone,
            "address": self.address,
            "note": self.note_field,
            "page": self.page,
        }
        self.begin(fields, self.tr("Keep it") if contact else self.tr("Add contact"))
        self._go_on()
        if contact is not None:
            called = short_name(contact)
            self.offer_to_remove(
                self.tr("Remove {name}").format(name=called),
                partial(journal.contacts.remove, contact.id),
                self.tr("{name} was removed.").format(name=called),
            )

    def read(self, reading: Reading) -> dict[str, Any]:
        return {
            "name": reading.words(self.name, self.tr("Please write a name.")),
            "what": reading.words(self.what),
            "phone": reading.words(self.phone),
            "address": reading.note(self.address),
            "page": self.page.key or None,
            "note": reading.note(self.note_field),
        }

    def action(self) -> "Callable[..., Changed]":
        contacts = self.journal.contacts
        return contacts.add if self._contact is None else partial(contacts.correct, self._contact.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        return self.tr("{name} is written down.").format(name=phrases.cut(answers["name"], 60))

    def _make_fields(self) -> None:
        from legjournal.library.pages import PageKind

        not_needed = self.tr("not needed")
        self.name = Field(self.tr("Name"), Entry(), self.tr("for example Mill Road Surgery"))
        self.what = Field(self.tr("What they do"), Entry(), self.tr("for example physio, or warm pool"))
        self.phone = Field(self.tr("Phone number"), Entry(), not_needed)
        self.address = NoteField(self.tr("Address"), not_needed, lines=2)
        self.note_field = NoteField(self.tr("Notes"), self.tr("for example when the pool is warm"))
        self.page = PageField([PageKind.GETTING_HELP, PageKind.THERAPY])

    def _show(self, contact: "Contact") -> None:
        self.name.entry.setText(contact.name)
        self.what.entry.setText(contact.what or "")
        self.phone.entry.setText(contact.phone or "")

    def _go_on(self) -> None:
        """Show what was typed before."""
        stored = self._contact
        self.go_on_with_note("address", self.address, (stored.address or "") if stored else "")
        self.go_on_with_note("note", self.note_field, (stored.note or "") if stored else "")
        if (kept := self.kept("page")) is not None:
            self.page.show_key(kept)
        self.page.box.currentIndexChanged.connect(self._on_page)

    def _on_page(self) -> None:
        key = self.page.key
        self.keep("page", None if key == self._stored_page else key)
