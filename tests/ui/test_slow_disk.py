"""A disk that takes its time never holds the window up."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from legjournal.journal import Journal

DELAY = 500  # milliseconds for every flush to the disk
SLOW = f"inject=fsync:delay_enter={DELAY * 1000}"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace slows the disk down")
def test_the_window_answers_while_the_disk_is_slow(tmp_path: Path, empty_file: Path) -> None:
    """Typing and turning pages with flushes of half a second: the window answers, nothing is lost."""
    path = Path(shutil.copy(empty_file, tmp_path / "journal.legjournal"))
    child = Path(__file__).with_name("slow_disk_child.py")
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", SLOW]
    done = subprocess.run(
        [*command, sys.executable, str(child), str(path), str(tmp_path / "window.ini")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout.splitlines()[-1])

    assert measured["took_ms"] > DELAY, "the disk was not slow"
    assert measured["longest_ms"] < DELAY / 2, "the window waited for the disk"
    assert measured["shut_meanwhile"], "words typed now would reach the wrong day"
    assert measured["days_back"] == 2
    with Journal.open(path) as journal:
        page = journal.diary.day(journal.clock.today())
        assert page is not None and page.note == "A slow night."
