"""Asking for the passphrase of a backup that has another one than the journal."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.lock.passphrase import PassphraseField, ShowBox, forget_passphrases
from ui.lock.trying import key_of
from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.scroll_dialog import ScrollDialog


class KeyDialog(ScrollDialog):
    """Asks for what opens the backup at `path`.

    Signals: `unlocked(bytes | None)`, its key.
    """

    unlocked = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A locked backup"), parent)
        self._path = path
        words = self.tr("This backup has a passphrase of its own: the one the journal had when it was made.")
        self.field = PassphraseField(self.tr("Its passphrase, or the code on its recovery sheet"))
        self.go_on = button(self.tr("Go back to this one"), primary=True)
        self.cancel = button(self.tr("Cancel"))
        for widget in (PlainLabel(words, wraps=True), self.field, ShowBox(self.field)):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.buttons.addWidget(self.go_on)
        self.buttons.addWidget(self.cancel)
        self.go_on.clicked.connect(self._on_typed)
        self.field.entry.returnPressed.connect(self._on_typed)
        self.cancel.clicked.connect(self.reject)
        self.field.setFocus()

    def done(self, result: int) -> None:
        forget_passphrases(self)
        super().done(result)

    def _on_typed(self) -> None:
        if self.go_on.isEnabled():
            self._show_working(True)
            task = Task(partial(key_of, self._path, self.field.entry.text()), self)
            task.done.connect(self._on_key)
            task.refused.connect(self._on_refused)
            task.start()

    def _on_key(self, key: bytes | None) -> None:
        self.unlocked.emit(key)
        self.accept()

    def _on_refused(self, sentence: str) -> None:
        self._show_working(False)
        self.field.refuse(sentence)
        self.fit_soon()

    def _show_working(self, working: bool) -> None:
        self.field.entry.setReadOnly(working)
        self.go_on.setEnabled(not working)
