"""What the forms of a medicine have in common."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.models.medicines import Regularity
from ui.medicines.taken_field import TakenField
from ui.widgets.field import Entry, Field
from ui.widgets.form import Form
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.medicines import Medicine
    from ui.runner import Runner


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

    def begin(self, fields: Mapping[str, QWidget], words: str) -> None:
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
