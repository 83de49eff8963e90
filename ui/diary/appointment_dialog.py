"""Writing down an appointment and up to three things to ask there."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from legjournal.clock import NoSuchTime
from legjournal.models.appointments import MOST_QUESTIONS
from legjournal.typed_times import Likely, read_clock
from ui.widgets.buttons import button
from ui.widgets.clock_field import ClockField
from ui.widgets.draft_dialog import DraftDialog
from ui.widgets.field import Entry, Field
from ui.widgets.label import PlainLabel, Size
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner

LONGEST_NAME = 2000  # letters of a name: models/row.py
DRAFTS = "appointment/new/"


class AppointmentDialog(DraftDialog):
    """A new appointment."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add an appointment"), journal, runner, DRAFTS, parent)
        self.who = Field(self.tr("With whom"), Entry(), self.tr("for example GP, or physio"))
        self.day = StillDateEdit(self.tr("Day"), QDate(journal.clock.today()).addDays(1))
        self.time = ClockField(self.tr("Time"), Likely.AFTERNOON, self.tr("for example 10.20am"))
        self.questions = [
            Field(self.tr("Question {n}").format(n=n), Entry(), self.tr("not needed"))
            for n in range(1, MOST_QUESTIONS + 1)
        ]
        self.who.entry.setMaxLength(LONGEST_NAME)
        self.add = button(self.tr("Add appointment"), primary=True)
        self._lay_out()
        questions = {f"question {n}": field for n, field in enumerate(self.questions, start=1)}
        self.go_on_with({"who": self.who, "time": self.time, **questions})
        if (day := QDate.fromString(self.kept("day") or "", Qt.DateFormat.ISODate)).isValid():
            self.day.setDate(day)
        self.day.dateChanged.connect(self._on_day)
        self.add.clicked.connect(self.accept)

    def accept(self) -> None:
        """Store the appointment, or say beside the field what is missing."""
        typed = self.time.entry.text().strip()
        wall = read_clock(typed, Likely.AFTERNOON)
        who = self.who.entry.text().strip()
        self.who.explain("" if who else self.tr("Please write with whom."))
        self.time.explain("" if wall else self._what_is_wrong(typed))
        self.fit_soon()
        if not who or wall is None:
            return
        try:
            at = self.journal.clock.at(cast(date, self.day.date().toPython()), wall)
        except NoSuchTime:
            self.time.explain(self.tr("The clocks go forward that night: this time does not exist."))
            return
        asked = [field.entry.text().strip() for field in self.questions]
        self.runner.run(
            partial(self.journal.appointments.add, at=at, with_whom=who, questions=[q for q in asked if q])
        )
        self.forget()
        super().accept()

    def _on_day(self, day: QDate) -> None:
        self.keep("day", day.toString(Qt.DateFormat.ISODate))

    def _what_is_wrong(self, typed: str) -> str:
        if not typed:
            return self.tr("Please write a time, for example 10.20am.")
        return self.tr("This is not a time of day. Try 10.20am.")

    def _lay_out(self) -> None:
        day = PlainLabel(self.tr("Day"), Size.LABEL)
        day.setBuddy(self.day)
        heading = PlainLabel(self.tr("What I would like to ask"), Size.STRONG)
        for widget in (self.who, day, self.day, self.time, heading, *self.questions):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.buttons.addWidget(self.add)
        self.buttons.addWidget(self.cancel)
