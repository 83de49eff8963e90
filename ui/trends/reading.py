"""Reads the numbers off the window's thread, and keeps them: after an entry only what it changed is read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from legjournal.storage.history import Changed
from legjournal.trends import numbers as reckoning
from ui.task import Task, Work

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers

APART = frozenset({"preference", "page_mark", "draft", "contact"})  # tables no picture is drawn from


class Reading(QObject):
    """One reading at a time. numbers: the latest, None before the first.

    Signals: `came(Numbers)`; `progressed(float)`, 0 to 1; `began()` and `ended()`; `refused(str)`.
    """

    came = Signal(object)
    progressed = Signal(float)
    began = Signal()
    ended = Signal()
    refused = Signal(str)

    def __init__(self, journal: "Journal", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._task: Task | None = None
        # By a timer, which dies with this: a journal that was let go of is read no further.
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._go_on.timeout.connect(self.catch_up)
        self._unread = Changed()
        self._being_read = Changed()
        self._given_up = self._stuck = False
        self.numbers: Numbers | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is being read, nor about to be."""
        return self._task is None and not self._go_on.isActive()

    @property
    def cut_short(self) -> bool:
        """Whether the last weeks are all that was waited for."""
        return self._given_up and self.numbers is not None and not self.numbers.complete

    @property
    def stuck(self) -> bool:
        """Whether it could not be read."""
        return self._stuck

    @property
    def behind(self) -> bool:
        """Whether something was stored that was not read yet."""
        return bool(self._unread)

    def note(self, changed: Changed) -> None:
        """Something was stored: what it was about will have to be read again."""
        if not changed.tables <= APART:
            self._unread |= changed

    def catch_up(self) -> None:
        """Read what is not known yet, if there is anything."""
        self._stuck = False
        if self._task is None and (work := self._next()) is not None:
            self._start(work)

    def read_all(self) -> None:
        """Read the whole journal after all."""
        self._given_up = False
        self.catch_up()

    def cancel(self) -> None:
        """Make do with what was read."""
        self._given_up = True
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> Work | None:
        if self.numbers is None:
            return partial(reckoning.read_latest, self._journal)
        if not self.numbers.complete and not self._given_up:
            return partial(reckoning.read, self._journal)
        if self._unread or self.numbers.whole.last != self._journal.clock.today():
            self._being_read, self._unread = self._unread, Changed()
            return partial(reckoning.read_again, self._journal, self.numbers, self._being_read)
        return None

    def _start(self, work: Work) -> None:
        self._task = Task(work, self)
        self._task.progressed.connect(self.progressed)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._task.cancelled.connect(self._keep_unread)
        self._task.ended.connect(self._on_ended)
        self.began.emit()
        self._task.start()

    def _on_done(self, numbers: "Numbers") -> None:
        self.numbers, self._being_read = numbers, Changed()
        self.came.emit(numbers)

    def _on_refused(self, sentence: str) -> None:
        self._stuck = True
        self._keep_unread()
        self.refused.emit(sentence)

    def _keep_unread(self) -> None:
        self._unread |= self._being_read

    def _on_ended(self) -> None:
        assert self._task is not None
        self._task.deleteLater()
        self._task = None
        self.ended.emit()
        if not self._stuck:
            self._go_on.start()
