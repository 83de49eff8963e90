"""Backups count only when they are whole, and going back to one loses nothing."""

import hashlib
import shutil
import sqlite3
import stat
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock

from legjournal import errors
from legjournal.exchange.whole import as_text
from legjournal.journal import Journal
from legjournal.storage.backups import Backups
from legjournal.storage.opening import FORMAT
from legjournal.storage.thinning import Reason

ROOT = Path(__file__).parents[3]
TODAY = EVENING.date()
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's own folder for backups lies in the test's folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def backups(journal: Journal) -> Backups:
    """The backups of a journal with one page."""
    journal.diary.record(TODAY, mood=5, note="A quiet day.")
    return journal.backups


def _content(path: Path) -> str:
    """All entries of a file that a full check calls sound."""
    with Journal.open(path, HandClock()) as journal:
        assert journal.problems() == []
        return as_text(journal)


def _files(folder: Path) -> dict[Path, str]:
    """Every file under a folder with the sha256 of its bytes."""
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()
    }


def _drift(path: Path) -> None:
    """Change a number in the file as no program of ours would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE diary_day SET mood = mood + 1")


def test_a_backup_holds_the_whole_journal(journal: Journal, backups: Backups) -> None:
    """It opens as a sound journal with the same entries and the same history."""
    made = backups.make(Reason.ASKED)
    assert made.new
    assert made.path.name == "000001-2026-11-22-2114-asked.legjournal"
    assert _content(made.path) == as_text(journal)
    with closing(sqlite3.connect(made.path)) as copy, closing(sqlite3.connect(journal.path)) as source:
        for rows in ("SELECT * FROM revision", "PRAGMA user_version", "PRAGMA application_id"):
            assert copy.execute(rows).fetchall() == source.execute(rows).fetchall()


def test_backups_are_for_nobody_else(backups: Backups, tmp_path: Path) -> None:
    """Every folder that is made is 0700, every file 0600, and nothing else is left there."""
    path = backups.make(Reason.ASKED).path
    assert [entry for entry in (tmp_path / "state").rglob("*") if entry.is_file()] == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in path.parents[:3]:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_two_journals_of_one_name_never_mix(tmp_path: Path, clock: HandClock) -> None:
    """Each has its own folder, named for its file and its place, outside the journal's."""
    folders = set()
    for home in ("ann", "ben"):
        with Journal.create(tmp_path / home / "mine.legjournal", clock) as journal:
            folders.add(journal.backups.make(Reason.AUTO).path.parent)
    assert len(folders) == 2
    for folder in folders:
        assert folder.name.startswith("mine-")
        assert len(folder.name) == len("mine-") + 8
        assert folder.parent == tmp_path / "state" / "legjournal" / "backups"


def test_what_is_safe_is_not_copied_again(journal: Journal, backups: Backups, clock: HandClock) -> None:
    """Without a change the newest backup is named; with one, or when forced, a new one is made."""
    first = backups.make(Reason.AUTO)
    clock.set(EVENING + timedelta(hours=1))
    again = backups.make(Reason.CLOSE)
    assert (again.path, again.new) == (first.path, False)
    assert backups.make(Reason.ASKED, forced=True).new
    journal.diary.record(TODAY, mood=6)
    assert backups.make(Reason.CLOSE).path.name == "000003-2026-11-22-2214-close.legjournal"


def test_a_rotten_backup_does_not_make_the_journal_safe(backups: Backups) -> None:
    """Nothing changed, but the newest backup is no longer what was written: another one is made."""
    first = backups.make(Reason.AUTO)
    _drift(first.path)
    second = backups.make(Reason.AUTO)
    assert second.new
    first.path.write_bytes(b"scribble")
    second.path.write_bytes(b"")
    assert backups.make(Reason.AUTO).new


