"""Locks the open journal: when asked, when nobody is there, and after the computer has slept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.clock import Clock
from ui.lock.clearing import Copied, close_dialogs, delete_dialogs
from ui.lock.idle import IdleWatch, minutes
from ui.settings import Settings

AGAIN = 60_000  # milliseconds until it is tried again after something could not be stored
SOON = 50  # milliseconds, for whoever waits for the answer of a dialog that was closed


class Lock(QObject):
    """Watches over one open journal that has a passphrase.

    let_go: stores what is being typed and closes the journal; False when something cannot be stored.
    Signals: `locked()`, the journal is closed and nothing of it is on the screen; `told(str)`, a sentence.
    """

    locked = Signal()
    told = Signal(str)

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        clock: Clock,
        let_go: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._let_go = let_go
        self._window = window
        self._copied = Copied(self)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.close)
        self.watch = IdleWatch(application, clock, minutes(settings.lock_after), self)
        self.watch.left_alone.connect(self.close)
        self.watch.lock_pressed.connect(self.close)

    def wait(self, number: int) -> None:
        """Lock it after so many minutes without a key or a mouse; 0 is never."""
        self.watch.limit = minutes(number)

    def close(self) -> None:
        """Lock the journal as soon as all that was typed is stored."""
        close_dialogs(self._window)
        if QThread.currentThread().loopLevel() > 1:  # somebody is still waiting for an answer
            self._again.start(SOON)
        elif self._let_go():
            delete_dialogs(self._window)
            self._copied.forget()
            self.locked.emit()
        else:
            self._again.start(AGAIN)
            self.told.emit(
                self.tr("Not locked yet: something you typed is not saved. It is tried again in a minute.")
            )
