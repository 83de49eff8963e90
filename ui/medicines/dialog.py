"""Medicines and test results: what is taken, what was, and what the laboratory said."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ui.medicines.change_forms import ChangeDose, StopMedicine
from ui.medicines.form import Form
from ui.medicines.medicine_list import MedicineList
from ui.medicines.result_form import ResultForm
from ui.medicines.result_list import ResultList
from ui.medicines.whole_form import AddMedicine, CorrectMedicine
from ui.widgets.buttons import button
from ui.widgets.card import rule
from ui.widgets.label import PlainLabel, Size
from ui.widgets.page import keep_from_changes
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from legjournal.journal import Journal
    from legjournal.models.medicines import Medicine, TestResult
    from legjournal.storage.history import Changed
    from ui.runner import Runner

TABLES = frozenset({"medicine", "test_result"})


class MedicinesDialog(ScrollDialog):
    """Shows the lists, and opens the forms that change them."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Medicines and test results"), parent)
        self._journal = journal
        self._runner = runner
        self._done = ""  # what to say once it is stored
        self._changes = 0  # made since it was opened: so many can be taken back from here
        self._step = 0  # what becomes of their number once what was asked for is stored
        self._outdated = False  # whether something is stored that is not shown yet
        words = self.tr(
            "The journal keeps what you write, and gives no advice about it. Ask your GP or a pharmacist "
            "before you change or stop a medicine."
        )
        self.body.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))
        self._parts: list[QWidget] = []
        self.undo = button(self.tr("Undo"), name=self.tr("Undo the last change made here"))
        self.close_button = button(self.tr("Close"))
        self.buttons.addWidget(self.undo)
        self.buttons.addWidget(self.close_button)
        undo = QAction(self, shortcut=QKeySequence(QKeySequence.StandardKey.Undo))
        self.addAction(undo)
        undo.triggered.connect(self._on_undo)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.reject)
        self._runner.saved.connect(self._on_saved)
        self._runner.refused.connect(self.say)
        self._show()

    def done(self, result: int) -> None:
        """Extends QDialog: gone for good, and deaf to what is stored from now on."""
        super().done(result)
        self._runner.saved.disconnect(self._on_saved)
        self._runner.refused.disconnect(self.say)
        self.deleteLater()

    def _show(self) -> None:
        """Show everything as it is stored; the keyboard stays where it was, if that is still there."""
        focused = self.focusWidget()
        was_on = focused.accessibleName() if focused is not None else ""
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._make_medicines(), rule(), self._make_results()]
        for part in self._parts:
            self.body.addWidget(part)
        self.undo.setEnabled(self._changes > 0)
        if self._journal.read_only:
            keep_from_changes(self)
        self._take_focus(was_on)
        self.fit_soon()

    def _make_medicines(self) -> MedicineList:
        medicines = self._journal.medicines
        today = self._journal.clock.today()
        made = MedicineList(medicines.current(today), medicines.histories())
        made.add_requested.connect(self._on_add)
        made.change_requested.connect(self._on_change)
        made.stop_requested.connect(self._on_stop)
        made.correct_requested.connect(self._on_correct)
        return made

    def _make_results(self) -> ResultList:
        made = ResultList(self._journal.results.all())
        made.add_requested.connect(self._on_add_result)
        made.correct_requested.connect(self._on_correct_result)
        return made

    def _take_focus(self, name: str) -> None:
        buttons = [found for part in self._parts for found in part.findChildren(QPushButton)]
        pressable = [found for found in buttons if found.isEnabled()] or [self.close_button]
        first = next((found for found in pressable if name and found.accessibleName() == name), pressable[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self._open(AddMedicine)

    def _on_change(self, medicine: "Medicine") -> None:
        self._open(partial(ChangeDose, medicine))

    def _on_stop(self, medicine: "Medicine") -> None:
        self._open(partial(StopMedicine, medicine))

    def _on_correct(self, medicine: "Medicine") -> None:
        self._open(partial(CorrectMedicine, medicine))

    def _on_add_result(self) -> None:
        self._open(partial(ResultForm, None))

    def _on_correct_result(self, result: "TestResult") -> None:
        self._open(partial(ResultForm, result))

    def _open(self, make: "Callable[..., Form]") -> None:
        self.say("")
        self._runner.when_still(partial(self._open_now, make))

    def _open_now(self, make: "Callable[..., Form]") -> None:
        form = make(self._journal, self._runner, self)
        form.stored.connect(self._on_stored)
        form.open()

    def _on_stored(self, words: str) -> None:
        self._done, self._step = words, 1

    def _on_undo(self) -> None:
        if self._changes and self._runner.idle:
            self._done, self._step = self.tr("Taken back."), -1
            self._runner.run(self._journal.history.undo)

    def _on_saved(self, changed: "Changed") -> None:
        if changed.tables & TABLES:
            self._changes += self._step
            self._outdated = True
        if not self._runner.idle:
            return
        self._step = 0
        if self._outdated:
            self._outdated = False
            self._show()
        if self._done:
            self.say(self._done)
            self._done = ""
