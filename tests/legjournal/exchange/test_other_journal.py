"""Another journal is looked at through a copy: sound or not, its file and its folder stay as they are."""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock
from sqlcipher3 import dbapi2

from legjournal import errors
from legjournal.exchange.compare import compare
from legjournal.exchange.merge import merge
from legjournal.journal import Journal
from legjournal.storage.digest import digest
from legjournal.storage.opening import APPLICATION_ID, FORMAT

TODAY = EVENING.date()
DAY = timedelta(days=1)
KEY = bytes(range(32))


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where copies are made; nothing is left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A journal from elsewhere with one day."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with Journal.create(folder / "other.legjournal", HandClock()) as made:
        made.diary.record(TODAY, mood=7)
    return folder / "other.legjournal"


def _files(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def _drift(path: Path) -> None:
    _change(path, "UPDATE diary_day SET mood = 1")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _scramble(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * 8192 + content[12288:])


REFUSALS: dict[str, tuple[Callable[[Path], object], type[errors.JournalError]]] = {
    "missing": (Path.unlink, errors.NotFound),
    "empty": (lambda path: path.write_bytes(b""), errors.EmptyFile),
    "text": (lambda path: path.write_text("Dear diary"), errors.NotAJournal),
    "cut short": (_cut, errors.Truncated),
    "scrambled": (_scramble, errors.Damaged),
    "a number that drifted": (_drift, errors.Damaged),
    "newer": (lambda path: _change(path, f"PRAGMA user_version = {FORMAT + 1}"), errors.NewerJournal),
    "foreign": (lambda path: _change(path, "PRAGMA application_id = 7"), errors.ForeignDatabase),
    "a table gone": (lambda path: _change(path, "DROP TABLE symptom"), errors.Damaged),
}


@pytest.mark.parametrize(("spoil", "refusal"), REFUSALS.values(), ids=REFUSALS.keys())
def test_what_is_no_sound_journal_is_refused(
    journal: Journal, other: Path, spoil: Callable[[Path], object], refusal: type[errors.JournalError]
) -> None:
    """Each in the sentence opening it would give, which names the file; not one byte of it is changed."""
    spoil(other)
    before = _files(other.parent)
    with pytest.raises(refusal) as refused:
        compare(journal, other)
    assert str(other) in str(refused.value)
    assert _files(other.parent) == before


def test_looking_and_bringing_in_changes_no_byte(journal: Journal, other: Path) -> None:
    """Also the other journal's own place in its history stays what it was."""
    before = _files(other.parent)
    merge(journal, compare(journal, other), {})
    assert journal.diary.day(TODAY).mood == 7
    assert _files(other.parent) == before


def test_what_a_crash_left_is_mended_in_the_copy(journal: Journal, other: Path) -> None:
    """A save that was cut off is not taken for an entry, nor cleared up in a folder that is not ours."""
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.executescript("PRAGMA cache_size=1; BEGIN IMMEDIATE; DELETE FROM revision;")
        connection.execute("UPDATE diary_day SET mood = 1")
        connection.execute("CREATE TABLE large AS SELECT randomblob(100000)")
        for name in (other.name, f"{other.name}-journal"):
            shutil.copy(other.with_name(name), other.with_name(f"crashed {name}"))
    crashed = other.with_name(f"crashed {other.name}")
    before = _files(other.parent)
    assert f"{crashed.name}-journal" in before

    merge(journal, compare(journal, crashed), {})
    assert journal.diary.day(TODAY).mood == 7
    assert _files(other.parent) == before


def test_the_open_journal_itself_is_refused(journal: Journal, tmp_path: Path) -> None:
    """By whatever name it is given, and without touching it: its locks would be lost."""
    (tmp_path / "link").symlink_to(journal.path)
    (tmp_path / "hard").hardlink_to(journal.path)
    for path in (journal.path, tmp_path / "link", tmp_path / "hard"):
        with pytest.raises(errors.ImportRefused, match="is open"):
            compare(journal, path)


def test_a_locked_journal_needs_its_key(journal: Journal, other: Path) -> None:
    """With the key it is read like any other, through a copy that is locked as well."""
    locked = other.with_name("locked.legjournal")
    with closing(dbapi2.connect(str(other), isolation_level=None)) as connection:
        connection.execute(f"ATTACH '{locked}' AS locked KEY \"x'{KEY.hex()}'\"")
        connection.execute("SELECT sqlcipher_export('locked')")
        connection.execute(f"PRAGMA locked.application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA locked.user_version = {FORMAT}")
    before = _files(other.parent)

    for key, refusal in ((None, errors.Locked), (bytes(32), errors.WrongPassphrase)):
        with pytest.raises(refusal) as refused:
            compare(journal, locked, key)
        assert locked.name in str(refused.value)
    merge(journal, compare(journal, locked, KEY), {})
    assert journal.diary.day(TODAY).mood == 7
    assert _files(other.parent) == before


def test_an_older_journal_is_brought_up_to_date_in_the_copy(journal: Journal, tmp_path: Path) -> None:
    """What a journal of an earlier format says is read as today's; the file keeps its format."""
    old = tmp_path / "elsewhere" / "old.legjournal"
    old.parent.mkdir()
    _change(old, f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE t (x)", "DROP TABLE t")
    before = _files(old.parent)
    assert not compare(journal, old)
    assert _files(old.parent) == before


def _forge(path: Path, **values: object) -> None:
    """Write an entry no version of this program would, with the digest that belongs to it."""
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.row_factory = dbapi2.Row
        [row] = connection.execute("SELECT * FROM diary_day").fetchall()
        forged = {**dict(row), **values}
        forged["digest"] = digest(forged)
        marks = ", ".join(f'"{name}" = ?' for name in forged)
        connection.execute(f"UPDATE diary_day SET {marks}", tuple(forged.values()))


@pytest.mark.parametrize("values", [{"date": "2026-02-31"}, {"factors": "7"}, {"rev": 2**62}], ids=str)
def test_an_entry_that_cannot_be_true_is_not_let_in(
    journal: Journal, other: Path, values: dict[str, object]
) -> None:
    """A date that never was lets the file's own rules pass, and would make the journal unreadable."""
    journal.diary.record(TODAY - DAY, mood=1)
    _forge(other, **values)
    with pytest.raises(errors.ImportRefused, match="does not fit"):
        merge(journal, compare(journal, other), {})
    assert journal.diary.day(TODAY) is None
    assert journal.problems() == []


def test_a_forged_version_is_refused_before_it_is_shown(journal: Journal, other: Path) -> None:
    """A version to choose has to be one that can be said in words."""
    journal.diary.record(TODAY, mood=1)
    _forge(other, bad_day_at="2026-99-99T99:99:99+00:00")
    with pytest.raises(errors.ImportRefused, match="does not fit"):
        compare(journal, other)


@pytest.mark.parametrize("after", ["[" * 100_000, "[]", '{"mood": []}', "Dear diary"], ids=len)
def test_a_history_that_is_none_is_damage(journal: Journal, other: Path, after: str) -> None:
    """A revision that says nothing, or is nested too deeply, is damage and not a fault of the program."""
    journal.diary.record(TODAY, mood=1)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        [row] = connection.execute("SELECT * FROM revision").fetchall()
        forged = {**dict(row), "after": after}
        connection.execute("UPDATE revision SET after = ?, digest = ?", (forged["after"], digest(forged)))
    with pytest.raises(errors.Damaged):
        compare(journal, other)


def test_giving_up_leaves_nothing_behind(journal: Journal, other: Path) -> None:
    """Whatever step it is at, the copy goes and the reason comes through."""

    class GivenUp(Exception):
        pass

    def give_up(limit: float, share: float) -> None:
        if share >= limit:
            raise GivenUp

    for limit in (0.0, 0.1, 0.4, 0.7, 0.9):
        with pytest.raises(GivenUp):
            compare(journal, other, progress=partial(give_up, limit))
    told: list[float] = []
    compare(journal, other, progress=told.append)
    assert told == sorted(told)
