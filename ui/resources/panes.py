"""What is read beside the list: a page or an exercise, and the way back and forward between them."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.pages import pages
from ui.resources.contents import EXERCISE, PAGE, Item
from ui.resources.reader import Reader
from ui.resources.tools import Tools
from ui.resources.trail import Trail

if TYPE_CHECKING:
    from ui.resources.exercise_reader import ExerciseReader


class Panes(QWidget):
    """Shows one thing at a time.

    Signals: `item_requested(object)`, the way leads to this `Item`; `page_shown(str)`, this page is read now.
    """

    item_requested = Signal(object)
    page_shown = Signal(str)

    def __init__(self, *, keeps: bool, parent: QWidget | None = None) -> None:
        """keeps: whether there is a journal."""
        super().__init__(parent)
        self._trail: Trail[Item] = Trail()
        self.tools = Tools(keeps=keeps)
        self.reader = Reader()
        self._shown: QWidget = self.reader
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.tools)
        self._column.addWidget(self.reader, 1)
        self.tools.back.clicked.connect(self._on_back)
        self.tools.forward.clicked.connect(self._on_forward)
        self.tools.find_words.clicked.connect(self.reader.find_bar.open_up)
        self._add_key("Ctrl+[", self.tools.back.click)
        self._add_key("Ctrl+]", self.tools.forward.click)

    @cached_property
    def exercise(self) -> "ExerciseReader":
        """The place of an exercise that was found; most people never look for one here."""
        from ui.resources.exercise_reader import ExerciseReader

        reader = ExerciseReader()
        reader.setMinimumHeight(self.reader.minimumHeight())
        self._column.addWidget(reader, 1)
        return reader

    @property
    def key(self) -> str:
        """The page that is read; "" while something else is."""
        kind, key = self._trail.here
        return key if kind == PAGE else ""

    def show_item(self, item: Item) -> None:
        """Show a page or an exercise; one that was left is shown at the place where it was left."""
        if not self._trail.is_at(item):
            self._trail.leave(self.reader.place)
        place = self._trail.visit(item)
        kind, key = item
        if kind == EXERCISE:
            self.exercise.show_exercise(key)
            self._put(self.exercise)
        else:
            self.reader.show_page(key, pages().items[key], place)
            self._put(self.reader)
            self.page_shown.emit(key)
        self.tools.show_way(back=self._trail.can_go_back, forward=self._trail.can_go_forward)

    def take_focus(self) -> None:
        """Put the keyboard into what is read."""
        (self.reader.text if self._shown is self.reader else self._shown).setFocus()

    def _put(self, pane: QWidget) -> None:
        if pane is not self._shown:
            self._shown.hide()
            self._shown = pane
        pane.show()
        self.tools.show_for_page(pane is self.reader)

    def _on_back(self) -> None:
        self._trail.leave(self.reader.place)
        self.item_requested.emit(self._trail.back())

    def _on_forward(self) -> None:
        self._trail.leave(self.reader.place)
        self.item_requested.emit(self._trail.forward())

    def _add_key(self, keys: str, slot: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(slot)
