"""What may have mattered on a day: words to press, from a list of the person's own."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from legjournal.factors import spelled
from ui.diary.factor_list import FactorList
from ui.widgets.buttons import compact
from ui.widgets.chip import Chip, ChipSet
from ui.widgets.section import InnerSection

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class FactorsSection(InnerSection):
    """The factors of one day. Nothing pressed is not answered; that there were none is an answer too."""

    tables = frozenset({"diary_day", "preference"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("What may have mattered?"))
        self._words: dict[str, bool] = {}  # all that are known, and whether they are on the list
        self._unlisted: list[str] = []  # words of this day that are not
        self.none = Chip(self.tr("None of these"))
        self.chips = ChipSet(self.none)
        self.change = compact(self.tr("Add your own, or change this list"), changes=True)
        self.list = FactorList()
        self.body.addWidget(self.chips)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.list)
        self.list.hide()
        self.chips.pressed.connect(self._on_pressed)
        self.none.clicked.connect(self._on_none)
        self.change.clicked.connect(self._on_change)
        self.list.added.connect(self._on_added)
        self.list.drafted.connect(self._on_drafted)
        self.list.pressed.connect(self._on_list_pressed)
        self.list.done.connect(self._on_done)

    def show_day(self, day: date) -> None:
        self._unlisted = []
        super().show_day(day)
        draft = self.journal.drafts.under(self._draft_place).get("factor")
        self.list.adder.show_draft(draft)
        self._open(draft is not None)

    def show_stored(self) -> None:
        """Show what was pressed; a word taken back stays in sight until the page is turned."""
        day = self.journal.diary.day(self.date)
        self._words = self.journal.factors.words()
        chosen = day.factors if day else None
        self._show_words(chosen or [])
        self._show_chosen(chosen)

    def follow(self, changed: "Changed") -> None:
        super().follow(changed)
        if "preference" in changed.tables:
            self.show_stored()

    def flush(self) -> None:
        self.list.adder.flush()

    @property
    def _draft_place(self) -> str:
        return f"day/{self.date}/"

    def _show_words(self, chosen: list[str]) -> None:
        offered = [word for word, on_list in self._words.items() if on_list]
        self._unlisted += [word for word in chosen if word not in offered and word not in self._unlisted]
        self.chips.show_words([*offered, *self._unlisted])
        if self.list.isVisibleTo(self):
            self.list.show_list(self._words)

    def _show_chosen(self, chosen: list[str] | None) -> None:
        self.chips.show_on(chosen or ())
        self.none.setChecked(chosen == [])

    def _open(self, is_open: bool) -> None:
        self.list.setVisible(is_open)
        self.change.setVisible(not is_open)
        if is_open:
            self.list.show_list(self._words)

    def _on_pressed(self) -> None:
        self._answer(self.chips.on or None)

    def _on_none(self) -> None:
        self._answer([] if self.none.isChecked() else None)

    def _answer(self, chosen: list[str] | None) -> None:
        self._show_chosen(chosen)
        self.store(self.journal.diary.record, self.date, factors=chosen)

    def _on_added(self, typed: str) -> None:
        word = spelled(typed, self._words)
        self.store(self.journal.factors.add, word)
        on = {*self.chips.on, word}
        self._show_words([word])
        self.chips.show_on(on)
        self._answer(self.chips.on)

    def _on_drafted(self, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._draft_place + "factor", typed)

    def _on_list_pressed(self, word: str) -> None:
        factors = self.journal.factors
        self.store(factors.add if word in self.list.words.on else factors.hide, word)

    def _on_change(self) -> None:
        self._open(True)
        self.list.adder.entry.setFocus()

    def _on_done(self) -> None:
        self._open(False)
        self.change.setFocus()
