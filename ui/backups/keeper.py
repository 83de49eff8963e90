"""Makes backups without being asked: on the first save of a day, every half hour of edits, and on closing."""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QThreadPool, QTimer, Signal

from legjournal.errors import CannotWrite
from legjournal.places import backups_of
from legjournal.progress import Progress
from legjournal.storage.thinning import Reason
from legjournal.words import plural
from ui.backups.making import Outcome, make_everywhere
from ui.backups.overdue import Overdue
from ui.settings import Settings
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal

EVERY = timedelta(minutes=30)
NOTICED = 400  # milliseconds after which a person wonders why the window does not close


class BackupKeeper(QObject):
    """Watches over one open journal.

    Signals: `failed(str)`, the sentence why there is no backup: at once when the journal or the second place
    is at fault, after a day without one when a place cannot be reached or written. `slow()`, closing has to
    wait for a backup. `made(Outcome)`, what came of one, whoever asked for it.
    """

    failed = Signal(str)
    made = Signal(object)
    slow = Signal()
    _closed = Signal()

    def __init__(self, journal: "Journal", settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trouble = ""  # why the last backup was not made; empty when it was
        self._journal = journal
        self._settings = settings
        place = backups_of(journal.path).name
        self._first = Overdue(settings, journal.clock, f"{place}-first")
        self._second = Overdue(settings, journal.clock, f"{place}-second")
        self._last: tuple[date, datetime] | None = None  # the day and the time of the last one
        self._unsafe = False  # whether something was stored since, or could not be put everywhere
        self._told: set[str] = set()
        self._task: Task | None = None
        self._in_turn = Lock()

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self._task is not None

    def on_stored(self) -> None:
        """Something was stored: make a backup if it is time for one."""
        self._unsafe = True
        if self._task is None and self._is_time():
            self._make_now(Reason.AUTO)

    def make(self) -> None:
        """The person asks for one, now."""
        self._make_now(Reason.ASKED)

    def renew(self) -> None:
        """Backups were deleted: have one at once, so that there is always one."""
        self._make_now(Reason.AUTO)

    def close(self) -> None:
        """The journal is about to be closed: have what was stored since the last backup in one.

        The window stays alive meanwhile; `give_up` ends the wait.
        """
        if not self._unsafe:
            return
        loop = QEventLoop()
        self._closed.connect(loop.quit)
        QTimer.singleShot(NOTICED, self, self._on_still_closing)
        self._start(Reason.CLOSE)
        loop.exec()
        QThreadPool.globalInstance().waitForDone()  # should the program be made to quit meanwhile

    def give_up(self) -> None:
        """Close without a backup."""
        if self._task is not None:
            self._task.cancel()

    def _start(self, reason: Reason) -> None:
        work = partial(_make, self._in_turn, self._journal, self._settings.second_place, reason)
        self._task = Task(work, self)
        self._task.done.connect(self._on_done)
        self._task.ended.connect(partial(self._on_ended, self._task))
        self._task.start()

    def _is_time(self) -> bool:
        if self._last is None:
            return True
        day, made = self._last
        now = self._journal.clock.now()
        return self._journal.clock.today() != day or not timedelta(0) <= now - made < EVERY

    def _make_now(self, reason: Reason) -> None:
        self._last = (self._journal.clock.today(), self._journal.clock.now())
        self._unsafe = False
        self._start(reason)

    def _on_still_closing(self) -> None:
        if self._task is not None:
            self.slow.emit()

    def _on_ended(self, task: Task) -> None:
        if task is self._task:  # not one from before closing whose end is told only now
            self._task = None
            self._closed.emit()

    def _on_done(self, outcome: Outcome) -> None:
        self._unsafe = self._unsafe or not outcome.is_good
        self._heed_first(outcome)
        if self._settings.second_place is not None:
            self._heed_second(outcome)
        self.made.emit(outcome)

    def _heed_first(self, outcome: Outcome) -> None:
        if outcome.first is not None and self._journal.is_different:
            return  # another program is at the file; the window asks about that, and a save comes after
        self.trouble = str(outcome.first or "")
        if outcome.first is None:
            self._first.good()
            self._told.discard("first")
        elif not isinstance(outcome.first, CannotWrite):
            self._tell_once("first", self.tr("No backup could be made. {why}").format(why=self.trouble))
        elif days := self._first.days_to_say():
            words = plural("No backup for {n} day. {why}", "No backup for {n} days. {why}", days)
            self.failed.emit(words.format(n=days, why=self.trouble))

    def _heed_second(self, outcome: Outcome) -> None:
        if outcome.second is not None and outcome.second is outcome.first:
            return  # told already
        if outcome.second is not None:
            words = self.tr("There is no new backup in the second place. {why}")
            self._tell_once("second", words.format(why=outcome.second))
        elif not outcome.away:
            self._second.good()
            self._told.discard("second")
        elif days := self._second.days_to_say():
            words = plural(
                "No backup to the second place for {n} day. Please connect it when you can.",
                "No backup to the second place for {n} days. Please connect it when you can.",
                days,
            )
            self.failed.emit(words.format(n=days))

    def _tell_once(self, place: str, sentence: str) -> None:
        """Say that a place has come to be at fault; again only when it was well in between."""
        if place not in self._told:
            self._told.add(place)
            self.failed.emit(sentence)


def _make(
    in_turn: Lock,
    journal: "Journal",
    second_place: Path | None,
    reason: Reason,
    progress: Progress,
) -> Outcome:
    with in_turn:
        return make_everywhere(journal, second_place, reason, progress)
