"""Beside the page: the month, the bad day, this week's routine and the next appointment."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from ui.diary.month_view import MonthView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size
from ui.widgets.score_row import ScoreRow

if TYPE_CHECKING:
    from legjournal.models.appointments import Appointment
    from legjournal.models.diary import DiaryDay


class SideColumn(QWidget):
    """The narrow column of the diary.

    Signals: `bad_day_pressed(bool)`, True to mark the day as bad, False to take it back;
    `effect_answered(int)`, how much the legs got in the way, asked once after the mark;
    `appointment_requested()`, to write one down; `appointments_requested()`, to see them;
    `routine_requested()`; `versions_requested()`, to see what the day was before.
    """

    bad_day_pressed = Signal(bool)
    effect_answered = Signal(object)
    appointment_requested = Signal()
    appointments_requested = Signal()
    routine_requested = Signal()
    versions_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = MonthView()
        calendar = Card()
        calendar.body.setContentsMargins(16, 12, 16, 14)
        calendar.body.addWidget(self.month)
        self.bad_day = button(self.tr("Today is a bad day"), changes=True)
        self.bad_day.setCheckable(True)
        self.bad_day.setProperty("choice", True)
        self._bad_day_note = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self.effect = ScoreRow(
            self.tr("How much did the legs get in the way?"), self.tr("not at all"), self.tr("completely")
        )
        self._offer = self._make_offer()
        self._week = PlainLabel("", wraps=True)
        self._routine = button(self.tr("Go to the routine"), quiet=True)
        self._appointment = PlainLabel("", wraps=True)
        self._appointments = button(self.tr("All appointments"), quiet=True)
        self._add_appointment = button(self.tr("Add an appointment"), quiet=True, changes=True)
        self._versions = button(self.tr("Earlier versions of this day"), quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        bad_day = (self.bad_day, self._bad_day_note, self._offer)
        for widget in (calendar, *bad_day, self._make_ahead(), self._versions):
            column.addWidget(widget)
        column.addStretch()
        self.bad_day.clicked.connect(self.bad_day_pressed)
        self.effect.answered.connect(self.effect_answered)
        self._appointments.clicked.connect(self.appointments_requested)
        self._add_appointment.clicked.connect(self.appointment_requested)
        self._routine.clicked.connect(self.routine_requested)
        self._versions.clicked.connect(self.versions_requested)

    def show_bad_day(self, day: "DiaryDay | None", *, today: bool, offer: bool) -> None:
        """Show whether the day was marked as bad, and when. offer: ask the one thing that may be added."""
        self._offer.setVisible(offer)
        self.effect.show_score(day.effect if day else None)
        marked = day.bad_day_at if day else None
        self.bad_day.setChecked(marked is not None)
        past = self.tr("This was a bad day") if marked else self.tr("Mark this as a bad day")
        self.bad_day.setText(self.tr("Today is a bad day") if today else past)
        self._bad_day_note.setText(
            self.tr("Marked at {time}. Press again to take it back.").format(time=phrases.clock(marked))
            if marked
            else self.tr("One press counts as an entry. Everything else stays not answered.")
        )

    def show_week(self, words: str) -> None:
        """Say how the week's routine stands."""
        self._week.setText(words or self.tr("No plan yet. The Routine tab has three ready."))

    def show_appointment(self, appointment: "Appointment | None") -> None:
        """Say when the next appointment is."""
        if appointment is None:
            self._appointment.setText(self.tr("None written down."))
            return
        day = phrases.day(appointment.at.date(), weekday=True, year=False)
        self._appointment.setText(
            self.tr("{who}, {day}, {time}").format(
                who=appointment.with_whom, day=day, time=phrases.clock(appointment.at)
            )
        )

    def _make_offer(self) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 12, 16, 14)
        card.body.setSpacing(6)
        words = self.tr("Only if you like: how much did the legs get in the way?")
        card.body.addWidget(PlainLabel(words, Size.SMALL, wraps=True))
        card.body.addWidget(self.effect)
        card.hide()
        return card

    def _make_ahead(self) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 14, 16, 14)
        card.body.setSpacing(4)
        card.body.addWidget(PlainLabel(self.tr("This week"), Size.STRONG))
        card.body.addWidget(self._week)
        card.body.addWidget(self._routine)
        card.body.addSpacing(8)
        card.body.addWidget(PlainLabel(self.tr("Next appointment"), Size.STRONG))
        card.body.addWidget(self._appointment)
        card.body.addWidget(self._add_appointment)
        card.body.addWidget(self._appointments)
        return card
