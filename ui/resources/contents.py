"""The list of pages by kind, narrowed by what is searched for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from legjournal.library.pages import Page, PageKind, pages
from ui.widgets.label import PlainLabel, Size

KEY = Qt.ItemDataRole.UserRole


class Contents(QWidget):
    """The contents list with its search field.

    Signals: `page_chosen(str)`, the key of a page.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search these pages"))
        self.search.setAccessibleName(self.tr("Search these pages"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.nothing, self.list):
            column.addWidget(widget)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_return)
        self.list.currentItemChanged.connect(self._on_current)
        self._fill("")

    def choose(self, key: str) -> None:
        """Open a page; a search that leaves it out is ended."""
        row = self._row_of(key)
        if row is None:
            self.search.clear()
            row = self._row_of(key)
        if row is not None:
            self.list.setCurrentRow(row)

    def _row_of(self, key: str) -> int | None:
        rows = range(self.list.count())
        return next((row for row in rows if self.list.item(row).data(KEY) == key), None)

    def _fill(self, words: str) -> None:
        found = {key: page for key, page in pages().items.items() if page.holds(words)}
        self.list.blockSignals(True)
        self.list.clear()
        for kind, name in self._kind_names().items():
            of_kind = {key: page for key, page in found.items() if page.kind is kind}
            if of_kind:
                self._add_heading(name)
            for key, page in of_kind.items():
                self._add(key, page)
        self.list.blockSignals(False)
        self.nothing.setText("" if found else self.tr("No page has these words. Try fewer, or other ones."))
        self.nothing.setVisible(not found)

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _add(self, key: str, page: Page) -> None:
        item = QListWidgetItem(page.title)
        item.setData(KEY, key)
        item.setToolTip(page.title)
        self.list.addItem(item)

    def _kind_names(self) -> dict[PageKind, str]:
        return {
            PageKind.GETTING_HELP: self.tr("Getting help"),
            PageKind.CONDITION: self.tr("What it may be"),
            PageKind.THERAPY: self.tr("Things people try"),
            PageKind.LIVING: self.tr("Living with it"),
        }

    def _on_search(self, words: str) -> None:
        self._fill(words)

    def _on_return(self) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(KEY):
                self.list.setCurrentRow(row)
                return

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            self.page_chosen.emit(item.data(KEY))
