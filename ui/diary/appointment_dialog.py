"""Writing down an appointment and up to three things to ask there."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.clock import NoSuchTime
from legjournal.models.appointments import MOST_QUESTIONS
from legjournal.phrases import Likely
from ui.widgets.buttons import button
from ui.widgets.clock_field import ClockField
from ui.widgets.field import Entry, Field
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner

LONGEST_NAME = 2000  # letters of a name: models/row.py
DRAFTS = "appointment/new/"


class AppointmentDialog(ScrollDialog):
    """A new appointment; what is typed is kept as drafts until it is added or given up."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add an appointment"), parent)
        self._journal = journal
        self._runner = runner
        self.who = Field(self.tr("With whom"), Entry(), self.tr("for example GP, or physio"))
        self.day = StillDateEdit(self.tr("Day"), QDate(journal.clock.today()).addDays(1))
        self.time = ClockField(self.tr("Time"), Likely.AFTERNOON, self.tr("for example 10.20am"))
        self.questions = [
            Field(self.tr("Question {n}").format(n=n), Entry(), self.tr("not needed"))
            for n in range(1, MOST_QUESTIONS + 1)
        ]
        self.who.entry.setMaxLength(LONGEST_NAME)
        self.add = button(self.tr("Add appointment"), primary=True)
        self.cancel = button(self.tr("Cancel"))
        self._lay_out()
        self._typed = {"who": self.who, "time": self.time}
        self._typed |= {f"question {n}": field for n, field in enumerate(self.questions, start=1)}
        self._kept = journal.drafts.under(DRAFTS)
        self._go_on()
        for field in self._typed.values():
            field.entry.paused.connect(self._on_typed)
            field.entry.left.connect(self._on_typed)
        self.day.dateChanged.connect(self._on_day)
        self.add.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def accept(self) -> None:
        """Store the appointment, or say beside the field what is missing."""
        typed = self.time.entry.text().strip()
        wall = phrases.read_clock(typed, Likely.AFTERNOON)
        who = self.who.entry.text().strip()
        self.who.explain("" if who else self.tr("Please write with whom."))
        self.time.explain("" if wall else self._what_is_wrong(typed))
        self.fit_soon()
        if not who or wall is None:
            return
        try:
            at = self._journal.clock.at(cast(date, self.day.date().toPython()), wall)
        except NoSuchTime:
            self.time.explain(self.tr("The clocks go forward that night: this time does not exist."))
            return
        asked = [field.entry.text().strip() for field in self.questions]
        self._runner.run(
            partial(self._journal.appointments.add, at=at, with_whom=who, questions=[q for q in asked if q])
        )
        self._forget()
        super().accept()

    def reject(self) -> None:
        """Give the appointment up."""
        self._forget()
        super().reject()

    def put_by(self) -> None:
        for place, field in self._typed.items():
            self._keep(place, field.entry.text())
        self.done(self.DialogCode.Rejected)

    def _go_on(self) -> None:
        for place, field in self._typed.items():
            field.entry.setText(self._kept.get(place, ""))
        if (day := QDate.fromString(self._kept.get("day", ""), Qt.DateFormat.ISODate)).isValid():
            self.day.setDate(day)

    def _on_typed(self) -> None:
        for place, field in self._typed.items():
            if field.entry is self.sender():
                self._keep(place, field.entry.text())

    def _on_day(self, day: QDate) -> None:
        self._keep("day", day.toString(Qt.DateFormat.ISODate))

    def _keep(self, place: str, typed: str) -> None:
        if typed != self._kept.get(place, ""):
            self._kept[place] = typed
            self._runner.run(partial(self._journal.drafts.keep, DRAFTS + place, typed or None))

    def _forget(self) -> None:
        if self._kept:
            self._runner.run(partial(self._journal.drafts.forget, DRAFTS))

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
