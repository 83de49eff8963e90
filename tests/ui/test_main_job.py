"""The one thing everything else is for."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from legjournal import sleep
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side

CHILD = Path(__file__).with_name("main_job_child.py")
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the killed process left behind, with a log of its sockets where strace is there to write one."""
    folder = tmp_path_factory.mktemp("evening")
    command = [sys.executable, "-m", "pytest", "--no-cov", "-q", "-p", "no:cacheprovider", str(CHILD)]
    if strace := shutil.which("strace"):
        log = str(folder / "sockets.log")
        command = [strace, "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect", "-o", log, *command]
    environment = {**os.environ, "MAIN_JOB_FOLDER": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr
    return folder


def test_report_says_what_was_typed(folder: Path) -> None:
    """The PDF made through the window gives the night, the pain and the session in words."""
    words = " ".join(PdfReader(folder / "report.pdf").pages[0].extract_text().split())

    for expected in ("5 h 45 min", "67.6%", "left 6", "right 3", "1 session"):
        assert expected in words


def test_everything_is_there_after_the_kill(folder: Path) -> None:
    """A process killed after “Saved” has lost nothing, and the journal is sound."""
    with Journal.open(folder / "journal.legjournal") as journal:
        night = journal.nights.ending_on(DAY)
        symptoms = {(row.kind, row.side, row.site): row.score for row in journal.symptoms.on(DAY)}
        sets = journal.sessions.sets_done(DAY)
        problems = journal.problems()

    assert night is not None
    assert (night.wakings, night.woken_by_legs) == (3, 2)
    assert sleep.figures(night).time_asleep == 345
    assert symptoms == {
        (Kind.PAIN, Side.LEFT, "calf"): 6,
        (Kind.PAIN, Side.RIGHT, "outer-hip"): 3,
        (Kind.URGE, Side.BOTH, None): 7,
    }
    assert len(sets) == 3 + 6 + 6
    assert problems == []


def test_everything_is_on_the_screen_again(folder: Path, open_window) -> None:
    """The next start shows the same page as before the kill."""
    person = open_window(folder / "journal.legjournal")

    shown = {name: field.entry.text() for name, field in person.page.night.fields.items()}
    assert shown["got_into_bed"] == "10.30pm"
    assert shown["got_out_of_bed"] == "7am"
    assert person.page.legs.urge.scores.score == 7
    person.turns_to(2)
    assert sum(box.isChecked() for box in person.page.session.boxes.values()) == 15


def test_files_are_private(folder: Path) -> None:
    """Nobody else on the computer can read the journal or the report."""
    for name in ("journal.legjournal", "report.pdf"):
        assert (folder / name).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed; Python's own sockets were watched"
)
def test_no_internet_socket(folder: Path) -> None:
    """Neither Python nor Qt asks the system for an internet socket in the whole run."""
    log = (folder / "sockets.log").read_text()

    assert "AF_INET" not in log
