"""The plans over time: what was, what is, and what is still to come."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.plan.catalogue import CatalogueDialog
from ui.plan.dialog import PlanDialog
from ui.plan.plan_entry import PlanEntry
from ui.plan.start_from import OWN, PRESENT
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.page import keep_from_changes
from ui.widgets.scroll_dialog import ScrollDialog
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

TABLES = frozenset({"plan", "plan_item", "exercise"})


class PlansDialog(ScrollDialog):
    """Lists them, the latest first; the latest can be changed and stopped, or taken away before it begins."""

    def __init__(
        self, journal: "Journal", runner: "Runner", day: date, parent: QWidget | None = None
    ) -> None:
        """day: today, on which a change begins unless the person says otherwise."""
        super().__init__(self.tr("Your plans"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal = journal
        self._runner = runner
        self._day = day
        self._said = ""  # what to say once it is stored
        self._part = QWidget()
        self.entries: list[PlanEntry] = []
        self.new = button(self.tr("Make a new plan…"), changes=True)
        self.exercises = button(self.tr("My exercises…"))
        self.close_button = button(self.tr("Close"))
        self.body.addWidget(self._part)
        self.body.addStretch(1)
        for made in (self.new, self.exercises, self.close_button):
            self.buttons.addWidget(made)
        self.new.clicked.connect(self._on_new)
        self.exercises.clicked.connect(self._on_exercises)
        self.close_button.clicked.connect(self.accept)
        self._runner.saved.connect(self._on_saved)
        self._show()

    def done(self, result: int) -> None:
        """Extends QDialog: deaf to what is stored from now on."""
        self._runner.saved.disconnect(self._on_saved)
        super().done(result)

    def _show(self) -> None:
        """Show everything as it is stored."""
        plans, known = self._journal.plans.all(), self._journal.exercises.all()
        old, self._part = self._part, QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.entries = []
        for place, plan in enumerate(reversed(plans)):
            entry = PlanEntry(plan, self._journal.plans.planned(plan), known, self._day, latest=not place)
            entry.change_requested.connect(self._on_change)
            entry.stop_requested.connect(self._on_stop)
            entry.remove_requested.connect(self._on_remove)
            self.entries.append(entry)
            column.addWidget(entry)
        if not plans:
            column.addWidget(PlainLabel(self.tr("There is no plan yet."), muted=True, wraps=True))
        self.body.replaceWidget(old, self._part)
        old.hide()
        old.deleteLater()
        if self.entries:
            put_before(self.new, self._part)
        if self._journal.read_only:
            keep_from_changes(self)
        self.fit_soon()

    def _on_new(self) -> None:
        self._runner.when_still(partial(self._open, OWN))

    def _on_change(self) -> None:
        self._runner.when_still(partial(self._open, PRESENT))

    def _open(self, start: str) -> None:
        PlanDialog(self._journal, self._runner, self._day, self, start).open()

    def _on_exercises(self) -> None:
        self._runner.when_still(self._open_exercises)

    def _open_exercises(self) -> None:
        CatalogueDialog(self._journal, self._runner, None, self).open()

    def _on_stop(self, day: QDate) -> None:
        self._said = self.tr("The plan is stopped. Undo brings it back.")
        self._runner.run(partial(self._journal.plans.stop, cast(date, day.toPython())))

    def _on_remove(self, plan_id: str) -> None:
        self._said = self.tr("The plan is taken away. Undo brings it back.")
        self._runner.run(partial(self._journal.plans.remove, plan_id))

    def _on_saved(self, changed: "Changed") -> None:
        if changed.tables & TABLES:
            self._runner.when_still(self._show_stored)

    def _show_stored(self) -> None:
        self._show()
        self.say(self._said)
        if self._said:
            self.close_button.setFocus()
        self._said = ""
