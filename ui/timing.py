"""How long the window took, counted from the start of the process as the system knows it."""

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def milliseconds_since_start() -> float:
    """Milliseconds since the operating system started this process (10 ms resolution on Linux)."""
    if sys.platform == "linux":
        with open("/proc/self/stat", encoding="ascii") as stat:  # noqa: PTH123 - the cheapest way, at start-up
            # Field 22, counted after the name in brackets, which may itself hold spaces: proc(5).
            ticks = int(stat.read().rpartition(")")[2].split()[19])
        return 1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK"))
    import psutil

    return 1000 * (time.time() - psutil.Process().create_time())


class Stopwatch(QObject):
    """Prints one JSON line, {"first_paint_ms", "ready_ms"}, when the diary can be typed in, and quits."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._first_paint: float | None = None
        window.painted.connect(self._on_painted)
        window.ready.connect(self._on_ready)

    def _on_painted(self) -> None:
        self._first_paint = milliseconds_since_start()

    def _on_ready(self) -> None:
        times = {
            "first_paint_ms": round(self._first_paint or 0),
            "ready_ms": round(milliseconds_since_start()),
        }
        print(json.dumps(times), flush=True)  # noqa: T201 - what --timing is for
        QTimer.singleShot(0, QApplication.quit)  # not close: nothing of this start is to be remembered
