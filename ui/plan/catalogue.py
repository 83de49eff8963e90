"""All exercises to choose from, by what they are for; and a way to bring one's own."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.models.routine import Area
from ui.plan.catalogue_entry import CatalogueEntry
from ui.plan.exercise_form import ExerciseForm
from ui.widgets.buttons import button
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size
from ui.widgets.page import keep_from_changes
from ui.widgets.scroll_dialog import ScrollDialog
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from legjournal.journal import Journal
    from legjournal.routine.exercises import KnownExercise
    from legjournal.storage.history import Changed
    from ui.runner import Runner

TABLES = frozenset({"exercise", "exercise_mark"})
SHORT = 40  # letters of a name within a sentence


class CatalogueDialog(ScrollDialog):
    """Shows the exercises, and opens the form of one's own.

    Signals: `chosen(KnownExercise)`, for the plan; it stays open for the next.
    """

    chosen = Signal(object)

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        in_plan: "Collection[str] | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        """in_plan: what the plan has already; None where there is no plan to add to."""
        title = self.tr("My exercises") if in_plan is None else self.tr("Add an exercise")
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal = journal
        self._runner = runner
        self._in_plan = None if in_plan is None else set(in_plan)
        self._awaited = ""  # the key of one that is being stored, to be added to the plan
        self._part = QWidget()
        self.entries: dict[str, CatalogueEntry] = {}
        self.own = button(self.tr("An exercise of my own…"), changes=True)
        self.close_button = button(self.tr("Done"), primary=True)
        self.body.addWidget(self._part)
        self.body.addStretch()
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.own)
        self.own.clicked.connect(self._on_own)
        self.close_button.clicked.connect(self.accept)
        self._runner.saved.connect(self._on_saved)
        self._show()
        self.own.setFocus()

    def done(self, result: int) -> None:
        """Extends QDialog: deaf to what is stored from now on."""
        self._runner.saved.disconnect(self._on_saved)
        super().done(result)

    def _show(self) -> None:
        """Show everything as it is stored."""
        self.known = self._journal.exercises.all()
        old, self._part = self._part, QWidget()
        self.entries = {}
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        offered = [each for each in self.known.values() if not each.hidden]
        for area, name in self._areas().items():
            self._add(column, name, (each for each in offered if each.area is area))
        hidden = [each for each in self.known.values() if each.hidden]
        if hidden:
            inside = QWidget()
            rows = QVBoxLayout(inside)
            rows.setContentsMargins(0, 0, 0, 0)
            column.addWidget(FoldButton(self.tr("Taken off my list"), inside))
            column.addWidget(inside)
            self._add(rows, "", hidden)
        self.body.replaceWidget(old, self._part)
        old.hide()
        old.deleteLater()
        put_before(self.close_button, self._part)
        if self._journal.read_only:
            keep_from_changes(self)
        self.fit_soon()

    def _add(self, column: QVBoxLayout, heading: str, group: "Iterable[KnownExercise]") -> None:
        for number, each in enumerate(group):
            if not number and heading:
                column.addSpacing(6)
                column.addWidget(PlainLabel(heading, Size.HEADING))
            in_plan = None if self._in_plan is None or each.hidden else each.key in self._in_plan
            entry = CatalogueEntry(each, in_plan)
            entry.add_requested.connect(self._on_add)
            entry.change_requested.connect(self._on_change)
            entry.show_requested.connect(self._on_show)
            self.entries[each.key] = entry
            column.addWidget(entry)

    def _areas(self) -> dict[Area, str]:
        return {
            Area.HIP: self.tr("Hips and buttocks"),
            Area.CORE: self.tr("Core"),
            Area.LEGS: self.tr("Legs"),
            Area.STRETCH: self.tr("Stretches"),
            Area.WALK: self.tr("Walking"),
            Area.OTHER: self.tr("Other"),
        }

    def _on_add(self, key: str) -> None:
        assert self._in_plan is not None
        self._in_plan.add(key)
        self.entries[key].show_in_plan()
        name = phrases.cut(self.known[key].name, SHORT)
        self.say(self.tr("{name} is in your plan now.").format(name=name))
        self.chosen.emit(self.known[key])

    def _on_own(self) -> None:
        self._runner.when_still(partial(self._open_form, ""))

    def _on_change(self, key: str) -> None:
        self._runner.when_still(partial(self._open_form, key))

    def _open_form(self, key: str) -> None:
        form = ExerciseForm(self._journal, self._runner, self.known, self.known.get(key), self)
        form.stored.connect(self._on_stored)
        form.open()

    def _on_stored(self, key: str) -> None:
        if self._in_plan is not None and key not in self.known:
            self._awaited = key

    def _on_show(self, key: str) -> None:
        self._runner.run(partial(self._journal.exercises.show, key))

    def _on_saved(self, changed: "Changed") -> None:
        if changed.tables & TABLES:
            self._runner.when_still(self._show_stored)

    def _show_stored(self) -> None:
        self._show()
        awaited, self._awaited = self._awaited, ""
        if awaited in self.entries:
            self._on_add(awaited)
