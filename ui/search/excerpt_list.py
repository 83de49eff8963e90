"""A list of what was found: headings with excerpts, and a way in and out with the arrow keys."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from legjournal.full_text import Span
from ui.search.result_item import EXCERPT, HEADING, MARKS, ResultItem

RESULT = Qt.ItemDataRole.UserRole


class ExcerptList(QListWidget):
    """Extends QListWidget: Enter chooses an item, and Up leads out of it at the top.

    Signals: `chosen(object)`, what the item stands for; `left()`, upwards.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(ResultItem(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add(self, result: Any, heading: str, excerpt: str = "", marks: tuple[Span, ...] = ()) -> None:
        """One more at the end. result: what the item stands for."""
        both = self.tr("{heading}: {words}").format(heading=heading, words=excerpt)
        item = QListWidgetItem(both if excerpt else heading)  # what a screen reader says
        for role, data in ((RESULT, result), (HEADING, heading), (EXCERPT, excerpt), (MARKS, marks)):
            item.setData(role, data)
        self.addItem(item)

    def add_title(self, words: str) -> None:
        """Words above the items that follow; they cannot be chosen."""
        self.add(None, words)
        self.item(self.count() - 1).setFlags(Qt.ItemFlag.NoItemFlags)

    def first(self) -> int:
        """The row of the first item that can be chosen; the number of rows where there is none."""
        rows = range(self.count())
        return next((row for row in rows if self.item(row).data(RESULT) is not None), self.count())

    def enter(self) -> None:
        """Take the keyboard, to the first item."""
        if self.first() < self.count():
            self.setCurrentRow(self.first())
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key = self.currentItem(), event.key()
        if item is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(item.data(RESULT))
        elif key == Qt.Key.Key_Up and self.currentRow() <= self.first():
            self.left.emit()
        else:
            super().keyPressEvent(event)
