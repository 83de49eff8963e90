"""What a file is told to be, and that telling changes nothing."""

import hashlib
import os
import random
import socket
import sqlite3
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock

from legjournal import errors
from legjournal.journal import Journal
from legjournal.storage.opening import APPLICATION_ID, FORMAT, refuse_unless_journal

PAGE = 4096  # bytes of a page of a journal
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound journal with one page written."""
    path = tmp_path_factory.mktemp("sound") / "sound.legjournal"
    with Journal.create(path, HandClock()) as journal:
        journal.diary.record(EVENING.date(), note="A quiet day.")
    return path.read_bytes()


def _fingerprint(folder: Path) -> dict[str, str]:
    """The names in a folder with the sha256 of every plain file."""
    return {
        entry.name: hashlib.sha256(entry.read_bytes()).hexdigest() if entry.is_file() else "no file"
        for entry in folder.iterdir()
    }


@contextmanager
def _left_as_it_was(folder: Path) -> Iterator[None]:
    before = _fingerprint(folder)
    yield
    assert _fingerprint(folder) == before


def _refusal(path: Path) -> errors.JournalError:
    """What `Journal.open` answers; the folder must be as it was."""
    with _left_as_it_was(path.parent), pytest.raises(errors.JournalError) as refused:
        Journal.open(path)
    return refused.value


def _database(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def _random(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("journal.txt", "not a journal")


KINDS: dict[str, tuple[Callable[[Path], object], type[errors.JournalError], str]] = {
    "missing": (lambda _path: None, errors.NotFound, "There is no journal at"),
    "dangling link": (lambda path: path.symlink_to("nowhere"), errors.NotFound, "There is no journal at"),
    "folder": (lambda path: path.mkdir(), errors.NotAFile, "is not a file"),
    "pipe": (os.mkfifo, errors.NotAFile, "is not a file"),
    "zero length": (lambda path: path.touch(), errors.EmptyFile, "is empty"),
    "text": (lambda path: path.write_text("Dear diary, " * 50), errors.NotAJournal, "is not a journal"),
    "one letter": (lambda path: path.write_text("D"), errors.NotAJournal, "is not a journal"),
    "PNG": (lambda path: path.write_bytes(PNG + bytes(500)), errors.NotAJournal, "is not a journal"),
    "ZIP": (_zip, errors.NotAJournal, "is not a journal"),
    "random": (lambda path: path.write_bytes(_random(8192)), errors.Locked, "is locked"),
    "random, half of it gone": (
        lambda path: path.write_bytes(bytes(4096) + _random(4096)),
        errors.Locked,
        "is locked",
    ),
    "random, of no whole pages": (
        lambda path: path.write_bytes(_random(8191)),
        errors.NotAJournal,
        "is not a journal",
    ),
    "random, but for most of it": (
        lambda path: path.write_bytes(_random(4096) + b"Dear diary, " * 1024),
        errors.NotAJournal,
        "is not a journal",
    ),
    "PNG of whole pages": (
        lambda path: path.write_bytes(PNG + _random(8192 - len(PNG))),
        errors.NotAJournal,
        "is not a journal",
    ),
    "ZIP of whole pages": (
        lambda path: path.write_bytes(b"PK\x03\x04" + _random(8188)),
        errors.NotAJournal,
        "is not a journal",
    ),
    "text of whole pages": (
        lambda path: path.write_text("Dear diary, " * 1024),
        errors.NotAJournal,
        "is not a journal",
    ),
    "zeros": (lambda path: path.write_bytes(bytes(8192)), errors.NotAJournal, "is not a journal"),
    "SQLite of nobody": (
        lambda path: _database(path, "CREATE TABLE t (x)"),
        errors.ForeignDatabase,
        "belongs to another program",
    ),
    "SQLite of another program": (
        lambda path: _database(path, "CREATE TABLE t (x); PRAGMA application_id = 252006675"),
        errors.ForeignDatabase,
        "belongs to another program",
    ),
}


@pytest.mark.parametrize(("make", "error", "words"), KINDS.values(), ids=KINDS)
def test_what_is_no_journal_is_told_so_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], error: type[errors.JournalError], words: str
) -> None:
    """Every other thing gets its own sentence with its path; not a byte changes and no file appears."""
    path = tmp_path / "thing.legjournal"
    make(path)
    refusal = _refusal(path)
    assert type(refusal) is error
    assert words in str(refusal)
    assert str(path) in str(refusal)
    assert str(refusal).endswith(".")


@pytest.mark.skipif(sys.platform == "win32", reason="a socket in the file system is a Unix thing")
def test_a_socket_is_not_a_file(tmp_path: Path) -> None:
    """Whatever is not a plain file is refused without being read."""
    path = tmp_path / "s"
    with closing(socket.socket(socket.AF_UNIX)) as listener:
        listener.bind(str(path))
        assert isinstance(_refusal(path), errors.NotAFile)


def test_a_name_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    """A name that is too long, and a file taken for a folder, are a sentence and no crash."""
    (tmp_path / "file").touch()
    for path in (tmp_path / ("x" * 300), tmp_path / "file" / "journal"):
        with pytest.raises(errors.JournalError):
            Journal.open(path)


def test_a_sound_journal_opens_and_tells_its_format(tmp_path: Path, sound: bytes) -> None:
    """A journal is told by its application id; looking at it changes nothing."""
    path = tmp_path / "sound.legjournal"
    path.write_bytes(sound)
    with _left_as_it_was(tmp_path):
        assert refuse_unless_journal(path) == FORMAT


def test_opening_and_reading_changes_nothing(tmp_path: Path, sound: bytes) -> None:
    """A journal that is only read keeps its bytes."""
    path = tmp_path / "sound.legjournal"
    path.write_bytes(sound)
    with _left_as_it_was(tmp_path), Journal.open(path) as journal:
        assert journal.diary.day(EVENING.date()).note == "A quiet day."
        assert journal.problems() == []


def test_a_newer_journal_is_refused_with_both_numbers(tmp_path: Path, sound: bytes) -> None:
    """A journal of the next format says which format it has and which this program reads."""
    newer = bytearray(sound)
    newer[60:64] = struct.pack(">I", FORMAT + 1)
    path = tmp_path / "newer.legjournal"
    path.write_bytes(newer)
    refusal = _refusal(path)
    assert isinstance(refusal, errors.NewerJournal)
    assert f"format {FORMAT + 1}" in str(refusal)
    assert f"up to {FORMAT}" in str(refusal)
    assert "update the program" in str(refusal)


@pytest.mark.parametrize("cut", [100, 101, PAGE - 1, PAGE, 10 * PAGE, 10 * PAGE + 7, -PAGE, -1])
def test_a_truncated_journal_is_told_by_its_header(tmp_path: Path, sound: bytes, cut: int) -> None:
    """From the header alone to one missing byte: wherever it is cut, it says that part is missing."""
    path = tmp_path / "cut.legjournal"
    path.write_bytes(sound[:cut])
    refusal = _refusal(path)
    assert isinstance(refusal, errors.Truncated)
    assert "cut short" in str(refusal)


@pytest.mark.parametrize("cut", [1, 16, 60, 99])
def test_less_than_a_header_is_no_journal(tmp_path: Path, sound: bytes, cut: int) -> None:
    """A few bytes are not enough to know anything by."""
    path = tmp_path / "cut.legjournal"
    path.write_bytes(sound[:cut])
    assert isinstance(_refusal(path), errors.NotAJournal)


@pytest.mark.parametrize("filling", [b"\x00", b"\xff"], ids=["zeroed", "scribbled on"])
def test_a_damaged_first_page_is_damaged(tmp_path: Path, sound: bytes, filling: bytes) -> None:
    """A journal whose list of tables cannot be read says that it is damaged and was left as it is."""
    path = tmp_path / "damaged.legjournal"
    path.write_bytes(sound[:100] + filling * (PAGE - 100) + sound[PAGE:])
    refusal = _refusal(path)
    assert isinstance(refusal, errors.Damaged)
    assert "was left as it is" in str(refusal)


def test_damage_under_a_write_ahead_header_makes_no_files(tmp_path: Path, sound: bytes) -> None:
    """Even with the write-ahead mode in its header, a damaged file gets no -wal and no -shm beside it."""
    damaged = bytearray(sound[:100] + b"\xff" * (PAGE - 100) + sound[PAGE:])
    damaged[18:20] = b"\x02\x02"
    path = tmp_path / "damaged.legjournal"
    path.write_bytes(damaged)
    assert isinstance(_refusal(path), errors.Damaged)


def test_any_zeroed_page_is_found(tmp_path: Path, sound: bytes) -> None:
    """Whichever page a disk loses, opening or the full check says so."""
    path = tmp_path / "zeroed.legjournal"
    for start in range(PAGE, len(sound), 3 * PAGE):
        path.write_bytes(sound[:start] + bytes(PAGE) + sound[start + PAGE :])
        try:
            with Journal.open(path) as journal:
                assert journal.problems(), f"page {start // PAGE + 1}"
        except errors.Damaged:
            pass


def test_reading_a_page_that_is_gone_is_a_sentence(tmp_path: Path, sound: bytes) -> None:
    """Damage met while reading is the person's sentence, not a bug of the program."""
    path = tmp_path / "zeroed.legjournal"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection:
        [number] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'diary_day'"
        ).fetchone()
    start = (number - 1) * PAGE
    path.write_bytes(sound[:start] + bytes(PAGE) + sound[start + PAGE :])
    with Journal.open(path) as journal, pytest.raises(errors.DamagedInside):
        journal.diary.day(EVENING.date())


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_journal_held_by_another_program_is_in_use(tmp_path: Path, sound: bytes) -> None:
    """While another program holds it EXCLUSIVE it is in use; once let go it opens."""
    path = tmp_path / "held.legjournal"
    path.write_bytes(sound)
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(errors.InUse, match="in use by another program"):
            Journal.open(path)
        holder.communicate("")
    assert path.read_bytes() == sound
    Journal.open(path).close()


