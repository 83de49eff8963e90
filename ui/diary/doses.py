"""The medicines of a day: what was taken as needed, with one press each, and what is taken regularly."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.models.medicines import Regularity
from ui.diary.dose_row import DoseRow
from ui.diary.dose_times import DoseTimes
from ui.diary.taken_at import TakenAt
from ui.medicines.sayings import Sayings
from ui.widgets.buttons import button, own_words
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import Size, TypedLabel
from ui.widgets.rows import drop_rows, put_row
from ui.widgets.section import InnerSection
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legjournal.journal import Journal
    from legjournal.models.medicines import Dose, Medicine
    from legjournal.storage.history import Changed
    from ui.runner import Runner

LONGEST_NAME = 30  # letters on a button, which has to fit into a narrow window


class DosesSection(InnerSection):
    """The doses of one day.

    Signals: `medicines_requested()`, to see and change the medicines themselves.
    """

    tables = frozenset({"medicine", "dose"})
    medicines_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Medicines on this day"))
        self._say = Sayings(self)
        self._times = DoseTimes(journal.clock, self)
        self._in_use: list[tuple[str, bool, str]] = []  # for which there is something to press
        self.takers: dict[str, QWidget] = {}  # by the medicine's id: a button, or a field for the time
        self.rows: dict[str, DoseRow] = {}
        self.regular = TypedLabel("", Size.SMALL)
        self.regular.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._presses = QVBoxLayout()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.open = button("", quiet=True)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(self.open)
        self.body.addWidget(self.regular)
        self.body.addLayout(self._presses)
        self.body.addLayout(self._list)
        self.body.addLayout(line)
        self.open.clicked.connect(self.medicines_requested)

    def show_stored(self) -> None:
        """Show the day's doses, and the medicines that were in use on it; what stays keeps its focus."""
        self._times.day = self.date
        in_use = self.journal.medicines.taken_between(self.date, self.date)
        doses = self.journal.medicines.doses(self.date)
        drafts = self.journal.drafts.under(self._draft_place)
        self._show_regular([row for row in in_use if row.regularity is Regularity.REGULAR])
        self._show_takers([row for row in in_use if row.regularity is Regularity.AS_NEEDED], drafts)
        self._show_doses(doses, drafts)
        none = not in_use and not doses
        self.open.setText(self.tr("Write down a medicine") if none else self.tr("Medicines and test results"))

    def follow(self, changed: "Changed") -> None:
        """A medicine belongs to no day: it may be one of any."""
        if "medicine" in changed.tables or ("dose" in changed.tables and self.date in changed.days):
            self.show_stored()

    def flush(self) -> None:
        for taker in self.takers.values():
            if isinstance(taker, TakenAt):
                taker.flush()
        for row in self.rows.values():
            row.flush()

    @property
    def _draft_place(self) -> str:
        return f"dose/{self.date}/"

    def _show_regular(self, regular: "Sequence[Medicine]") -> None:
        words = self.tr(", ").join(self._say.medicine(row) for row in regular)
        self.regular.setText(self.tr("Regularly: {medicines}").format(medicines=words))
        self.regular.setVisible(bool(regular))

    def _show_takers(self, as_needed: "Sequence[Medicine]", drafts: "Mapping[str, str]") -> None:
        today = self._times.is_today
        in_use = [(row.id, today, self._called(row)) for row in as_needed]
        if in_use != self._in_use:
            self._in_use = in_use
            self._make_takers(today=today)
        for medicine_id, taker in self.takers.items():
            if isinstance(taker, TakenAt):
                taker.show_draft(drafts.get(medicine_id))

    def _called(self, row: "Medicine") -> str:
        """Name and dose as far as a button has room for them."""
        words = self._say.medicine(row)
        return words if len(words) <= LONGEST_NAME else phrases.cut(row.name, LONGEST_NAME)

    def _make_takers(self, *, today: bool) -> None:
        for taker in self.takers.values():
            taker.hide()
            taker.deleteLater()
        if self._presses.count():
            self._presses.takeAt(0)
        cells = ColumnsLayout(letters=0 if today else 14, most=3 if today else 2, stretch=not today)
        make = self._make_press if today else self._make_field
        self.takers = {medicine_id: make(medicine_id, words) for medicine_id, _, words in self._in_use}
        for taker in self.takers.values():
            cells.addWidget(taker)
        self._presses.addLayout(cells)
        below = next(iter(self.rows.values()), self.open)
        for taker in self.takers.values():
            put_before(below, taker)

    def _make_press(self, medicine_id: str, words: str) -> QPushButton:
        what = self.tr("{medicine}, taken now")
        made = button(what.format(medicine=own_words(words)), changes=True, name=what.format(medicine=words))
        made.clicked.connect(partial(self._on_taken_now, medicine_id))
        return made

    def _make_field(self, medicine_id: str, words: str) -> "TakenAt":
        made = TakenAt(self.tr("{medicine}, taken at").format(medicine=words), self._times)
        made.taken.connect(partial(self._on_taken_at, medicine_id))
        made.drafted.connect(partial(self._on_taken_at_drafted, medicine_id))
        return made

    def _show_doses(self, doses: "Sequence[tuple[Dose, Medicine]]", drafts: "Mapping[str, str]") -> None:
        drop_rows(self._list, self.rows, {dose.id for dose, _ in doses})
        for place, (dose, medicine) in enumerate(doses):
            of_dose = {field: drafts.get(f"{dose.id}/{field}") for field in ("taken_at", "amount")}
            row = self._row(dose, medicine, place)
            row.show_dose(dose, {field: typed for field, typed in of_dose.items() if typed is not None})

    def _row(self, dose: "Dose", medicine: "Medicine", place: int) -> DoseRow:
        """The row of a dose at its place, where it may have been before."""
        row = self.rows.get(dose.id)
        if row is None:
            row = self.rows[dose.id] = DoseRow(dose, medicine, self._times)
            row.answered.connect(self._on_answered)
            row.drafted.connect(self._on_drafted)
            row.removed.connect(self._on_removed)
        put_row(self._list, row, place, last=self.open)
        return row

    def _on_taken_now(self, medicine_id: str) -> None:
        now = self.journal.clock.now()  # the time of the press, not of the disk
        self.store(self.journal.medicines.record_dose, medicine_id, now)

    def _on_taken_at(self, medicine_id: str, at: datetime) -> None:
        self.store(self.journal.medicines.record_dose, medicine_id, at)

    def _on_taken_at_drafted(self, medicine_id: str, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._draft_place + medicine_id, typed)

    def _on_answered(self, dose_id: str, answers: dict[str, Any]) -> None:
        self.store(self.journal.medicines.correct_dose, dose_id, **answers)

    def _on_drafted(self, dose_id: str, field: str, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, f"{self._draft_place}{dose_id}/{field}", typed)

    def _on_removed(self, dose_id: str) -> None:
        self.store(self.journal.drafts.forget, f"{self._draft_place}{dose_id}/")
        self.store(self.journal.medicines.remove_dose, dose_id)
