"""A form in a dialog: what is typed is kept as drafts until it is stored or given up."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.field import Field, NoteField
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class DraftDialog(ScrollDialog):
    """Extends ScrollDialog: closed half-way, it is as it was left when it is opened again.

    Only Cancel gives up what was typed; not Esc, and not the closing of the window or the lock.
    """

    def __init__(
        self, title: str, journal: "Journal", runner: "Runner", place: str, parent: QWidget | None = None
    ) -> None:
        """place: where its drafts lie, ending in a slash."""
        super().__init__(title, parent)
        self.journal = journal
        self.runner = runner
        self._place = place
        self._fields: Mapping[str, Field] = {}
        self._unchanged: dict[str, str] = {}
        self._notes: dict[str, NoteField] = {}
        self._kept = journal.drafts.under(place)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.give_up)

    def go_on_with(self, fields: Mapping[str, Field]) -> None:
        """Show what was typed before, and keep from here on what is typed into these fields."""
        self._fields = fields
        self._unchanged |= {name: field.entry.text() for name, field in fields.items()}
        for name, field in fields.items():
            field.entry.setText(self._kept.get(name, self._unchanged[name]))
            field.entry.paused.connect(self._on_typed)
            field.entry.left.connect(self._on_typed)
        if self._kept:
            self.say(self.tr("This is as you left it. Cancel gives up what you typed."))

    def go_on_with_note(self, name: str, field: NoteField, words: str) -> None:
        """The same for a free text. words: what is stored of it."""
        self._notes[name] = field
        self._unchanged[name] = words
        field.show_text(self._kept.get(name, words))
        field.written.connect(partial(self._keep_words, name))

    def kept(self, name: str) -> str | None:
        """What was kept under this name."""
        return self._kept.get(name)

    def keep(self, name: str, typed: str | None) -> None:
        """Keep something that is not stored yet; None forgets it."""
        if typed != self._kept.get(name):
            if typed is None:
                del self._kept[name]
            else:
                self._kept[name] = typed
            self.runner.run(partial(self.journal.drafts.keep, self._place + name, typed))

    def give_up(self) -> None:
        """Close, and forget what was typed."""
        self.forget()
        super().reject()

    def forget(self) -> None:
        """Forget the drafts: what they say is stored, or given up."""
        if self._kept:
            self._kept = {}
            self.runner.run(partial(self.journal.drafts.forget, self._place))

    def reject(self) -> None:
        """Close for now: what was typed is kept."""
        for name in self._fields:
            self._keep_field(name)
        for note in self._notes.values():
            note.flush()
        super().reject()

    def _on_typed(self) -> None:
        for name, field in self._fields.items():
            if field.entry is self.sender():
                self._keep_field(name)

    def _keep_field(self, name: str) -> None:
        self._keep_words(name, self._fields[name].entry.text())

    def _keep_words(self, name: str, typed: str) -> None:
        self.keep(name, None if typed == self._unchanged[name] else typed)
