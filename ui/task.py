"""Work that takes longer than a moment: off the window's thread, with progress and Cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from legjournal.errors import JournalError
from legjournal.progress import Progress

Work = Callable[[Progress], Any]  # is given `progress(0 to 1)`, returns its result


class GivenUp(Exception):
    """Raised through `progress` when the person pressed Cancel."""


class Task(QObject):
    """One piece of work.

    Signals: `progressed(float)`, 0 to 1; then one of `done(object)`, `refused(str)`, `cancelled()`, and last
    `ended()`, which comes also after a fault of the program.
    """

    progressed = Signal(float)
    done = Signal(object)
    refused = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _finished = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = False
        self._finished.connect(self._on_finished)

    def start(self) -> None:
        """Begin."""
        QThreadPool.globalInstance().start(_Job(self))

    def cancel(self) -> None:
        """Give up at the next step of progress."""
        self._cancel = True

    def work(self) -> None:
        """What the worker thread does."""
        try:
            result, error = self._work(self._on_progress), None
        except Exception as caught:  # noqa: BLE001 - handed to the window's thread, which tells the kinds apart
            result, error = None, caught
        self._finished.emit(result, error)

    def _on_progress(self, share: float) -> None:
        if self._cancel:
            raise GivenUp
        self.progressed.emit(share)

    @Slot(object, object)
    def _on_finished(self, result: object, error: object) -> None:
        try:
            self._tell(result, error)
        finally:
            self.ended.emit()

    def _tell(self, result: object, error: object) -> None:
        if error is None:
            self.done.emit(result)
        elif isinstance(error, GivenUp):
            self.cancelled.emit()
        elif isinstance(error, JournalError):
            self.refused.emit(str(error))
        else:
            assert isinstance(error, BaseException)
            raise error


class _Job(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.work()
