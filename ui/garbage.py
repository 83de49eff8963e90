"""Collects Python's garbage on the window's thread only.

Widgets end up in it. Python collects on whichever thread happens to be running, and a widget that is taken
apart on a worker thread, while it saves or reads, takes the whole program with it (a crash, not an error).
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN = 2000  # milliseconds


class GarbageCollector(QObject):
    """Takes over from Python's own collector; as there, an older generation is looked through less often."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look through what has grown enough."""
        ages = range(3)
        full = [age for age in ages if gc.get_count()[age] > gc.get_threshold()[age]]
        if full:
            gc.collect(max(full))
