"""The lock of a journal that has one: when it locks by itself, and how to change or remove it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from legjournal.words import plural
from ui.lock.old_backups import OldBackups
from ui.settings import LOCK_AFTER
from ui.widgets.buttons import button
from ui.widgets.card import rule
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog
from ui.widgets.still import StillComboBox


class LockDialog(ScrollDialog):
    """What can be chosen about the lock.

    Signals: `wait_chosen(int)`, minutes, 0 for never; `keyring_chosen(bool)`; and, each a wish,
    `change_requested()`, `remove_requested()`, `sheet_requested()`.
    """

    wait_chosen = Signal(int)
    keyring_chosen = Signal(bool)
    change_requested = Signal()
    remove_requested = Signal()
    sheet_requested = Signal()

    def __init__(self, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lock"), parent)
        self.wait = StillComboBox()
        for choice in LOCK_AFTER:
            self.wait.addItem(self._in_words(choice), choice)
        self.wait.setCurrentIndex(LOCK_AFTER.index(minutes))
        self.keyring = QCheckBox(self.tr("Unlock without asking on this computer"))
        self.keyring_words = PlainLabel(
            self.tr(
                "The key is kept in this computer's keyring, so whoever can use your account can open the "
                "journal. After it was locked, the passphrase is always asked."
            ),
            Size.SMALL,
            muted=True,
            wraps=True,
        )
        self.change = button(self.tr("Change the passphrase…"))
        self.sheet = button(self.tr("Print the recovery sheet again…"))
        self.remove = button(self.tr("Remove the passphrase…"))
        self.old_backups = OldBackups()
        self.close_button = button(self.tr("Close"), primary=True)
        self._lay_out()
        self.old_backups.shown.connect(self.fit_soon)
        self.wait.currentIndexChanged.connect(self._on_wait)
        self.keyring.clicked.connect(self.keyring_chosen)
        self.change.clicked.connect(self.change_requested)
        self.sheet.clicked.connect(self.sheet_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.close_button.clicked.connect(self.reject)

    def offer_keyring(self, used: bool) -> None:
        """This computer has a keyring that can be relied on. used: whether it holds the key now."""
        self.keyring.setChecked(used)
        self.keyring.show()
        self.keyring_words.show()
        self.fit_soon()

    def _lay_out(self) -> None:
        name = PlainLabel(self.tr("Lock it when nobody has used it for"), Size.LABEL, wraps=True)
        name.setBuddy(self.wait)
        self.wait.setAccessibleName(name.text())
        self.body.addWidget(PlainLabel(self.tr("This journal has a passphrase"), Size.TITLE, wraps=True))
        choices: tuple[QWidget, ...] = (name, self.wait, self.keyring, self.keyring_words, rule())
        for widget in (*choices, self.change, self.sheet, self.remove, self.old_backups):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.buttons.addWidget(self.close_button)
        self.keyring.hide()
        self.keyring_words.hide()

    def _in_words(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Never: only when I ask")
        return plural("{n} minute", "{n} minutes", minutes).format(n=minutes)

    def _on_wait(self, index: int) -> None:
        self.wait_chosen.emit(LOCK_AFTER[index])
