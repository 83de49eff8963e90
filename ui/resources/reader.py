"""A resource page to read: what is known first, then the text, then where it comes from."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.library.nations import Nation
from legjournal.library.pages import Page
from legjournal.words import plural
from ui.resources.as_markdown import UNFOLD, Wanted, as_markdown
from ui.resources.facts import Facts
from ui.resources.find_bar import FindBar
from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.measure import UNLIMITED, line_height
from ui.widgets.page_text import PageText

MEASURE, BESIDE = 32, 14  # heights of the text: of a comfortable line, and of what stands beside it
LEAST_LINES = 12  # of the text in sight: below that, the whole page scrolls


class Reader(Card):
    """The reading pane. Signals: `page_requested(str)`, the key of the page that a link leads to."""

    page_requested = Signal(str)
    page: Page | None = None  # the one that is read
    _beside_text: QWidget | None = None
    _beside_title: QWidget | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.body.setContentsMargins(28, 14, 28, 12)
        self.nation: Nation | None = None
        self._wanted = Wanted("")
        self._title = PlainLabel("", Size.TITLE, wraps=True)
        self._checked = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._facts = QWidget()
        self.text = PageText()
        self.find_bar = FindBar(self.text)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.address = TypedLabel("", Size.SMALL)
        self.address.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self._connect_signals()

    def show_page(self, key: str, page: Page, place: int = 0) -> None:
        """Show a page, from its beginning or from the place where it was left."""
        self.page, self._wanted = page, Wanted(key, self.nation)
        self._title.setText(page.title)
        day = phrases.day(page.checked)
        count = len(page.sources)
        sources = plural("{n} source", "{n} sources", count).format(n=count)
        self._checked.setText(self.tr("Checked {day} · {sources}").format(day=day, sources=sources))
        self._show_facts(page)
        self.find_bar.put_away()
        self._show_text(place)

    def show_nation(self, nation: Nation | None) -> None:
        """Have the doors and routes of a nation first, here and on every page from now on."""
        if nation is not self.nation:
            self.nation = nation
            self._wanted = Wanted(self._wanted.key, nation)
            self._show_text(self.place)

    def put_beside(self, text: QWidget, title: QWidget) -> None:
        """Have something beside the text, and beside the title; or below them where there is no room."""
        self._beside_text, self._beside_title = text, title
        self._halves.addWidget(text)
        self._head.addWidget(title)

    @property
    def place(self) -> int:
        """How far the text is scrolled, in pixels."""
        return self.text.verticalScrollBar().value()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.page is not None:
            self._show_text(self.place)  # the frame's colour stands in the text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beside_text is None or self._beside_title is None:
            return
        line = line_height()
        narrow = event.size().width() < (MEASURE + BESIDE) * line
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for halves in (self._halves, self._head):
            halves.setDirection(down if narrow else across)
        self._beside_text.setMaximumWidth(UNLIMITED if narrow else BESIDE * line)
        self._beside_text.setMinimumWidth(0 if narrow else BESIDE * line)
        self._beside_title.setMinimumWidth(0 if narrow else 24 * line)

    def event(self, event: QEvent) -> bool:
        """Have the page scroll rather than the head and the text share what is too little for both."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setMinimumHeight(self.body.totalMinimumHeightForWidth(self.width()))
        return super().event(event)

    def _lay_out(self) -> None:
        title = QVBoxLayout()
        title.setSpacing(2)
        title.addWidget(self._title)
        title.addWidget(self._checked)
        self._head.addLayout(title, 1)
        self.body.addLayout(self._head)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.find_bar)
        self._halves.addWidget(self.text, 1)
        self._halves.setSpacing(24)
        self.body.addLayout(self._halves, 1)
        self.body.addWidget(self.address)

    def _connect_signals(self) -> None:
        self.text.page_requested.connect(self.page_requested)
        self.text.other_link_pressed.connect(self._on_other_link)
        self.text.highlighted.connect(self._on_link_reached)
        self.find_bar.closed.connect(self.text.setFocus)
        self._add_key("F3", self, self.find_bar.open_up)
        self._add_key("Shift+F3", self, self.find_bar.go_back)
        for keys in ("Return", "Enter"):
            self._add_key(keys, self.find_bar.words, self.find_bar.go_on)
            self._add_key(f"Shift+{keys}", self.find_bar.words, self.find_bar.go_back)
        self._add_key("Esc", self.find_bar, self.find_bar.close_up)

    def _add_key(self, keys: str, within: QWidget, slot: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), within)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(slot)

    def _show_facts(self, page: Page) -> None:
        fresh = Facts(page)
        self.body.replaceWidget(self._facts, fresh)
        fresh.setVisible(fresh.count > 0)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = fresh

    def _show_text(self, place: int) -> None:
        if self.page is None:
            return
        self.text.show_markdown(self.page.title, as_markdown(self.page, self._wanted))
        self.text.verticalScrollBar().setValue(place)
        self._say_address("")
        self.find_bar.look()

    def _on_other_link(self, address: str) -> None:
        """The other nations are shown; Tab goes on from where it was."""
        if address == UNFOLD:
            place, at = self.place, self.text.textCursor().selectionStart()
            self._wanted = Wanted(self._wanted.key, self.nation, unfolded=True)
            self._show_text(place)
            cursor = self.text.textCursor()
            cursor.setPosition(at)
            self.text.setTextCursor(cursor)
            self.text.verticalScrollBar().setValue(place)

    def _on_link_reached(self, address: QUrl) -> None:
        """Under the mouse, or reached by Tab: where a link would lead."""
        self._say_address(address.toString() if address.scheme() in ("http", "https") else "")

    def _say_address(self, address: str) -> None:
        opens = self.tr("Opens in your own browser: {address}").format(address=address)
        self.address.setText(opens if address else self.tr("Links to other places open in your own browser."))
