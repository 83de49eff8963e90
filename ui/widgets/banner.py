"""One quiet line under the header for what has to be said; it never takes the focus."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QWidget

from ui.widgets.buttons import button
from ui.widgets.field import announce
from ui.widgets.label import PlainLabel


class Banner(QFrame):
    """A sentence with a Close button, and Try again or one other button where that makes sense.

    Signals: `retry_pressed()`.
    """

    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", True)
        self._refusal = ""  # what is not saved, and why
        self._take: Callable[[], object] | None = None  # what an offer comes to
        self.words = PlainLabel("", wraps=True)
        self.retry = button(self.tr("Try again"))
        self.take = button("")
        close = button(self.tr("Close"), quiet=True, name=self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self.retry)
        row.addWidget(close)
        self.retry.clicked.connect(self.retry_pressed)
        self.take.clicked.connect(self._on_take)
        close.clicked.connect(self.hide)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say something; what could not be saved is said under it for as long as that is so."""
        self._show(f"{sentence}\n{self._refusal}".strip())

    def offer(self, sentence: str, words: str, take: Callable[[], object]) -> None:
        """Say something, with a button that says `words` and calls `take`."""
        self.say(sentence)
        self._take = take
        self.take.setText(words)
        self.take.show()

    def withdraw(self) -> None:
        """An offer that was made no longer stands."""
        if self.take.isVisibleTo(self):
            self._stop_offering()

    def say_refused(self, sentence: str) -> None:
        """Say that a save did not go through."""
        self._refusal = self.tr("Not saved. {why}").format(why=sentence)
        self._show(self._refusal)

    def say_stored(self) -> None:
        """All is saved, or given up: an earlier refusal is no longer true."""
        if self._refusal:
            self._refusal = ""
            self.hide()

    @classmethod
    def ask_to_leave(cls, parent: QWidget) -> bool:
        """Whether to close although something typed could not be stored."""
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            parent.tr("Not everything is saved"),
            parent.tr("The last thing you typed could not be saved. Close all the same?"),
            parent=parent,
        )
        stay = box.addButton(parent.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(parent.tr("Close without it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _on_take(self) -> None:
        self._stop_offering()
        if self._take is not None:
            self._take()

    def _stop_offering(self) -> None:
        self._show(self._refusal)
        self.setVisible(bool(self._refusal))

    def _show(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.take.hide()
        self.retry.setVisible(bool(self._refusal))
        self.show()
        announce(self, sentence)
