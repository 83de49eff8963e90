"""The forms for what becomes of a medicine: another dose, or an end."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.medicines.form import MedicineForm
from ui.medicines.sayings import Sayings, short_name
from ui.medicines.taken_field import TakenField
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.label import Size, TypedLabel
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from datetime import date

    from legjournal.journal import Journal
    from legjournal.models.medicines import Medicine
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class DatedForm(MedicineForm):
    """Extends MedicineForm: what happened to one that is taken, and on which day."""

    def __init__(
        self,
        title: str,
        journal: "Journal",
        runner: "Runner",
        medicine: "Medicine",
        doing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, journal, runner, medicine, doing, parent)
        self.medicine = medicine
        self.body.addWidget(TypedLabel(Sayings(self).medicine(medicine), Size.STRONG))

    def make_day(self, words: str) -> DayField:
        """A field for the day, with today in it."""
        field = DayField(words, self.today)
        field.show_day(self.today)
        return field

    def read_day(self, reading: Reading, field: DayField) -> "date | None":
        """The day, which must be there and not before the medicine began."""
        day = reading.day(field, self.tr("Please write the day, for example 3 March 2026."))
        began = self.medicine.started
        if day is not None and began is not None and day < began:
            words = self.tr("It was only started on {day}.").format(day=phrases.day(began))
            reading.blame(field, words)
        return day


class ChangeDose(DatedForm):
    """Another dose, or another way of taking it, from some day on; what was before is kept."""

    def __init__(
        self, medicine: "Medicine", journal: "Journal", runner: "Runner", parent: QWidget | None = None
    ) -> None:
        title = self.tr("New dose of {name}").format(name=short_name(medicine.name))
        super().__init__(title, journal, runner, medicine, "change", parent)
        self.dose.rename(self.tr("New dose, in your own words"))
        self.from_day = self.make_day(self.tr("From which day"))
        fields: dict[str, Field | TakenField] = {
            "dose": self.dose,
            "taken": self.taken,
            "from": self.from_day,
            "why": self.why,
        }
        self.begin(fields, self.tr("Write it down"))
        self.dose.entry.selectAll()

    def read(self, reading: Reading) -> dict[str, Any]:
        answers = {
            "dose": reading.words(self.dose),
            "regularity": self.read_taken(reading),
            "day": self.read_day(reading, self.from_day),
            "why": reading.words(self.why),
        }
        if (answers["dose"], answers["regularity"]) == (self.medicine.dose, self.medicine.regularity):
            reading.blame(self.dose, self.tr("This is how you take it already. Please write the new dose."))
        return answers

    def action(self) -> "Callable[..., Changed]":
        return partial(self.journal.medicines.change, self.medicine.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        words = self.tr("The new dose of {name} is written down. The old one is kept below.")
        return words.format(name=short_name(self.medicine.name))


class StopMedicine(DatedForm):
    """A medicine that is not taken any more."""

    def __init__(
        self, medicine: "Medicine", journal: "Journal", runner: "Runner", parent: QWidget | None = None
    ) -> None:
        title = self.tr("{name} was stopped").format(name=short_name(medicine.name))
        super().__init__(title, journal, runner, medicine, "stop", parent)
        self.last_day = self.make_day(self.tr("Last day you took it"))
        self.why.rename(self.tr("Why (add why you stopped, if you like)"))
        self.begin({"stopped": self.last_day, "why": self.why}, self.tr("Write it down"))

    def read(self, reading: Reading) -> dict[str, Any]:
        return {"day": self.read_day(reading, self.last_day), "why": reading.words(self.why)}

    def action(self) -> "Callable[..., Changed]":
        return partial(self.journal.medicines.stop, self.medicine.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        words = self.tr("{name} is written down as stopped. It is kept below.")
        return words.format(name=short_name(self.medicine.name))
