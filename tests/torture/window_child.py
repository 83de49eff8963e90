"""The window in a process of its own, typing and saving until it is killed. Started by kills.py.

Says “ready” when the page can be typed in without any question, then the number of each save the window
calls saved.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from hand_clock import HandClock
from person import Person
from PySide6.QtWidgets import QApplication
from torture.kills import page_of

from ui.app import make_application
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.settings import Settings


class Patience:
    """What the person needs of pytest-qt."""

    def waitUntil(self, is_so: Callable[[], bool], timeout: int) -> None:
        """Let the window work until something is so; milliseconds."""
        end = monotonic() + timeout / 1000
        while not is_so():
            assert monotonic() < end, "it took too long"
            QApplication.processEvents()


def main(journal: Path, number: int) -> None:
    """Type for ever."""
    application = make_application(["legjournal"])
    settings = Settings(journal.with_name("window.ini"))
    settings.journal = journal
    window = MainWindow(settings, Appearance(application, settings), journal, HandClock())
    window.resize(1366, 768)
    window.show()
    window.open_journal()
    assert window.sitting is not None, window.pages.currentWidget()
    assert QApplication.activeModalWidget() is None
    person = Person(Patience(), window)
    print("ready", flush=True)
    while True:
        note, score = page_of(number)
        if number % 2:
            person.types_into(person.page.notes.note.editor, note or "")
        else:
            person.scores(person.page.legs.urge.scores, score or 0)
        assert window.header.saved.text().startswith("✓ Saved"), window.header.saved.text()
        print(number, flush=True)
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
