"""One quiet line under the header for what has to be said; it never takes the focus."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ui.widgets.agreeing import agrees
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.measure import line_height

NARROW = 34  # heights of the text: below it the buttons stand under the words


class Banner(QFrame):
    """A sentence with a Close button, and Try again or one other button where that makes sense.

    Signals: `retry_pressed()`.
    """

    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", True)
        self._refusal = ""  # what is not saved, and why
        self._way_out: tuple[str, Callable[[], object]] | None = None  # of what is not saved
        self._again = True
        self._take: Callable[[], object] | None = None  # what an offer comes to
        self.words = PlainLabel("", wraps=True)
        self.retry = button(self.tr("Try again"))
        self.take = button("")
        close = button(self.tr("Close"), quiet=True, name=self.tr("Close this message"))
        buttons = QHBoxLayout()
        for offered in (self.take, self.retry, close):
            buttons.addWidget(offered)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(20, 8, 20, 8)
        self._row.addWidget(self.words, 1)
        self._row.addLayout(buttons)
        self.retry.clicked.connect(self.retry_pressed)
        self.take.clicked.connect(self._on_take)
        close.clicked.connect(self.hide)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Extends QFrame: where it is narrow, the buttons stand under the words."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)

    def say(self, sentence: str) -> None:
        """Say something; what could not be saved is said under it for as long as that is so."""
        self._show(f"{sentence}\n{self._refusal}".strip())

    def offer(self, sentence: str, words: str, take: Callable[[], object]) -> None:
        """Say something, with a button that says `words` and calls `take`."""
        self.say(sentence)
        self._show_take(words, take)

    def withdraw(self) -> None:
        """An offer that was made no longer stands."""
        if self.take.isVisibleTo(self):
            self._stop_offering()

    def say_refused(
        self, sentence: str, way_out: tuple[str, Callable[[], object]] | None = None, *, again: bool = True
    ) -> None:
        """Say that a save did not go through.

        way_out: words of a button and what it calls. again: whether to try again may help by itself.
        """
        self._refusal = self.tr("Not saved. {why}").format(why=sentence)
        self._way_out, self._again = way_out, again
        self._show(self._refusal)

    def say_stored(self) -> None:
        """All is saved, or given up: an earlier refusal is no longer true."""
        if self._refusal:
            self._refusal = ""
            self._way_out = None
            self.hide()

    @classmethod
    def ask_to_leave(cls, parent: QWidget) -> bool:
        """Whether to close although something typed could not be stored."""
        question = parent.tr("The last thing you typed could not be saved. Close all the same?")
        return agrees(parent, question, yes=parent.tr("Close without it"), no=parent.tr("Stay"))

    def _on_take(self) -> None:
        take = self._take
        self._stop_offering()
        if take is not None:
            take()

    def _stop_offering(self) -> None:
        self._show(self._refusal)
        self.setVisible(bool(self._refusal))

    def _show_take(self, words: str, take: Callable[[], object]) -> None:
        self._take = take
        self.take.setText(words)
        self.take.show()

    def _show(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.take.hide()
        if self._way_out is not None:
            self._show_take(*self._way_out)
        self.retry.setVisible(bool(self._refusal) and self._again)
        self.show()
        announce(self, sentence)
