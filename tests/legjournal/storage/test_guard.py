"""Nothing is written over what another program did to the file, and nothing of ours is lost by it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hand_clock import HandClock

from legjournal import errors
from legjournal.journal import Journal
from legjournal.storage import migrate
from legjournal.storage.guard import Difference
from legjournal.storage.store import Store

DAY = date(2026, 11, 22)
KEY = bytes(range(32))
NOTES = ("older", "newer")  # of one length, so that the files are too

Fault = Callable[[Path, Path], object]


def replace(path: Path, older: Path) -> None:
    """What most sync programs do: the other file takes the name."""
    Path(shutil.copy(older, older.with_suffix(".tmp"))).replace(path)


def overwrite(path: Path, older: Path) -> None:
    """What some do: the other bytes are written into the same file."""
    path.write_bytes(older.read_bytes())


def rename(path: Path, _older: Path) -> None:
    """It is put away."""
    path.rename(path.with_suffix(".away"))


def delete(path: Path, _older: Path) -> None:
    """It is removed."""
    path.unlink()


CHANGED = {"replaced": replace, "overwritten": overwrite}
GONE = {"renamed": rename, "deleted": delete}


def _note(journal: Journal) -> str | None:
    day = journal.diary.day(DAY)
    return day.note if day else None


@pytest.fixture(params=[None, KEY], ids=["plain", "locked"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """With and without a key."""
    return request.param


@pytest.fixture
def journal(tmp_path: Path, clock: HandClock, key: bytes | None):
    """A journal with one note in it."""
    path = tmp_path / "folder" / "j.legjournal"
    Journal.create(path, clock).close()
    if key is not None:
        path.write_bytes(b"")
        store = Store(path, clock.now, key)
        migrate.upgrade(store.engine)
        store.close()
    with Journal.open(path, clock, key=key) as journal:
        journal.diary.record(DAY, note=NOTES[0])
        yield journal


@pytest.fixture
def older(journal: Journal, tmp_path: Path) -> Path:
    """The journal as it was one save ago, byte for byte, and of the same length."""
    older = shutil.copy(journal.path, tmp_path / "older.legjournal")
    journal.diary.record(DAY, note=NOTES[1])
    assert older.stat().st_size == journal.path.stat().st_size
    return older


@pytest.mark.parametrize("fault", CHANGED.values(), ids=CHANGED)
def test_another_file_is_not_written_to(journal: Journal, older: Path, fault: Fault) -> None:
    """The save is refused with the reason, again and again, and the other file keeps every byte."""
    fault(journal.path, older)
    for _ in range(2):
        with pytest.raises(errors.ChangedOutside, match="Another program changed"):
            journal.diary.record(DAY, mood=3)
    assert journal.path.read_bytes() == older.read_bytes()


@pytest.mark.parametrize("fault", GONE.values(), ids=GONE)
def test_nothing_appears_where_the_file_was(journal: Journal, older: Path, fault: Fault) -> None:
    """A file that went away is told as gone, and no new one is made in its place."""
    fault(journal.path, older)
    with pytest.raises(errors.MovedAway, match="moved, renamed or deleted"):
        journal.diary.record(DAY, mood=3)
    assert not journal.path.exists()


def test_the_folder_is_gone(journal: Journal) -> None:
    """A disk that was taken out is told as gone as well, not as a fault of the disk."""
    journal.path.parent.rename(journal.path.parent.with_name("elsewhere"))
    journal.store.engine.dispose()
    with pytest.raises(errors.MovedAway):
        journal.diary.record(DAY, mood=3)


@pytest.mark.parametrize("fault", CHANGED.values(), ids=CHANGED)
def test_going_on_with_the_file_as_it_is_now(journal: Journal, older: Path, fault: Fault) -> None:
    """After a reload the other file's entries are read, and the next save goes into it."""
    fault(journal.path, older)
    journal.reload()
    assert _note(journal) == NOTES[0]
    journal.diary.record(DAY, mood=3)
    journal.close()
    with Journal.open(journal.path, key=journal.store.key) as again:
        assert (_note(again), again.diary.day(DAY).mood) == (NOTES[0], 3)
        assert again.problems() == []


