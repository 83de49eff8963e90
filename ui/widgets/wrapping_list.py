"""A list whose items break into as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QWidget

# Around the words of an item, in pixels: the style sheet's padding, and the margin Qt leaves beside them.
ACROSS, ALONG = 2 * (9 + 4), 2 * 7


class WrappingList(QListWidget):
    """Extends QListWidget: measures its items by itself, since Qt forgets the padding of a style sheet."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_items(self, items: Sequence[str]) -> None:
        """Show these instead of those before."""
        self.clear()
        self.addItems(items)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        room = QRect(0, 0, max(1, self.viewport().width() - ACROSS), 10_000)
        for row in range(self.count()):
            item = self.item(row)
            words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, words.height() + ALONG))
