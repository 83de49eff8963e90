"""One plan in the list of them: from when to when, how often, and what is in it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.routine.dose import dose_words
from legjournal.words import plural
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.models.routine import Plan, PlanItemFields
    from legjournal.routine.exercises import KnownExercises


class PlanEntry(Card):
    """A plan; the latest with what can be done about it.

    Signals: `change_requested()`; `stop_requested(QDate)`, the first day without it; `remove_requested(str)`,
    the plan's id.
    """

    change_requested = Signal()
    stop_requested = Signal(QDate)
    remove_requested = Signal(str)

    def __init__(
        self,
        plan: "Plan",
        items: "Sequence[PlanItemFields]",
        known: "KnownExercises",
        today: date,
        *,
        latest: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._id = plan.id
        self.body.setSpacing(4)
        self.setAccessibleName(plan.name)
        self.body.addWidget(TypedLabel(plan.name, Size.STRONG))
        self.body.addWidget(PlainLabel(self._span(plan), wraps=True))
        self.body.addWidget(PlainLabel(self._often(plan), Size.SMALL, muted=True, wraps=True))
        for item in items:
            name = known[item.exercise].name
            self.body.addWidget(TypedLabel(f"•  {name}: {dose_words(item)}", Size.SMALL))
        ends = latest and (plan.stopped is None or plan.stopped >= today)
        if ends and plan.started > today:
            self._offer_removal()
        elif ends:
            self._offer_stop(today)

    def _offer_removal(self) -> None:
        remove = button(self.tr("Take this plan away"), changes=True)
        remove.clicked.connect(self._on_remove)
        self._add_buttons(self._change(), remove)

    def _offer_stop(self, today: date) -> None:
        inside = QWidget()
        self.when = StillDateEdit(self.tr("No plan from"), QDate(today))
        self.stop = button(self.tr("Stop the plan"), changes=True)
        label = PlainLabel(self.tr("No plan from"), Size.LABEL)
        label.setBuddy(self.when)
        words = self.tr("What you did stays in the journal. You can begin a plan again on any later day.")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.when, PlainLabel(words, Size.SMALL, muted=True, wraps=True)):
            column.addWidget(widget)
        column.addWidget(self.stop, alignment=Qt.AlignmentFlag.AlignLeft)
        self.fold = FoldButton(self.tr("Stop this plan"), inside)
        self._add_buttons(self._change(), self.fold)
        self.body.addWidget(inside)
        self.stop.clicked.connect(self._on_stop)

    def _change(self) -> QWidget:
        self.change = button(self.tr("Change it…"), changes=True)
        self.change.clicked.connect(self.change_requested)
        return self.change

    def _add_buttons(self, *buttons: QWidget) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        for made in buttons:
            row.addWidget(made)
        self.body.addWidget(holder)

    def _span(self, plan: "Plan") -> str:
        if plan.stopped is None:
            return self.tr("From {day}").format(day=phrases.day(plan.started))
        return phrases.span(plan.started, plan.stopped)

    def _often(self, plan: "Plan") -> str:
        if plan.weekdays:
            names = phrases.weekdays()
            return ", ".join(names[day] for day in sorted(plan.weekdays) if 0 <= day < len(names))
        times = plan.times_a_week or 0
        words = plural("Once a week", "{n} times a week", times)
        return words.format(n=times) if times else self.tr("As often as you like")

    def _on_stop(self) -> None:
        self.stop_requested.emit(self.when.date())

    def _on_remove(self) -> None:
        self.remove_requested.emit(self._id)
