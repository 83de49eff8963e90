"""Notes: anything worth remembering of one day, in the person's own words."""

from typing import TYPE_CHECKING

from ui.widgets.field import NoteField
from ui.widgets.section import Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class NotesCard(Section):
    """The free text of a day."""

    tables = frozenset({"diary_day"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Notes"), self.tr("as long as you like"))
        self.note = NoteField(self.tr("Anything you want to remember"), lines=4)
        self.body.addWidget(self.note)
        self.note.written.connect(self._on_note)

    def show_stored(self) -> None:
        day = self.journal.diary.day(self.date)
        self.note.show_text((day.note or "") if day else "")

    def flush(self) -> None:
        self.note.flush()

    def _on_note(self, words: str) -> None:
        self.store(self.journal.diary.record, self.date, note=words or None)
