"""Figures in a row: a large number and the words it stands for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size

Figure = tuple[str, str]  # the number, and what it is


class Figures(QWidget):
    """Shows figures side by side, as many as there are."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cells = ColumnsLayout(self, letters=9.4, most=most, spacing=16)
        self._cells = [_Cell() for _ in range(most)]
        for cell in self._cells:
            cells.addWidget(cell)

    def show_figures(self, figures: Sequence[Figure], formula: str = "") -> None:
        """Show these figures; `formula` says how they are worked out, as a tool tip."""
        for place, cell in enumerate(self._cells):
            number, words = figures[place] if place < len(figures) else ("", "")
            cell.number.setText(number)
            cell.words.setText(words)
            cell.setVisible(bool(number))
            cell.setToolTip(formula if number else "")
        self.setAccessibleDescription(formula if figures else "")


class _Cell(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.number = PlainLabel("", Size.FIGURE)
        self.words = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.words)
