"""Resources: British, honest and offline."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal.library.pages import pages
from ui.resources.contents import PAGE, Contents
from ui.resources.nation_card import NationCard
from ui.resources.panes import Panes
from ui.resources.reader import LEAST_LINES
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import UNLIMITED, line_height
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll, bring_into_sight

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

CONTENTS_WIDTH = 15  # heights of the text
NARROW = 46  # heights of the text: below it the list stands above the page


class ResourcesPage(Page):
    """The Resources tab; without a journal the pages can be read, and nothing is kept.

    Signals: `save_requested(str)`, the page of this key as a PDF.
    """

    save_requested = Signal(str)

    def __init__(
        self,
        journal: "Journal | None" = None,
        runner: "Runner | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self.nation = NationCard(journal, runner) if journal is not None and runner is not None else None
        self.contents = Contents()
        self.panes = Panes(keeps=self.nation is not None)
        self.reader = self.panes.reader
        self._lay_out()
        self._connect_signals()
        first = next(iter(pages().items), "")
        if first:
            self.open_page(first)

    def open_page(self, key: str) -> None:
        """Open a page by its key."""
        self.contents.choose((PAGE, key))

    def show_day(self, day: date) -> None:
        """The pages are the same every day; where the person lives may have been taken back meanwhile."""
        self._look_where()

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed."""
        if self._runner is not None and "preference" in changed.tables:
            self._runner.when_still(self._look_where)

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
        self.reader.text.setMinimumHeight(LEAST_LINES * line)  # the page scrolls before that gets less

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(18)
        self._row.addWidget(self.contents)
        self._row.addWidget(self.panes, 1)
        self._scroll = PageScroll()
        column = QVBoxLayout(self._scroll.content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        if self.nation is not None:
            column.addWidget(self.nation)
        column.addLayout(self._row, 1)
        for fault in pages().faults:
            column.addWidget(PlainLabel(fault, Size.SMALL, muted=True, wraps=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _connect_signals(self) -> None:
        self.contents.chosen.connect(self.panes.show_item)
        self.contents.reading_requested.connect(self.panes.take_focus)
        self.panes.item_requested.connect(self.contents.choose)
        self.panes.tools.save_requested.connect(self._on_save)
        self.reader.page_requested.connect(self.open_page)
        self.reader.find_bar.opened.connect(self._on_finding)
        self.reader.find_bar.place_shown.connect(self._on_place_shown)
        if self.nation is not None:
            self.nation.closed.connect(self._on_nation_closed)
            self.panes.tools.nation_requested.connect(self.nation.ask)

    def _on_nation_closed(self) -> None:
        """The page has moved up: the button that asks again gets the keyboard, and is in sight."""
        self.panes.tools.nation.setFocus()
        bring_into_sight(self.panes.tools.nation)

    def _on_finding(self) -> None:
        """Bring the field into sight, and the text below it in which something is found."""
        bring_into_sight(self.reader.find_bar)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(self.reader.find_bar.mapTo(self._scroll.content, QPoint()).y())

    def _on_place_shown(self) -> None:
        """Where the window is lower than the text's own, the page scrolls to the place as well."""
        text = self.reader.text
        at = text.viewport().mapTo(self._scroll.content, text.cursorRect().center())
        self._scroll.ensureVisible(at.x(), at.y(), 0, 2 * line_height())

    def _on_save(self) -> None:
        self.save_requested.emit(self.panes.key)

    def _look_where(self) -> None:
        if self.nation is not None:
            nation = self.nation.look()
            self.panes.tools.show_nation(nation)
            self.reader.show_nation(nation)
