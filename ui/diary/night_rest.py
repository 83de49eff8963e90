"""The foot of last night: how the figures are made, no sleep at all, a note, the naps of the day."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.diary.naps import NapList
from ui.widgets.buttons import compact
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import NoteField
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from legjournal.journal import Journal
    from ui.diary.night_words import Sayings


class NightRest(QWidget):
    """Quiet buttons, and beneath them what they unfold.

    no_sleep: the button that says so. store: `Section.store`, for the naps.
    """

    def __init__(
        self,
        journal: "Journal",
        store: "Callable[..., None]",
        say: "Sayings",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.no_sleep = compact(self.tr("I did not sleep"), changes=True)
        self.formula = PlainLabel(say.formula(), Size.SMALL, muted=True, wraps=True)
        self.note = NoteField(self.tr("Note on the night"), lines=2)
        self.naps = NapList(journal, store, say, before=self.note.editor)
        how = FoldButton(self.tr("How is this worked out?"), self.formula)
        self._note_fold = FoldButton(self.tr("Note on the night"), self.note)
        foot = ColumnsLayout(letters=0, most=4, spacing=4, stretch=False)
        for made in (self.no_sleep, how, self._note_fold, self.naps.adder):
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(foot)
        for folded in (self.formula, self.note, self.naps):
            column.addWidget(folded)

    def show_note(self, words: str, *, again: bool) -> None:
        """Show the note; `again`: on the day in sight one that is unfolded and still empty stays so."""
        self.note.show_text(words)
        if words or not again:
            self._note_fold.unfold(bool(words))

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.note.flush()
        self.naps.flush()
