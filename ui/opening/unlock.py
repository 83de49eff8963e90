"""The page of a locked journal: its name, and one field for the passphrase or the recovery code."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.lock.passphrase import PassphraseField, ShowBox
from ui.lock.trying import key_of
from ui.opening.card_page import CardPage
from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.card import rule
from ui.widgets.label import PlainLabel, Size


class UnlockPage(CardPage):
    """Shown while the journal is locked.

    Signals: `unlocked(bytes | None)`, the key; and, each a wish, `open_requested()`, `restore_requested()`.
    """

    unlocked = Signal(object)
    open_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._title = PlainLabel(self.tr("This journal is locked"), Size.TITLE, wraps=True)
        self._name = PlainLabel("", Size.STRONG, wraps=True)
        self.field = PassphraseField("")
        self.show_box = ShowBox(self.field)
        self._hint = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self.unlock = button(self.tr("Unlock"), primary=True)
        self.other_way = button("", quiet=True)
        self.open_other = button(self.tr("Open another journal"), quiet=True)
        self.restore = button(self.tr("Go back to a backup"), quiet=True)
        self._lay_out()
        self._expect_code(False)
        self.unlock.clicked.connect(self._on_unlock)
        self.field.entry.returnPressed.connect(self._on_unlock)
        self.other_way.clicked.connect(self._on_other_way)
        self.open_other.clicked.connect(self.open_requested)
        self.restore.clicked.connect(self.restore_requested)

    def ask(self, path: Path, *, has_backups: bool) -> None:
        """Ask for what opens the journal at `path`."""
        self._path = path
        self._name.setText(path.name)
        self.restore.setVisible(has_backups)
        self.forget()
        self._expect_code(False)

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.field.clear()
        self.show_box.setChecked(False)

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.field.setFocus()

    def _lay_out(self) -> None:
        asked: tuple[QWidget, ...] = (self._title, self._name, self.field, self.show_box, self._hint)
        for widget in (*asked, self.unlock, self.other_way, rule(), self.open_other, self.restore):
            self.card.body.addWidget(widget)

    def _expect_code(self, expected: bool) -> None:
        self._with_code = expected
        self.field.rename(self.tr("Code on the recovery sheet") if expected else self.tr("Passphrase"))
        self._hint.setText(
            self.tr(
                "Type the 14 groups as they stand on your sheet. Small letters will do, and spaces between "
                "the groups are not needed."
            )
        )
        self._hint.setVisible(expected)
        self.other_way.setText(self.tr("Use my passphrase") if expected else self.tr("Use my recovery sheet"))

    def _on_other_way(self) -> None:
        self.field.clear()
        self._expect_code(not self._with_code)
        self.show_box.setChecked(self._with_code)
        self.field.setFocus()

    def _on_unlock(self) -> None:
        if not self.unlock.isEnabled():
            return
        if not self.field.entry.text().strip():
            self.field.refuse(self.tr("Please type it first."))
            return
        self._show_working(True)
        task = Task(partial(key_of, self._path, self.field.entry.text()), self)
        task.done.connect(partial(self._on_key, self._path))
        task.refused.connect(self._on_refused)
        task.start()

    def _on_key(self, path: Path, key: bytes | None) -> None:
        self._show_working(False)
        if self.isVisible() and path == self._path:  # nothing else was opened meanwhile
            self.forget()
            self.unlocked.emit(key)

    def _on_refused(self, sentence: str) -> None:
        self._show_working(False)
        self.field.refuse(sentence)

    def _show_working(self, working: bool) -> None:
        self.field.entry.setReadOnly(working)
        self.unlock.setEnabled(not working)
        self.unlock.setText(self.tr("One moment…") if working else self.tr("Unlock"))
