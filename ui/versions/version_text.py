"""One version of an entry to read: its lines, and which of them are other than before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legjournal.entries.words import Pair

LINES = 8  # in sight; the rest scrolls
ARROW = "→ "


class VersionText(QPlainTextEdit):
    """Extends QPlainTextEdit: read only, but the keyboard can enter it, scroll and copy; Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMinimumHeight(LINES * line_height())
        self._plain, self._strong = QTextCharFormat(), QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.DemiBold)

    def show_fields(self, fields: "Sequence[Pair]") -> None:
        """Show the lines. A changed one has an arrow, heavier letters, and what was there before below it."""
        self.clear()
        for field in fields:
            value = self.tr("no longer answered") if field.other is None else field.other
            words = self.tr("{label}: {value}").format(label=field.label, value=value)
            if not field.differs:
                self._write(words, self._plain)
                continue
            self._write(ARROW + words, self._strong)
            before = self.tr("before: {value}").format(value=field.one) if field.one else self.tr("new")
            self._write(f"    {before}", self._plain)
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of a version."""
        self.setPlainText(sentence)

    def _write(self, words: str, form: QTextCharFormat) -> None:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        if not self.document().isEmpty():
            cursor.insertBlock()
        cursor.insertText(words, form)
