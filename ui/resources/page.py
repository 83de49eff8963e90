"""Resources: British, honest and offline."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal.library.pages import pages
from ui.resources.contents import Contents
from ui.resources.reader import Reader
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import UNLIMITED, line_height
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from ui.resources.exercise_reader import ExerciseReader

CONTENTS_WIDTH = 15  # heights of the text
NARROW = 46  # heights of the text: below it the list stands above the page


class ResourcesPage(Page):
    """The Resources tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contents = Contents()
        self.reader = Reader()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(18)
        self._row.addWidget(self.contents)
        self._row.addWidget(self.reader, 1)
        scroll = PageScroll()
        column = QVBoxLayout(scroll.content)
        column.setContentsMargins(20, 16, 20, 16)
        column.addLayout(self._row, 1)
        for fault in pages().faults:
            column.addWidget(PlainLabel(fault, Size.SMALL, muted=True, wraps=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.contents.page_chosen.connect(self._on_page_chosen)
        self.contents.exercise_chosen.connect(self._on_exercise_chosen)
        self.contents.reading_requested.connect(self._on_reading_requested)
        self.reader.page_requested.connect(self.open_page)
        first = next(iter(pages().items), "")
        if first:
            self.open_page(first)

    def open_page(self, key: str) -> None:
        """Open a page by its key."""
        self.contents.choose(key)

    def show_day(self, day: date) -> None:
        """The pages are the same every day."""

    def take_focus(self) -> None:
        """Put the keyboard on the search field."""
        self.contents.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = line_height()
        narrow = self.width() < NARROW * line
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self.contents.setMaximumWidth(UNLIMITED if narrow else CONTENTS_WIDTH * line)
        self.contents.setMaximumHeight(11 * line if narrow else UNLIMITED)
        self.reader.setMinimumHeight(20 * line)  # the page scrolls before the text gets too small a window

    @cached_property
    def exercise(self) -> "ExerciseReader":
        """The place of an exercise that was found; most people never look for one here."""
        from ui.resources.exercise_reader import ExerciseReader

        reader = ExerciseReader()
        reader.setMinimumHeight(self.reader.minimumHeight())
        self._row.addWidget(reader, 1)
        return reader

    def _on_page_chosen(self, key: str) -> None:
        self.reader.show_page(pages().items[key])
        if self.reader.isHidden():
            self.exercise.hide()
            self.reader.show()

    def _on_exercise_chosen(self, key: str) -> None:
        self.exercise.show_exercise(key)
        self.reader.hide()
        self.exercise.show()

    def _on_reading_requested(self) -> None:
        (self.exercise if self.reader.isHidden() else self.reader.text).setFocus()
