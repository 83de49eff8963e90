"""The diary: one page a day, in the order of living it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal.errors import JournalError
from legjournal.parts import OF_THE_DAY, Part, hidden_parts
from legjournal.words import plural
from ui.diary.night_card import NightCard
from ui.diary.side_column import SideColumn
from ui.widgets.day_heading import DayHeading
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import UNLIMITED, line_height
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll
from ui.widgets.tab_order import put_after, stops

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.diary.day_card import DayCard
    from ui.diary.legs_card import LegsCard
    from ui.diary.notes_card import NotesCard
    from ui.diary.weekly_card import WeeklyCard
    from ui.runner import Runner
    from ui.widgets.section import Section

NARROW = 47  # heights of the text: below it the side column goes under the page
SIDE = 13.6


class DiaryPage(Page):
    """The Diary tab.

    Signals, beside those of Page: `appointment_requested()`, `appointments_requested()`,
    `medicines_requested()`, `therapies_requested()`, `versions_requested()`,
    `routine_requested()`; `told(str)`, a sentence to show.
    """

    appointment_requested = Signal()
    appointments_requested = Signal()
    medicines_requested = Signal()
    therapies_requested = Signal()
    versions_requested = Signal()
    routine_requested = Signal()
    told = Signal(str)

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._day = journal.clock.today()
        self.heading = DayHeading()
        words = self.tr("A past day can be filled in too. When it was written is kept beside it.")
        self._past = PlainLabel(words, Size.SMALL, muted=True, wraps=True)
        self._day_before = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._day_before.hide()
        self.night = NightCard(journal, runner)
        self.side = SideColumn()
        self._whole = False
        self._hidden: frozenset[Part] = frozenset()
        self._is_bad = self._offers = False
        self.scroller = PageScroll()
        self._lay_out()
        self._connect_signals()

    def show_day(self, day: date) -> None:
        """Turn to the page of `day`; what was being typed on the old one is stored first."""
        self.flush()
        self._day = day
        self.heading.show_day(day, self._journal.clock.today())
        self._past.setVisible(day != self._journal.clock.today())
        self._read_each(self._take_parts, partial(self.night.show_day, day))
        self.side.month.show_day(day, self._journal.clock.today())
        if self._whole:
            self._show_rest()
        else:
            self._show_rest_soon()

    @cached_property
    def legs(self) -> "LegsCard":
        """The card of the legs."""
        from ui.diary.legs_card import LegsCard

        return LegsCard(self._journal, self._runner)

    @cached_property
    def day(self) -> "DayCard":
        """The card of the day."""
        from ui.diary.day_card import DayCard

        return DayCard(self._journal, self._runner)

    @cached_property
    def weekly(self) -> "WeeklyCard":
        """The card of the weekly check."""
        from ui.diary.weekly_card import WeeklyCard

        return WeeklyCard(self._journal, self._runner)

    @cached_property
    def notes(self) -> "NotesCard":
        """The card of the notes."""
        from ui.diary.notes_card import NotesCard

        return NotesCard(self._journal, self._runner)

    @property
    def sections(self) -> "list[Section]":
        """What the page consists of so far, in the order of living it."""
        return [self.night, self.legs, self.day, self.weekly, self.notes] if self._whole else [self.night]

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed, if it is on this page."""
        reads: list[Callable[[], None]] = [partial(section.follow, changed) for section in self.sections]
        if "preference" in changed.tables:
            reads = [self._take_parts, self._show_parts, *reads]
        if "diary_day" in changed.tables and self._day in changed.days:
            reads.append(partial(self._show_bad_day, follows=True))
        if changed.tables & {"session", "set_done", "day_off", "pause", "plan", "appointment"}:
            reads.append(self._show_ahead)
        if changed.tables & {"night", "awakening", "symptom", "diary_day", "preference"}:
            reads.append(self._show_marks)
        self._read_each(*reads)
        self._keep_from_changes()

    def flush(self) -> None:
        """Hand over what is being typed."""
        for section in self.sections:
            section.flush()

    def take_focus(self) -> None:
        if Part.NIGHT in self._hidden:
            self.side.bad_day.setFocus()
        else:
            self.night.fields["got_into_bed"].entry.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._whole:
            self._show_rest_soon()

    def ask_weekly(self) -> None:
        """Have the weekly check of the day in sight answered, whether or not it is due."""
        if not self._whole:
            self._show_rest()
        self.weekly.ask()
        self.scroller.ensureWidgetVisible(self.weekly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._arrange()
        return super().event(event)

    def _lay_out(self) -> None:
        self._main = QVBoxLayout()
        self._main.setSpacing(14)
        self._main.addWidget(self.heading)
        self._main.addWidget(self._past)
        self._main.addWidget(self._day_before)
        self._main.addWidget(self.night)
        self._main.addStretch()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.scroller.content)
        self._columns.setContentsMargins(20, 16, 20, 20)
        self._columns.setSpacing(22)
        self._columns.addWidget(self.side)
        self._columns.addLayout(self._main, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _connect_signals(self) -> None:
        self.heading.day_requested.connect(self.day_requested)
        self.side.month.day_requested.connect(self.day_requested)
        self.side.month.month_changed.connect(self._on_month)
        self.side.bad_day_pressed.connect(self._on_bad_day)
        self.side.effect_answered.connect(self._on_effect)
        self.side.appointment_requested.connect(self.appointment_requested)
        self.side.appointments_requested.connect(self.appointments_requested)
        self.side.versions_requested.connect(self.versions_requested)
        self.side.routine_requested.connect(self.routine_requested)

    def _arrange(self) -> None:
        line = line_height()
        narrow = self.width() < NARROW * line
        down, across = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else across)
        self.side.setMinimumWidth(0 if narrow else round(SIDE * line))
        self.side.setMaximumWidth(UNLIMITED if narrow else round(SIDE * line))
        for section in self.sections:
            section.arrange(self.width() if narrow else self.width() - round(SIDE * line))

    def _show_rest_soon(self) -> None:
        """At the start last night can be typed while what lies below it is still being made."""
        QTimer.singleShot(0, self._on_first_shown)

    def _on_first_shown(self) -> None:
        # Not visible: the journal was closed meanwhile, or the night's panel is before it.
        if not self._whole and self.isVisible():
            self._show_rest()

    def _show_rest(self) -> None:
        if not self._whole:
            self._make_rest()
        parts = [partial(section.show_day, self._day) for section in self.sections[1:]]
        beside = (self._show_bad_day, self._show_ahead, self._show_marks)
        self._read_each(*parts, self._show_parts, *beside)
        self._keep_from_changes()

    def _read_each(self, *reads: Callable[[], None]) -> None:
        """What a damaged file no longer gives keeps nothing else from the page; it is told once."""
        refused = []
        for read in reads:
            try:
                read()
            except JournalError as error:
                refused.append(str(error))
        if refused:
            self.told.emit(refused[0])

    def _take_parts(self) -> None:
        """Ask what the person wants to be asked; last night is left out at once, the rest once it is made."""
        self._hidden = hidden_parts(self._journal.preferences)
        self.night.setVisible(Part.NIGHT not in self._hidden)

    def _show_parts(self) -> None:
        if not self._whole:
            return
        self.legs.setVisible(Part.LEGS not in self._hidden)
        self.day.setVisible(not self._hidden >= OF_THE_DAY)
        self.day.show_parts(self._hidden)
        self.weekly.offer(offered=Part.WEEKLY not in self._hidden)
        self.notes.setVisible(Part.NOTES not in self._hidden)

    def _make_rest(self) -> None:
        self._whole = True
        for place, section in enumerate(self.sections[1:], start=self._main.indexOf(self.night) + 1):
            self._main.insertWidget(place, section)
        self.day.medicines_requested.connect(self.medicines_requested)
        self.day.therapies_requested.connect(self.therapies_requested)
        # Tab follows the order of making, and these were made last of all.
        put_after(stops(self.sections[-1])[-1], self.side)
        self._arrange()

    def _show_bad_day(self, *, follows: bool = False) -> None:
        """Show the mark. follows: it was just made or taken back; one answer is offered after making it."""
        page = self._journal.diary.day(self._day)
        was_bad, self._is_bad = self._is_bad, page is not None and page.bad_day_at is not None
        just_marked = self._is_bad and not was_bad
        asks = page is not None and page.effect is None and Part.EFFECT not in self._hidden
        self._offers = self._is_bad and asks and follows and (just_marked or self._offers)
        today = self._day == self._journal.clock.today()
        self.side.show_bad_day(page, today=today, offer=self._offers)

    def _show_ahead(self) -> None:
        from legjournal.routine.adherence import monday_of
        from legjournal.routine.week_words import week_words

        week = self._journal.weeks.week(monday_of(self._day))
        self.side.show_week(week_words(week, self._day))
        self.side.show_appointment(self._journal.appointments.next_after(self._journal.clock.now()))
        self._show_day_before()

    def _show_day_before(self) -> None:
        """A session of the day before may bear on the night and on the legs: it is told, and no more."""
        sets = len(self._journal.sessions.sets_done(self._day - timedelta(days=1)))
        today = self._day == self._journal.clock.today()
        words = plural("{n} set", "{n} sets", sets).format(n=sets)
        said = (
            self.tr("Yesterday was a session day: {sets}.")
            if today
            else self.tr("The day before was a session day: {sets}.")
        )
        self._day_before.setText(said.format(sets=words))
        self._day_before.setVisible(bool(sets))

    def _show_marks(self) -> None:
        marks = self._journal.diary.marks(*self.side.month.in_sight)
        self.side.month.show_marks(marks, self._hidden)

    def _on_month(self) -> None:
        self._runner.when_still(self._read_marks)

    def _read_marks(self) -> None:
        self._read_each(self._show_marks)

    def _on_effect(self, score: int | None) -> None:
        self._runner.run(partial(self._journal.diary.record, self._day, effect=score))

    def _on_bad_day(self, bad: bool) -> None:
        diary = self._journal.diary
        self._runner.run(
            partial(diary.mark_bad_day, self._day)
            if bad
            else partial(diary.record, self._day, bad_day_at=None)
        )
