"""A journal is locked, locked otherwise and unlocked whole or not at all, and nobody reads a locked one."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock
from sqlcipher3 import dbapi2

from legjournal import errors
from legjournal.exchange.whole import as_text
from legjournal.journal import Journal
from legjournal.storage import locking
from legjournal.storage.backups import Backups
from legjournal.storage.check import flaw_of
from legjournal.storage.engine import connect
from legjournal.storage.erasing import unfinished
from legjournal.storage.keys import NewKey, code_id
from legjournal.storage.locking import content_of
from legjournal.storage.opening import refuse_unless_journal
from legjournal.storage.soundness import reading
from legjournal.storage.thinning import Reason

TODAY = EVENING.date()
CANARY = "a canary sang in the mine"
# Keys as they are, for to derive one takes a while and is tested elsewhere.
NEW = NewKey(bytes(range(32)), bytes(range(16)))
OTHER = NewKey(bytes(range(32, 64)), bytes(range(16, 32)))
OPERATIONS: dict[str, Callable[[Path], None]] = {
    "lock": lambda path: locking.lock(path, NEW),
    "change": lambda path: locking.change_passphrase(path, NEW.key, OTHER),
    "remove": lambda path: locking.remove_passphrase(path, NEW.key),
}
KEYS = {
    "lock": (None, NEW.key),
    "change": (NEW.key, OTHER.key),
    "remove": (NEW.key, None),
}  # before and after


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal with a page, its earlier wordings and a symptom."""
    path = tmp_path_factory.mktemp("plain") / "j.legjournal"
    with Journal.create(path, HandClock()) as journal:
        for words in (CANARY, CANARY + " again", CANARY * 500):
            journal.diary.record(TODAY, note=words, mood=3)
        journal.symptoms.add(TODAY, kind="pain", side="left", score=4)
    return path.read_bytes()


