"""A chart with its sentence, and the same numbers as a table for whoever would rather read them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.chart import Chart, Draw
from ui.widgets.label import PlainLabel
from ui.widgets.scene_table import SceneTable


class Figure(QWidget):
    """A chart that turns into its table; `as_table` is the button for that, to be put where it suits."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart(name)
        self.summary = PlainLabel("", wraps=True)
        self.table = SceneTable(name)
        self.table.hide()
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
        scene = self.chart.scene
        assert scene is not None
        self.summary.setText(scene.summary)
        self.table.show_scene(scene)

    def _on_as_table(self, as_table: bool) -> None:
        self.chart.setVisible(not as_table)
        self.table.setVisible(as_table)