UNREADABLE = """
import os, sys
from pathlib import Path
from legjournal.errors import Unreadable
from legjournal.journal import Journal
os.chdir(sys.argv[1])
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)  # root may read everything, so be nobody
try:
    Journal.open(Path("theirs.legjournal"))
except Unreadable as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
def test_a_file_this_person_may_not_read_is_unreadable(tmp_path: Path, sound: bytes) -> None:
    """A journal of somebody else's says that the computer does not allow it to be read."""
    path = tmp_path / "theirs.legjournal"
    path.write_bytes(sound)
    path.chmod(0o000)
    tmp_path.chmod(0o755)
    command = [sys.executable, "-c", UNREADABLE, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "does not allow" in done.stdout, done.stderr
    path.chmod(0o600)
    assert path.read_bytes() == sound


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, lambda path: path.write_text("mine")])
def test_a_new_journal_never_overwrites(tmp_path: Path, make: Callable[[Path], object]) -> None:
    """Whatever lies at the place of a new journal stays as it is."""
    path = tmp_path / "j.legjournal"
    make(path)
    with _left_as_it_was(tmp_path), pytest.raises(errors.AlreadyThere, match="There is already a file"):
        Journal.create(path)


def test_a_new_journal_is_recognised(journal: Journal) -> None:
    """A new journal carries the program's number and its format in its header."""
    header = journal.path.read_bytes()[:100]
    assert struct.unpack(">I", header[68:72])[0] == APPLICATION_ID
    assert struct.unpack(">I", header[60:64])[0] == FORMAT


def test_where_no_file_can_be_made_none_is(tmp_path: Path) -> None:
    """A place inside a file is refused with the system's reason."""
    (tmp_path / "file").touch()
    with _left_as_it_was(tmp_path), pytest.raises(errors.CannotWrite, match="could not be written"):
        Journal.create(tmp_path / "file" / "j.legjournal")
