"""What was really done of one exercise: a number for each set, where it differs from the plan."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.limits import SET_REPETITIONS_LIMIT, SET_SECONDS_LIMIT
from legjournal.models.diary import Side
from legjournal.models.routine import SetDone
from legjournal.phrases import read_number
from legjournal.routine.boxes import SetToDo
from ui.widgets.answer_field import AnswerField, Reading
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size


class Counts(QWidget):
    """A field for each box.

    Signals: `counted(SetToDo, object)`, the number done, or None to leave it as planned; `drafted(SetToDo,
    object)`, typing that is no number, or None when there is no such typing any more.
    """

    counted = Signal(object, object)
    drafted = Signal(object, object)

    def __init__(
        self, name: str, boxes: Sequence[SetToDo], *, held: bool, parent: QWidget | None = None
    ) -> None:
        """held: whether seconds are counted, and not repetitions."""
        super().__init__(parent)
        self._held = held
        self.fields: dict[SetToDo, AnswerField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        hint = self.tr("Leave a set empty if it went as planned.")
        column.addWidget(PlainLabel(hint, Size.SMALL, muted=True, wraps=True))
        cells = ColumnsLayout(letters=5, most=6, spacing=8)
        for box in boxes:
            cells.addWidget(self._made(name, box))
        column.addLayout(cells)

    def show_done(self, done: Mapping[SetToDo, SetDone], drafts: Mapping[SetToDo, str]) -> None:
        """Show what is stored of each set, and what was typed and is no number."""
        for box, field in self.fields.items():
            row = done.get(box)
            number = None if row is None else row.seconds if self._held else row.repetitions
            field.show_answer(number, drafts.get(box))

    def flush(self) -> None:
        """Hand over what is being typed."""
        for field in self.fields.values():
            field.flush()

    def _made(self, name: str, box: SetToDo) -> AnswerField:
        side = {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right")}.get(box.side) if box.side else None
        label = str(box.number) if side is None else f"{side} {box.number}"
        what = self.tr("seconds") if self._held else self.tr("repetitions")
        field = AnswerField(label, what, self._read)
        field.entry.setAccessibleName(
            self.tr("{name}, set {label}: {what} done").format(name=name, label=label, what=what)
        )
        field.answered.connect(partial(self.counted.emit, box))
        field.drafted.connect(partial(self.drafted.emit, box))
        self.fields[box] = field
        return field

    def _read(self, typed: str) -> Reading:
        if not typed.strip():
            return None, ""
        number = read_number(typed)
        if number is None:
            return None, self.tr("A whole number, please.")
        most = SET_SECONDS_LIMIT if self._held else SET_REPETITIONS_LIMIT
        if number > most:
            return None, self.tr("At most {most:,} fit here.").format(most=most)
        return number, ""
