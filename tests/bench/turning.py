"""How long turning the page takes, in a real window: `turning.py JOURNAL FOLDER` prints one JSON line.

turn_ms: from the key to the other day on the screen, every part of it. month_ms: the calendar painted anew.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legjournal.clock import Clock
from ui.app import make_application
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.settings import Settings

TURNS = 60
ALT = Qt.KeyboardModifier.AltModifier


def evening() -> datetime:
    """9.14pm on the sample's last day."""
    return datetime(2026, 11, 22, 21, 14, tzinfo=UTC)


def open_window(application: QApplication, journal: Path, folder: Path) -> MainWindow:
    """The window on a journal, with its whole page made."""
    settings = Settings(folder / "window.ini")
    window = MainWindow(settings, Appearance(application, settings), journal, Clock(evening))
    window.resize(1366, 768)
    window.show()
    window.open_journal()
    for _ in range(20):
        application.processEvents()
    return window


def milliseconds(action: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - began)


def main(journal: Path, folder: Path) -> None:
    """Turn back day by day, and paint the calendar."""
    application = make_application(sys.argv[:1])
    window = open_window(application, journal, folder)
    assert window.sitting is not None
    page = window.sitting.tabs.currentWidget()

    def turn() -> None:
        QTest.keyClick(window, Qt.Key.Key_Left, ALT)
        application.processEvents()

    turns = [milliseconds(turn) for _ in range(TURNS)]
    assert (evening().date() - window.day).days == TURNS
    months = [milliseconds(page.side.month.grid.repaint) for _ in range(TURNS)]
    print(json.dumps({"turn_ms": turns, "month_ms": months}))
    window.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
