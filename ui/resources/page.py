"""Resources: British, honest and offline."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal.library.comparing import COMPARED_FOR, FIRST
from legjournal.library.pages import pages
from ui.resources.contents import PAGE, Contents
from ui.resources.mine import Mine
from ui.resources.nation_card import NationCard
from ui.resources.panes import Panes
from ui.resources.reader import LEAST_LINES
from ui.resources.wish import Wish
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

    Signals: `wished(object, str)`, a `Wish` about the page of this key; `table_wished(object)`, this
    `Comparison` as a PDF.
    """

    wished = Signal(object, str)
    table_wished = Signal(object)

    def __init__(
        self,
        journal: "Journal | None" = None,
        runner: "Runner | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._not_kept = ""  # the condition to compare for, where nothing can be stored
        self._runner = runner
        self.nation: NationCard | None = None
        self.mine: Mine | None = None
        if journal is not None and runner is not None:
            self.nation, self.mine = NationCard(journal, runner), Mine(journal, runner)
        self.contents = Contents()
        self.panes = Panes(keeps=self.nation is not None)
        self.reader = self.panes.reader
        self._lay_out()
        self._connect_signals()
        self.open_page(next(iter(pages().items), ""))

    def open_page(self, key: str) -> None:
        """Open a page by its key; one that is not here changes nothing."""
        if key in pages().items:
            self.contents.choose((PAGE, key))

    def show_day(self, day: date) -> None:
        """The pages are the same every day; what is the person's own may have changed meanwhile."""
        self._look_where()
        if self.mine is not None:
            self.mine.show_stored()

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed."""
        if self.mine is not None:
            self.mine.follow(changed)
        if self._runner is not None and "preference" in changed.tables:
            self._runner.when_still(self._look_where)

    def flush(self) -> None:
        """Hand over what is being typed."""
        if self.mine is not None:
            self.mine.flush()

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
        self.scroller = PageScroll()
        column = QVBoxLayout(self.scroller.content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        if self.nation is not None:
            column.addWidget(self.nation)
        if self.mine is not None:
            self.reader.put_beside(self.mine, self.mine.doing)
        column.addLayout(self._row, 1)
        for fault in pages().faults:
            column.addWidget(PlainLabel(fault, Size.SMALL, muted=True, wraps=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _connect_signals(self) -> None:
        self.contents.chosen.connect(self.panes.show_item)
        self.contents.reading_requested.connect(self.panes.take_focus)
        self.panes.item_requested.connect(self.contents.choose)
        self.panes.condition_chosen.connect(self._on_condition)
        self.panes.tools.save_requested.connect(self._on_save)
        self.reader.page_requested.connect(self.open_page)
        self.reader.find_bar.opened.connect(self._on_finding)
        self.reader.find_bar.place_shown.connect(self._on_place_shown)
        if self.mine is not None:
            self.panes.page_shown.connect(self.mine.show_page)
            self.mine.wished.connect(self._on_wish)
            self.mine.bookmarks_read.connect(self.contents.show_bookmarks)
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
        bar = self.scroller.verticalScrollBar()
        bar.setValue(self.reader.find_bar.mapTo(self.scroller.content, QPoint()).y())

    def _on_place_shown(self) -> None:
        """Where the window is lower than the text's own, the page scrolls to the place as well."""
        text = self.reader.text
        at = text.viewport().mapTo(self.scroller.content, text.cursorRect().center())
        self.scroller.ensureVisible(at.x(), at.y(), 0, 2 * line_height())

    def _on_save(self) -> None:
        if self.panes.key:
            self._on_wish(Wish.SAVE)
        else:
            self.table_wished.emit(self.panes.comparison.comparison)

    def _on_wish(self, wish: Wish) -> None:
        self.wished.emit(wish, self.panes.key)

    def _on_condition(self, condition: str) -> None:
        """Compare for this one from now on; where nothing can be kept, for as long as the page is there."""
        if self._journal is None or self._runner is None or self._journal.read_only:
            self._not_kept = condition
        else:
            self._runner.run(partial(self._journal.preferences.choose, COMPARED_FOR, condition))

    def _compared_for(self) -> object:
        kept = self._journal.preferences.get(COMPARED_FOR) if self._journal is not None else None
        return self._not_kept or kept or FIRST

    def _look_where(self) -> None:
        if self.nation is not None:
            self.panes.show_person(self.nation.look(), self._compared_for())
