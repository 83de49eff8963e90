"""The whole of a medicine in a form: one that is new, and one that is put right."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.medicines.form import MedicineForm
from ui.medicines.sayings import short_name
from ui.widgets.day_field import DayField
from ui.widgets.field import Entry, Field
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.medicines import Medicine
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class WholeForm(MedicineForm):
    """Extends MedicineForm: every field there is."""

    def __init__(
        self,
        title: str,
        journal: "Journal",
        runner: "Runner",
        medicine: "Medicine | None",
        doing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, journal, runner, medicine, doing, parent)
        day = self.tr("for example 3 March 2026")
        self.name = Field(self.tr("Medicine"), Entry(), self.tr("as it stands on the box"))
        self.started = DayField(self.tr("Started (empty if you do not know)"), self.today, day)
        self.stopped = DayField(self.tr("Last day you took it (empty if you still do)"), self.today, day)
        if medicine is not None:
            self.name.entry.setText(medicine.name)
            self.started.show_day(medicine.started)
            self.stopped.show_day(medicine.stopped)
        fields: dict[str, QWidget] = {
            "name": self.name,
            "dose": self.dose,
            "taken": self.taken,
            "started": self.started,
            "stopped": self.stopped,
            "why": self.why,
        }
        self.begin(fields, self.tr("Write it down"))

    def read(self, reading: Reading) -> dict[str, Any]:
        answers: dict[str, Any] = {
            "name": reading.words(self.name, self.tr("Please write what it is called.")),
            "dose": reading.words(self.dose),
            "regularity": self.read_taken(reading),
            "started": reading.day(self.started),
            "stopped": reading.day(self.stopped),
            "why": reading.words(self.why),
        }
        started, stopped = answers["started"], answers["stopped"]
        if started and stopped and stopped < started:
            reading.blame(self.stopped, self.tr("This is before the day it was started."))
        return answers


class AddMedicine(WholeForm):
    """A medicine that was not written down yet."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Write down a medicine"), journal, runner, None, "add", parent)

    def action(self) -> "Callable[..., Changed]":
        return self.journal.medicines.add

    def done_words(self, answers: dict[str, Any]) -> str:
        return self.tr("{name} is written down.").format(name=short_name(answers["name"]))


class CorrectMedicine(WholeForm):
    """A slip of the pen put right, or a medicine taken away that should never have stood there."""

    def __init__(
        self, medicine: "Medicine", journal: "Journal", runner: "Runner", parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Put a medicine right"), journal, runner, medicine, "correct", parent)
        self._medicine = medicine
        changes = journal.medicines.changes()
        self._goes_on = medicine.id in changes
        self._before = next(
            (row for row in journal.medicines.history(medicine.id) if changes.get(row.id) == medicine.id),
            None,
        )
        self.stopped.setVisible(not self._goes_on)  # it ends when the next dose begins
        called = short_name(medicine.name)
        self.offer_to_remove(
            self.tr("Remove {name}").format(name=called),
            partial(journal.medicines.remove, medicine.id),
            self.tr("{name} was removed.").format(name=called),
        )

    def read(self, reading: Reading) -> dict[str, Any]:
        answers = super().read(reading)
        if self._goes_on:
            del answers["stopped"]
        started, before = answers["started"], self._before
        if before is not None and before.started is not None and started and started < before.started:
            words = self.tr("The dose before it began on {day}, so this one cannot have begun earlier.")
            reading.blame(self.started, words.format(day=phrases.day(before.started)))
        return answers

    def action(self) -> "Callable[..., Changed]":
        return partial(self.journal.medicines.correct, self._medicine.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        return self.tr("{name} is put right.").format(name=short_name(answers["name"]))
