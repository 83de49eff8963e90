"""Faults of the program's own."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ui.faults import FaultDialog, Faults, describe, write

SECRET = "my left calf and nobody's business"


def failing() -> None:
    """A fault whose message holds what the person wrote."""
    raise ValueError(SECRET)


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """A watch that writes into a folder of its own."""
    return Faults(tmp_path / "logs" / "legjournal.log")


def happen(faults: Faults) -> None:
    """Have the fault caught as Python would hand it over."""
    try:
        failing()
    except ValueError:
        faults.caught(*sys.exc_info())


def test_log_tells_the_lines_and_not_the_words(faults: Faults, qtbot) -> None:
    """The log names the kind of fault and where it was, and nothing the person wrote."""
    with qtbot.waitSignal(faults.happened):
        happen(faults)

    log = faults.log.read_text()
    assert "ValueError" in log
    assert "test_faults.py" in log
    assert SECRET not in log


def test_log_is_private_and_stays_small(faults: Faults) -> None:
    """Only the person can read the log, and an old one makes room for a new one."""
    for _ in range(3):
        write(faults.log, "x" * 150_000)

    assert stat.S_IMODE(faults.log.stat().st_mode) == 0o600
    assert sum(file.stat().st_size for file in faults.log.parent.iterdir()) < 500_000


def test_a_log_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    """A fault while telling a fault would help nobody."""
    (tmp_path / "file").touch()

    write(tmp_path / "file" / "legjournal.log", "details")


def test_the_dialog_copies_the_details(qtbot, tmp_path: Path) -> None:
    """Copy details puts them on the clipboard, and Go on closes the dialog."""
    details = describe(ValueError, None)
    dialog = FaultDialog(details, tmp_path / "legjournal.log")
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == details
    QTest.qWait(0)
    dialog.go_on.click()
    assert not dialog.isVisible()
