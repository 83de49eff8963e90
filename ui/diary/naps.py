"""The naps of a day, apart from its night."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.models.row import new_id
from legjournal.sleep import napping
from ui.diary.nap_row import NapRow
from ui.widgets.buttons import compact
from ui.widgets.label import PlainLabel, Size
from ui.widgets.rows import drop_rows
from ui.widgets.tab_order import put_after, stops

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.nights import Nap
    from ui.diary.night_words import Sayings


class NapList(QWidget):
    """Every nap of one diary day, and what they come to: never added to the night.

    store: `Section.store`. before: the stop of Tab that comes before the list.
    adder: the button that begins a nap; whoever made the list gives it its place.
    """

    def __init__(
        self,
        journal: "Journal",
        store: Callable[..., None],
        say: "Sayings",
        before: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._store = store
        self._before = before
        self._say = say
        self._date = date(2000, 1, 1)
        self.rows: dict[str, NapRow] = {}
        self.adder = compact(self.tr("Add a nap"), changes=True)
        self._total = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._total)
        self.hide()
        self.adder.clicked.connect(self._on_add)

    def show_day(self, day: date) -> None:
        """Show the naps of `day`, and what was typed about them but is no answer."""
        again = day == self._date
        if not again:
            drop_rows(self._column, self.rows, set())
        self._date = day
        naps = {nap.id: nap for nap in self._journal.naps.on(day)}
        drafts = self._drafts()
        begun = {nap_id for nap_id, row in self.rows.items() if not row.is_stored}
        drop_rows(self._column, self.rows, naps.keys() | drafts.keys() | begun)
        for number, nap_id in enumerate(dict.fromkeys((*self.rows, *naps, *drafts)), start=1):
            self._row(nap_id).show_nap(number, naps.get(nap_id), drafts.get(nap_id, {}), again=again)
        self._show_total(list(naps.values()))

    def flush(self) -> None:
        """Hand over what is being typed."""
        for row in self.rows.values():
            row.sheet.flush()

    @property
    def _draft_place(self) -> str:
        return f"nap/{self._date}/"

    def _drafts(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for place, typed in self._journal.drafts.under(self._draft_place).items():
            nap_id, _, field = place.partition("/")
            found.setdefault(nap_id, {})[field] = typed
        return found

    def _row(self, nap_id: str) -> NapRow:
        if nap_id not in self.rows:
            row = NapRow(nap_id, partial(self._journal.clock.instants_on_page, self._date), self._say)
            row.answered.connect(self._on_answered)
            row.drafted.connect(self._on_drafted)
            row.removed.connect(self._on_removed)
            self._column.insertWidget(self._column.indexOf(self._total), row)
            put_after(stops(list(self.rows.values())[-1])[-1] if self.rows else self._before, row)
            self.rows[nap_id] = row
        return self.rows[nap_id]

    def _show_total(self, naps: "list[Nap]") -> None:
        self._total.setText(self._say.naps(len(naps), napping(naps)) if naps else "")
        self._total.setVisible(bool(naps))
        self.setVisible(bool(self.rows))

    def _on_add(self) -> None:
        row = self._row(new_id())
        row.show_nap(len(self.rows), None, {}, again=False)
        row.show()
        self.show()
        row.started.setFocus()

    def _on_answered(self, nap_id: str, answers: dict[str, Any]) -> None:
        self._store(self._journal.naps.record, self._date, nap_id, **answers)

    def _on_drafted(self, nap_id: str, field: str, typed: str | None) -> None:
        self._store(self._journal.drafts.keep, f"{self._draft_place}{nap_id}/{field}", typed)

    def _on_removed(self, nap_id: str) -> None:
        self.adder.setFocus()
        if self.rows[nap_id].is_stored:
            self._store(self._journal.drafts.forget, f"{self._draft_place}{nap_id}/")
            self._store(self._journal.naps.remove, nap_id)
        else:
            drop_rows(self._column, self.rows, self.rows.keys() - {nap_id})
            self.show_day(self._date)
