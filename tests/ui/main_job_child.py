"""The main job in a process of its own, which ends by being killed. Started by test_main_job.py."""

import os
import signal
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from person import NIGHT, PATIENCE, Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from legjournal.clock import Clock
from legjournal.models.diary import Side
from legjournal.routine.boxes import SetToDo
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.report.dialog import ReportDialog
from ui.settings import Settings

FOLDER = Path(os.environ.get("MAIN_JOB_FOLDER", "."))
BOTH = (Side.LEFT, Side.RIGHT)


def half_past_nine() -> datetime:
    """The evening on which it all happens."""
    return datetime(2026, 11, 22, 21, 14, tzinfo=UTC)


def forbid_sockets(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: no internet socket is opened by Python, ever."""
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        raise AssertionError("an internet socket was opened")


def test_the_main_job(qtbot, qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    """From an empty computer to a report, through the window alone."""
    sys.addaudithook(forbid_sockets)
    settings = Settings(FOLDER / "window.ini")
    settings.journal = FOLDER / "journal.legjournal"
    window = MainWindow(settings, Appearance(qapp, settings), settings.journal, Clock(half_past_nine))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_journal()
    person = Person(qtbot, window)

    person.presses("Start my journal")
    person.types_night(**NIGHT)
    person.marks_place(Side.LEFT, "calf", "6")
    person.marks_place(Side.RIGHT, "outer-hip", "3")
    person.scores(person.page.legs.urge.scores, 7)

    person.turns_to(2)
    person.presses("Use this plan")
    for number in (1, 2, 3):
        person.ticks(SetToDo("glute-bridge", number))
        for side in BOTH:
            person.ticks(SetToDo("clamshell", number, side))
            person.ticks(SetToDo("side-lying-leg-raise", number, side))

    person.turns_to(4)
    assert "Call 999" in person.page.reader.text.toPlainText()

    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: FOLDER / "report.pdf")
    QTest.mouseClick(window.header.report, Qt.MouseButton.LeftButton)
    dialog = window.findChild(ReportDialog)
    person.chooses("A GP", dialog)
    person.chooses("The last 2 weeks", dialog)
    person.presses("Save report…", dialog)
    qtbot.waitUntil(lambda: "Saved as" in dialog.note.text(), timeout=PATIENCE)
    assert window.header.saved.text() == "✓ Saved 9.14pm"

    os.kill(os.getpid(), signal.SIGKILL)
