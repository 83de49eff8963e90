"""A form to fill in: fields, what is not right said beside each, and one button that stores them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.draft_dialog import DraftDialog
from ui.widgets.field import Field
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from legjournal.storage.history import Changed


class Form(DraftDialog):
    """Extends DraftDialog: fields to fill in, and one button that stores them.

    Signals: `stored(str)`, the sentence that says what was done.
    """

    stored = Signal(str)

    def begin(self, fields: Mapping[str, QWidget], words: str) -> None:
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

    def offer_to_remove(self, name: str, remove: "Callable[[], Changed]", done: str) -> None:
        """A button that takes away what the form is about. name: of the button. done: what is said then."""
        made = button(self.tr("Remove"), changes=True, name=name)
        made.clicked.connect(partial(self._on_remove, remove, done))
        self.buttons.addWidget(made)

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

    def _on_remove(self, remove: "Callable[[], Changed]", done: str) -> None:
        self.runner.run(remove)
        self.close_with(done)
