"""Faults of the program's own: logged without any entry text, told calmly; the journal goes on."""

import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.scroll_dialog import ScrollDialog

LARGEST_LOG = 200_000  # bytes; an older one is kept beside it


class Faults(QObject):
    """Catches what nobody else did, on any thread.

    Signals: `happened(str)`, the details, on the window's thread.
    """

    happened = Signal(str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log

    def watch(self) -> None:
        """From here on every uncaught exception is logged and told."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = describe(kind, trace)
        write(self.log, details)
        self.happened.emit(details)

    def tell(self, details: str) -> None:
        """Show the fault over the window, one at a time."""
        window = self.parent()
        if isinstance(window, QWidget) and window.findChild(FaultDialog) is None:
            FaultDialog(details, self.log, window).open()

    def _caught_in_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self.caught(fault.exc_type, fault.exc_value, fault.exc_traceback)


class FaultDialog(ScrollDialog):
    """Says what happened, what is kept and where the log is."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Something went wrong"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = details
        words = PlainLabel(
            self.tr(
                "The program made a mistake. What was saved before is kept, and the journal goes on. If "
                "something you just typed looks wrong, turn to another day and back."
            ),
            wraps=True,
        )
        told = self.tr("The details are in {log}. They hold nothing you wrote.").format(log=log)
        where = PlainLabel(told, wraps=True)
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("Details"))
        for widget in (words, where, shown):
            self.body.addWidget(widget)
        self.go_on = button(self.tr("Go on"), primary=True)
        self.copy = button(self.tr("Copy details"))
        self.buttons.addWidget(self.go_on)
        self.buttons.addWidget(self.copy)
        self.go_on.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.say(self.tr("Copied."))


def default_log() -> Path:
    """Where this person's log lies."""
    return user_log_path("legjournal", appauthor=False) / "legjournal.log"


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What a programmer needs: versions, the kind of fault, and the lines it went through.

    Neither the message of the exception nor any value: they may hold what the person wrote.
    """
    from importlib.metadata import version

    frames = traceback.extract_tb(trace)
    lines = [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join([f"legjournal {version('legjournal')}, {system}", kind.__qualname__, *lines])


def write(log: Path, details: str) -> None:
    """Add to the log, 0600; a log that has grown too large becomes the old one. A full disk is let be."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as file:
            log.chmod(0o600)
            file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {details}\n\n")
    except OSError:
        return


def _place(filename: str) -> str:
    """The file from the package on: no name of a person's folder."""
    parts = Path(filename).parts
    for root in ("legjournal", "ui", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else filename
