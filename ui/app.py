"""The start of the window, as a short story."""

import gc
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from legjournal.places import ASSETS
from legjournal.storage.files import keep_private
from legjournal.words import use_language
from ui.appearance import Appearance
from ui.garbage import GarbageCollector
from ui.immortals import keep_constants_alive
from ui.main_window import MainWindow
from ui.opening.summons import bring_forward
from ui.settings import Settings, default_settings


def run_window(journal: Path | None, *, timing: bool = False) -> int:
    """Open the window on `journal`, or the person's own; return the exit status of the event loop.

    timing: print how long the start took, and quit.
    """
    keep_private()
    application = make_application(sys.argv[:1])
    speak(application, QLocale().name().partition("_")[0])
    settings = Settings(default_settings())
    path = journal or settings.journal
    if not timing and bring_forward(path):
        return 0
    appearance = Appearance(application, settings)
    window = MainWindow(settings, appearance, path)
    window.restore_place()
    if timing:
        from ui.timing import Stopwatch

        Stopwatch(window)
    # The window is on the screen before the database library, the slowest import, is asked for.
    window.painted.connect(window.open_journal, Qt.ConnectionType.QueuedConnection)
    window.ready.connect(partial(_on_ready, window), Qt.ConnectionType.QueuedConnection)
    window.show()
    return application.exec()


def _on_ready(window: MainWindow) -> None:
    """What can wait until the first key can be typed."""
    from ui.faults import Faults, default_log
    from ui.opening.summons import Summons

    summons = Summons(window.open_path, window)
    summons.came.connect(window.come_forward)
    faults = Faults(default_log(), window)
    faults.happened.connect(faults.tell)
    faults.watch()
    gc.freeze()


def speak(application: QApplication, language: str) -> None:
    """Use a language ("cy") for window and report, as far as assets/locale has it; else British English."""
    folder = ASSETS / "locale" / language
    if not folder.is_dir():
        return
    translator = QTranslator(application)
    if translator.load(str(folder / "window.qm")):
        application.installTranslator(translator)
    use_language(language)


def make_application(argv: list[str]) -> QApplication:
    """The application with its names; nothing is drawn yet."""
    keep_constants_alive()
    application = QApplication(argv)
    GarbageCollector(application)
    application.setApplicationName("legjournal")
    application.setApplicationDisplayName("Leg Journal")
    QGuiApplication.setDesktopFileName("org.legjournal.LegJournal")
    return application
