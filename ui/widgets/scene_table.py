"""The numbers of a chart as a table: what a screen reader reads, and whoever would rather read than look."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from legjournal.charts.scene import Scene
from ui.widgets.measure import line_height

FEW = 60  # rows that may be higher than a line
MEASURED = 60  # rows that the width of a column is taken from
APART = (18, 4)  # pixels beside and below the words of a cell
WIDEST = 11  # heights of the text that a column takes before its lines break
Index = QModelIndex | QPersistentModelIndex


class SceneTable(QTableView):
    """Extends QTableView: shows the rows of a scene, the newest on top."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The numbers of: {chart}").format(chart=name))
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.setItemDelegate(_Roomy(self))
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(MEASURED)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )

    def show_scene(self, scene: Scene, *, newest_first: bool = True) -> None:
        """Show the numbers of a picture."""
        before = self.model()
        self.setModel(_Rows(scene, newest_first, self))
        if before is not None:
            before.deleteLater()
        # A table of many columns scrolls sideways rather than cutting its words short.
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(WIDEST * line_height())
        header.setStretchLastSection(True)
        # Every row of a long table would have to be measured: its cells are short.
        few = len(scene.rows) <= FEW
        rows_ = QHeaderView.ResizeMode.ResizeToContents if few else QHeaderView.ResizeMode.Fixed
        self.verticalHeader().setSectionResizeMode(rows_)


class _Roomy(QStyledItemDelegate):
    """Keeps the columns apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(*APART)


class _Rows(QAbstractTableModel):
    def __init__(self, scene: Scene, newest_first: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._header, self._rows, self._newest_first = scene.header, scene.rows, newest_first

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = len(self._rows) - 1 - index.row() if self._newest_first else index.row()
        words = self._rows[row][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return words or self.tr("nothing recorded")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._header[section] if section < len(self._header) else None
        return None
