"""The exercise in hand to look at: for now in words, where it begins and where it goes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.exercises import exercises
from ui.session.far_label import FarLabel


class ExercisePicture(QWidget):
    """Shows an exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = FarLabel(0.032)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)

    def show_exercise(self, key: str) -> None:
        """Show another exercise."""
        page = exercises().items.get(key)
        self._words.setText(f"{page.start}\n\n{page.end}" if page else "")