def test_a_journal_that_drifted_gives_no_backup(backups: Backups) -> None:
    """The copy fails its check with the sentence of the check, and is not kept."""
    backups.make(Reason.AUTO)
    _drift(backups.journal)
    with pytest.raises(errors.UnsoundCopy, match="An entry in diary_day is not what was written"):
        backups.make(Reason.AUTO, forced=True)
    assert len(list(backups.folder.iterdir())) == 1


def test_a_journal_with_a_page_gone_gives_no_backup(journal: Journal, backups: Backups) -> None:
    """Damage met while copying is a sentence, and no part of a copy stays."""
    with closing(sqlite3.connect(journal.path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'diary_day'").fetchone()
    content = bytearray(journal.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    journal.close()
    journal.path.write_bytes(content)
    with pytest.raises(errors.DamagedInside):
        backups.make(Reason.AUTO)
    assert list(backups.folder.iterdir()) == []


def test_a_lost_table_gives_no_backup(backups: Backups) -> None:
    """A file that is sound but for a table that is gone is not taken for the journal."""
    with closing(sqlite3.connect(backups.journal)) as connection:
        connection.execute("DROP TABLE nap")
    with pytest.raises(errors.UnsoundCopy):
        backups.make(Reason.AUTO)


def test_no_journal_gives_no_backup(tmp_path: Path, clock: HandClock) -> None:
    """Where no journal is, nothing is made, not even a folder."""
    with pytest.raises(errors.NotFound):
        Backups(tmp_path / "j.legjournal", clock).make(Reason.AUTO)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_while_saves_go_on_is_whole(journal: Journal, backups: Backups) -> None:
    """While another thread saves in a loop every backup passes its checks, and every save goes through."""
    enough, saved = threading.Event(), []

    def save() -> None:
        while not enough.is_set():
            journal.diary.record(TODAY, note=f"Save {len(saved)}.")
            journal.symptoms.add(TODAY, kind="pain", score=len(saved) % 11)
            saved.append(True)

    saver = threading.Thread(target=save)
    saver.start()
    try:
        made = [backups.make(Reason.AUTO, forced=number % 2 == 0).path for number in range(10)]
    finally:
        enough.set()
        saver.join()
    assert [bool(_content(path)) for path in made] == [True] * 10
    assert len(journal.symptoms.on(TODAY)) == len(saved) > 0


def test_the_list_says_what_each_is(journal: Journal, backups: Backups, clock: HandClock) -> None:
    """Count, time, reason, size and days of each; one that cannot be read has its sentence instead."""
    backups.make(Reason.AUTO)
    journal.nights.record(TODAY - DAY, wakings=2)
    journal.symptoms.add(TODAY, kind="pain", score=3)
    clock.set(EVENING - timedelta(days=30))  # the computer's clock jumps back
    newest = backups.make(Reason.CLOSE).path
    third = backups.folder / "000003-2026-11-22-2114-auto.legjournal"
    third.write_text("Dear diary")
    (backups.folder / "notes.txt").touch()
    broken, close, auto = backups.list()
    assert (broken.seq, broken.days, broken.size) == (3, None, 10)
    assert "is not a journal" in broken.fault
    assert (close.path, close.seq, close.reason, close.days, close.fault) == (newest, 2, Reason.CLOSE, 2, "")
    assert (close.made_at.isoformat(), close.size) == ("2026-10-23T21:14:00", newest.stat().st_size)
    assert (auto.seq, auto.days) == (1, 1)


def test_looking_at_backups_changes_none(backups: Backups) -> None:
    """A list leaves every byte as it is."""
    backups.make(Reason.AUTO)
    before = _files(backups.folder)
    backups.list()
    assert _files(backups.folder) == before


def test_old_ones_are_thinned_after_a_new_one(journal: Journal, backups: Backups, clock: HandClock) -> None:
    """Two a day for forty days leave two days whole and one a day or a week before them."""
    for number in range(80):
        clock.set(EVENING + number * DAY / 2)
        journal.diary.record(TODAY, mood=number % 10)
        backups.make(Reason.AUTO)
    assert [entry.seq for entry in backups.list()][:6] == [80, 79, 78, 77, 76, 75]
    assert 5 + 12 < len(backups.list()) < 30


def test_in_a_folder_of_ones_choice_all_stay(journal: Journal, tmp_path: Path, clock: HandClock) -> None:
    """What is put elsewhere stays there."""
    elsewhere = Backups(journal.path, clock, tmp_path / "stick")
    for number in range(10):
        clock.set(EVENING + number * timedelta(hours=1) - 40 * DAY)
        elsewhere.make(Reason.ASKED, forced=True)
    clock.set(EVENING)
    elsewhere.make(Reason.ASKED, forced=True)
    assert len(elsewhere.list()) == 11


def test_going_back_can_be_undone(journal: Journal, backups: Backups) -> None:
    """The journal is as it was; going back to what was kept brings the later entries again."""
    old = backups.make(Reason.ASKED).path
    early = _content(old)
    journal.diary.record(TODAY, mood=9, note="Better.")
    late = as_text(journal)
    journal.close()
    kept = backups.restore(old)
    assert _content(journal.path) == early
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert kept is not None
    assert kept.name == "000002-2026-11-22-2114-before-restore.legjournal"
    assert backups.restore(kept) == kept.with_name("000003-2026-11-22-2114-before-restore.legjournal")
    assert _content(journal.path) == late


class _GivenUp(Exception):
    """The person pressed Cancel."""


def _patience(moments: int) -> Callable[[float], None]:
    """Give up at the so-manieth time of being told how far it is."""
    told: list[float] = []

    def progress(share: float) -> None:
        told.append(share)
        if len(told) > moments:
            raise _GivenUp

    return progress


def test_going_back_may_be_given_up_at_any_moment(journal: Journal, backups: Backups) -> None:
    """Until the very end the journal keeps its bytes, and no part of a file is left."""
    old = backups.make(Reason.ASKED).path
    early = _content(old)
    journal.diary.record(TODAY, mood=9)
    journal.close()
    before = journal.path.read_bytes()
    for moments in range(50):
        try:
            backups.restore(old, _patience(moments))
        except _GivenUp:
            assert journal.path.read_bytes() == before
            assert {path.suffix for path in backups.folder.iterdir()} == {".legjournal"}
            assert not [path for path in backups.folder.iterdir() if path.name.startswith(".")]
        else:
            break
    assert moments > 3
    assert _content(journal.path) == early


def test_making_one_may_be_given_up_at_any_moment(journal: Journal, backups: Backups) -> None:
    """Also in the middle of copying: no part of a file is left, and a save goes through at once."""
    for number in range(300):  # enough for SQLite to be asked while it copies
        journal.symptoms.add(TODAY, kind="pain", score=number % 11, note="long " * 100)
    for moments in range(500):
        try:
            made = backups.make(Reason.ASKED, progress=_patience(moments))
        except _GivenUp:
            assert list(backups.folder.iterdir()) == []
            journal.diary.record(TODAY, mood=moments % 10)
        else:
            break
    assert moments > 2
    assert _content(made.path) == as_text(journal)


def test_going_back_works_when_the_journal_is_gone(journal: Journal, backups: Backups) -> None:
    """Neither the file nor its folder need be there."""
    old = backups.make(Reason.ASKED).path
    content = as_text(journal)
    journal.close()
    path = journal.path.parent / "gone" / "j.legjournal"
    assert Backups(path, HandClock()).restore(old) is None
    assert _content(path) == content
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def _newer(content: bytes) -> bytes:
    return content[:60] + struct.pack(">I", FORMAT + 1) + content[64:]


BEYOND_READING: dict[str, Callable[[bytes], bytes]] = {
    "newer": _newer,
    "cut short": lambda content: content[:-5000],
    "scribbled on": lambda content: b"\xff" * 4096 + content[4096:],
    "no tables": lambda content: content[:100] + bytes(3996) + content[4096:],
    "empty": lambda content: content[:0],
}


@pytest.mark.parametrize("spoil", BEYOND_READING.values(), ids=BEYOND_READING)
def test_a_journal_beyond_reading_is_kept_byte_for_byte(
    journal: Journal, backups: Backups, spoil: Callable[[bytes], bytes]
) -> None:
    """What cannot be backed up is copied as it is before the backup takes its place."""
    old = backups.make(Reason.ASKED).path
    content = as_text(journal)
    journal.close()
    spoiled = spoil(journal.path.read_bytes())
    journal.path.write_bytes(spoiled)
    kept = backups.restore(old)
    assert kept is not None
    assert kept.name == "000002-2026-11-22-2114-before-restore-damaged.legjournal"
    assert kept.read_bytes() == spoiled
    assert _content(journal.path) == content
    assert "is damaged" in backups.list()[0].fault


def test_a_journal_that_drifted_is_kept_byte_for_byte(journal: Journal, backups: Backups) -> None:
    """Damage that only the full check finds does not stand in the way of going back."""
    old = backups.make(Reason.ASKED).path
    journal.close()
    _drift(journal.path)
    drifted = journal.path.read_bytes()
    kept = backups.restore(old)
    assert kept is not None
    assert kept.read_bytes() == drifted


def test_what_a_crash_left_does_not_reach_the_backup(journal: Journal, backups: Backups) -> None:
    """A rollback journal beside the file is kept with it and never applied to what takes its place."""
    old = backups.make(Reason.ASKED).path
    content = as_text(journal)
    journal.close()
    hot = journal.path.with_name(journal.path.name + "-journal")
    hot.write_bytes(b"left by a crash")
    journal.path.write_bytes(b"scribble" * 1000)
    kept = backups.restore(old)
    assert kept is not None
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"left by a crash"
    assert not hot.exists()
    assert _content(journal.path) == content


def test_a_link_to_the_journal_stays_a_link(journal: Journal, backups: Backups, tmp_path: Path) -> None:
    """What the link leads to is replaced."""
    old = backups.make(Reason.ASKED).path
    content = as_text(journal)
    journal.close()
    link = tmp_path / "link.legjournal"
    link.symlink_to(journal.path)
    journal.path.unlink()
    Backups(link, HandClock()).restore(old)
    assert link.is_symlink()
    assert _content(journal.path) == content


BAD_BACKUPS: dict[str, tuple[Callable[[Path], object], type[errors.JournalError]]] = {
    "drifted": (_drift, errors.DamagedBackup),
    "newer": (lambda path: path.write_bytes(_newer(path.read_bytes())), errors.NewerJournal),
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:-5000]), errors.Truncated),
    "damaged": (lambda path: path.write_bytes(path.read_bytes()[:100] + bytes(90_000)), errors.JournalError),
    "text": (lambda path: path.write_text("Dear diary"), errors.NotAJournal),
    "empty": (lambda path: path.write_bytes(b""), errors.EmptyFile),
    "missing": (Path.unlink, errors.NotFound),
    "foreign": (
        lambda path: path.unlink() or sqlite3.connect(path).executescript("CREATE TABLE t (x);").close(),
        errors.ForeignDatabase,
    ),
}


