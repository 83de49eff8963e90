"""Lines of a list: each with its mark before it and its words beneath one another."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.label import PlainLabel, TypedLabel
from ui.widgets.measure import line_height


class MarkedLines(QWidget):
    """Numbered steps or bulleted lines, with a hanging indent. lines: (mark, words). typed: by the person."""

    def __init__(
        self, lines: Iterable[tuple[str, str]], *, typed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(0.4 * line_height()))
        grid.setVerticalSpacing(round(0.3 * line_height()))
        grid.setColumnStretch(1, 1)
        for row, (mark, words) in enumerate(lines):
            said = TypedLabel(words) if typed else PlainLabel(words, wraps=True)
            said.setAccessibleName(f"{mark} {words}")
            grid.addWidget(PlainLabel(mark), row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(said, row, 1)
