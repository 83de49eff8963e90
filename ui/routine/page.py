"""The routine: the week, the session of a day, the plan, and how each exercise is done."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from legjournal.library.exercises import exercises, plans, to_adopt
from legjournal.routine.of_day import RoutineDay, routine_of
from ui.routine.after_card import AfterCard
from ui.routine.exercise_card import ExerciseCard
from ui.routine.more_exercises import MoreExercises
from ui.routine.plan_card import PlanCard
from ui.routine.plan_offer import PlanOffer
from ui.routine.session_card import SessionCard
from ui.routine.week_card import WeekCard
from ui.routine.weeks_card import WeeksCard
from ui.widgets.day_heading import DayHeading
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll
from ui.widgets.tab_order import put_after, stops

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

WEEKS = 12  # in the chart
NARROW = 50  # heights of the text: below it everything stands in one column
NO_PICTURES = 27  # below it the small pictures leave their room to the words
TABLES = frozenset(
    {
        "session",
        "set_done",
        "easier_version",
        "day_off",
        "pause",
        "plan",
        "plan_item",
        "exercise",
        "exercise_mark",
        "preference",
    }
)


class RoutinePage(Page):
    """The Routine tab.

    Signals: `guide_requested(str)`, to be led through the session of this id; `plan_requested(str)`, the plan
    maker, and what it begins from; `plans_requested()`, the plans over time; `checklist_requested()`, the
    plan as a page to print; `calendar_requested()`, for the person's own calendar.
    """

    guide_requested = Signal(str)
    plan_requested = Signal(str)
    plans_requested = Signal()
    checklist_requested = Signal()
    calendar_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._routine = RoutineDay(journal.clock.today())
        self._shown_exercise = ""
        self._whole = False  # whether also what can wait has been made
        self.heading = DayHeading()
        self.week = WeekCard(journal, runner)
        self.offer = PlanOffer()
        self.session = SessionCard(journal, runner)
        self.after = AfterCard(journal, runner)
        self.plan = PlanCard(journal, runner)
        self.weeks = WeeksCard(journal, runner)
        self.more = MoreExercises()
        self.exercise = ExerciseCard()
        self.scroller = PageScroll()
        self._lay_out()
        self._connect_signals()

    def show_day(self, day: date) -> None:
        """Show the session of `day` and its week."""
        self.flush()
        self.heading.show_day(day, self._journal.clock.today())
        self._show(day)

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed."""
        if changed.tables & TABLES:
            self._show(self._routine.day)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.session.flush()
        self.after.flush()

    def take_focus(self) -> None:
        """Put the keyboard on the first box, or on the week where there is none to tick."""
        first = next(iter(self.session.boxes.values()), None)
        (first if first and first.isEnabled() else self.week.strip).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)
        for card in (self.session, self.more):
            card.show_pictures(self.width() > NO_PICTURES * line_height())

    def _lay_out(self) -> None:
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(14)
        for stretch, cards in (
            (5, (self.offer, self.session, self.after, self.plan, self.more)),
            (4, (self.exercise, self.weeks)),
        ):
            half = QVBoxLayout()
            half.setSpacing(14)
            for card in cards:
                half.addWidget(card)
            half.addStretch()
            self._halves.addLayout(half, stretch)
        column = QVBoxLayout(self.scroller.content)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(14)
        column.addWidget(self.heading)
        column.addWidget(self.week)
        column.addLayout(self._halves)
        for fault in (*exercises().faults, *plans().faults):
            column.addWidget(PlainLabel(fault, Size.SMALL, muted=True, wraps=True))
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _connect_signals(self) -> None:
        for days in (self.heading, self.week):
            days.day_requested.connect(self.day_requested)
        self.week.pause_requested.connect(self._on_pause)
        self.offer.chosen.connect(self._on_plan_chosen)
        self.offer.build_requested.connect(self.plan_requested)
        self.offer.plans_requested.connect(self.plans_requested)
        self.plan.change_requested.connect(self._on_change)
        self.plan.plans_requested.connect(self.plans_requested)
        self.plan.print_requested.connect(self.checklist_requested)
        self.plan.calendar_requested.connect(self.calendar_requested)
        self.session.exercise_chosen.connect(self._show_exercise)
        self.session.guide_requested.connect(self.guide_requested)
        self.session.session_turned.connect(self._show_session)
        self.more.exercise_chosen.connect(self._show_exercise)
        self.more.add_requested.connect(self._on_added)

    def _show(self, day: date) -> None:
        self._routine = routine_of(self._journal, day)
        weeks = self._journal.weeks.between(day - timedelta(weeks=WEEKS - 1), day)
        self.week.show_routine(self._routine, weeks[-1])
        self.plan.show_routine(self._routine)
        self.weeks.show_weeks(weeks)
        latest = self._journal.plans.latest()
        self.offer.setVisible(self._routine.plan is None and (latest is None or latest.started <= day))
        self.offer.earlier.setVisible(latest is not None)
        self.session.show_routine(self._routine)
        self._show_session()

    def _show_session(self) -> None:
        """Show what depends on the session in sight."""
        self.after.show_session(self.session.session)
        keys = self.session.exercises
        first = keys[0] if keys else next(iter(plans().items.values())).keys[0]
        self._shown_exercise = self._shown_exercise or first
        self.exercise.show_exercise(self._routine.exercises[self._shown_exercise])
        if self._whole:
            self._show_more()
        else:
            QTimer.singleShot(0, self, self._show_more)  # it stands at the very bottom
            self._keep_from_changes()

    def _show_more(self) -> None:
        self._whole = True
        self.more.show_exercises(self._routine.exercises.values(), leave_out=self.session.exercises)
        self._order_tab()
        self._keep_from_changes()

    def _order_tab(self) -> None:
        """What was made last comes last for Tab, unless it is told its place."""
        before = stops(self.plan)[-1]
        for card in (self.more, self.exercise, self.weeks):
            put_after(before, card)
            before = [before, *stops(card)][-1]

    def _show_exercise(self, key: str) -> None:
        self._shown_exercise = key
        self.exercise.show_exercise(self._routine.exercises[key])
        if self._whole:
            self._order_tab()

    def _on_plan_chosen(self, key: str) -> None:
        plan, items = to_adopt(plans().items[key], self._routine.day)
        self._runner.run(partial(self._journal.plans.adopt, plan, items))

    def _on_change(self) -> None:
        from ui.plan.start_from import PRESENT

        self.plan_requested.emit(PRESENT)

    def _on_added(self, key: str) -> None:
        self.session.add(key)
        self._show_session()
        self._show_exercise(key)

    def _on_pause(self) -> None:
        from ui.routine.pause_dialog import PauseDialog

        day, pause = self._routine.day, self._routine.pause
        PauseDialog(self._journal, self._runner, day, pause, self).open()
