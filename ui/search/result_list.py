"""The list of what was found: when, what it is, and the words looked for where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from legjournal import phrases
from legjournal.search import Result
from ui.search.result_item import EXCERPT, HEADING, MARKS, ResultItem

RESULT = Qt.ItemDataRole.UserRole


class ResultList(QListWidget):
    """Extends QListWidget: Enter or a click chooses a result, and Up leads out of it at the top.

    Signals: `chosen(Result)`; `left()`, upwards.
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
        self.itemClicked.connect(self._on_chosen)

    def show_results(self, results: Sequence[Result]) -> None:
        """Show these instead of those before."""
        self.clear()
        for result in results:
            heading = self._heading(result)
            words = self.tr("{heading}: {words}").format(heading=heading, words=result.excerpt)
            item = QListWidgetItem(words)  # what a screen reader says
            for role, data in (
                (RESULT, result),
                (HEADING, heading),
                (EXCERPT, result.excerpt),
                (MARKS, result.marks),
            ):
                item.setData(role, data)
            self.addItem(item)
        self.scrollToTop()

    def enter(self) -> None:
        """Take the keyboard, to the first result."""
        if self.count():
            self.setCurrentRow(0)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key = self.currentItem(), event.key()
        if item is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(item)
        elif key == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _heading(self, result: Result) -> str:
        if result.day is None:
            return self.tr("{title} – not tied to a day").format(title=result.title)
        day = phrases.day(result.day, weekday=True)
        return self.tr("{day} – {title}").format(day=day, title=result.title)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(RESULT))
