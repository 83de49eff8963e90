"""Pictures of the window, rendered without a screen.

pictures.py JOURNAL FOLDER   every tab of one journal, and its report
pictures.py --all FOLDER     every tab in every theme, at 200 % text and on a narrow window, from a sample
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.clock import Clock
from legjournal.demo import write_sample
from ui.app import make_application
from ui.appearance import THEMES, Appearance
from ui.main_window import MainWindow
from ui.report.dialog import ReportDialog
from ui.settings import Settings

TABS = ("diary", "routine", "trends", "resources")
LAPTOP = (1366, 768)
SMALL = (640, 900)
EVENING = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)  # so that the pictures do not change with the day
NIGHT = datetime(2026, 11, 23, 3, 10, tzinfo=UTC)
LOOKS = [(theme, 100, LAPTOP) for theme in THEMES] + [("light", 200, LAPTOP), ("light", 100, SMALL)]


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit status."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    application = make_application(["pictures"])
    folder = Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    if arguments[0] != "--all":
        take_tabs(application, Path(arguments[0]), folder, ("light", 100, LAPTOP), Clock())
        return 0
    clock = Clock(_evening)
    with tempfile.TemporaryDirectory() as scratch:
        sample = Path(scratch) / "sample.legjournal"
        write_sample(sample, days=120, seed=1, last=EVENING.date()).close()
        for look in LOOKS:
            take_tabs(application, sample, folder, look, clock)
        take_night(application, sample, folder)
        take_session(application, sample, folder, clock)
        take_report(application, sample, folder, clock)
        take_welcome(application, Path(scratch) / "none.legjournal", folder, clock)
    return 0


def take_tabs(
    application: QApplication,
    journal: Path,
    folder: Path,
    look: tuple[str, int, tuple[int, int]],
    clock: Clock,
) -> None:
    """One picture a tab, in one look: theme, per cent of the text size, width and height."""
    theme, text_size, size = look
    suffix = "" if look == ("light", 100, LAPTOP) else f"-{theme}-{text_size}-{size[0]}"
    with open_window(application, journal, look, clock) as window:
        for index, name in enumerate(TABS):
            window.header.choose(index)
            settle(application, window)
            save(window, folder / f"{name}{suffix}.png")


def take_night(application: QApplication, journal: Path, folder: Path) -> None:
    """The panel that whoever opens the journal at ten past three sees."""
    with open_window(application, journal, ("light", 100, LAPTOP), Clock(_night)) as window:
        settle(application, window)
        save(window, folder / "night.png")


def take_session(application: QApplication, journal: Path, folder: Path, clock: Clock) -> None:
    """The guided session in a set of the first exercise, two seconds and a half into its hold."""
    seconds = [0.0]
    with open_window(application, journal, ("light", 100, LAPTOP), clock) as window:
        window.session.now = partial(seconds.__getitem__, 0)
        window.menus.session_requested.emit()
        settle(application, window)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
        seconds[0] = 2.5
        for _ in range(5):  # until the figure has moved to where it holds
            settle(application, window)
        save(window, folder / "session.png")
        window.session.end()


def take_report(application: QApplication, journal: Path, folder: Path, clock: Clock) -> None:
    """The room of the report, with its first page."""
    with open_window(application, journal, ("light", 100, LAPTOP), clock) as window:
        assert window.sitting is not None
        window.sitting.dialogs.show_report()
        for _ in range(6):  # until the page is drawn
            settle(application, window)
        [room] = window.findChildren(ReportDialog)
        save(room, folder / "report.png")
        room.reject()


def take_welcome(application: QApplication, journal: Path, folder: Path, clock: Clock) -> None:
    """The first page of a person who has no journal yet."""
    with open_window(application, journal, ("light", 100, LAPTOP), clock) as window:
        settle(application, window)
        save(window, folder / "welcome.png")


@contextmanager
def open_window(
    application: QApplication, journal: Path, look: tuple[str, int, tuple[int, int]], clock: Clock
) -> Iterator[MainWindow]:
    """A window on a journal, with settings of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "window.ini")
        settings.theme, settings.text_size, settings.journal = look[0], look[1], journal
        window = MainWindow(settings, Appearance(application, settings), journal, clock)
        window.resize(*look[2])
        window.show()
        window.open_journal()
        yield window
        window.close()


def settle(application: QApplication, window: MainWindow) -> None:
    """Let everything asked for be stored, worked out and painted."""
    if window.sitting is not None:
        window.sitting.finish()
    # An event loop of its own: QTest.qWait would hold the interpreter's lock and keep the workers waiting.
    loop = QEventLoop()
    QTimer.singleShot(250, loop.quit)
    loop.exec()
    application.processEvents()


def save(window: QWidget, path: Path) -> None:
    """Write the window as it stands."""
    window.grab().save(str(path))
    print(path)


def _evening() -> datetime:
    return EVENING


def _night() -> datetime:
    return NIGHT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
