"""Notices that nobody is there, or that the computer has slept."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from legjournal.clock import Clock

LOOK_EVERY = 1000  # milliseconds
LOCK_KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
SLEPT = timedelta(minutes=1)  # so far ahead of its time comes a look only after a sleep
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Watches keyboard and mouse of the whole program.

    Signals: `left_alone()` after `limit` without either, and when the computer was asleep; `lock_pressed()`
    when Ctrl+L is pressed over a dialog, which no menu hears.
    """

    left_alone = Signal()
    lock_pressed = Signal()

    def __init__(
        self, application: QCoreApplication, clock: Clock, limit: timedelta, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.limit = limit  # zero: however long
        self._clock = clock
        self._last_input = self._last_look = clock.now()
        timer = QTimer(self, interval=LOOK_EVERY)
        timer.timeout.connect(self.look)
        timer.start()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = self._clock.now()
            if isinstance(event, QKeyEvent) and event.keyCombination() == LOCK_KEYS:
                self.lock_pressed.emit()
                return True
        return False

    def stay(self) -> None:
        """Take it that somebody is there: what goes on needs no hand."""
        self._last_input = self._clock.now()

    def look(self) -> None:
        """Tell if it is time."""
        now = self._clock.now()
        since_look, self._last_look = now - self._last_look, now
        if since_look >= SLEPT or (self.limit and now - self._last_input >= self.limit):
            self._last_input = now  # asked once; should the journal stay open, the time begins anew
            self.left_alone.emit()


def minutes(number: int) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=number)
