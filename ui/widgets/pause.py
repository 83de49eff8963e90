"""When to store what is being typed: at a pause, and every few seconds if there is none."""

from PySide6.QtCore import QObject, QTimer, Signal

SHORT = 700  # milliseconds after the last key
LONGEST = 2500  # milliseconds after the first key that is not stored yet: a crash takes no more than that


class Pause(QObject):
    """Listens to the keys of one field.

    Signals: `came()`, now is a good moment.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._short = QTimer(self, interval=SHORT, singleShot=True)
        self._longest = QTimer(self, interval=LONGEST, singleShot=True)
        self._short.timeout.connect(self._on_time)
        self._longest.timeout.connect(self._on_time)

    @property
    def expected(self) -> bool:
        """Whether something was typed since it last came."""
        return self._short.isActive()

    def put_off(self) -> None:
        """A key was pressed."""
        self._short.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """What was typed is handed over already."""
        self._short.stop()
        self._longest.stop()

    def _on_time(self) -> None:
        self.stop()
        self.came.emit()
