"""What a crash in the middle of a save left beside the file, when the journal is opened again."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from faults.syscalls import with_fault

from legjournal.journal import Journal

DAYS = [date(2026, 10, number) for number in range(1, 20)]


def _save(path: Path) -> Iterator[None]:
    """A save whose last step, taking SQLite's own journal away, is the last thing the process does."""
    with Journal.open(path) as journal:
        journal.diary.record(DAYS[0], mood=1)  # prepared: everything is imported
        yield
        journal.diary.record(DAYS[4], note="changed " * 300)


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A journal whose last save was cut off, with what SQLite needs to take it back beside it."""
    path = tmp_path / "j.legjournal"
    with Journal.create(path) as journal:
        for day in DAYS:
            journal.diary.record(day, note="as it was " * 40)
    with_fault("unlink:signal=KILL:when=1", _save, path)
    assert path.with_name("j.legjournal-journal").exists()
    return path


def test_the_save_is_taken_back_whole(crashed: Path) -> None:
    """Nothing of it is left, and the next save is not mistaken for another program's."""
    with Journal.open(crashed) as journal:
        assert journal.diary.day(DAYS[4]).note == "as it was " * 40
        assert journal.problems() == []
        journal.diary.record(DAYS[4], note="again")


def test_left_of_another_file_it_is_found_out(crashed: Path, tmp_path: Path) -> None:
    """SQLite cannot tell that another file lies there now, and mixes the two; the check at opening can.

    What it finds leads to the backups and to a repair.
    """
    other = tmp_path / "other.legjournal"
    with Journal.create(other) as journal:
        for day in DAYS:
            journal.diary.record(day, note="of another file " * 200)
    shutil.copy(other, crashed)
    with Journal.open(crashed) as journal:
        assert journal.flaw()