@pytest.mark.parametrize("fault", [replace, rename, delete])
def test_ours_is_kept_beside(journal: Journal, older: Path, tmp_path: Path, fault: Fault) -> None:
    """What was in the journal goes to a file of its own, whole, and the next save too; the other is left."""
    kept = tmp_path / "kept.legjournal"
    fault(journal.path, older)
    journal.keep_as(kept)
    journal.diary.record(DAY, mood=3)
    assert (journal.path, _note(journal)) == (kept, NOTES[1])
    assert journal.backups.journal == kept
    assert kept.stat().st_mode & 0o077 == 0
    assert journal.problems() == []
    if fault is replace:
        assert (tmp_path / "folder" / "j.legjournal").read_bytes() == older.read_bytes()


def test_a_deleted_file_can_be_written_there_again(journal: Journal) -> None:
    """As long as the journal is open, a deleted file is not lost."""
    journal.path.unlink()
    journal.keep_as(journal.path)
    assert _note(journal) == NOTES[0]
    journal.diary.record(DAY, note=NOTES[1])
    journal.close()
    with Journal.open(journal.path, key=journal.store.key) as again:
        assert _note(again) == NOTES[1]


def test_ours_never_takes_the_place_of_a_file(journal: Journal, older: Path, tmp_path: Path) -> None:
    """Where something lies already, nothing is written, and the journal stays as it was."""
    replace(journal.path, older)
    with pytest.raises(errors.AlreadyThere):
        journal.keep_as(older)
    with pytest.raises(errors.ChangedOutside):
        journal.diary.record(DAY, mood=3)


def test_overwritten_where_it_lies_a_backup_is_the_nearest(
    journal: Journal, older: Path, tmp_path: Path
) -> None:
    """Of an overwritten file nothing is left to keep; a backup is what the separate journal is made of."""
    from legjournal.storage.thinning import Reason

    backup = journal.backups.make(Reason.AUTO).path
    overwrite(journal.path, older)
    assert journal.store.guard.difference() is Difference.OVERWRITTEN
    journal.keep_as(tmp_path / "kept.legjournal", backup)
    assert _note(journal) == NOTES[1]


@pytest.mark.parametrize("content", [b"", b"dear diary, " * 999], ids=["empty", "text"])
def test_something_that_is_no_journal(journal: Journal, content: bytes) -> None:
    """Neither a save nor a reload touches it, and the reload says what it is."""
    journal.path.write_bytes(content)
    with pytest.raises(errors.ChangedOutside):
        journal.diary.record(DAY, mood=3)
    with pytest.raises((errors.EmptyFile, errors.NotAJournal)):
        journal.reload()
    with pytest.raises(errors.ChangedOutside):
        journal.diary.record(DAY, mood=3)
    assert journal.path.read_bytes() == content


def test_put_back_as_it_was(journal: Journal, older: Path) -> None:
    """A file that was away for a while and is back is saved to as if nothing had been."""
    away = journal.path.rename(older.with_suffix(".away"))
    with pytest.raises(errors.MovedAway):
        journal.diary.record(DAY, mood=3)
    away.rename(journal.path)
    journal.diary.record(DAY, mood=3)
    assert journal.diary.day(DAY).mood == 3


def test_our_own_doing_is_not_another_programs(journal: Journal) -> None:
    """Saves, backups, checks, refused saves and reads do not look like somebody else's."""
    from legjournal.storage.thinning import Reason

    journal.backups.make(Reason.AUTO)
    assert journal.problems() == []
    with pytest.raises(ValueError, match="mood"):
        journal.diary.record(DAY, mood=99)
    with pytest.raises(InterruptedError), journal.store.change() as change:
        change.session.connection().exec_driver_sql("PRAGMA cache_size=1")
        for _ in range(300):  # more than fits into memory: SQLite writes to the file, and takes it back
            change.session.connection().exec_driver_sql(
                "INSERT INTO draft SELECT hex(randomblob(16)), '2026-11-22T21:14:00.000Z',"
                " '2026-11-22T21:14:00.000Z', 1, '0123456789abcdef', hex(randomblob(9)), hex(randomblob(999))"
            )
        raise InterruptedError
    journal.diary.record(DAY, note=NOTES[1])
    journal.history.undo()
    assert journal.store.guard.difference() is Difference.NONE


def test_words_of_another_window_stay_in_the_history(journal: Journal, clock: HandClock) -> None:
    """Typing on over what another window wrote a moment ago is a version of its own: undo has theirs back."""
    with Journal.open(journal.path, clock, key=journal.store.key) as other:
        other.diary.record(DAY, note="of the other window")
    journal.reload()
    journal.diary.record(DAY, note="of this one")
    journal.history.undo()
    assert _note(journal) == "of the other window"
    journal.history.undo()
    assert _note(journal) == NOTES[0]
