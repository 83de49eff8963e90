"""The form for a test result: a new one, and one that is put right."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.medicines.sayings import short_name
from ui.widgets.buttons import compact, own_words
from ui.widgets.columns import ColumnsLayout
from ui.widgets.day_field import DayField
from ui.widgets.field import Entry, Field
from ui.widgets.form import Form
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legjournal.journal import Journal
    from legjournal.models.medicines import TestResult
    from legjournal.storage.history import Changed
    from ui.runner import Runner

MOST_OFFERS = 9  # names to press


class ResultForm(Form):
    """Extends Form: the fields of a test result. row: the one to put right, or None for a new one."""

    def __init__(
        self,
        row: "TestResult | None",
        journal: "Journal",
        runner: "Runner",
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Put a test result right") if row else self.tr("Write down a test result")
        place = f"test_result/{row.id if row else 'new'}/"
        super().__init__(title, journal, runner, place, parent)
        self._row = row
        self.name = Field(self.tr("Test"), Entry(), self.tr("as it stands on the letter"))
        self.number = Field(self.tr("Result"), Entry(), self.tr("for example 45.2"))
        self.unit = Field(self.tr("Unit, as it stands beside the number"), Entry())
        self.date = DayField(
            self.tr("Day of the test"), journal.clock.today(), self.tr("for example 3 March 2026")
        )
        if row is not None:
            self.name.entry.setText(row.name)
            self.number.entry.setText(phrases.decimal(row.number))
            self.unit.entry.setText(row.unit or "")
            self.date.show_day(row.date)
        fields = {"name": self.name, "number": self.number, "unit": self.unit, "date": self.date}
        self.begin(fields, self.tr("Write it down"))
        if row is None:
            self._offer_names(journal.results.all())
        else:
            called = short_name(row.name)
            self.offer_to_remove(
                self.tr("Remove {test}").format(test=called),
                partial(journal.results.remove, row.id),
                self.tr("{test} was removed.").format(test=called),
            )

    def read(self, reading: Reading) -> dict[str, Any]:
        return {
            "name": reading.words(self.name, self.tr("Please write which test it was.")),
            "number": reading.number(self.number, self.tr("Please write the number, for example 45.2.")),
            "unit": reading.words(self.unit),
            "date": reading.day(self.date, self.tr("Please write the day, for example 3 March 2026.")),
        }

    def action(self) -> "Callable[..., Changed]":
        results = self.journal.results
        return results.add if self._row is None else partial(results.correct, self._row.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        return self.tr("{test} is written down.").format(test=short_name(answers["name"]))

    def _offer_names(self, known: "Sequence[TestResult]") -> None:
        """Names to press instead of typing them; the person's own come first."""
        own = [row.name for row in known]
        usual = [
            self.tr("Ferritin"),
            self.tr("Haemoglobin"),
            self.tr("Transferrin saturation"),
            self.tr("Vitamin B12"),
            self.tr("HbA1c"),
            self.tr("eGFR"),
        ]
        cells = ColumnsLayout(letters=0, most=3, spacing=6, stretch=False)
        self.body.insertLayout(1, cells)
        before: QWidget = self.name.entry
        for name in list(dict.fromkeys([*own, *usual]))[:MOST_OFFERS]:
            offer = compact(
                own_words(phrases.cut(name, 24)), self.tr("Test: {name}").format(name=name), changes=True
            )
            cells.addWidget(offer)
            QWidget.setTabOrder(before, offer)
            offer.clicked.connect(partial(self._on_offer, name))
            before = offer

    def _on_offer(self, name: str) -> None:
        self.name.entry.setText(name)
        self.name.entry.left.emit()  # a name is in the field as if it had been typed
        self.number.entry.setFocus()
