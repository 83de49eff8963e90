"""The exercises that are not on the day's list: to read about, or to do today all the same."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from legjournal.routine.exercises import KnownExercise
from ui.routine.beside_picture import BesidePicture
from ui.widgets.buttons import compact
from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.rows import drop_rows


class MoreExercises(Card):
    """A list of the other exercises.

    Signals: `add_requested(str)`, to put one on the day's list; `exercise_chosen(str)`, to read about it.
    """

    add_requested = Signal(str)
    exercise_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("More exercises"), self.tr("not on this list"), parent)
        self._rows: dict[str, BesidePicture] = {}
        self._known: dict[str, KnownExercise] = {}
        self._with_pictures = True

    def show_exercises(self, known: Iterable[KnownExercise], leave_out: Collection[str]) -> None:
        """Show all that are offered but these, which are on the day's list already."""
        offered = {each.key: each for each in known if not each.hidden}
        if offered != self._known:
            drop_rows(self.body, self._rows, ())
            self._known = offered
            self._rows = {key: self._row(each) for key, each in offered.items()}
            for row in self._rows.values():
                self.body.addWidget(row)
        for key, row in self._rows.items():
            row.setVisible(key not in leave_out)
        self.setVisible(not self._rows.keys() <= set(leave_out))

    def show_pictures(self, shown: bool) -> None:
        """Show the small pictures, or have their room for the words."""
        self._with_pictures = shown
        for row in self._rows.values():
            row.picture.setVisible(shown)

    def _row(self, known: KnownExercise) -> BesidePicture:
        name = known.name.lower() if known.page else known.name
        add = compact(
            self.tr("Add to this day"), self.tr("Add the {name} to this day").format(name=name), changes=True
        )
        how = compact(self.tr("How"), self.tr("How to do the {name}").format(name=name))
        for made, slot in ((add, self._on_add), (how, self._on_how)):
            made.setObjectName(known.key)
            made.clicked.connect(slot)
        summary = known.page.summary if known.page else self.tr("An exercise of your own.")
        row = BesidePicture(known, self)
        row.picture.setVisible(self._with_pictures)
        row.words.setSpacing(0)
        row.words.addWidget(TypedLabel(known.name, Size.STRONG))
        row.words.addWidget(PlainLabel(summary, Size.SMALL, muted=True, wraps=True))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 2, 0, 0)
        for made in (how, add):
            buttons.addWidget(made)
        buttons.addStretch()
        row.words.addLayout(buttons)
        return row

    def _on_add(self) -> None:
        self.add_requested.emit(self.sender().objectName())

    def _on_how(self) -> None:
        self.exercise_chosen.emit(self.sender().objectName())
