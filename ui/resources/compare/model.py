"""The comparison as a table that Qt can show, and a screen reader say."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from legjournal.library.compared_words import Column, cell, heading, long_heading
from legjournal.library.comparing import Comparison, Order, Row

COLUMNS = tuple(Column)
ROW = Qt.ItemDataRole.UserRole  # the `Row` that a cell is of
ORDERS = {Column.TITLE: Order.TITLE, Column.EVIDENCE: Order.GRADE, Column.COST: Order.COST}

Index = QModelIndex | QPersistentModelIndex


class ComparisonModel(QAbstractTableModel):
    """Extends QAbstractTableModel: a row a therapy, a column for each of `Column`."""

    def __init__(self, comparison: Comparison, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comparison = comparison

    def show(self, comparison: Comparison) -> None:
        """Have another table."""
        self.beginResetModel()
        self.comparison = comparison
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a therapy stands; the first row where it is not among them."""
        keys = [row.key for row in self.comparison.rows]
        return keys.index(key) if key in keys else 0

    def facts(self, row: Row) -> list[tuple[str, str]]:
        """What is known of a therapy: heading and words, in the order of the columns."""
        return [(long_heading(column, self.comparison), cell(row, column)) for column in COLUMNS[1:]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.comparison.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; for a screen reader that of a name says the whole row."""
        row, column = self.comparison.rows[index.row()], COLUMNS[index.column()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading of a column, with an arrow where the rows go by it."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            sorted_by = ORDERS.get(column) is self.comparison.order
            return f"{heading(column)} ↓" if sorted_by else heading(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return long_heading(column, self.comparison)
        return None

    def _said(self, row: Row, column: Column) -> str:
        pair = self.tr("{heading}: {words}")
        if column is not Column.TITLE:
            return pair.format(heading=long_heading(column, self.comparison), words=cell(row, column))
        facts = [pair.format(heading=heading, words=words) for heading, words in self.facts(row)]
        said = [row.title, *filter(None, [row.what_for]), *facts]
        return ". ".join(words.rstrip(".") for words in said) + "."
