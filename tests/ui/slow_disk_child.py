"""A window whose disk takes its time. Started by test_slow_disk.py; prints what it measured as JSON."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import make_application
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.settings import Settings

ALT = Qt.KeyboardModifier.AltModifier
BEAT = 10  # milliseconds


class Pulse(QObject):
    """Measures the longest time in which the window answered nothing, milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self.startTimer(BEAT, Qt.TimerType.PreciseTimer)

    def timerEvent(self, _event: QEvent) -> None:
        self.longest = max(self.longest, self._since.restart() - BEAT)

    def rest(self) -> None:
        """Forget what was measured so far."""
        self.longest = 0
        self._since.restart()


def wait_until(is_so) -> None:
    """Turn the event loop until something is so."""
    while not is_so():
        QApplication.processEvents()


def main(path: Path, settings: Path) -> None:
    """Type, turn pages and tabs while each save takes long."""
    application = make_application(sys.argv[:1])
    kept = Settings(settings)
    window = MainWindow(kept, Appearance(application, kept), path)
    window.show()
    window.open_journal()
    day = window.day
    pulse = Pulse()
    waited = QElapsedTimer()
    waited.start()
    editor = window.sitting.tabs.currentWidget().notes.note.editor
    editor.setFocus()
    QApplication.processEvents()
    pulse.rest()
    QTest.keyClicks(editor, "A slow night.")
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    shut = not window.sitting.tabs.isEnabled()
    wait_until(lambda: window.sitting.runner.idle and window.sitting.tabs.isEnabled())
    measured = {
        "longest_ms": pulse.longest,
        "took_ms": waited.elapsed(),
        "days_back": (day - window.day).days,
        "shut_meanwhile": shut,
    }
    sys.stdout.write(json.dumps(measured) + "\n")
    sys.stdout.flush()
    os._exit(0)  # without the backup of closing: on such a disk it would take as long again


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
