"""The plan in force: what it asks for, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.words import plural
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.section import Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.routine import Plan
    from legjournal.routine.of_day import RoutineDay
    from ui.runner import Runner


class PlanCard(Section):
    """Extends Section.

    Signals: `change_requested()`, `plans_requested()`, `print_requested()`, `calendar_requested()`.
    """

    change_requested = Signal()
    plans_requested = Signal()
    print_requested = Signal()
    calendar_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(journal, runner, self.tr("Your plan"), "", parent)
        self._plan: Plan | None = None
        self._name = TypedLabel("", Size.STRONG)
        self._often = PlainLabel("", wraps=True)
        self.as_one = Chip(self.tr("Count left and right as one set"))
        self.rests = Chip(self.tr("Time the rests when guided"))
        self.change = button(self.tr("Change the plan…"), changes=True)
        self.plans = button(self.tr("All plans and exercises…"))
        self.print = button(self.tr("Print the week…"))
        self.calendar = button(self.tr("Into my calendar…"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for made in (self.as_one, self.rests, self.change, self.plans, self.print, self.calendar):
            flow.addWidget(made)
        for widget in (self._name, self._often, buttons):
            self.body.addWidget(widget)
        self.as_one.clicked.connect(self._on_as_one)
        self.rests.clicked.connect(self._on_rests)
        self.change.clicked.connect(self.change_requested)
        self.plans.clicked.connect(self.plans_requested)
        self.print.clicked.connect(self.print_requested)
        self.calendar.clicked.connect(self.calendar_requested)

    def show_routine(self, routine: "RoutineDay") -> None:
        """Show the plan of a day; without one there is nothing to show."""
        self._plan = plan = routine.plan
        self.setVisible(plan is not None)
        if plan is not None:
            self._name.setText(plan.name)
            self._often.setText(self._words(plan))
            self.as_one.setVisible(any(item.each_side for item in routine.items))
            self.as_one.setChecked(plan.sides_as_one)
            self.rests.setChecked(routine.habits.rests)

    def _words(self, plan: "Plan") -> str:
        since = phrases.day(plan.started)
        if plan.weekdays:
            names = ", ".join(phrases.weekdays()[day] for day in sorted(plan.weekdays))
            return self.tr("{days}. Since {since}.").format(days=names, since=since)
        if plan.times_a_week:
            often = plural("Once a week", "{n} times a week", plan.times_a_week)
            return self.tr("{often}, since {since}.").format(
                often=often.format(n=plan.times_a_week), since=since
            )
        return self.tr("As often as you like, since {since}.").format(since=since)

    def _on_as_one(self, as_one: bool) -> None:
        assert self._plan is not None
        self.store(self.journal.plans.count_sides_as_one, self._plan.id, as_one)

    def _on_rests(self, timed: bool) -> None:
        self.store(self.journal.habits.choose, rests=timed)
