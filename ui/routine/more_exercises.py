"""The exercises that are not in the plan: to read about, or to do today all the same."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal.library.exercises import ExercisePage, exercises
from ui.widgets.buttons import compact
from ui.widgets.card import Card
from ui.widgets.label import LineLabel, PlainLabel, Size


class MoreExercises(Card):
    """A list of the other exercises.

    Signals: `add_requested(str)`, to put one on today's list; `exercise_chosen(str)`, to read how it is done.
    """

    add_requested = Signal(str)
    exercise_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("More exercises"), self.tr("not in your plan"), parent)
        self._rows = {key: self._row(key, page) for key, page in exercises().items.items()}
        for row in self._rows.values():
            self.body.addWidget(row)

    def leave_out(self, keys: Collection[str]) -> None:
        """Show all but these, which are on the day's list already."""
        for key, row in self._rows.items():
            row.setVisible(key not in keys)
        self.setVisible(not set(self._rows) <= set(keys))

    def _row(self, key: str, page: ExercisePage) -> QWidget:
        add = compact(
            self.tr("Add to this day"),
            self.tr("Add the {name} to this day").format(name=page.name.lower()),
            changes=True,
        )
        how = compact(self.tr("How"), self.tr("How to do the {name}").format(name=page.name.lower()))
        add.setObjectName(key)
        how.setObjectName(key)
        add.clicked.connect(self._on_add)
        how.clicked.connect(self._on_how)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(LineLabel(page.name, Size.STRONG))
        words.addWidget(PlainLabel(page.summary, Size.SMALL, muted=True, wraps=True))
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        line.addWidget(how)
        line.addWidget(add)
        return row

    def _on_add(self) -> None:
        self.add_requested.emit(self.sender().objectName())

    def _on_how(self) -> None:
        self.exercise_chosen.emit(self.sender().objectName())
