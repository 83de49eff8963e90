"""Keeps the preview up to what is chosen: one making at a time, off the window's thread."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.progress import Progress
    from legjournal.report.making import Made, Wanted

PAUSE = 100  # milliseconds: several choices close to each other are one
LONG = 500  # milliseconds: from here on a person wonders


class Maker(QObject):
    """Makes what was asked for last. What is being made when something else is asked for is given up.

    Signals: `made(Made)`; `refused(str)` with the sentence; `progressed(float)`; `lingering()` when one takes
    long; `rested()` when nothing more is being made.
    """

    made = Signal(object)
    refused = Signal(str)
    lingering = Signal()
    progressed = Signal(float)
    rested = Signal()

    def __init__(self, journal: "Journal", parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._wanted: Wanted | None = None
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self._long = QTimer(self, singleShot=True, interval=LONG)
        self._long.timeout.connect(self.lingering)

    def ask(self, wanted: "Wanted") -> None:
        """Have a report made, in place of any asked for before."""
        self._wanted = wanted
        self._give_up()
        self._pause.start()
        if not self._long.isActive():
            self._long.start()

    def stop(self) -> None:
        """Make nothing more until the next is asked for."""
        self._wanted = None
        self._pause.stop()
        self._give_up()
        if self._task is None:
            self._rest()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        if self._task is not None or self._wanted is None:
            return  # what is being made ends first
        wanted, self._wanted = self._wanted, None
        # Without a parent: it may outlive the dialog by the moment it takes to be given up.
        self._task = Task(partial(_make, self._journal, wanted))
        self._task.progressed.connect(self.progressed)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    def _on_done(self, made: "Made") -> None:
        if self._wanted is None:  # else it is outdated
            self.made.emit(made)

    def _on_refused(self, sentence: str) -> None:
        if self._wanted is None:
            self.refused.emit(sentence)

    def _on_ended(self) -> None:
        self._task = None
        if self._wanted is None:
            self._rest()
        elif not self._pause.isActive():
            self._begin()

    def _rest(self) -> None:
        self._long.stop()
        self.rested.emit()


def _make(journal: "Journal", wanted: "Wanted", progress: "Progress") -> "Made":
    from legjournal.report.making import make

    return make(journal, wanted, progress)