@pytest.mark.parametrize(("spoil", "error"), BAD_BACKUPS.values(), ids=BAD_BACKUPS)
def test_a_bad_backup_is_refused_before_anything_changes(
    journal: Journal,
    backups: Backups,
    tmp_path: Path,
    spoil: Callable[[Path], object],
    error: type[errors.JournalError],
) -> None:
    """It says what is wrong with it; the journal and every other file keep their bytes."""
    old = backups.make(Reason.ASKED).path
    journal.close()
    spoil(old)
    before = _files(tmp_path)
    with pytest.raises(error):
        backups.restore(old)
    assert _files(tmp_path) == before


@pytest.mark.parametrize("kind", ["foreign", "folder"])
def test_what_is_no_journal_is_not_replaced(backups: Backups, tmp_path: Path, kind: str) -> None:
    """A database of another program and a folder stay where they are."""
    old = backups.make(Reason.ASKED).path
    path = tmp_path / "other"
    if kind == "folder":
        path.mkdir()
    else:
        sqlite3.connect(path).executescript("CREATE TABLE t (x);").close()
    before = _files(tmp_path)
    with pytest.raises((errors.ForeignDatabase, errors.NotAFile)):
        Backups(path, HandClock()).restore(old)
    assert _files(tmp_path) == before


