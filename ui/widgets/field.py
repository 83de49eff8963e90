"""Typed fields: a label above, the editor, and one plain sentence beneath when something is not right."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from legjournal.limits import NOTE_LIMIT
from legjournal.phrases import read_number
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.pause import Pause


class Entry(QLineEdit):
    """Extends QLineEdit: tells when the person pauses and when they leave.

    Signals: `paused()` when it is time to store what was typed, `left()` on Enter or when another field is
    entered.
    """

    paused = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = Pause(self)
        self._pause.came.connect(self.paused)
        self.textEdited.connect(self._pause.put_off)
        self.editingFinished.connect(self._on_left)

    def event(self, event: QEvent) -> bool:
        if _is_idle_undo(event, can_undo=self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def _on_left(self) -> None:
        self._pause.stop()
        self.left.emit()


class Offer(NamedTuple):
    """An answer to press beside a field. words: of the button. typed: what it puts into the field."""

    words: str
    typed: str
    name: str = ""  # for a screen reader, where the words say too little


class Field(QWidget):
    """A labelled line: `entry` is the editor, `explain` says what is not right with it.

    Signals: `accepted(str)`, an offer beside it was pressed; its words are not in the field yet.
    """

    accepted = Signal(str)

    def __init__(self, label: str, entry: Entry, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.offers: dict[QPushButton, Offer] = {}
        self.label = PlainLabel("", Size.LABEL)
        self.label.setBuddy(entry)
        self.label.setWordWrap(True)
        self.message = PlainLabel("", Size.SMALL, wraps=True)
        self.message.hide()
        self.rename(label)
        entry.setPlaceholderText(hint)
        self._offered = ColumnsLayout(letters=0, most=2, spacing=8, stretch=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.label, entry, self.message):
            column.addWidget(widget)
        column.addLayout(self._offered)
        column.addStretch()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Puts the keyboard into the line.

        A focus proxy would do so, too, but is a stop of Tab of its own that setTabOrder() leaves behind.
        """
        self.entry.setFocus(reason)

    def rename(self, label: str) -> None:
        """Ask for something else."""
        self.label.setText(label)
        self.entry.setAccessibleName(label)

    def explain(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Say beside the field what is not right, with answers to press; an empty sentence takes it away."""
        if sentence == self.message.text() and tuple(offers) == tuple(self.offers.values()):
            return
        self._say(sentence, QPalette.ColorRole.BrightText)
        self._offer(offers)
        self.entry.setAccessibleDescription(" ".join([sentence, *(offer.words for offer in offers)]).strip())
        self.entry.setProperty("fault", bool(sentence))
        self.entry.style().polish(self.entry)
        if sentence:
            announce(self.entry, self.entry.accessibleDescription())

    def _say(self, sentence: str, ink: QPalette.ColorRole) -> None:
        self.message.setText(sentence)
        self.message.setForegroundRole(ink)
        self.message.setVisible(bool(sentence))

    def _offer(self, offers: Sequence[Offer]) -> None:
        for old in self.offers:
            self._offered.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = {button(offer.words, changes=True, name=offer.name): offer for offer in offers}
        before: QWidget = self.entry
        for new in self.offers:
            self._offered.addWidget(new)
            new.clicked.connect(self._on_offer)
            QWidget.setTabOrder(before, new)
            before = new

    def _on_offer(self) -> None:
        pressed = self.offers[cast(QPushButton, self.sender())]
        self.entry.setFocus()  # the button goes away, and the keyboard stays where it was wanted
        self.accepted.emit(pressed.typed)


class NumberField(Field):
    """A whole number from 0."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, Entry(), hint)

    @property
    def number(self) -> int | None:
        """The number typed, or None if there is none."""
        return read_number(self.entry.text())


class NoteEditor(QPlainTextEdit):
    """Extends QPlainTextEdit: plain text only, and Tab leaves it, so that nobody is caught in it.

    Undo is the journal's: with one of its own, what the one took back the other would bring again.

    Signals: `overflowed()`, more was pasted than the journal can hold, and nothing of it is here.
    """

    overflowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def event(self, event: QEvent) -> bool:
        if _is_idle_undo(event, can_undo=False):
            event.ignore()
            return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if len(self.toPlainText()) + len(source.text()) > NOTE_LIMIT:
            self.overflowed.emit()
        else:
            super().insertFromMimeData(source)


def _is_idle_undo(event: QEvent, *, can_undo: bool) -> bool:
    """Whether Ctrl+Z is pressed in a field with nothing of its own to undo: then it is the journal's."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Redo):
        return True
    return event.matches(QKeySequence.StandardKey.Undo) and not can_undo


class NoteField(QWidget):
    """A labelled free text of several lines.

    Signals: `written(str)` when it is time to store the text, and on leaving, when it has changed.
    """

    written = Signal(str)

    def __init__(self, label: str, hint: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._stored = ""
        self.editor = NoteEditor()
        self.editor.setAccessibleName(label)
        self.editor.setPlaceholderText(hint)
        self.editor.installEventFilter(self)
        name = PlainLabel(label, Size.LABEL)
        name.setBuddy(self.editor)
        self.message = PlainLabel("", Size.SMALL, wraps=True)
        self.message.setForegroundRole(QPalette.ColorRole.BrightText)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.editor)
        column.addWidget(self.message)
        self._pause = Pause(self)
        self._pause.came.connect(self.flush)
        self.editor.textChanged.connect(self._on_typed)
        self.editor.overflowed.connect(self._explain)
        self._fit()
        self.setFocusProxy(self.editor)

    def show_text(self, words: str) -> None:
        """Show what is stored without telling anybody; what is being typed is left alone."""
        if self._pause.expected:
            return
        self._stored = words
        if self.editor.toPlainText() != words:
            self.editor.setPlainText(words)
        self._pause.stop()  # that was not a key of the person's

    def flush(self) -> None:
        """Tell now if the text has changed."""
        self._pause.stop()
        words = self.editor.toPlainText()
        if len(words) > NOTE_LIMIT:
            self._explain()
        elif words != self._stored:
            self._stored = words
            self.written.emit(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()
        return super().event(event)

    def _on_typed(self) -> None:
        self.message.hide()
        self._pause.put_off()

    def _explain(self) -> None:
        words = self.tr("A note can have up to {most:,} letters. What goes beyond that is not stored.")
        self.message.setText(words.format(most=NOTE_LIMIT))
        self.message.show()
        announce(self.editor, self.message.text())

    def _fit(self) -> None:
        self.editor.setFixedHeight(round(self._lines * self.editor.fontMetrics().lineSpacing()) + 24)
