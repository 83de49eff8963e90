"""The contacts: the people and places near the person, with their numbers at hand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.contacts.contact_list import ContactList
from ui.contacts.form import ContactForm
from ui.widgets.room_dialog import RoomDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.contacts import Contact
    from ui.runner import Runner


class ContactsDialog(RoomDialog):
    """Shows the list, opens the form, and copies a number.

    Signals: `page_requested(str)`, the resource page of this key, once this is closed.
    """

    page_requested = Signal(str)
    tables = frozenset({"contact"})

    def __init__(
        self, journal: "Journal", runner: "Runner", parent: QWidget | None = None, contact_id: str = ""
    ) -> None:
        """contact_id: whom to begin with, if not the first of the list."""
        words = self.tr("People and places near you, with their numbers. A report does not print them.")
        super().__init__(self.tr("Contacts"), words, journal, runner, parent)
        self._list.point_at(contact_id)

    def make_parts(self) -> list[QWidget]:
        self._list = made = ContactList(self.journal.contacts.all())
        made.add_requested.connect(self._on_add)
        made.change_requested.connect(self._on_change)
        made.copy_requested.connect(self._on_copy)
        made.page_requested.connect(self._on_page)
        return [made]

    def _on_add(self) -> None:
        self.open_form(partial(ContactForm, None))

    def _on_change(self, contact: "Contact") -> None:
        self.open_form(partial(ContactForm, contact))

    def _on_copy(self, contact: "Contact") -> None:
        QGuiApplication.clipboard().setText(contact.phone or "")
        name = phrases.cut(contact.name, 60)
        self.say(self.tr("The number of {name} is copied.").format(name=name))

    def _on_page(self, key: str) -> None:
        self.reject()
        self.page_requested.emit(key)
