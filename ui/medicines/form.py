"""A form to fill in, and what the forms of a medicine have in common."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.models.medicines import Regularity
from ui.medicines.reading import Reading
from ui.medicines.taken_field import TakenField
from ui.widgets.buttons import button
from ui.widgets.draft_dialog import DraftDialog
from ui.widgets.field import Entry, Field

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.medicines import Medicine
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class Form(DraftDialog):
    """Extends DraftDialog: fields to fill in, and one button that stores them.

    Signals: `stored(str)`, the sentence that says what was done.
    """

    stored = Signal(str)

    def begin(self, fields: Mapping[str, Field | TakenField], words: str) -> None:
        """Lay the fields out, filled in as far as they are, with the words of the button that stores them."""
        self.fields = fields
        self.save = button(words, primary=True, changes=True)
        for field in fields.values():
            self.body.addWidget(field)
        self.body.addStretch()
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.cancel)
        self.save.clicked.connect(self.accept)
        self.go_on_with({name: field for name, field in fields.items() if isinstance(field, Field)})

    def read(self, reading: Reading) -> dict[str, Any]:
        """The answers; what cannot be one is said to `reading`."""
        raise NotImplementedError

    def action(self) -> "Callable[..., Changed]":
        """What stores the answers."""
        raise NotImplementedError

    def done_words(self, answers: dict[str, Any]) -> str:
        """The sentence that says it was done."""
        raise NotImplementedError

    def accept(self) -> None:
        """Store what was typed, or say beside each field what is not right with it."""
        reading = Reading(self.journal.clock.today())
        answers = self.read(reading)
        if reading.faulty:
            reading.faulty[0].setFocus()
            self.fit_soon()
            return
        self.runner.run(partial(self.action(), **answers))
        self.close_with(self.done_words(answers))

    def close_with(self, words: str) -> None:
        """Close: all is stored, and these words say so."""
        self.forget()
        super().accept()
        self.stored.emit(words)


class MedicineForm(Form):
    """Extends Form: the fields of a medicine."""

    def __init__(
        self,
        title: str,
        journal: "Journal",
        runner: "Runner",
        medicine: "Medicine | None",
        doing: str,
        parent: QWidget | None = None,
    ) -> None:
        """doing: what is done with the medicine, for the place of the drafts."""
        place = f"medicine/{medicine.id if medicine else 'new'}/{doing}/"
        super().__init__(title, journal, runner, place, parent)
        self.today = journal.clock.today()
        self.dose = Field(
            self.tr("Dose, in your own words"), Entry(), self.tr("for example 30 mg, 1 or 2 tablets")
        )
        self.taken = TakenField()
        self.why = Field(self.tr("Why"), Entry(), self.tr("for example leg pain; or nothing"))
        self._usual = medicine.regularity if medicine else None
        if medicine is not None:
            self.dose.entry.setText(medicine.dose or "")
            self.why.entry.setText(medicine.why or "")

    def begin(self, fields: Mapping[str, Field | TakenField], words: str) -> None:
        super().begin(fields, words)
        kept = self.kept("taken")
        self.taken.show_regularity(self._usual if kept is None else Regularity(kept) if kept else None)
        self.taken.answered.connect(self._on_taken)

    def read_taken(self, reading: Reading) -> Regularity | None:
        """How it is taken, which must be said."""
        self.taken.explain("")
        if self.taken.regularity is None:
            reading.blame(self.taken, self.tr("Please press one of the two."))
        return self.taken.regularity

    def _on_taken(self, regularity: Regularity | None) -> None:
        self.keep("taken", None if regularity == self._usual else str(regularity or ""))
