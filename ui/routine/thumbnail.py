"""A small picture of an exercise beside its name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from legjournal.routine.exercises import KnownExercise
from ui.widgets.drawing import DrawingView
from ui.widgets.measure import line_height

ACROSS, DOWN = 8.4, 3.1  # heights of the text: two positions side by side


class Thumbnail(DrawingView):
    """Extends DrawingView: start and end, still and small. What it shows is said by the name beside it."""

    def __init__(self, known: KnownExercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_exercise(known.key, picture=known.picture)

    def sizeHint(self) -> QSize:
        return QSize(round(ACROSS * line_height()), round(DOWN * line_height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
