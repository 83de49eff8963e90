"""The day's exercises, a box for every set and side."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.library.exercises import exercise_name, exercises
from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields
from legjournal.routine.boxes import SetToDo, sets_of
from ui.routine.tick_box import TickBox
from ui.widgets.buttons import compact
from ui.widgets.card import Card, rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size


class Checklist(Card):
    """A session to tick off: the plan's exercises, and what was added for the day.

    Signals: `ticked(SetToDo, bool)`; `exercise_chosen(str)`, to read how it is done.
    """

    ticked = Signal(object, bool)
    exercise_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Today’s exercises"), " ", parent)
        self._items: list[PlanItemFields] = []
        self.boxes: dict[SetToDo, TickBox] = {}
        self._rows = QWidget()
        self._inside = QVBoxLayout(self._rows)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(12)
        self.body.addWidget(self._rows)

    def show_items(self, items: Sequence[PlanItemFields], done: Collection[SetToDo]) -> None:
        """Show the plan's exercises with what is ticked; boxes that stay keep their focus."""
        if [*items] != self._items:
            self._items = list(items)
            self._build()
        for box, widget in self.boxes.items():
            widget.setChecked(box in done)
        self.aside.setText(self._progress(sum(box in done for box in self.boxes)))

    def _build(self) -> None:
        self.boxes.clear()
        while (item := self._inside.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, plan_item in enumerate(self._items):
            if place:
                self._inside.addWidget(rule())
            self._inside.addWidget(self._exercise(plan_item))

    def _exercise(self, item: PlanItemFields) -> QWidget:
        name = exercise_name(item.exercise)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        how = compact(self.tr("How"), self.tr("How to do the {name}").format(name=name.lower()))
        how.setObjectName(item.exercise)
        how.clicked.connect(self._on_how)
        how.setEnabled(item.exercise in exercises().items)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(name, Size.STRONG))
        words.addWidget(PlainLabel(self._dose(item), Size.SMALL, muted=True, wraps=True))
        head.addLayout(words, 1)
        head.addWidget(how)
        column.addLayout(head)
        sides = ColumnsLayout(letters=11, most=2, spacing=10)
        for side in (Side.LEFT, Side.RIGHT) if item.each_side else (None,):
            sides.addWidget(self._side(item, side, name))
        column.addLayout(sides)
        return row

    def _side(self, item: PlanItemFields, side: Side | None, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        side_name = {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right")}.get(side, "") if side else ""
        if side_name:
            label = PlainLabel(side_name, Size.SMALL, muted=True)
            label.setMinimumWidth(round(2.6 * label.fontMetrics().height()))
            row.addWidget(label)
        for box in sets_of(item):
            if box.side is side:
                said = self.tr("{name}, set {number}").format(name=name, number=box.number)
                tick = TickBox(box, f"{said}, {side_name}" if side_name else said)
                tick.clicked.connect(self._on_clicked)
                self.boxes[box] = tick
                row.addWidget(tick)
        row.addStretch()
        return holder

    def _dose(self, item: PlanItemFields) -> str:
        few, many = item.repetitions_from, item.repetitions_to
        count = str(few) if few == many else self.tr("{few} to {many}").format(few=few, many=many)
        dose = self.tr("{sets} × {count}").format(sets=item.sets, count=count)
        if item.each_side:
            dose += self.tr(" each side")
        if item.hold_seconds:
            dose += self.tr(", hold {seconds} seconds").format(seconds=item.hold_seconds)
        if item.rest_seconds:
            dose += self.tr(", rest {time}").format(time=phrases.length(item.rest_seconds / 60))
        return dose

    def _progress(self, done: int) -> str:
        if not done:
            return self.tr("tick each set as you do it")
        if done == len(self.boxes):
            return self.tr("✓ all {n} sets done").format(n=done)
        return self.tr("✓ {done} of {n} sets done").format(done=done, n=len(self.boxes))

    def _on_clicked(self, checked: bool) -> None:
        box = self.sender()
        assert isinstance(box, TickBox)
        self.ticked.emit(box.box, checked)

    def _on_how(self) -> None:
        self.exercise_chosen.emit(self.sender().objectName())
