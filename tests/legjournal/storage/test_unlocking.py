"""What is typed opens the journal, or is told why not; a wrong one changes nothing."""

import hashlib
import os
import shutil
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock

from legjournal import errors
from legjournal.journal import Journal
from legjournal.storage import locking
from legjournal.storage.backups import Backups
from legjournal.storage.engine import connect
from legjournal.storage.keys import NewKey, new_key, recovery_code
from legjournal.storage.thinning import Reason
from legjournal.storage.unlocking import key_for

PASSPHRASE = "Zoë's légs 'ache' \"so\" 🦵"
OTHER = NewKey(bytes(range(32)), bytes(range(16)))


@pytest.fixture(scope="module")
def lock() -> NewKey:
    """The key of PASSPHRASE, derived once."""
    return new_key(PASSPHRASE)


@pytest.fixture(scope="module")
def locked(lock: NewKey, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal with a page, locked with PASSPHRASE."""
    path = tmp_path_factory.mktemp("locked") / "j.legjournal"
    with Journal.create(path, HandClock()) as journal:
        journal.diary.record(EVENING.date(), note="A quiet day.")
    locking.lock(path, lock)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, locked: bytes) -> Path:
    path = tmp_path / "mine" / "j.legjournal"
    path.parent.mkdir()
    path.write_bytes(locked)
    return path


def _refusal(path: Path, secret: str) -> errors.JournalError:
    before = {file: hashlib.sha256(file.read_bytes()).digest() for file in path.parent.iterdir()}
    with pytest.raises(errors.JournalError) as refused:
        key_for(path, secret)
    assert {file: hashlib.sha256(file.read_bytes()).digest() for file in path.parent.iterdir()} == before
    return refused.value


def _code(key: bytes) -> str:
    return "-".join(recovery_code(key))


@pytest.mark.parametrize(
    "typed",
    [PASSPHRASE, unicodedata.normalize("NFD", PASSPHRASE), PASSPHRASE + " ", f"\t{PASSPHRASE}\n"],
    ids=["as it is", "accents apart", "a space after", "pasted"],
)
def test_the_passphrase_opens_the_journal(path: Path, lock: NewKey, typed: str) -> None:
    """With quotes, signs and accents, however the computer composes them, and spaces around it."""
    key = key_for(path, typed)
    assert key == lock.key
    with Journal.open(path, HandClock(), key=key) as journal:
        assert journal.problems() == []
        assert journal.diary.day(EVENING.date()).note == "A quiet day."


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "quite wrong",
        "x" * 10_240,
        "\0" + PASSPHRASE,
        PASSPHRASE.replace("ë", "e"),
        PASSPHRASE.lower(),
        "🦵" * 12,
    ],
    ids=["empty", "wrong", "10 kB", "NUL", "no accent", "small letters", "emoji"],
)
def test_a_wrong_passphrase_is_told_so_and_changes_nothing(path: Path, typed: str) -> None:
    """One calm sentence; every byte of every file is as it was."""
    refusal = _refusal(path, typed)
    assert type(refusal) is errors.WrongPassphrase
    assert typed not in str(refusal) or not typed


def test_quotes_and_nul_are_letters_like_others(path: Path) -> None:
    """A passphrase that would break a careless statement locks and unlocks."""
    odd = "a'; DROP TABLE symptom; --\0\""
    locking.remove_passphrase(path, key_for(path, PASSPHRASE))
    locking.lock(path, new_key(odd))
    assert key_for(path, odd) is not None


def test_the_recovery_code_opens_the_journal_and_its_backups(
    path: Path, lock: NewKey, tmp_path: Path
) -> None:
    """Also on another computer, with nothing but a copy of the file and the sheet."""
    made = Backups(path, HandClock(), key=lock.key).make(Reason.ASKED).path
    moved = tmp_path / "another home" / "j.legjournal"
    moved.parent.mkdir()
    moved.write_bytes(made.read_bytes())
    for file in (path, made, moved):
        assert key_for(file, _code(lock.key).lower().replace("-", " ")) == lock.key
        assert key_for(file, PASSPHRASE) == lock.key


def test_a_slip_in_the_code_is_found(path: Path, lock: NewKey) -> None:
    """The sentence names the group in which it is."""
    groups = list(recovery_code(lock.key))
    groups[6] = groups[6][:3] + ("X" if groups[6][3] != "X" else "Y")
    refusal = _refusal(path, "-".join(groups))
    assert type(refusal) is errors.CodeTypo
    assert "group 7" in str(refusal)


def test_a_code_of_something_else_is_told_so(path: Path) -> None:
    """Typed without a slip, but it belongs to another journal or an older passphrase."""
    assert type(_refusal(path, _code(OTHER.key))) is errors.OtherCode


def test_an_older_passphrase_is_told_by_the_newest_backup(path: Path, lock: NewKey) -> None:
    """It opens what was saved before the change, and so does its code; the journal needs the newer one."""
    Backups(path, HandClock(), key=lock.key).make(Reason.ASKED)
    locking.change_passphrase(path, lock.key, OTHER)
    for older in (PASSPHRASE, _code(lock.key)):
        assert type(_refusal(path, older)) is errors.OlderPassphrase
    assert type(_refusal(path, "neither of them")) is errors.WrongPassphrase
    assert key_for(path, _code(OTHER.key)) == OTHER.key


def _flip(content: bytearray) -> None:
    content[1000] ^= 1


def _zero_sector(content: bytearray) -> None:
    content[512:1024] = bytes(512)


def _scribble(content: bytearray) -> None:
    content[100:164] = bytes(range(64))


@pytest.mark.parametrize("damage", [_flip, _zero_sector, _scribble])
def test_damage_to_the_first_page_is_not_a_wrong_passphrase(path: Path, damage: object) -> None:
    """SQLCipher cannot tell them apart; the pages after the first can. A wrong one is still wrong."""
    content = bytearray(path.read_bytes())
    damage(content)  # type: ignore[operator]
    path.write_bytes(content)
    assert type(_refusal(path, PASSPHRASE)) is errors.Damaged
    assert type(_refusal(path, "not the right one")) is errors.WrongPassphrase


@pytest.mark.parametrize("length", [16, 4096], ids=["salt", "page"])
def test_where_the_salt_is_gone_the_newest_backup_has_it(path: Path, lock: NewKey, length: int) -> None:
    """Without its first bytes nothing can be derived from a passphrase; a backup began with the same."""
    Backups(path, HandClock(), key=lock.key).make(Reason.ASKED)
    path.write_bytes(bytes(length) + path.read_bytes()[length:])
    assert type(_refusal(path, PASSPHRASE)) is errors.Damaged
    assert type(_refusal(path, _code(lock.key))) is errors.Damaged
    assert type(_refusal(path, "not the right one")) is errors.WrongPassphrase


def test_where_the_beginning_is_gone_the_newest_backup_knows(path: Path, lock: NewKey) -> None:
    """No page that is looked at can speak for the passphrase any more; a backup with the same salt can."""
    Backups(path, HandClock(), key=lock.key).make(Reason.ASKED)
    path.write_bytes(lock.salt + os.urandom(2**17 - 16) + path.read_bytes()[2**17 :])
    assert type(_refusal(path, PASSPHRASE)) is errors.Damaged
    assert type(_refusal(path, "not the right one")) is errors.WrongPassphrase


def test_a_plain_journal_needs_no_key(journal: Journal) -> None:
    """Whatever is typed, it opens; and a key kept from before does no harm."""
    assert key_for(journal.path, "anything") is None
    Journal.open(journal.path, key=OTHER.key).close()


def test_what_is_no_journal_is_refused_as_ever(tmp_path: Path) -> None:
    """A passphrase does not make a journal of a text, a picture or nothing."""
    assert type(_refusal(tmp_path / "gone", "x")) is errors.NotFound
    (tmp_path / "text").write_text("Dear diary, " * 1024)
    assert type(_refusal(tmp_path / "text", "x")) is errors.NotAJournal


def test_noise_with_a_passphrase_is_still_noise(tmp_path: Path) -> None:
    """Random bytes cannot be told from a locked journal; nothing opens them."""
    path = tmp_path / "noise"
    path.write_bytes(os.urandom(8192))
    assert type(_refusal(path, "x")) is errors.WrongPassphrase


def test_what_a_crash_left_half_done_is_no_matter_of_the_passphrase(path: Path, lock: NewKey) -> None:
    """A wrong one does not even touch it; with the right one the journal is as before the crash."""
    crashed = path.with_name("crashed.legjournal")
    with closing(connect(path, lock.key)) as connection:
        connection.execute("PRAGMA cache_size=2")  # so that a change reaches the file before its end
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "CREATE TABLE half AS SELECT hex(randomblob(1000)) FROM sqlite_master a, sqlite_master"
        )
        for suffix in ("", "-journal"):
            shutil.copyfile(path.with_name(path.name + suffix), crashed.with_name(crashed.name + suffix))
        connection.execute("ROLLBACK")
    assert type(_refusal(crashed, "not the right one")) is errors.WrongPassphrase
    assert key_for(crashed, PASSPHRASE) == lock.key
    assert not crashed.with_name(crashed.name + "-journal").exists()
    with Journal.open(crashed, HandClock(), key=lock.key) as journal:
        assert journal.problems() == []
        assert journal.diary.day(EVENING.date()).note == "A quiet day."
