"""The table of therapies on the screen: as wide as there is room for, and read by keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from legjournal.library.compared_words import Column
from legjournal.library.comparing import Comparison
from ui.resources.compare.cell_item import CellItem
from ui.resources.compare.model import COLUMNS, ORDERS, ROW, ComparisonModel
from ui.widgets.measure import line_height

SHARES = {  # of the width, for each column
    Column.TITLE: 19,
    Column.EVIDENCE: 15,
    Column.COST: 25,
    Column.ROUTE: 26,
    Column.EFFORT: 15,
}
NARROW = 42  # heights of the text: below it a therapy is a block
WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
STEP = 3  # lines that an arrow key scrolls within what is higher than the table


class ComparisonTable(QTableView):
    """Extends QTableView: words wrap, nothing scrolls sideways, Enter opens what one is at.

    Signals: `page_requested(str)`, the key of a page; `order_requested(object)`, an `Order`.
    """

    page_requested = Signal(str)
    order_requested = Signal(object)

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Things people try, compared"))
        self.comparison = ComparisonModel(comparison, self)
        self.cells = CellItem(self, self.comparison)
        self.setModel(self.comparison)
        self.setItemDelegate(self.cells)
        self._set_up()
        self.clicked.connect(self._on_clicked)
        self.horizontalHeader().sectionClicked.connect(self._on_heading_clicked)
        self._select(0)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another table; who was at a therapy stays at it."""
        key = self._key()
        self.comparison.show(comparison)
        self._measure()
        self.go_to(key)

    def go_to(self, key: str) -> None:
        """Be at a therapy, with its row in sight."""
        self._select(self.comparison.row_of(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.page_requested.emit(self._key())
        elif not self._reads_on(WAYS.get(Qt.Key(event.key()), 0)):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.model() is not None:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _set_up(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width must not vary
        self.setShowGrid(False)
        self.setProperty("roomy", True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)

    def _measure(self) -> None:
        """Widths by their shares, then every row as high as its words are."""
        wide = self.viewport().width()
        self.cells.blocks = wide < NARROW * line_height()
        self.horizontalHeader().setVisible(not self.cells.blocks)
        left = wide
        for place, column in enumerate(COLUMNS):
            share = wide * SHARES[column] // sum(SHARES.values())
            self.setColumnHidden(place, self.cells.blocks and place > 0)
            self.setColumnWidth(place, left if self.cells.blocks or place == len(COLUMNS) - 1 else share)
            left -= share
        self.resizeRowsToContents()
        self.verticalScrollBar().setSingleStep(line_height())

    def _reads_on(self, way: int) -> bool:
        """Scroll within a row that is higher than the table, until its end is in sight.

        way: 1 down, -1 up, 0 for a key that goes neither way.
        """
        rect = self.visualRect(self.currentIndex())
        hidden = rect.bottom() - self.viewport().height() if way > 0 else -rect.top()
        if not way or rect.height() <= self.viewport().height() or hidden <= 0:
            return False
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * min(hidden, STEP * line_height()))
        return True

    def _select(self, row: int) -> None:
        self.setCurrentIndex(self.comparison.index(row, 0))

    def _key(self) -> str:
        row = self.currentIndex().data(ROW)
        return "" if row is None else str(row.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A name is a link to its page."""
        if index.column() == 0:
            self.page_requested.emit(self._key())

    def _on_heading_clicked(self, section: int) -> None:
        order = ORDERS.get(COLUMNS[section])
        if order is not None:
            self.order_requested.emit(order)
