"""Check this journal: how far it is, and what came of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from legjournal.words import plural
from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.progress import Progress
    from legjournal.storage.check import Checked


class CheckDialog(ScrollDialog):
    """Checks every entry of the open journal.

    Signals: `flawed(tuple)`, a sentence for each thing that is wrong; the dialog is gone then.
    """

    flawed = Signal(object)

    def __init__(self, journal: "Journal", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check this journal"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Every entry is read and compared with what was written. Nothing is changed.")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Checking the journal"))
        self.leave = button(self.tr("Cancel"))
        self.body.addWidget(PlainLabel(words, wraps=True))
        self.body.addWidget(self.progress)
        self.buttons.addWidget(self.leave)
        self._task = Task(partial(_check, journal), self)
        self._task.progressed.connect(self._on_progress)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._task.cancelled.connect(self._on_cancelled)
        self.leave.clicked.connect(self.reject)
        self._running = True
        self._task.start()

    def reject(self) -> None:
        """Extends QDialog: while the check goes on, it is given up first."""
        if self._running:
            self.leave.setEnabled(False)
            self._task.cancel()
        else:
            super().reject()

    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(100 * share))

    def _on_done(self, checked: "Checked") -> None:
        if checked.problems:
            self.accept()
            self.flawed.emit(checked.problems)
            return
        words = plural(
            "All is well: {n} entry checked.", "All is well: {n} entries checked.", checked.entries
        )
        self._stop(words.format(n=f"{checked.entries:,}"))

    def _on_cancelled(self) -> None:
        self._running = False
        self.reject()

    def _on_refused(self, sentence: str) -> None:
        self._stop(self.tr("The journal could not be checked just now. {why}").format(why=sentence))

    def _stop(self, sentence: str) -> None:
        self._running = False
        if not self.leave.isEnabled():  # given up, but it was done before it could stop
            self.reject()
            return
        self.progress.hide()
        self.leave.setText(self.tr("Close"))
        self.leave.setFocus()
        self.say(sentence)


def _check(journal: "Journal", progress: "Progress") -> "Checked":
    return journal.check(progress)
