"""The week: its seven days, how it stands in words, and what is no session and no failure either."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from legjournal import phrases
from legjournal.models.routine import DayOffKind, Pause, SkipReason
from legjournal.routine.adherence import Week
from legjournal.routine.week_words import week_words
from ui.routine.reasons import reasons
from ui.routine.week_strip import WeekStrip
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.one_of import OneOf
from ui.widgets.section import Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.routine.of_day import RoutineDay
    from ui.runner import Runner


class WeekCard(Section):
    """Extends Section: rest, a skipped day and a pause are recorded here.

    Signals: `day_requested(date)`; `pause_requested()`, to begin a pause or change the one in sight.
    """

    day_requested = Signal(object)
    pause_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(journal, runner, self.tr("This week"), " ", parent)
        self.strip = WeekStrip()
        self.words = PlainLabel("", wraps=True)
        self.rest = self._choice()
        self.skip = self._choice()
        self.pause = button("", quiet=True, changes=True)
        self.why = OneOf(self.tr("Why, if you like"), reasons())
        self._asked = PlainLabel(self.tr("Why, if you like"), Size.LABEL)
        self._lay_out()
        self.strip.day_requested.connect(self.day_requested)
        self.rest.clicked.connect(self._on_rest)
        self.skip.clicked.connect(self._on_skip)
        self.why.answered.connect(self._on_why)
        self.pause.clicked.connect(self.pause_requested)

    def show_routine(self, routine: "RoutineDay", week: Week) -> None:
        """Show the week of a day."""
        self.date, today = routine.day, self.journal.clock.today()
        self.title.setText(self.tr("This week") if week.is_present else self._week_of(week.monday))
        self.strip.show_week(week.monday, self.date, today, week.days, week.planned)
        self.words.setText(week_words(week, self.date))
        self.words.setVisible(bool(self.words.text()))
        self._show_off(routine, today)
        self.pause.setText(
            self.tr("Pause for several days…") if routine.pause is None else self._paused(routine.pause)
        )

    def _show_off(self, routine: "RoutineDay", today: date) -> None:
        kind = routine.off.kind if routine.off else None
        is_today = self.date == today
        self.rest.setChecked(kind is DayOffKind.REST)
        self.rest.setText(self.tr("Rest today") if is_today else self.tr("Rest day"))
        skipped = kind is DayOffKind.SKIPPED
        self.skip.setChecked(skipped)
        self.skip.setText(self.tr("Not today") if is_today else self.tr("Not this day"))
        self._asked.setVisible(skipped)
        self.why.setVisible(skipped)
        self.why.show_answer(routine.off.reason if routine.off else None)

    def _lay_out(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        for made in (self.rest, self.skip, self.pause):
            flow.addWidget(made)
        for widget in (self.strip, self.words, row, self._asked, self.why):
            self.body.addWidget(widget)

    def _choice(self) -> QPushButton:
        made = button("", changes=True)
        made.setCheckable(True)
        made.setProperty("choice", True)
        return made

    def _week_of(self, monday: date) -> str:
        return self.tr("Week of {day}").format(day=phrases.day(monday))

    def _paused(self, pause: Pause) -> str:
        since = phrases.day(pause.started, weekday=True, year=False)
        return self.tr("Paused since {day}. Change or end…").format(day=since)

    def _on_rest(self, rest: bool) -> None:
        days_off = self.journal.days_off
        self.store(days_off.rest if rest else days_off.clear, self.date)

    def _on_skip(self, skipped: bool) -> None:
        days_off = self.journal.days_off
        self.store(days_off.skip if skipped else days_off.clear, self.date)

    def _on_why(self, reason: SkipReason | None) -> None:
        self.store(self.journal.days_off.skip, self.date, reason)
