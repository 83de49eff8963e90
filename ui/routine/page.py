"""The routine: the week, the day's checklist, and how each exercise is done."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from legjournal.library.exercises import exercises, plan_item, plans, to_adopt
from legjournal.models.routine import DayOffKind, PlanItemFields
from legjournal.routine.adherence import DayStatus
from legjournal.routine.boxes import SetToDo
from legjournal.words import plural
from ui.routine.checklist import Checklist
from ui.routine.exercise_card import ExerciseCard
from ui.routine.more_exercises import MoreExercises
from ui.routine.plan_offer import PlanOffer
from ui.routine.week_strip import WeekStrip
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.day_heading import DayHeading
from ui.widgets.label import PlainLabel
from ui.widgets.measure import line_height
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll
from ui.widgets.tab_order import put_after, stops

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

NARROW = 50  # heights of the text: below it the exercise stands under the checklist


class RoutinePage(Page):
    """The Routine tab."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._day = journal.clock.today()
        self._shown_exercise = ""
        self.heading = DayHeading()
        self.week = WeekStrip()
        self.week_words = PlainLabel("", wraps=True)
        self.rest = button(self.tr("Rest today"), changes=True)
        self.rest.setCheckable(True)
        self.rest.setProperty("choice", True)
        self.offer = PlanOffer()
        self.checklist = Checklist()
        self.more = MoreExercises()
        self.exercise = ExerciseCard()
        self._added: list[str] = []  # exercises put on the day's list beside the plan
        self.scroller = PageScroll()
        self._lay_out()
        self._connect_signals()

    def show_day(self, day: date) -> None:
        """Show the checklist of `day` and its week."""
        if day != self._day:
            self._added.clear()
        self._day = day
        self.heading.show_day(day, self._journal.clock.today())
        self._show_week()
        self._show_checklist()

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed."""
        if changed.tables & {"session", "set_done", "day_off", "plan", "plan_item"}:
            self._show_week()
            self._show_checklist()
        if changed.tables & {"exercise", "exercise_mark"}:
            self._show_exercise(self._shown_exercise)

    def take_focus(self) -> None:
        """Put the keyboard on the first box, or on the week where there is none to tick."""
        first = next(iter(self.checklist.boxes.values()), None)
        (first if first and first.isEnabled() else self.week).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)

    def _lay_out(self) -> None:
        week_card = Card(self.tr("This week"), "")
        week_card.body.addWidget(self.week)
        below = QHBoxLayout()
        below.addWidget(self.week_words, 1)
        below.addWidget(self.rest)
        week_card.body.addLayout(below)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        for widget in (self.offer, self.checklist, self.more):
            left.addWidget(widget)
        left.addStretch()
        right.addWidget(self.exercise)
        right.addStretch()
        self._halves.addLayout(left, 5)
        self._halves.addLayout(right, 4)
        column = QVBoxLayout(self.scroller.content)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(14)
        column.addWidget(self.heading)
        column.addWidget(week_card)
        column.addLayout(self._halves)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _connect_signals(self) -> None:
        self.heading.day_requested.connect(self.day_requested)
        self.week.day_requested.connect(self.day_requested)
        self.rest.clicked.connect(self._on_rest)
        self.offer.chosen.connect(self._on_plan_chosen)
        self.checklist.ticked.connect(self._on_ticked)
        self.checklist.exercise_chosen.connect(self._on_exercise_chosen)
        self.more.exercise_chosen.connect(self._on_exercise_chosen)
        self.more.add_requested.connect(self._on_added)

    def _show_week(self) -> None:
        monday = self._day - timedelta(days=self._day.weekday())
        days = self._journal.weeks.days(monday)
        self.week.show_week(monday, self._day, self._journal.clock.today(), days)
        off = self._journal.days_off.on(self._day)
        self.rest.setChecked(off is not None and off.kind is DayOffKind.REST)
        self.rest.setText(
            self.tr("Rest today") if self._day == self._journal.clock.today() else self.tr("Rest day")
        )
        self.week_words.setText(self._week_words(days))

    def _week_words(self, days: list[DayStatus]) -> str:
        plan = self._journal.plans.on(self._day)
        done, rests = days.count(DayStatus.SESSION), days.count(DayStatus.REST)
        if plan is None or not plan.times_a_week:
            return ""
        words = self.tr("{done} of {target} sessions this week.").format(done=done, target=plan.times_a_week)
        if rests:
            words += " " + plural(
                "{n} rest day, as part of the plan.", "{n} rest days, as part of the plan.", rests
            ).format(n=rests)
        return words

    def _show_checklist(self) -> None:
        plan = self._journal.plans.on(self._day)
        done = self._journal.sessions.sets_done(self._day)
        planned = self._journal.plans.planned(plan) if plan else []
        items = [*planned, *self._beside_the_plan(planned, done)]
        today = self._day == self._journal.clock.today()
        self.checklist.title.setText(
            self.tr("Today’s exercises") if today else self.tr("The day’s exercises")
        )
        self.checklist.show_items(items, done)
        put_after([self.rest, *stops(self.offer)][-1], self.checklist)
        self.checklist.setVisible(bool(items))
        self.offer.setVisible(plan is None)
        keys = [item.exercise for item in items]
        self.more.leave_out(keys)
        self._keep_from_changes()
        if not self._shown_exercise:
            self._show_exercise(keys[0] if keys else next(iter(plans().items.values())).keys[0])

    def _beside_the_plan(
        self, planned: list[PlanItemFields], done: Collection[SetToDo]
    ) -> list[PlanItemFields]:
        """What was done or put on the list beside the plan, at its starting dose."""
        shelf = exercises().items
        in_plan = {item.exercise for item in planned}
        keys = dict.fromkeys([*(box.exercise for box in done), *self._added])
        return [plan_item(key, shelf[key]) for key in keys if key not in in_plan and key in shelf]

    def _show_exercise(self, key: str) -> None:
        self._shown_exercise = key
        self.exercise.show_exercise(self._journal.exercises.get(key))

    def _on_plan_chosen(self, key: str) -> None:
        plan, items = to_adopt(plans().items[key], self._day)
        self._runner.run(partial(self._journal.plans.adopt, plan, items))

    def _on_ticked(self, box: SetToDo, done: bool) -> None:
        sessions = self._journal.sessions
        self._runner.run(partial(sessions.tick if done else sessions.untick, self._day, box))
        self._show_exercise(box.exercise)

    def _on_exercise_chosen(self, key: str) -> None:
        self._show_exercise(key)

    def _on_added(self, key: str) -> None:
        self._added.append(key)
        self._show_checklist()
        self._show_exercise(key)

    def _on_rest(self, rest: bool) -> None:
        days_off = self._journal.days_off
        self._runner.run(partial(days_off.rest if rest else days_off.clear, self._day))
