"""A typed line that is read as an answer, or kept as it is while it is none."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.field import Entry, Field, Offer

Reading = tuple[Any, str, *tuple[Offer, ...]]  # an answer, why it is none, and what may be meant instead


class AnswerField(Field):
    """Extends Field: what can be read is told at once; what cannot is explained and kept as a draft.

    Signals: `answered(object)`, the answer or None for none; `drafted(object)`, typing that is no answer, or
    None when there is no such typing any more.
    """

    answered = Signal(object)
    drafted = Signal(object)

    def __init__(
        self,
        label: str,
        hint: str,
        read: Callable[[str], Reading],
        write: Callable[[Any], str] = str,
        entry: Entry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """read: the answer in some typing, and why it is none. write: the answer as it is shown."""
        super().__init__(label, entry or Entry(), hint, parent)
        self._read = read
        self._write = write
        self._answer: Any = None
        self._draft: str | None = None
        self.entry.paused.connect(self._on_paused)
        self.entry.left.connect(self.flush)
        self.accepted.connect(self._on_accepted)

    def show_answer(self, answer: Any, draft: str | None) -> None:
        """Show what is stored; what is being typed now is left alone."""
        self._answer, self._draft = answer, draft
        if not self.entry.isModified():
            self._show()

    def flush(self) -> None:
        """Tell what was typed, and show how it was understood."""
        if self.entry.isModified():
            self._take()
            self.entry.setModified(False)
            self._show()

    def read_again(self) -> None:
        """Read what stands here anew: something that it depends on has changed."""
        if not self.entry.isModified():
            self._take()
            self._show()

    def _on_accepted(self, typed: str) -> None:
        self.entry.setText(typed)
        self.entry.setModified(True)  # setText() takes it for the program's own doing
        self.flush()

    def _on_paused(self) -> None:
        self._take()

    def _take(self) -> None:
        typed = self.entry.text()
        answer, why, *_ = self._read(typed)
        draft = typed if why else None
        if draft != self._draft:
            self._draft = draft
            self.drafted.emit(draft)
        if answer != self._answer:
            self._answer = answer
            self.answered.emit(answer)

    def _show(self) -> None:
        shown = "" if self._answer is None else self._write(self._answer)
        if self._draft is not None:
            shown = self._draft
        if self.entry.text() != shown:
            self.entry.setText(shown)
        _, why, *offers = (None, "") if self._draft is None else self._read(self._draft)
        self.explain(why, offers)
