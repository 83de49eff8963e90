"""One dose of a day: a line that says what was taken when, and opens to be put right."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.limits import NAME_LIMIT
from ui.diary.dose_times import DoseTimes
from ui.diary.reading import Reading, written
from ui.diary.sheet import Sheet
from ui.widgets.adder import one_line
from ui.widgets.answer_field import AnswerField
from ui.widgets.buttons import compact
from ui.widgets.clock_field import ClockField
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import Size, TypedLabel

if TYPE_CHECKING:
    from legjournal.models.medicines import Dose, Medicine


class DoseRow(QWidget):
    """A dose.

    Signals: `answered(str, dict)`, its id and answers; `drafted(str, str, object)`, its id, the field, and
    typing that is no answer, or None; `removed(str)`.
    """

    answered = Signal(str, dict)
    drafted = Signal(str, str, object)
    removed = Signal(str)

    def __init__(
        self, dose: "Dose", medicine: "Medicine", times: DoseTimes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = dose.id
        self._name = medicine.name
        self._times = times
        self._shown = False
        self._said = TypedLabel("", Size.BODY)
        self._change = compact("", changes=True)
        self._change.setCheckable(True)
        self.remove = compact(self.tr("Remove"), changes=True)
        self.form = self._make_form()
        self._lay_out()
        self._open(False)
        self._change.toggled.connect(self._open)
        self.remove.clicked.connect(self._on_removed)

    def show_dose(self, dose: "Dose", drafts: Mapping[str, str]) -> None:
        """Show what is stored, and what was typed but cannot be."""
        self._sheet.show({"taken_at": dose.taken_at}, drafts, again=self._shown)
        self.amount.show_answer(dose.amount, drafts.get("amount"))
        self._shown = True
        time = written(dose.taken_at)
        words = self.tr("{time}, {medicine}").format(time=time, medicine=self._name)
        self._said.setText(f"{words}: {dose.amount}" if dose.amount else words)
        called = {"name": phrases.cut(self._name, 60), "time": time}
        self._change.setAccessibleName(self.tr("Change {name} at {time}").format(**called))
        self.remove.setAccessibleName(self.tr("Remove {name} at {time}").format(**called))
        self.time.entry.setAccessibleName(self.tr("{name} at {time}: taken at").format(**called))
        self.amount.entry.setAccessibleName(self.tr("{name} at {time}: how much").format(**called))
        if drafts:
            self._change.setChecked(True)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self._sheet.flush()
        self.amount.flush()

    def _make_form(self) -> QWidget:
        self.time = ClockField(self.tr("Taken at"), self._times.likely, self.tr("for example 9.30pm"))
        self._sheet = Sheet({"taken_at": self.time}, self._read, self)
        self.amount = AnswerField(self.tr("How much"), self.tr("for example 1 tablet"), self._read_amount)
        self._sheet.answered.connect(self._on_time)
        self._sheet.drafted.connect(self._on_drafted)
        self.amount.answered.connect(self._on_amount)
        self.amount.drafted.connect(self._on_amount_drafted)
        form = QWidget()
        cells = ColumnsLayout(form, letters=9.4, most=3, spacing=16)
        cells.addWidget(self.time)
        cells.addWidget(self.amount)
        return form

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._said, 1)
        head.addWidget(self._change)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.form)

    def _open(self, is_open: bool) -> None:
        self.form.setVisible(is_open)
        self._change.setText(self.tr("Done") if is_open else self.tr("Change"))
        if is_open and self.isVisible():
            self.time.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, typed: Mapping[str, str], _suspects: Sequence[str]) -> dict[str, Reading]:
        return {"taken_at": self._times.read(typed["taken_at"])}

    def _read_amount(self, typed: str) -> tuple[str | None, str]:
        words = one_line(typed)
        if len(words) > NAME_LIMIT:
            fault = self.tr("This is too long to keep. Please use at most {most} letters.")
            return None, fault.format(most=f"{NAME_LIMIT:,}")
        return words or None, ""

    def _on_time(self, answers: dict[str, datetime | None]) -> None:
        if answers["taken_at"] is not None:  # a dose has a time: the one before stays until there is another
            self.answered.emit(self._id, answers)

    def _on_drafted(self, field: str, typed: str | None) -> None:
        self.drafted.emit(self._id, field, typed)

    def _on_amount(self, amount: str | None) -> None:
        self.answered.emit(self._id, {"amount": amount})

    def _on_amount_drafted(self, typed: str | None) -> None:
        self.drafted.emit(self._id, "amount", typed)

    def _on_removed(self) -> None:
        self.removed.emit(self._id)
