"""A save that reports a fault is looked for in the file: it is neither lost nor stored twice."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from legjournal.journal import Journal

DAY = date(2026, 11, 22)
SAVE = """
import sys
from datetime import date
from pathlib import Path
from legjournal.errors import JournalError
from legjournal.journal import Journal
DAY = date(2026, 11, 22)
with Journal.open(Path(sys.argv[1])) as journal:
    look_again = lambda: None
    for attempt in range(2):
        try:
            changed = look_again() or journal.symptoms.add(DAY, kind="pain", score=4)
            print("saved", changed.rows == (journal.symptoms.on(DAY)[0].id,))
            break
        except JournalError as fault:
            look_again = fault.look_again or look_again
            print(type(fault).__name__, fault.look_again is not None)
    journal.drafts.keep("place", "typed")  # the file is still known as our own
    print(len(journal.symptoms.on(DAY)))
"""

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def _saves(journal: Path, watched: Path, fault: str) -> list[str]:
    """What a process says that saves while the disk fails as `fault` says for `watched`."""
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-P", str(watched)]
    command = [*strace, "-e", "trace=fsync", "-e", f"inject=fsync:{fault}"]
    done = subprocess.run(
        [*command, sys.executable, "-c", SAVE, str(journal)], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A journal with nothing in it, closed."""
    path = tmp_path / "folder" / "j.legjournal"
    Journal.create(path).close()
    return path


def test_a_fault_before_the_end_is_told_and_stored_once(file: Path) -> None:
    """The journal's own file does not reach the disk: not saved; tried again, it is there once."""
    assert _saves(file, file, "error=EIO:when=1") == ["DiskFault False", "saved True", "1"]


def test_a_fault_at_the_very_end_is_not_told(file: Path) -> None:
    """The folder does not reach the disk at first: the save is in the file, and the second time it does."""
    assert _saves(file, file.parent, "error=EIO:when=2") == ["saved True", "1"]


def test_a_fault_that_stays_is_told_as_a_doubt(file: Path) -> None:
    """The folder does not reach the disk twice: not saved for sure. Asked once more, it is there, once."""
    assert _saves(file, file.parent, "error=EIO:when=2..3") == ["DiskFault True", "saved True", "1"]
    with Journal.open(file) as journal:
        assert journal.problems() == []
