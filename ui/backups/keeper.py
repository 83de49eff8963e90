"""Makes backups without being asked: on the first save of a day, every half hour of edits, and on closing."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legjournal.errors import JournalError
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.thinning import Reason

EVERY = timedelta(minutes=30)


class BackupKeeper(QObject):
    """Watches over one open journal.

    Signals: `failed(str)`, the sentence why a backup could not be made; told once in a sitting.
    """

    failed = Signal(str)

    def __init__(self, journal: "Journal", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._last: tuple[date, datetime] | None = None  # the day and the time of the last one
        self._unsafe = False  # whether something was stored since
        self._told = False
        self._task: Task | None = None

    def on_stored(self) -> None:
        """Something was stored: make a backup if it is time for one."""
        self._unsafe = True
        if self._task is None and self._is_time():
            from legjournal.storage.thinning import Reason

            self._note_time()
            self._task = Task(partial(_make, self._journal, Reason.AUTO), self)
            self._task.done.connect(self._on_done)
            self._task.refused.connect(self._on_refused)
            self._task.start()

    def close(self) -> None:
        """The journal is about to be closed: have what was stored since the last backup in one."""
        if not self._unsafe:
            return
        from legjournal.storage.thinning import Reason

        try:
            self._journal.backups.make(Reason.CLOSE)
        except JournalError as error:
            self._on_refused(str(error))

    def _is_time(self) -> bool:
        if self._last is None:
            return True
        day, made = self._last
        now = self._journal.clock.now()
        return self._journal.clock.today() != day or not timedelta(0) <= now - made < EVERY

    def _note_time(self) -> None:
        self._last = (self._journal.clock.today(), self._journal.clock.now())
        self._unsafe = False

    def _on_done(self, _made: object) -> None:
        self._task = None

    def _on_refused(self, sentence: str) -> None:
        self._task = None
        self._unsafe = True
        if not self._told:
            self._told = True
            self.failed.emit(self.tr("No backup could be made. {why}").format(why=sentence))


def _make(journal: "Journal", reason: "Reason", progress: Callable[[float], None]) -> object:
    progress(0.0)
    return journal.backups.make(reason)
