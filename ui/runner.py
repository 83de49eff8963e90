"""One action after another, off the window's thread: what was typed is kept until it is stored."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance, Slot

from legjournal.errors import JournalError, NotSaved

# An action is one call of the journal; it returns what it changed (a `Changed`, untyped here because the
# record is not imported before the window is on the screen).
Action = Callable[[], object]
LookAgain = Callable[[], object | None]

LONG = 1000  # milliseconds: a person wonders what the matter is


class Runner(QObject):
    """Runs actions in order on one worker thread.

    Signals: `saved(Changed)` after each; `refused(str)` with the sentence when one fails; `lingering()` when
    one takes long. A failed action stays at the head of the queue, and everything after it waits: the next
    action or `retry` tries again. fault: why it failed; None while all goes well.
    """

    saved = Signal(object)
    refused = Signal(str)
    lingering = Signal()
    _finished = Signal(object, object)
    _stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Action] = deque()
        self._running = False
        self.fault: JournalError | None = None
        self._look_again: LookAgain | None = None  # whether the head of the queue was stored after all
        self._afterwards: list[Callable[[], object]] = []
        self._long = QTimer(self, singleShot=True, interval=LONG)
        self._long.timeout.connect(self.lingering)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._on_finished)

    @property
    def idle(self) -> bool:
        """Whether everything asked for is stored."""
        return not self._running and not self._waiting

    def run(self, action: Action) -> None:
        """Store something; returns at once."""
        self._waiting.append(action)
        self.retry()

    def when_still(self, call: Callable[[], object]) -> None:
        """Call at once, or as soon as nothing is on its way to the disk.

        What reads the journal on the window's thread goes through here: it would wait for the disk, and the
        window with it. The same call asked for again before its time comes is made once.
        """
        if not self._running:
            call()
        elif call not in self._afterwards:
            self._afterwards.append(call)

    def retry(self) -> None:
        """Go on with the queue from its head."""
        if not self._running and self._waiting:
            self._running = True
            self._long.start()
            self._pool.start(_Job(self._waiting[0], self._look_again, self._finished))

    def finish(self, within: int | None = None) -> bool:
        """Wait until everything is stored, `within` so many milliseconds; keys pressed meanwhile wait too.

        False when an action failed and is still waiting, or the time was not enough.
        """
        self.retry()
        if self._running:
            loop = QEventLoop()
            self._stopped.connect(loop.quit)
            if within is not None:
                QTimer.singleShot(within, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self.idle

    def forget(self) -> None:
        """Drop what could not be stored: the person has said so."""
        self._waiting.clear()
        self._go_well()

    @Slot(object, object)
    def _on_finished(self, changed: object, error: object) -> None:
        self._running = False
        self._long.stop()
        if isinstance(error, JournalError):
            self.fault = error
            if isinstance(error, NotSaved) and error.look_again is not None:
                self._look_again = error.look_again
            self.refused.emit(str(error))
            self._rest()
            return
        self._go_well()
        if self._waiting:
            self._waiting.popleft()
        if isinstance(error, BaseException):
            self.refused.emit(self.tr("A fault in the program kept the last thing from being stored."))
            self.retry()
            if self.idle:
                self._rest()
            raise error  # ours, not the world's: it belongs to the crash handler
        self.saved.emit(changed)
        self.retry()
        if self.idle:
            self._rest()

    def _go_well(self) -> None:
        self.fault = None
        self._look_again = None

    def _rest(self) -> None:
        afterwards, self._afterwards = self._afterwards, []
        for call in afterwards:
            self.when_still(call)  # one of them may have begun to store something
        self._stopped.emit()


class _Job(QRunnable):
    """One action on the worker thread."""

    def __init__(self, action: Action, look_again: LookAgain | None, finished: SignalInstance) -> None:
        super().__init__()
        self._action = action
        self._look_again = look_again
        self._finished_signal = finished

    def run(self) -> None:
        try:
            changed, error = self._store(), None
        except Exception as caught:  # noqa: BLE001 - handed to the window's thread, which tells the kinds apart
            changed, error = None, caught
        self._finished_signal.emit(changed, error)

    def _store(self) -> object:
        """What the action changed: now, or when it was tried before and seemed to fail."""
        changed = self._look_again() if self._look_again is not None else None
        return self._action() if changed is None else changed
