"""Writing down an appointment: with whom, when, what to ask, and afterwards what was agreed."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.clock import NoSuchTime
from legjournal.limits import NAME_LIMIT
from legjournal.models.appointments import MOST_QUESTIONS
from legjournal.typed_times import Likely, read_clock
from ui.appointments.questions import QuestionPicker
from ui.widgets.clock_field import ClockField
from ui.widgets.field import Entry, Field, NoteField
from ui.widgets.fold import FoldButton
from ui.widgets.form import Form
from ui.widgets.label import PlainLabel, Size
from ui.widgets.names_offered import NamesOffered
from ui.widgets.reading import Reading
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.appointments import Appointment
    from legjournal.storage.history import Changed
    from ui.runner import Runner

DRAFTS = "appointment/new/"


class AppointmentForm(Form):
    """Extends Form: an appointment.

    row: the one to change, or None for a new one. page: the key of the resource page to pick questions from.
    """

    def __init__(
        self,
        row: "Appointment | None",
        journal: "Journal",
        runner: "Runner",
        parent: QWidget | None = None,
        page: str = "",
    ) -> None:
        title = self.tr("Change an appointment") if row else self.tr("Add an appointment")
        super().__init__(title, journal, runner, f"appointment/{row.id}/" if row else DRAFTS, parent)
        self._row = row
        self._today = QDate(journal.clock.today())
        day = QDate(row.at.date()) if row else self._today.addDays(1)
        self.who = Field(self.tr("With whom"), Entry(), self.tr("for example GP, or physio"))
        self.day = StillDateEdit(self.tr("Day"), day)
        self.time = ClockField(self.tr("Time"), Likely.AFTERNOON, self.tr("for example 10.20am"))
        self.questions = [
            Field(self.tr("Question {n}").format(n=n), Entry(), self.tr("not needed"))
            for n in range(1, MOST_QUESTIONS + 1)
        ]
        self.agreed = NoteField(self.tr("What was agreed"), self.tr("not needed; for afterwards"))
        self.who.entry.setMaxLength(NAME_LIMIT)
        NamesOffered((contact.name for contact in journal.contacts.all()), self.who.entry)
        self._lay_out()
        self._show_row()
        self._go_on(day)
        if page:
            self.picker.show_page(page)
            self.fold.unfold(True)

    def read(self, reading: Reading) -> dict[str, Any]:
        who = reading.words(self.who, self.tr("Please write with whom."))
        at = self._read_time(reading)
        asked = [field.entry.text().strip() for field in self.questions]
        questions = [words for words in asked if words]
        return {"with_whom": who, "at": at, "questions": questions, "agreed": reading.note(self.agreed)}

    def action(self) -> "Callable[..., Changed]":
        appointments = self.journal.appointments
        return appointments.add if self._row is None else partial(appointments.change, self._row.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        who = phrases.cut(answers["with_whom"], 60)
        return self.tr("The appointment with {who} is written down.").format(who=who)

    def _lay_out(self) -> None:
        day = PlainLabel(self.tr("Day"), Size.LABEL)
        day.setBuddy(self.day)
        heading = PlainLabel(self.tr("What I would like to ask"), Size.STRONG)
        self.picker = QuestionPicker()
        self.fold = FoldButton(self.tr("Questions from the resource pages"), self.picker)
        self.fold.toggled.connect(self._on_fold)
        self.picker.chosen.connect(self._on_chosen)
        for widget in (self.who, day, self.day, self.time, heading, *self.questions, self.fold, self.picker):
            self.body.addWidget(widget)
        self.begin({"agreed": self.agreed}, self.tr("Keep it") if self._row else self.tr("Add appointment"))
        if self._row is not None:
            who = phrases.cut(self._row.with_whom, 60)
            self.offer_to_remove(
                self.tr("Remove the appointment with {who}").format(who=who),
                partial(self.journal.appointments.remove, self._row.id),
                self.tr("The appointment with {who} was removed.").format(who=who),
            )

    def _show_row(self) -> None:
        if self._row is None:
            return
        self.who.entry.setText(self._row.with_whom)
        self.time.entry.setText(phrases.clock(self._row.at))
        for field, words in zip(self.questions, self._row.questions, strict=False):
            field.entry.setText(words)

    def _go_on(self, day: QDate) -> None:
        """Show what was typed before. day: what is stored."""
        self._stored_day = day
        questions = {f"question {n}": field for n, field in enumerate(self.questions, start=1)}
        self.go_on_with({"who": self.who, "time": self.time, **questions})
        for field in self.questions:
            field.entry.setCursorPosition(0)  # a long one is read from its beginning
        self.go_on_with_note("agreed", self.agreed, (self._row.agreed or "") if self._row else "")
        if (kept := QDate.fromString(self.kept("day") or "", Qt.DateFormat.ISODate)).isValid():
            self.day.setDate(kept)
        self.day.dateChanged.connect(self._on_day)
        self._show_agreed()

    def _read_time(self, reading: Reading) -> datetime | None:
        typed = self.time.entry.text().strip()
        wall = read_clock(typed, Likely.AFTERNOON)
        same_day = self.day.date() == self._stored_day
        if self._row is not None and same_day and typed == phrases.clock(self._row.at):
            return self._row.at  # as it was, also in the hour that October repeats
        self.time.explain("")
        if wall is None:
            reading.blame(self.time, self._what_is_wrong(typed))
            return None
        try:
            return self.journal.clock.at(cast(date, self.day.date().toPython()), wall)
        except NoSuchTime:
            reading.blame(self.time, self.tr("The clocks go forward that night: this time does not exist."))
            return None

    def _what_is_wrong(self, typed: str) -> str:
        if not typed:
            return self.tr("Please write a time, for example 10.20am.")
        return self.tr("This is not a time of day. Try 10.20am.")

    def _show_agreed(self) -> None:
        """What was agreed is asked once there can be something."""
        written = self.agreed.editor.toPlainText()
        self.agreed.setVisible(bool(written) or self.day.date() <= self._today)

    def _on_day(self, day: QDate) -> None:
        self.keep("day", None if day == self._stored_day else day.toString(Qt.DateFormat.ISODate))
        self._show_agreed()
        self.fit_soon()

    def _on_fold(self, unfolded: bool) -> None:
        if unfolded:
            self.picker.fill()
        self.fit_soon()

    def _on_chosen(self, question: str) -> None:
        """Put a question into the next free field."""
        asked = [field.entry.text().strip() for field in self.questions]
        free = next((field for field in self.questions if not field.entry.text().strip()), None)
        if question in asked:
            self.say(self.tr("This question is among yours already."))
        elif free is None:
            self.say(self.tr("All three questions are taken. Empty one of them first."))
        else:
            free.entry.setText(question)
            free.entry.setCursorPosition(0)
            free.entry.left.emit()  # it is in the field as if it had been typed
            self.say(self.tr("Written as {field}.").format(field=free.entry.accessibleName().lower()))
