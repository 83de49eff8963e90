"""A guided session in a window of its own, with the computer's own clock. Started by timers.py.

Says in JSON, a line each: what phases began and when that was seen; how many sets are stored. Whenever the
session waits because the computer seems to have slept, Space is pressed a second later.
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from hand_clock import HandClock
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legjournal.clock import running_seconds
from legjournal.routine.phases import PauseReason, Phase, PhaseBegan
from ui.app import make_application
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.settings import Settings

HESITATES = 1000  # milliseconds until Space is pressed


class Watcher(QObject):
    """Tells what the session does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        assert window.session.panel is not None and window.sitting is not None
        self._panel = window.session.panel
        self._panel.happened.connect(self._on_happened)
        window.sitting.saved.connect(self._on_saved)
        self._tell([self._panel.guide.phase])

    @Slot(object)
    def _on_happened(self, events: list[object]) -> None:
        if begun := [event.phase for event in events if isinstance(event, PhaseBegan)]:
            self._tell(begun)

    @Slot()
    def _on_saved(self) -> None:
        _say(stored=len(self._panel.guide.done))

    def _tell(self, phases: list[Phase]) -> None:
        asleep = self._panel.guide.pause_reason is PauseReason.ASLEEP
        _say(at=running_seconds(), begun=phases, asleep=asleep)
        if asleep:
            QTimer.singleShot(HESITATES, self, self._press_space)

    @Slot()
    def _press_space(self) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)


def main(journal: Path) -> None:
    """Lead through the session of the journal's plan until killed."""
    application = make_application(["legjournal"])
    settings = Settings(journal.with_name("window.ini"))
    settings.journal = journal
    window = MainWindow(settings, Appearance(application, settings), journal, HandClock())
    window.resize(1366, 768)
    window.show()
    window.open_journal()
    window.activateWindow()
    assert window.sitting is not None, window.pages.currentWidget()
    window.session.begin(window.sitting)
    Watcher(window)
    application.exec()


def _say(**what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
