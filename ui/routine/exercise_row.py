"""One exercise of the checklist: its dose, a box for every set and side, and what was really done."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields, SetDone
from legjournal.routine.boxes import SetToDo, is_done, sets_of
from legjournal.routine.dose import dose_words, is_held
from legjournal.routine.exercises import KnownExercise
from ui.routine.counts import Counts
from ui.routine.thumbnail import Thumbnail
from ui.routine.tick_box import TickBox
from ui.widgets.buttons import compact
from ui.widgets.columns import ColumnsLayout
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size, TypedLabel


class ExerciseRow(QWidget):
    """A row of the checklist.

    Signals: `ticked(SetToDo, bool)`; `counted(SetToDo, object)` and `drafted(SetToDo, object)` as `Counts`
    has them; `chosen(str)`, to read how it is done.
    """

    ticked = Signal(object, bool)
    counted = Signal(object, object)
    drafted = Signal(object, object)
    chosen = Signal(str)

    def __init__(
        self,
        item: PlanItemFields,
        known: KnownExercise,
        first_side: Side,
        *,
        sides_as_one: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item = item
        name = known.name
        self.picture = Thumbnail(known)
        self.held = is_held(item)
        self._name = name
        self.boxes: dict[SetToDo, TickBox] = {}
        self.how = compact(self.tr("How"), self.tr("How to do the {name}").format(name=name.lower()))
        self._dose = PlainLabel(dose_words(item), Size.SMALL, muted=True, wraps=True)
        self._easier = PlainLabel(self.tr("✓ the easier version"), Size.SMALL, muted=True)
        self._easier.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        boxes = sets_of(item, first_side, sides_as_one=sides_as_one)
        self.counts = Counts(name, boxes, held=self.held)
        self.fold = FoldButton(self.tr("How many"), self.counts)
        self.fold.setAccessibleName(self.tr("How many I did: {name}").format(name=name.lower()))
        column.addLayout(self._head(name))
        sides = ColumnsLayout(letters=11, most=2, spacing=10)
        for side in dict.fromkeys(box.side for box in boxes):
            sides.addWidget(self._side(side, [box for box in boxes if box.side is side]))
        column.addLayout(sides)
        column.addWidget(self.counts)
        self.how.clicked.connect(self._on_how)
        self.counts.counted.connect(self.counted)
        self.counts.drafted.connect(self.drafted)

    def show_done(
        self, done: Mapping[SetToDo, SetDone], drafts: Mapping[SetToDo, str], easier: Collection[str]
    ) -> None:
        """Show what was done in a session."""
        for box, tick in self.boxes.items():
            tick.setChecked(is_done(box, done))
            tick.show_count(_count(done.get(box)))
        self.counts.show_done(done, drafts)
        self._easier.setVisible(self._item.exercise in easier)
        if drafts:
            self.fold.unfold(True)

    def _head(self, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(TypedLabel(name, Size.STRONG))
        words.addWidget(self._dose)
        words.addWidget(self._easier)
        words.addStretch()
        head.addWidget(self.picture)
        head.addLayout(words, 1)
        head.addWidget(self.fold)
        head.addWidget(self.how)
        return head

    def _side(self, side: Side | None, boxes: list[SetToDo]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        side_name = {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right")}.get(side, "") if side else ""
        if side_name:
            label = PlainLabel(side_name, Size.SMALL, muted=True)
            label.setMinimumWidth(round(2.6 * label.fontMetrics().height()))
            row.addWidget(label)
        for box in boxes:
            said = self.tr("{name}, set {number}").format(name=self._name, number=box.number)
            tick = TickBox(box, f"{said}, {side_name}" if side_name else said)
            tick.clicked.connect(self._on_clicked)
            tick.typed.connect(self._on_typed)
            self.boxes[box] = tick
            row.addWidget(tick)
        row.addStretch()
        return holder

    def _on_clicked(self, checked: bool) -> None:
        box = self.sender()
        assert isinstance(box, TickBox)
        self.ticked.emit(box.box, checked)

    def _on_typed(self, digit: str) -> None:
        """A number typed on a box is how many were done."""
        box = self.sender()
        assert isinstance(box, TickBox)
        self.fold.unfold(True)
        field = self.counts.fields[box.box]
        field.setFocus()
        field.entry.setText(digit)
        field.entry.setModified(True)

    def _on_how(self) -> None:
        self.chosen.emit(self._item.exercise)


def _count(done: SetDone | None) -> int | None:
    return None if done is None else done.repetitions if done.repetitions is not None else done.seconds
