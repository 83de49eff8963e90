"""A chart with its sentence, and the same numbers as a table for whoever would rather read them."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.chart import Chart, Draw
from ui.widgets.label import PlainLabel


class Figure(QWidget):
    """A chart that turns into its table; `as_table` is the button for that, to be put where it suits."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart(name)
        self.summary = PlainLabel("", wraps=True)
        self.table = self._make_table(name)
        self.as_table = button(self.tr("Show as a table"))
        self.as_table.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        self.as_table.toggled.connect(self._on_as_table)

    def show_scene(self, draw: Draw) -> None:
        """Show a picture and its numbers, the newest row on top."""
        self.chart.show_scene(draw)
        scene = draw(600, 300, 16)
        self.summary.setText(scene.summary)
        model = QStandardItemModel(self.table)
        model.setHorizontalHeaderLabels(list(scene.header))
        for row in reversed(scene.rows):
            model.appendRow([self._cell(words) for words in row])
        self.table.setModel(model)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _make_table(self, name: str) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("The numbers of: {chart}").format(chart=name))
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(False)
        table.setTabKeyNavigation(False)
        table.hide()
        return table

    def _cell(self, words: str) -> QStandardItem:
        cell = QStandardItem(words)
        if not words:
            cell.setAccessibleText(self.tr("nothing recorded"))
        return cell

    def _on_as_table(self, as_table: bool) -> None:
        self.chart.setVisible(not as_table)
        self.table.setVisible(as_table)
