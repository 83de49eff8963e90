"""The appointments in a list: those to come, and below them those that are past."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from ui.widgets.buttons import button, compact
from ui.widgets.card import rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel

if TYPE_CHECKING:
    from legjournal.models.appointments import Appointment


class AppointmentList(QWidget):
    """Shows appointments as they were when it was made.

    Signals: `add_requested()`; `change_requested(Appointment)`; `report_requested(Appointment)`.
    """

    add_requested = Signal()
    change_requested = Signal(object)
    report_requested = Signal(object)

    def __init__(
        self,
        coming: "Sequence[Appointment]",
        past: "Sequence[Appointment]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(PlainLabel(self.tr("To come"), Size.HEADING))
        if not coming:
            self._column.addWidget(PlainLabel(self.tr("None is written down."), wraps=True))
        for row in coming:
            self._show(row, to_come=True)
        add = button(self.tr("Add an appointment"), changes=True)
        add.clicked.connect(self.add_requested)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(add)
        self._column.addLayout(line)
        if past:
            self._column.addSpacing(8)
            self._column.addWidget(PlainLabel(self.tr("Past"), Size.HEADING))
        for row in past:
            self._show(row, to_come=False)

    def _show(self, row: "Appointment", *, to_come: bool) -> None:
        day, time = phrases.day(row.at.date(), weekday=True), phrases.clock(row.at)
        when = self.tr("{day}, {time}").format(day=day, time=time)
        called = f"{phrases.cut(row.with_whom, 60)}, {when}"
        entry = QVBoxLayout()
        entry.setSpacing(2)
        entry.addWidget(TypedLabel(row.with_whom, Size.STRONG))
        entry.addWidget(PlainLabel(when, wraps=True))
        for number, question in enumerate(row.questions, start=1):
            words = self.tr("{n}. {question}").format(n=number, question=question)
            entry.addWidget(TypedLabel(words, Size.SMALL))
        if row.agreed:
            entry.addWidget(TypedLabel(self.tr("Agreed: {words}").format(words=row.agreed), Size.SMALL))
        entry.addLayout(self._buttons(row, called, to_come=to_come))
        self._column.addLayout(entry)
        self._column.addWidget(rule())

    def _buttons(self, row: "Appointment", called: str, *, to_come: bool) -> FlowLayout:
        words = self.tr("Change") if to_come or row.agreed else self.tr("What was agreed")
        name = self.tr("{doing}: {appointment}")
        change = compact(words, name.format(doing=words, appointment=called), changes=True)
        change.clicked.connect(partial(self.change_requested.emit, row))
        buttons = FlowLayout()
        buttons.addWidget(change)
        if to_come:
            words = self.tr("Report for this appointment")
            report = compact(words, name.format(doing=words, appointment=called))
            report.clicked.connect(partial(self.report_requested.emit, row))
            buttons.addWidget(report)
        return buttons
