"""Writing down an appointment and up to three things to ask there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.clock import NoSuchTime
from legjournal.models.appointments import MOST_QUESTIONS
from legjournal.phrases import Likely
from ui.widgets.field import ClockField, Entry, Field
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class AppointmentDialog(QDialog):
    """A new appointment."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self.setWindowTitle(self.tr("Add an appointment"))
        self.who = Field(self.tr("With whom"), Entry(), self.tr("for example GP, or physio"))
        self.date = QDateEdit(QDate(journal.clock.today()).addDays(1))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dddd d MMMM yyyy")
        self.date.setAccessibleName(self.tr("Day"))
        self.time = ClockField(self.tr("Time"), Likely.AFTERNOON, self.tr("for example 10.20am"))
        self.questions = [
            Field(self.tr("Question {n}").format(n=n), Entry(), self.tr("not needed"))
            for n in range(1, MOST_QUESTIONS + 1)
        ]
        self._lay_out()

    def accept(self) -> None:
        """Store the appointment, or say beside the field what is missing."""
        wall = phrases.read_clock(self.time.entry.text(), Likely.AFTERNOON)
        who = self.who.entry.text().strip()
        self.who.explain("" if who else self.tr("Please write with whom."))
        self.time.explain("" if wall else self.tr("This is not a time of day. Try 10.20am."))
        if not who or wall is None:
            return
        day = self.date.date().toPython()
        try:
            at = self._journal.clock.at(day, wall)  # type: ignore[arg-type]
        except NoSuchTime:
            self.time.explain(self.tr("The clocks go forward that night: this time does not exist."))
            return
        asked = [field.entry.text().strip() for field in self.questions]
        self._runner.run(
            partial(self._journal.appointments.add, at=at, with_whom=who, questions=[q for q in asked if q])
        )
        super().accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.who)
        day = PlainLabel(self.tr("Day"), Size.LABEL)
        day.setBuddy(self.date)
        column.addWidget(day)
        column.addWidget(self.date)
        column.addWidget(self.time)
        column.addWidget(PlainLabel(self.tr("What I would like to ask"), Size.STRONG))
        for field in self.questions:
            column.addWidget(field)
        buttons = QDialogButtonBox()
        add = buttons.addButton(self.tr("Add appointment"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setProperty("primary", True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setMinimumWidth(460)