def test_without_a_way_back_nothing_is_replaced(journal: Journal, backups: Backups) -> None:
    """Without room for the way back there is no going back."""
    backups.make(Reason.ASKED)
    old = journal.path.with_name("old.legjournal")
    shutil.move(backups.list()[0].path, old)
    backups.folder.rmdir()
    backups.folder.touch()
    journal.close()
    before = _files(journal.path.parent)
    with pytest.raises(errors.CannotWrite, match="could not be written"):
        backups.restore(old)
    assert _files(journal.path.parent) == before


def test_a_folder_that_cannot_be_is_a_sentence(journal: Journal, tmp_path: Path, clock: HandClock) -> None:
    """A file in the place of the folder, or above it, refuses the backup and leaves the journal as it was."""
    (tmp_path / "file").touch()
    before = _files(tmp_path)
    for folder in (tmp_path / "file", tmp_path / "file" / "inside"):
        with pytest.raises(errors.CannotWrite, match="could not be written"):
            Backups(journal.path, clock, folder).make(Reason.ASKED)
    assert _files(tmp_path) == before


NEARLY_FULL = """
import resource, sys
from pathlib import Path
from legjournal.clock import Clock
from legjournal.errors import CannotWrite
from legjournal.storage.backups import Backups
from legjournal.storage.thinning import Reason
journal, folder, backup, limit = *map(Path, sys.argv[1:4]), int(sys.argv[4])
backups = Backups(journal, Clock(), folder)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    backups.restore(backup) if backup.name else backups.make(Reason.ASKED)
except CannotWrite as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
@pytest.mark.parametrize("limit", [0, 4096, 50_000])
@pytest.mark.parametrize("present", ["no restore", "sound", "missing", "damaged"])
def test_a_full_disk_leaves_no_part_of_a_file(
    journal: Journal, backups: Backups, tmp_path: Path, limit: int, present: str
) -> None:
    """A backup or a restore that does not fit is one sentence; the journal and the rest keep their bytes."""
    old = backups.make(Reason.ASKED).path
    journal.diary.record(TODAY, mood=1)
    journal.close()
    if present == "missing":
        journal.path.unlink()
    elif present == "damaged":
        journal.path.write_bytes(b"scribble" * 20_000)
    before = _files(tmp_path)
    backup = "" if present == "no restore" else old
    command = [sys.executable, "-B", "-c", NEARLY_FULL, journal.path, backups.folder, backup, str(limit)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "could not be written" in done.stdout, done.stderr
    assert _files(tmp_path) == before


def test_one_that_is_deleted_while_they_are_listed_harms_nothing(journal: Journal) -> None:
    """Thinning and a list meet: whatever is gone in between, the others are still shown."""
    journal.diary.record(TODAY, mood=3)
    backups = journal.backups
    backups.make(Reason.ASKED, forced=True)
    [kept] = backups.list()
    passing = kept.path.with_name(kept.path.name.replace("000001", "000002"))
    done = threading.Event()

    def come_and_go() -> None:
        while not done.is_set():
            passing.hardlink_to(kept.path)  # whole at once, as a backup comes
            passing.unlink()

    going = threading.Thread(target=come_and_go)
    going.start()
    try:
        for _ in range(200):
            assert kept in backups.list()
    finally:
        done.set()
        going.join()
