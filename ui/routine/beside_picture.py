"""A small picture of an exercise with words beside it, or below it where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal.routine.exercises import KnownExercise
from ui.routine.thumbnail import Thumbnail
from ui.widgets.measure import line_height

NARROW = 22  # heights of the text: below it the words stand under the picture


class BesidePicture(QWidget):
    """Add to `words` what stands beside `picture`."""

    def __init__(self, known: KnownExercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Thumbnail(known)
        self.words = QVBoxLayout()
        self.words.setSpacing(3)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(12)
        self._halves.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        self._halves.addLayout(self.words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)
