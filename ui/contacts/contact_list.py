"""The contacts in a list, each with its number in large figures."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from legjournal import phrases
from ui.widgets.buttons import button, compact
from ui.widgets.card import rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.page_field import page_today

if TYPE_CHECKING:
    from legjournal.models.contacts import Contact


def short_name(contact: "Contact") -> str:
    """A contact for a sentence of ours: its name, with what they do."""
    called = f"{contact.name}, {contact.what}" if contact.what else contact.name
    return phrases.cut(called, 60)


class ContactList(QWidget):
    """Shows contacts as they were when it was made.

    Signals: `add_requested()`; `change_requested(Contact)`; `copy_requested(Contact)`, for its number;
    `page_requested(str)`, the resource page of this key.
    """

    add_requested = Signal()
    change_requested = Signal(object)
    copy_requested = Signal(object)
    page_requested = Signal(str)

    def __init__(self, contacts: "Sequence[Contact]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        if not contacts:
            words = self.tr("Nobody is here yet. You could begin with your surgery, or with your physio.")
            self._column.addWidget(PlainLabel(words, wraps=True))
        for contact in contacts:
            self._show(contact)
        add = button(self.tr("Add a contact"), changes=True)
        add.clicked.connect(self.add_requested)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(add)
        self._column.addLayout(line)

    def point_at(self, contact_id: str) -> None:
        """Put the keyboard on a contact, and so bring it into sight; one that is not here changes nothing."""
        if contact_id in self._first_buttons:
            self._first_buttons[contact_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, contact: "Contact") -> None:
        entry = QVBoxLayout()
        entry.setSpacing(2)
        entry.addWidget(TypedLabel(contact.name, Size.STRONG))
        if contact.what:
            entry.addWidget(TypedLabel(contact.what, Size.SMALL))
        if contact.phone:
            entry.addWidget(TypedLabel(contact.phone, Size.TITLE))
        for words in (contact.address, contact.note):
            if words:
                entry.addWidget(TypedLabel(words, Size.SMALL))
        entry.addLayout(self._buttons(contact))
        self._column.addLayout(entry)
        self._column.addWidget(rule())

    def _buttons(self, contact: "Contact") -> FlowLayout:
        called = short_name(contact)
        change = compact(self.tr("Change"), self.tr("Change: {contact}").format(contact=called), changes=True)
        change.clicked.connect(partial(self.change_requested.emit, contact))
        made = [change]
        if contact.phone:
            words = self.tr("Copy number: {contact}").format(contact=called)
            made.insert(0, compact(self.tr("Copy number"), words))
            made[0].clicked.connect(partial(self.copy_requested.emit, contact))
        key, title = page_today(contact.page)
        if title:
            words = self.tr("Read about it: {title}, for {contact}").format(title=title, contact=called)
            made.append(compact(self.tr("Read about it"), words))
            made[-1].clicked.connect(partial(self.page_requested.emit, key))
        self._first_buttons[contact.id] = made[0]
        buttons = FlowLayout()
        for each in made:
            buttons.addWidget(each)
        return buttons
