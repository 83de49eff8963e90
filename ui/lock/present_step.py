"""Asking for the passphrase there is, before something about it is changed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.progress import Progress
from ui.lock.passphrase import PassphraseField, ShowBox
from ui.lock.steps import Step
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal


class PresentStep(Step):
    """The passphrase of an open journal; its recovery code will do as well."""

    def __init__(
        self, journal: "Journal", title: str, words: list[str], go_on: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, go_on, parent)
        self._journal = journal
        self.add_words(*words)
        self.field = PassphraseField(self.tr("Present passphrase, or the code on the recovery sheet"))
        self.body.addWidget(self.field)
        self.body.addWidget(ShowBox(self.field))
        self.field.entry.returnPressed.connect(self.complete)

    def begin(self) -> None:
        self.field.setFocus()

    def complete(self) -> None:
        self.working_changed.emit(True)
        task = Task(partial(_fault, self._journal, self.field.entry.text()), self)
        task.done.connect(self._on_tried)
        task.start()

    def _on_tried(self, wrong: str) -> None:
        self.working_changed.emit(False)
        if wrong:
            self.field.refuse(wrong)
        else:
            self.field.clear()
            self.finished.emit()


def _fault(journal: "Journal", typed: str, progress: Progress) -> str:
    """What is wrong with a passphrase or a recovery code, in a sentence; empty when it opens the journal."""
    from legjournal.errors import CodeTypo, WrongPassphrase
    from legjournal.storage.keys import derived, key_of_code, looks_like_code

    progress(0.0)
    if derived(typed, journal.store.salt()) == journal.store.key:
        return ""
    try:
        right = looks_like_code(typed) and key_of_code(typed) == journal.store.key
    except CodeTypo as slip:
        return str(slip)
    return "" if right else str(WrongPassphrase(journal.path))
