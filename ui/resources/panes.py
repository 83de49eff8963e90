"""What is read beside the list: a page, an exercise or the table, and the way back and forward."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.comparing import FIRST
from legjournal.library.nations import Nation
from legjournal.library.pages import PageKind, pages
from ui.resources.contents import EXERCISE, PAGE, TABLE, Item
from ui.resources.reader import Reader
from ui.resources.tools import Tools
from ui.resources.trail import Trail

if TYPE_CHECKING:
    from ui.resources.compare.pane import ComparePane
    from ui.resources.exercise_reader import ExerciseReader


THE_TABLE: Item = (TABLE, "")


class Panes(QWidget):
    """Shows one thing at a time.

    Signals: `item_requested(object)`, the way leads to this `Item`; `page_shown(str)`, this page is read now;
    `condition_chosen(str)`, what therapies are compared for.
    """

    item_requested = Signal(object)
    page_shown = Signal(str)
    condition_chosen = Signal(str)

    def __init__(self, *, keeps: bool, parent: QWidget | None = None) -> None:
        """keeps: whether there is a journal."""
        super().__init__(parent)
        self._trail: Trail[Item] = Trail()
        self._condition: object = FIRST
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
        self.tools.compare.clicked.connect(self._on_compare)
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

    @cached_property
    def comparison(self) -> "ComparePane":
        """The place of the table of therapies."""
        from ui.resources.compare.pane import ComparePane

        pane = ComparePane()
        pane.hide()
        pane.show_nation(self.reader.nation)
        pane.show_condition(self._condition)
        pane.page_requested.connect(self._on_row_chosen)
        pane.condition_chosen.connect(self.condition_chosen)
        self._column.addWidget(pane, 1)
        return pane

    @property
    def key(self) -> str:
        """The page that is read; "" while something else is."""
        kind, key = self._trail.here
        return key if kind == PAGE else ""

    def show_person(self, nation: Nation | None, condition: object) -> None:
        """Have the doors and routes of a nation first. condition: what therapies are compared for."""
        self._condition = condition
        self.tools.show_nation(nation)
        self.reader.show_nation(nation)
        if "comparison" in vars(self):  # only where it was wanted
            self.comparison.show_nation(nation)
            self.comparison.show_condition(condition)

    def show_item(self, item: Item) -> None:
        """Show what was chosen; a page that was left is shown at the place where it was left."""
        if not self._trail.is_at(item):
            self._trail.leave(self.reader.place)
        place = self._trail.visit(item)
        kind, key = item
        if kind == EXERCISE:
            self.exercise.show_exercise(key)
            self._put(self.exercise)
        elif kind == TABLE:
            self._put(self.comparison)
        else:
            self.reader.show_page(key, pages().items[key], place)
            self._put(self.reader)
            self.page_shown.emit(key)
        self.tools.show_way(back=self._trail.can_go_back, forward=self._trail.can_go_forward)

    def take_focus(self) -> None:
        """Put the keyboard into what is read."""
        if self._trail.here == THE_TABLE:
            self.comparison.table.setFocus()
        else:
            (self.reader.text if self._shown is self.reader else self._shown).setFocus()

    def _put(self, pane: QWidget) -> None:
        before, self._shown = self._shown, pane
        keyboard = self.window().focusWidget()
        pane.show()
        if pane is not before:
            if keyboard is not None and (keyboard is before or before.isAncestorOf(keyboard)):
                self.take_focus()  # else it would be anywhere once the other is gone
            before.hide()
        self._offer()

    def _offer(self) -> None:
        """Have the tools that go with what is shown."""
        read = pages().items.get(self.key)
        self.tools.show_for_page(self._shown is self.reader)
        self.tools.compare.setVisible(read is not None and read.kind is PageKind.THERAPY)
        if self._trail.here == THE_TABLE:
            self.tools.show_for_table()

    def _on_compare(self) -> None:
        """The table, at the therapy that is read."""
        key = self.key
        self.item_requested.emit(THE_TABLE)
        self.comparison.table.go_to(key)
        self.take_focus()

    def _on_row_chosen(self, key: str) -> None:
        self.item_requested.emit((PAGE, key))

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
