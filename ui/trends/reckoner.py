"""Works out what a picture needs off the window's thread; of several wishes at once only the last counts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from legjournal.progress import Progress
from ui.task import Task

Reckoning = Callable[[], Any]


class Reckoner(QObject):
    """One reckoning at a time.

    Signals: `came(object)`, the outcome of the latest wish; an outdated one never comes; `refused(str)`, in a
    sentence why it could not be worked out.
    """

    came = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._next: Reckoning | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is being worked out."""
        return self._task is None

    def ask(self, reckoning: Reckoning) -> None:
        """Have it done. It touches nothing of the window."""
        self._next = reckoning
        if self._task is None:
            self._start()

    def _start(self) -> None:
        assert self._next is not None
        self._task, self._next = Task(partial(_done, self._next), self), None
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self.refused)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    def _on_done(self, found: object) -> None:
        if self._next is None:
            self.came.emit(found)

    def _on_ended(self) -> None:
        assert self._task is not None
        self._task.deleteLater()
        self._task = None
        if self._next is not None:
            self._start()


def _done(reckoning: Reckoning, _progress: Progress) -> Any:
    return reckoning()
