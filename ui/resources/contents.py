"""The list of pages by kind, or what is searched for in them, the best first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from legjournal.library.pages import PageKind, pages
from ui.search.excerpt_list import RESULT, ExcerptList
from ui.widgets.announce import announce
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.library.finding import Found, Hit

PAGE, EXERCISE = "page", "exercise"  # as the search names them
TABLE = "table"  # of the therapies side by side
SHORT = 40  # letters of what was typed that are said again
Item = tuple[str, str]  # PAGE or EXERCISE and its key; TABLE, which has none


class Contents(QWidget):
    """The contents list with its search field.

    Signals: `chosen(object)`, an `Item` to read; `reading_requested()`, the keyboard wanted in it.
    """

    chosen = Signal(object)
    reading_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Item | None = None  # what is being read
        self._bookmarked: tuple[str, ...] = ()
        self.search = _SearchEntry()
        self.search.setPlaceholderText(self.tr("Search these pages"))
        self.search.setAccessibleName(self.tr("Search these pages"))
        self.search.setClearButtonEnabled(True)
        self.list = ExcerptList(self.tr("Pages"))
        self.said = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.said):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addStretch()  # while there is nothing to list
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._on_return)
        self.search.down_pressed.connect(self.list.enter)
        self.list.left.connect(self.search.setFocus)
        self.list.chosen.connect(self._on_chosen)
        self.list.currentItemChanged.connect(self._on_current)
        self._fill("")

    def choose(self, item: Item) -> None:
        """Have something read; a search that leaves it out is ended."""
        if self._row_of(item) is None:
            self.search.clear()
        row = self._row_of(item)
        if row is not None:
            self.list.setCurrentRow(row)
        elif item != self._shown:  # an exercise is listed only where it was found
            self._shown = item
            self.list.blockSignals(True)
            self.list.setCurrentRow(-1)
            self.list.blockSignals(False)
            self.chosen.emit(item)

    def show_bookmarks(self, keys: tuple[str, ...]) -> None:
        """List these pages at the top as well; those that are not here any more are left out."""
        known = tuple(key for key in keys if key in pages().items)
        if known != self._bookmarked:
            self._bookmarked = known
            if not self.search.text().strip():
                self._fill("")

    def _row_of(self, wanted: Item | None) -> int | None:
        """Its row; of a bookmarked page the one among its kind."""
        rows = reversed(range(self.list.count()))
        return next((row for row in rows if wanted and self.list.item(row).data(RESULT) == wanted), None)

    def _fill(self, typed: str) -> None:
        """List what is searched for, or everything; what is being read stays so."""
        self.list.blockSignals(True)
        self.list.clear()
        if typed.strip():
            self._fill_with_found(typed)
        else:
            self._fill_with_all()
        row = self._row_of(self._shown)
        if row is not None:
            self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        if typed.strip():
            self.list.scrollToTop()
        self.list.setVisible(self.list.count() > 0)

    def _fill_with_all(self) -> None:
        if self._bookmarked:
            self.list.add_title(self.tr("Your bookmarks"))
        for key in self._bookmarked:
            self._add_page(key)
        for kind, name in self._kind_names().items():
            of_kind = [key for key, page in pages().items.items() if page.kind is kind]
            if of_kind:
                self.list.add_title(name)
            if of_kind and kind is PageKind.THERAPY:
                self.list.add((TABLE, ""), self.tr("Compare them in a table"))
            for key in of_kind:
                self._add_page(key)
        self._say("")

    def _add_page(self, key: str) -> None:
        self.list.add((PAGE, key), pages().items[key].title)

    def _fill_with_found(self, typed: str) -> None:
        from legjournal.library.finding import find  # its index is made for the first search

        found = find(typed)
        for hit in found.results:
            self.list.add((hit.kind.value, hit.key), self._heading(hit), hit.excerpt, hit.marks)
        self._say(self._sentence(typed.strip(), found))

    def _heading(self, hit: "Hit") -> str:
        return self.tr("{title} – exercise").format(title=hit.title) if hit.kind == EXERCISE else hit.title

    def _sentence(self, typed: str, found: "Found") -> str:
        if not found.results:
            words = self.tr("Nothing found for “{typed}”. Try fewer or other words.")
            return words.format(typed=typed if len(typed) <= SHORT else f"{typed[:SHORT]}…")
        parts = (
            [self.tr("Showing results for “{words}”.").format(words=found.instead)] if found.instead else []
        )
        if found.partly:
            parts.append(self.tr("No page has all of these words; these have some."))
        return " ".join(parts)

    def _say(self, sentence: str) -> None:
        if sentence != self.said.text():
            self.said.setText(sentence)
            announce(self.search, sentence)
        self.said.setVisible(bool(sentence))

    def _kind_names(self) -> dict[PageKind, str]:
        return {
            PageKind.GETTING_HELP: self.tr("Getting help"),
            PageKind.CONDITION: self.tr("What it may be"),
            PageKind.THERAPY: self.tr("Things people try"),
            PageKind.LIVING: self.tr("Living with it"),
        }

    def _on_return(self) -> None:
        if self.search.text().strip() and self.list.first() < self.list.count():
            self.list.setCurrentRow(self.list.first())

    def _on_chosen(self, _item: Item) -> None:
        self.reading_requested.emit()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(RESULT) is None:
            return
        self._shown = tuple(item.data(RESULT))
        self.chosen.emit(self._shown)


class _SearchEntry(QLineEdit):
    """Extends QLineEdit: Down leads to what was found, and Esc clears.

    Signals: `down_pressed()`.
    """

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
