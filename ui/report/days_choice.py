"""Which days the report is about."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from legjournal.report.periods import Days, last_appointment, period_of
from legjournal.trends.period import Period
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.journal import Journal


class DaysChoice(QWidget):
    """A choice of one, and the two days it stands for; they can be typed where they are the person's own.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, journal: "Journal", appointment_id: str, parent: QWidget | None = None) -> None:
        """appointment_id: the one the report is for, "" for the next to come."""
        super().__init__(parent)
        self._journal = journal
        self._appointment_id = appointment_id
        self.choices = self._make_choices()
        self.first, self.last = self._date_edit(self.tr("From")), self._date_edit(self.tr("To"))
        self._lay_out()
        for days, choice in self.choices.items():
            choice.toggled.connect(partial(self._on_chosen, days))
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_date)

    @property
    def days(self) -> Days:
        """Which choice it is."""
        return next(days for days, choice in self.choices.items() if choice.isChecked())

    @property
    def period(self) -> Period | None:
        """The days themselves; None where the first is after the last."""
        first, last = self.first.date(), self.last.date()
        if last < first:
            return None
        return Period(first.toPython(), last.toPython())  # type: ignore[arg-type]

    def choose(self, days: Days) -> None:
        """Choose as a press does; the last four weeks for what cannot be chosen just now."""
        if days is Days.OWN:
            self._show(period_of(self._journal, Days.FOUR_WEEKS))  # somewhere to begin
        self.choices.get(days, self.choices[Days.FOUR_WEEKS]).setChecked(True)

    def _make_choices(self) -> dict[Days, QRadioButton]:
        names = {
            Days.TWO_WEEKS: self.tr("The last 2 weeks"),
            Days.FOUR_WEEKS: self.tr("The last 4 weeks"),
            Days.THREE_MONTHS: self.tr("The last 3 months"),
            Days.ALL: self.tr("Everything"),
            Days.OWN: self.tr("From one day to another"),
        }
        before = last_appointment(self._journal, self._appointment_id)
        if before is not None:
            names = {Days.SINCE_APPOINTMENT: self.tr("Since the last appointment"), **names}
        return {days: QRadioButton(name) for days, name in names.items()}

    def _date_edit(self, name: str) -> StillDateEdit:
        today = QDate(self._journal.clock.today())
        edit = StillDateEdit(name, today)
        edit.setMaximumDate(today)
        return edit

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for choice in self.choices.values():
            group.addButton(choice)
            column.addWidget(choice)
        dates = ColumnsLayout(letters=10.5, most=2, spacing=12)
        for name, edit in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            dates.addWidget(_labelled(name, edit))
        column.addLayout(dates)

    def _show(self, period: Period | None) -> None:
        if period is None:
            return
        for edit, day in ((self.first, period.first), (self.last, period.last)):
            edit.blockSignals(True)  # the two are one change
            edit.setDate(QDate(day))
            edit.blockSignals(False)

    def _on_chosen(self, days: Days, chosen: bool) -> None:
        if chosen:
            for edit in (self.first, self.last):
                edit.setEnabled(days is Days.OWN)
            self._show(period_of(self._journal, days, self._appointment_id))
            self.changed.emit()

    def _on_date(self) -> None:
        self.changed.emit()


def _labelled(name: str, edit: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = PlainLabel(name, Size.LABEL)
    label.setBuddy(edit)
    column.addWidget(label)
    column.addWidget(edit)
    return holder
