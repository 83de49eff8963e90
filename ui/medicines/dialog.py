"""Medicines and test results: what is taken, what was, and what the laboratory said."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.medicines.change_forms import ChangeDose, StopMedicine
from ui.medicines.medicine_list import MedicineList
from ui.medicines.result_form import ResultForm
from ui.medicines.result_list import ResultList
from ui.medicines.whole_form import AddMedicine, CorrectMedicine
from ui.widgets.card import rule
from ui.widgets.room_dialog import RoomDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.medicines import Medicine, TestResult
    from ui.runner import Runner


class MedicinesDialog(RoomDialog):
    """Shows the lists, and opens the forms that change them."""

    tables = frozenset({"medicine", "test_result"})

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        words = self.tr(
            "The journal keeps what you write, and gives no advice about it. Ask your GP or a pharmacist "
            "before you change or stop a medicine."
        )
        super().__init__(self.tr("Medicines and test results"), words, journal, runner, parent)

    def make_parts(self) -> list[QWidget]:
        return [self._make_medicines(), rule(), self._make_results()]

    def _make_medicines(self) -> MedicineList:
        medicines = self.journal.medicines
        today = self.journal.clock.today()
        made = MedicineList(medicines.current(today), medicines.histories())
        made.add_requested.connect(self._on_add)
        made.change_requested.connect(self._on_change)
        made.stop_requested.connect(self._on_stop)
        made.correct_requested.connect(self._on_correct)
        return made

    def _make_results(self) -> ResultList:
        made = ResultList(self.journal.results.all())
        made.add_requested.connect(self._on_add_result)
        made.correct_requested.connect(self._on_correct_result)
        return made

    def _on_add(self) -> None:
        self.open_form(AddMedicine)

    def _on_change(self, medicine: "Medicine") -> None:
        self.open_form(partial(ChangeDose, medicine))

    def _on_stop(self, medicine: "Medicine") -> None:
        self.open_form(partial(StopMedicine, medicine))

    def _on_correct(self, medicine: "Medicine") -> None:
        self.open_form(partial(CorrectMedicine, medicine))

    def _on_add_result(self) -> None:
        self.open_form(partial(ResultForm, None))

    def _on_correct_result(self, result: "TestResult") -> None:
        self.open_form(partial(ResultForm, result))
