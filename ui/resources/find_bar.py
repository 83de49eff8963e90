"""Finding words in the page that is read."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QWidget

from ui.widgets.announce import announce
from ui.widgets.buttons import compact, square
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size

LETTERS = 16  # that can be seen in the field at once
APOSTROPHES = "['’]"  # the one a keyboard types, and the one that is printed


class FindBar(QWidget):
    """A field with how often its words stand in `text`, out of sight until it is asked for.

    Keys: Enter or F3 goes to the next place, with Shift to the one before, Esc closes.
    Signals: `opened()`, `closed()`; `place_shown()`, the next place is the text's selection now.
    """

    opened = Signal()
    closed = Signal()
    place_shown = Signal()

    def __init__(self, text: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._found: list[QTextCursor] = []
        self._place = 0
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Find in this page"))
        self.words.setPlaceholderText(self.tr("Find in this page"))
        self.words.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())
        self.previous = square("↑", self.tr("Previous place"))
        self.next = square("↓", self.tr("Next place"))
        self.count = PlainLabel("", Size.SMALL)
        self.count.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())
        self.close_button = compact(self.tr("Close"), self.tr("Close finding"))
        self._lay_out()
        self.hide()
        self.words.textChanged.connect(self._on_words)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.close_up)

    def open_up(self) -> None:
        """Have words typed, or go on to the next place where that is done."""
        if self.isVisible() and self._found:
            self.go_on()
            return
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._on_words(self.words.text())
        self.opened.emit()

    def close_up(self) -> None:
        """Out of sight; the page stays at the place that was found."""
        self.put_away()
        self.closed.emit()

    def put_away(self) -> None:
        """Out of sight, because another page is read."""
        self.hide()
        self._text.setExtraSelections([])

    def look(self) -> None:
        """Mark the places anew: the same page has another text or another look now."""
        if not self.isHidden():
            self._find(self.words.text())

    def go_on(self) -> None:
        """To the next place, after the last to the first."""
        self._go(1)

    def go_back(self) -> None:
        """To the place before."""
        self._go(-1)

    def _lay_out(self) -> None:
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        for made in (self.previous, self.next, self.close_button):
            row.addWidget(made)
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, keys, self.count):
            flow.addWidget(widget)

    def _on_words(self, words: str) -> None:
        self._find(words)
        self._show_place()

    def _find(self, words: str) -> None:
        self._found = _places(self._text, words)
        self._place = 0
        self._text.setExtraSelections([self._mark(cursor) for cursor in self._found])
        for made in (self.previous, self.next):
            made.setEnabled(bool(self._found))
        self.count.setText(self._say())

    def _go(self, by: int) -> None:
        if self._found:
            self._place = (self._place + by) % len(self._found)
            self._show_place()

    def _show_place(self) -> None:
        self.count.setText(self._say())
        if self._found:
            self._text.setTextCursor(self._found[self._place])
            self._text.ensureCursorVisible()
            self.place_shown.emit()
        if self.words.text().strip():
            announce(self, self.count.text())

    def _say(self) -> str:
        if not self.words.text().strip():
            return ""
        if not self._found:
            return self.tr("Not on this page")
        return self.tr("{n} of {count}").format(n=self._place + 1, count=len(self._found))

    def _mark(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        """Underlined as well as tinted, so that the places are not told by colour alone."""
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        form = QTextCharFormat()
        form.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
        form.setFontUnderline(True)
        mark.format = form
        return mark


def _places(text: QTextEdit, words: str) -> list[QTextCursor]:
    """Where the words stand, from the top; capitals and the kind of apostrophe are all one."""
    typed = " ".join(words.split())
    if not typed:
        return []
    pattern = QRegularExpression.escape(typed).replace("\\'", APOSTROPHES).replace("\\’", APOSTROPHES)
    wanted = QRegularExpression(pattern, QRegularExpression.PatternOption.CaseInsensitiveOption)
    found = []
    cursor = text.document().find(wanted)
    while not cursor.isNull():
        found.append(cursor)
        cursor = text.document().find(wanted, cursor)
    return found
