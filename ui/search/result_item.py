"""How a result is drawn: what it is, and below it the words looked for, bold and underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from legjournal.full_text import Span
from ui.widgets.lines import Lines

HEADING, EXCERPT, MARKS = (Qt.ItemDataRole.UserRole + number for number in range(1, 4))
ACROSS, ALONG = 9 + 4, 7  # pixels around the words of an item, as the style sheet has them
BETWEEN = 2  # pixels from the heading to the excerpt

Index = QModelIndex | QPersistentModelIndex


class ResultItem(QStyledItemDelegate):
    """Extends QStyledItemDelegate: the ground is the style's, the words are ours, and never markup."""

    def __init__(self, shown_in: QListWidget) -> None:
        super().__init__(shown_in)
        self._list = shown_in

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # else the style would write it as well

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = self._lines(index)
        return QSize(0, sum(part.height for part in lines) + (len(lines) - 1) * BETWEEN + 2 * ALONG)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        above = not index.flags() & Qt.ItemFlag.ItemIsSelectable  # words above other items
        role = QPalette.ColorRole.PlaceholderText if above else QPalette.ColorRole.Text
        painter.setPen(self._list.palette().color(role))
        top = option.rect.y() + ALONG
        for lines in self._lines(index):
            lines.draw(painter, option.rect.x() + ACROSS, top)
            top += lines.height + BETWEEN
        painter.restore()

    def _lines(self, index: Index) -> list[Lines]:
        font = QFont(self._list.font())
        bar = (
            self._list.verticalScrollBar().sizeHint().width()
        )  # as if it were there: the height must not vary
        room = max(1, self._list.contentsRect().width() - bar - 2 * ACROSS)
        excerpt = index.data(EXCERPT)
        below = [Lines(excerpt, font, room, formats(excerpt, index.data(MARKS)))] if excerpt else []
        if below or not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            font.setWeight(QFont.Weight.DemiBold)
        return [Lines(index.data(HEADING), font, room), *below]


def formats(words: str, marks: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    """What stands out: Qt counts in parts of UTF-16, where an emoji is two."""
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setFontUnderline(True)
    found = []
    for start, end in marks:
        part = QTextLayout.FormatRange()
        part.start, part.length = _length(words[:start]), _length(words[start:end])
        part.format = strong
        found.append(part)
    return found


def _length(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