@pytest.fixture(scope="module")
def locked(plain: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The same, locked with NEW."""
    path = tmp_path_factory.mktemp("locked") / "j.legjournal"
    path.write_bytes(plain)
    locking.lock(path, NEW)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, plain: bytes) -> Path:
    """A plain journal, closed."""
    path = tmp_path / "mine" / "j.legjournal"
    path.parent.mkdir()
    path.write_bytes(plain)
    path.chmod(0o600)
    return path


def _content(path: Path, key: bytes | None) -> list[tuple[str, str]]:
    assert flaw_of(path, key) == ""
    with reading(path, key) as connection:
        return list(content_of(connection))


def _text(path: Path, key: bytes | None) -> str:
    with Journal.open(path, HandClock(), key=key) as journal:
        assert journal.problems() == []
        return as_text(journal)


def test_locking_and_unlocking_keeps_every_entry_and_its_history(path: Path) -> None:
    """Locked, locked otherwise and unlocked again, the journal holds what it held, and opens and saves."""
    before, text = _content(path, None), _text(path, None)
    locking.lock(path, NEW)
    assert path.read_bytes()[:16] == NEW.salt
    assert _content(path, NEW.key) == before
    locking.change_passphrase(path, NEW.key, OTHER)
    assert path.read_bytes()[:16] == OTHER.salt
    assert _content(path, OTHER.key) == before
    with Journal.open(path, HandClock(), key=OTHER.key) as journal:
        journal.diary.record(TODAY, note="typed while locked")
        journal.history.undo()
    with pytest.raises(errors.WrongPassphrase):
        Journal.open(path, key=NEW.key)
    locking.remove_passphrase(path, OTHER.key)
    assert _text(path, None).count(CANARY) == text.count(CANARY)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_file_is_for_the_person_alone(
    path: Path, plain: bytes, locked: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the mask and whatever it was before, the new file is 0600, and nothing lies beside it."""
    path.write_bytes(plain if name == "lock" else locked)
    path.chmod(0o644)
    mask = os.umask(0)
    try:
        OPERATIONS[name](path)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_nobody_reads_a_locked_file(path: Path) -> None:
    """The standard library refuses it, none of its words is in it, and its bytes look like noise."""
    locking.lock(path, NEW)
    with (
        closing(sqlite3.connect(path)) as stranger,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        stranger.execute("SELECT * FROM diary_day")
    content = path.read_bytes()
    for word in (b"canary", b"CREATE TABLE", b"diary", b"SQLite", b"pain"):
        assert word not in content
    counts = Counter(content)
    expected = len(content) / 256
    assert (
        sum((counts[byte] - expected) ** 2 / expected for byte in range(256)) < 420
    )  # by chance once in 10**9


def test_any_sqlcipher_opens_it_with_the_passphrase(path: Path) -> None:
    """No key of our own making: the parameters are SQLCipher's own, and the person is not locked into us."""
    from legjournal.storage.keys import new_key

    locking.lock(path, new_key("four words do well"))
    with closing(dbapi2.connect(str(path))) as tool:
        tool.execute("PRAGMA cipher_log_level=NONE")
        tool.execute("PRAGMA key='four words do well'")
        assert tool.execute("SELECT count(*) FROM symptom").fetchone() == (1,)


def test_no_word_of_a_locked_journal_lies_anywhere_else(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After saving, backing up, going back and another passphrase, no file of this home has a word of it."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    locking.lock(path, NEW)
    with Journal.open(path, HandClock(), key=NEW.key) as journal:
        journal.diary.record(TODAY, note=CANARY * 1000)
        backup = journal.backups.make(Reason.ASKED).path
        journal.diary.record(TODAY, note=CANARY)
    Backups(path, HandClock(), key=NEW.key).restore(backup)
    locking.change_passphrase(path, NEW.key, OTHER)
    found = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(found) == 3  # the journal, the backup, and what was there before going back to it
    assert [file for file in found if b"canary" in file.read_bytes()] == []
    assert {stat.S_IMODE(file.stat().st_mode) for file in found} == {0o600}


def test_the_bytes_of_the_plain_file_are_overwritten(path: Path, plain: bytes) -> None:
    """Whoever still holds the old file finds zeros where the words were."""
    with path.open("rb") as held:
        locking.lock(path, NEW)
        assert held.read() == bytes(len(plain))


def test_a_second_name_of_the_plain_file_keeps_it(path: Path, plain: bytes) -> None:
    """A hard link somebody made is a copy they wanted."""
    other = path.with_name("kept")
    other.hardlink_to(path)
    locking.lock(path, NEW)
    assert other.read_bytes() == plain


def test_a_link_to_a_journal_stays_a_link(path: Path, tmp_path: Path) -> None:
    """What is locked is the journal it leads to, and no plain copy stays behind."""
    link = tmp_path / "link.legjournal"
    link.symlink_to(path)
    locking.lock(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes()[:16] == NEW.salt


def _refused(path: Path, operation: Callable[[Path], None], error: type[Exception]) -> None:
    before = {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in path.parent.iterdir()}
    with pytest.raises(error):
        operation(path)
    assert {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in path.parent.iterdir()} == before


def test_what_is_refused_is_left_as_it_was(path: Path, locked: bytes) -> None:
    """A second lock, a wrong key, another file, a damaged journal: one sentence and not a byte changed."""
    _refused(path, OPERATIONS["remove"], errors.NotAJournal)
    path.write_bytes(locked)
    _refused(path, OPERATIONS["lock"], errors.Locked)
    _refused(path, lambda path: locking.change_passphrase(path, OTHER.key, NEW), errors.WrongPassphrase)
    _refused(path, lambda path: locking.remove_passphrase(path, bytes(32)), errors.WrongPassphrase)
    path.write_bytes(b"Dear diary")
    _refused(path, OPERATIONS["lock"], errors.NotAJournal)
    path.unlink()
    _refused(path, OPERATIONS["lock"], errors.NotFound)


def test_a_journal_that_drifted_is_not_locked(path: Path) -> None:
    """What the check would not pass does not take the journal's place: its backups are plainer."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE diary_day SET mood = mood + 1")
    _refused(path, OPERATIONS["lock"], errors.UnsoundRewrite)


def test_a_journal_in_use_is_not_locked(path: Path) -> None:
    """Somebody is saving: nothing is changed, and the sentence asks to try again."""
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.SaveBusy):
            locking.lock(path, NEW)
    assert list(path.parent.iterdir()) == [path]
    assert flaw_of(path) == ""


@pytest.mark.parametrize("moment", [0.1, 0.2, 0.5, 0.9])
def test_given_up_the_journal_is_as_it_was(path: Path, locked: bytes, moment: float) -> None:
    """At any moment before the last; no part of a new file stays, and none of it can be read."""
    path.write_bytes(locked)

    def give_up(done: float) -> None:
        if done >= moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        locking.remove_passphrase(path, NEW.key, give_up)
    assert path.read_bytes() == locked
    assert list(path.parent.iterdir()) == [path]


LIMITED = """
import resource, signal, sys
from pathlib import Path
from legjournal import errors
from legjournal.storage import locking
from legjournal.storage.keys import NewKey
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
try:
    locking.lock(Path(sys.argv[1]), NewKey(bytes(range(32)), bytes(range(16))))
except errors.JournalError as error:
    print(type(error).__name__)
"""


def test_a_full_disk_leaves_the_journal_as_it_was(path: Path, plain: bytes) -> None:
    """There is no room for the new file: the old one is untouched and no part of the new one stays."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() in ("DiskFull", "DiskFault"), done.stderr
    assert path.read_bytes() == plain
    assert list(path.parent.iterdir()) == [path]


def test_plain_backups_are_told_apart_and_removed(path: Path) -> None:
    """Of a locked journal's backups those anybody can read are named, and go for good if asked."""
    before = Backups(path, HandClock())
    made = [before.make(Reason.ASKED, forced=True).path for _ in range(2)]
    damaged = before.folder / "000003-2026-11-22-2114-before-restore-damaged.legjournal"
    damaged.write_text(CANARY)
    damaged.with_name(damaged.name + "-journal").write_text(CANARY)
    (before.folder / "a letter.txt").write_text("not ours")
    locking.lock(path, NEW)
    backups = Backups(path, HandClock(), key=NEW.key)
    safe = backups.make(Reason.AUTO)
    assert safe.new  # for the plain one that holds the same is no longer wanted
    assert safe.path.name == f"000004-2026-11-22-2114-auto-{code_id(NEW.key)}.legjournal"
    plain = [backup for backup in backups.list() if not backup.locked]
    assert [backup.path for backup in plain] == [damaged, *reversed(made)]
    assert [(backup.days, backup.code_id) for backup in plain] == [(None, ""), (1, ""), (1, "")]
    with made[0].open("rb") as held:
        assert backups.remove(backup.path for backup in plain) == ()
        assert set(held.read()) == {0}
    assert {file.name for file in backups.folder.iterdir()} == {safe.path.name, "a letter.txt"}
    [left] = backups.list()
    assert (left.days, left.fault, left.locked, left.code_id) == (1, "", True, code_id(NEW.key))


def test_a_locked_journal_stays_locked_when_going_back(path: Path) -> None:
    """To a plain backup, or to one with an older passphrase: the journal keeps the passphrase it has."""
    plain = Backups(path, HandClock()).make(Reason.ASKED).path
    content = _content(path, None)
    locking.lock(path, OTHER)
    older = Backups(path, HandClock(), key=OTHER.key).make(Reason.ASKED).path
    locking.change_passphrase(path, OTHER.key, NEW)
    with pytest.raises(errors.Locked):
        Backups(path, HandClock()).restore(plain)
    backups = Backups(path, HandClock(), key=NEW.key)
    with pytest.raises(errors.WrongPassphrase):
        backups.restore(older)
    for backup, key in ((plain, None), (older, OTHER.key)):
        with Journal.open(path, HandClock(), key=NEW.key) as journal:
            journal.diary.record(TODAY, note="later")
        kept = backups.restore(backup, backup_key=key)
        assert path.read_bytes()[:16] == NEW.salt
        assert _content(path, NEW.key) == content
        assert kept is not None
        assert "later" in _text(kept, NEW.key)


def test_a_plain_journal_stays_plain_when_going_back(path: Path) -> None:
    """After the passphrase was taken off, backups from before are still good, with their code."""
    content = _content(path, None)
    locking.lock(path, NEW)
    backup = Backups(path, HandClock(), key=NEW.key).make(Reason.ASKED).path
    locking.remove_passphrase(path, NEW.key)
    backups = Backups(path, HandClock())
    [listed] = backups.list()
    assert "is locked" in listed.fault
    with pytest.raises(errors.Locked):
        backups.restore(backup)
    backups.restore(backup, backup_key=NEW.key)
    assert _content(path, None) == content


@pytest.mark.parametrize("present", ["gone", "damaged", "locked with a forgotten passphrase"])
def test_where_the_journal_cannot_be_read_a_backup_comes_as_it_is(path: Path, present: str) -> None:
    """With its own lock; what lay there before is kept byte for byte."""
    locking.lock(path, NEW)
    backup = Backups(path, HandClock(), key=NEW.key).make(Reason.ASKED).path
    if present == "gone":
        path.unlink()
    elif present == "damaged":
        path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    else:
        locking.change_passphrase(path, NEW.key, OTHER)
    before = path.read_bytes() if path.exists() else None
    kept = Backups(path, HandClock()).restore(backup, backup_key=NEW.key)
    assert path.read_bytes() == backup.read_bytes()
    assert _content(path, NEW.key)
    assert before == (kept.read_bytes() if kept else None)


def test_what_a_crash_left_goes_when_the_journal_is_opened(path: Path, locked: bytes) -> None:
    """A half of a plain file beside a locked journal would be there to read."""
    path.write_bytes(locked)
    unfinished(path).write_text(CANARY)
    with unfinished(path).open("rb") as held:
        Journal.open(path, HandClock(), key=NEW.key).close()
        assert held.read() == bytes(len(CANARY))
    assert list(path.parent.iterdir()) == [path]


# Each kill has a child of its own, forked from one process under strace: imports are paid for once. strace
# counts the calls of each child by itself, so a child that is to die at its i-th call first makes 100 - i
# calls of that kind that do nothing.
SWEEP = """
import os, sys
from pathlib import Path
from legjournal.storage import locking
from legjournal.storage.keys import NewKey

plain, locked, folder = map(Path, sys.argv[1:4])
new = NewKey(bytes(range(32)), bytes(range(16)))
other = NewKey(bytes(range(32, 64)), bytes(range(16, 32)))
operations = {
    "lock": lambda path: locking.lock(path, new),
    "change": lambda path: locking.change_passphrase(path, new.key, other),
    "remove": lambda path: locking.remove_passphrase(path, new.key),
}
null = os.open("/dev/null", os.O_RDWR)
idle = {
    "pwrite64": lambda: os.pwrite(null, b"x", 0),
    "fsync": lambda: os.fsync(null),
    "rename": lambda: os.rename(folder / "dummy", folder / "dummy"),
    "unlink": lambda: os.unlink(folder / "gone"),
}
(folder / "dummy").touch()
for name, operation in operations.items():
    for call, points in (
        ("pwrite64", (1, 2, 9, 30, 60)), ("fsync", (1, 2, 3, 4)), ("rename", (1,)), ("unlink", (1, 2))
    ):
        for point in points:
            place = folder / f"{name}-{call}-{point}"
            place.mkdir()
            path = place / "j.legjournal"
            path.write_bytes((plain if name == "lock" else locked).read_bytes())
            if os.fork() == 0:
                for _ in range(100 - point):
                    try:
                        idle[call]()
                    except OSError:
                        pass
                operation(path)
                os._exit(0)
            print(place, os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
"""
CALLS = ("pwrite64", "fsync", "rename", "unlink")
STRACE = [
    *("strace", "-f", "-qq", "-o", os.devnull, f"--trace={','.join(CALLS)}"),
    *(f"--inject={call}:signal=KILL:when=100" for call in CALLS),
]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace stops the program at a system call")
def test_stopped_anywhere_exactly_one_of_old_and_new_opens(
    tmp_path: Path, plain: bytes, locked: bytes
) -> None:
    """Killed at a write, a sync or a rename, the journal is whole: as it was, or as it is to be."""
    folder = tmp_path / "sweep"
    folder.mkdir()
    for name, content in (("plain", plain), ("locked", locked)):
        (tmp_path / name).write_bytes(content)
    command = [*STRACE, sys.executable, "-c", SWEEP]
    done = subprocess.run(
        [*command, tmp_path / "plain", tmp_path / "locked", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    content = _content(tmp_path / "plain", None)
    statuses, states = Counter(), Counter()
    for line in done.stdout.splitlines():
        place, status = line.split()
        statuses[status] += 1
        name = Path(place).name.split("-")[0]
        states[name, _state(Path(place) / "j.legjournal", KEYS[name], content)] += 1
    assert statuses["-9"] >= 25, done.stdout
    assert {state for _, state in states} == {"old", "new"}
    assert {name for name, _ in states} == set(OPERATIONS)


def _state(path: Path, keys: tuple[bytes | None, bytes | None], content: list[tuple[str, str]]) -> str:
    """Which of the two keys opens the journal, with all its content, and leaves nothing beside it."""
    opening = [state for state, key in zip(("old", "new"), keys, strict=True) if _opens(path, key)]
    [state] = opening
    key = keys[opening == ["new"]]
    assert _content(path, key) == content
    Journal.open(path, HandClock(), key=key).close()
    assert list(path.parent.iterdir()) == [path]
    return state


def _opens(path: Path, key: bytes | None) -> bool:
    try:
        refuse_unless_journal(path, key)
    except (errors.Locked, errors.WrongPassphrase, errors.NotAJournal):
        return False
    return True
