"""A question that is answered with a number from 0 to 10."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.label import PlainLabel, Size
from ui.widgets.score_row import ScoreRow


class Question(QWidget):
    """The words of a question above its row of numbers; `scores` is the row.

    name: what the row is called for a screen reader, where the words alone do not tell it from another.
    """

    def __init__(
        self, words: str, least: str, most: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scores = ScoreRow(name or words, least, most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(words, Size.LABEL, wraps=True))
        column.addWidget(self.scores)
