"""An exercise to read among the resources: as the routine shows it, in a pane that scrolls by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.exercises import exercises
from legjournal.routine.exercises import KnownExercise
from ui.routine.exercise_card import ExerciseCard
from ui.widgets.scroll import PageScroll


class ExerciseReader(PageScroll):
    """The reading pane for a bundled exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("reading", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        self.card = ExerciseCard()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch()

    def show_exercise(self, key: str) -> None:
        """Show a bundled exercise from its beginning."""
        page = exercises().items[key]
        known = KnownExercise(key, page.name, page.area, page.each_side, tuple(page.steps), page)
        self.card.show_exercise(known)
        self.setAccessibleName(page.name)
        self.verticalScrollBar().setValue(0)
