"""Repair: what a damaged journal still holds is in a new one, and what is missing is said."""

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from damage import KEY, PAGE, destroy_pages, entries_of, locked_copy, losses, repaired, with_history
from hand_clock import HandClock

from legjournal import errors
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE, RECORD
from legjournal.models.revision import Revision
from legjournal.storage.engine import connect
from legjournal.storage.repair import repair
from legjournal.storage.salvage import HISTORY

DAYS = 110  # a journal of one megabyte with its history


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[bytes | None, Path]:
    """The same journal with its history twice: plain, and locked with KEY."""
    folder = tmp_path_factory.mktemp("repair")
    plain = with_history(folder, DAYS)
    return {None: plain, KEY: locked_copy(plain, folder / "locked.legjournal")}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty days without any history."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    write_sample(path, 30, seed=1, last=date(2026, 11, 22)).close()
    return path


@pytest.fixture(params=[None, KEY], ids=["plain", "locked"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """Both kinds of file."""
    return request.param


def _revisions(path: Path, key: bytes | None) -> list[tuple[object, ...]]:
    with closing(connect(path, key)) as connection:
        return connection.execute("SELECT * FROM revision ORDER BY seq").fetchall()


def _root(path: Path, name: str) -> int:
    """The page a table of a plain file begins on; a small table is all on it."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(connection.execute(query, [name]).fetchone()[0])


def _without(data: bytes, *pages: int) -> bytes:
    damaged = bytearray(data)
    for page in pages:
        damaged[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    return bytes(damaged)


@pytest.mark.parametrize("pages", [1, 3, 10])
def test_ten_lost_pages_of_a_megabyte_lose_little(
    tmp_path: Path, files: dict[bytes | None, Path], key: bytes | None, pages: int
) -> None:
    """At most 5 in 100 entries, wherever the pages were; they are told, and nothing else changed.

    One whose every trace lay on the lost pages cannot be told: the result says that there may be such.
    """
    data, truth = files[key].read_bytes(), entries_of(files[key], key)
    assert len(data) > 1_000_000
    damaged = tmp_path / "damaged.legjournal"
    for seed in range(2):
        damaged.write_bytes(destroy_pages(data, pages, Random(seed)))
        lost, silent = losses(repaired(damaged, key), truth, key)
        assert len(lost) <= 0.05 * len(truth)
        assert silent <= 1


def test_a_sound_journal_comes_out_whole(
    tmp_path: Path, files: dict[bytes | None, Path], key: bytes | None
) -> None:
    """Entries and history are all there, and the result says so and opens."""
    damaged = tmp_path / "sound.legjournal"
    damaged.write_bytes(files[key].read_bytes())
    result = repaired(damaged, key)
    assert result.all_saved
    assert sum(result.saved.values()) == len(entries_of(damaged, key))
    assert entries_of(result.path, key) == entries_of(damaged, key)
    with Journal.open(result.path, key=key) as journal:
        assert journal.problems() == []
    assert _revisions(result.path, key) == _revisions(damaged, key)


def test_a_lost_table_comes_back_out_of_the_history(tmp_path: Path, files: dict[bytes | None, Path]) -> None:
    """With the page that leads to all symptoms gone, not one is lost."""
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(_without(files[None].read_bytes(), _root(files[None], "symptom")))
    result = repaired(damaged)
    assert result.all_saved
    assert entries_of(result.path) == entries_of(files[None])


@pytest.mark.parametrize("filling", [b"\x00", b"\xff"], ids=["zeroed", "scribbled on"])
def test_without_its_first_page_all_can_still_be_had(
    tmp_path: Path, files: dict[bytes | None, Path], filling: bytes
) -> None:
    """The list of tables is not needed to read them."""
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(filling * PAGE + files[None].read_bytes()[PAGE:])
    result = repaired(damaged)
    assert result.all_saved
    assert entries_of(result.path) == entries_of(files[None])


def test_a_locked_journal_without_its_first_bytes_is_beyond_repair(
    tmp_path: Path, files: dict[bytes | None, Path]
) -> None:
    """The first 16 bytes belong to the key; with other damage to the first page it is read all the same."""
    data = files[KEY].read_bytes()
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(data[:16] + bytes(PAGE - 16) + data[PAGE:])
    assert repaired(damaged, KEY).all_saved
    damaged.write_bytes(bytes(16) + data[16:])
    with pytest.raises(errors.BeyondRepair, match="Nothing in this file"):
        repair(damaged, tmp_path / "new.legjournal", KEY)
    assert not (tmp_path / "new.legjournal").exists()


@pytest.mark.parametrize("content", [b"", b"not a journal at all", bytes(8192), os.urandom(8192)])
def test_where_nothing_can_be_read_it_says_so(tmp_path: Path, content: bytes) -> None:
    """A file without one entry is refused in a sentence, and no new file is made."""
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(content)
    with pytest.raises(errors.BeyondRepair, match="Nothing in this file could be read"):
        repair(damaged, tmp_path / "new.legjournal")
    assert list(tmp_path.iterdir()) == [damaged]


def test_a_cut_journal_gives_what_is_left(tmp_path: Path, files: dict[bytes | None, Path]) -> None:
    """Half of a file is worth half of the entries or more, and the rest is told."""
    data, truth = files[None].read_bytes(), entries_of(files[None])
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(data[: len(data) // 2])
    lost, silent = losses(repaired(damaged), truth)
    assert len(lost) < len(truth) / 2
    assert silent == 0


def test_a_row_that_is_not_what_was_written_is_left_behind(tmp_path: Path, journal: Journal) -> None:
    """A score that drifted is not taken over: the history has the true one."""
    today = journal.clock.today()
    journal.diary.record(today, mood=3)
    journal.close()
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as connection:
        connection.execute("UPDATE diary_day SET mood = 9")
    result = repaired(journal.path)
    with Journal.open(result.path) as again:
        assert again.diary.day(today).mood == 3


def test_without_history_a_lost_entry_is_named_by_its_day(tmp_path: Path, sample: Path) -> None:
    """What nothing gives back any more is listed by its day, and nothing else is."""
    truth = entries_of(sample)
    data = sample.read_bytes()
    damaged = tmp_path / "damaged.legjournal"
    harmful = 0
    for seed in range(4):
        damaged.write_bytes(destroy_pages(data, 5, Random(seed)))
        result = repaired(damaged)
        lost, silent = losses(result, truth)
        harmful += bool(lost)
        assert silent == 0
        assert {day.isoformat() for day in result.days_lost} <= {truth[name].get("date") for name in lost}
    assert harmful >= 2  # pages that held no entry take none with them


def test_a_backup_knows_what_nothing_else_does(tmp_path: Path, sample: Path) -> None:
    """With the rows and the indexes of the nights gone, the newest backup still says which days had one."""
    nights = {row_id: row["date"] for (table, row_id), row in entries_of(sample).items() if table == "night"}
    data = sample.read_bytes()
    pages = [
        start // PAGE + 1
        for start in range(PAGE, len(data), PAGE)
        if any(row_id.encode() in data[start : start + PAGE] for row_id in nights)
    ]
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(_without(data, *pages, _root(sample, "sqlite_autoindex_night_2")))
    assert not repaired(damaged).days_lost
    result = repair(damaged, tmp_path / "new.legjournal", backup=sample)
    assert set(nights.values()) == {day.isoformat() for day in result.days_lost}


def test_what_was_deleted_stays_deleted(tmp_path: Path, journal: Journal) -> None:
    """The history says that an entry was taken away; neither it nor a backup brings it back."""
    today = journal.clock.today()
    journal.diary.record(today, mood=3)
    backup = tmp_path / "backup.legjournal"
    backup.write_bytes(journal.path.read_bytes())
    journal.diary.record(today, mood=None)
    journal.close()
    journal.path.write_bytes(_without(journal.path.read_bytes(), _root(journal.path, "diary_day")))
    journal.preferences.choose("theme", "night")
    journal.close()
    result = repair(journal.path, tmp_path / "new.legjournal", backup=backup)
    assert result.all_saved
    assert "diary_day" not in result.saved


def test_an_earlier_wording_is_said(tmp_path: Path, journal: Journal, clock: HandClock) -> None:
    """Where the last version of an entry is lost altogether, the one before comes back, and is named."""
    today = clock.today()
    journal.diary.record(today, note="The first. " * 500)
    clock.set(clock.now() + timedelta(hours=1))
    journal.diary.record(today, note="Lost words. " * 500)
    journal.close()
    data = journal.path.read_bytes()
    starts = range(PAGE, len(data), PAGE)
    pages = [start // PAGE + 1 for start in starts if b"Lost w" in data[start : start + PAGE]]
    journal.path.write_bytes(_without(data, *pages))
    result = repaired(journal.path)
    assert result.days_earlier == (today,)
    assert not result.days_lost
    with Journal.open(result.path) as again:
        assert again.diary.day(today).note.startswith("The first.")


def test_an_entry_whose_parent_is_gone_keeps_its_place(tmp_path: Path, sample: Path) -> None:
    """Sets of a session that is lost are kept, with a stand-in for the session on its day."""
    truth = entries_of(sample)
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(_without(sample.read_bytes(), _root(sample, "session")))
    result = repaired(damaged)
    got = entries_of(result.path)
    sessions = {name: row for name, row in truth.items() if name[0] == "session"}
    assert result.stood_in["session"] > 0
    assert {row["date"] for name, row in got.items() if name[0] == "session"} <= {
        row["date"] for row in sessions.values()
    }
    assert {day.isoformat() for day in result.days_lost} == {row["date"] for row in sessions.values()}
    assert {row["session_id"] for name, row in got.items() if name[0] == "set_done"} <= {
        row_id for table, row_id in got if table == "session"
    }


@pytest.mark.parametrize("parent", ["session", "plan", "medicine", "activity", "therapy_course"])
def test_every_kind_of_parent_has_a_stand_in(tmp_path: Path, sample: Path, parent: str) -> None:
    """Whatever table an entry must refer to, its row can be lost and the entry kept."""
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(_without(sample.read_bytes(), _root(sample, parent)))
    result = repaired(damaged)
    with Journal.open(result.path) as journal:
        assert journal.problems() == []
    assert result.stood_in[parent] > 0


def test_every_parent_is_tried() -> None:
    """The tables that others must refer to are those the test above goes through."""
    parents = {
        key.column.table.name
        for model in RECORD
        for column in model.__table__.columns
        for key in column.foreign_keys
        if not column.nullable
    }
    assert parents == {"session", "plan", "medicine", "activity", "therapy_course"}


def test_no_two_tables_have_the_same_columns() -> None:
    """A row is told by its columns and its digest, so each table's columns are its own."""
    columns = [frozenset(model.__table__.columns.keys()) for model in (*RECORD, Revision)]
    assert len(set(columns)) == len(columns)
    assert HISTORY not in BY_TABLE


def test_it_never_writes_over_a_file(tmp_path: Path, journal: Journal) -> None:
    """Neither over the damaged journal nor over another file."""
    journal.close()
    before = journal.path.read_bytes()
    with pytest.raises(errors.AlreadyThere):
        repair(journal.path, journal.path)
    assert journal.path.read_bytes() == before


def test_giving_up_leaves_nothing(tmp_path: Path, files: dict[bytes | None, Path]) -> None:
    """Cancel in the middle leaves no file behind, not even a hidden one."""

    class Enough(Exception):
        pass

    def give_up(share: float) -> None:
        if share > 0.3:
            raise Enough

    folder = tmp_path / "new"
    folder.mkdir()
    with pytest.raises(Enough):
        repair(files[None], folder / "new.legjournal", progress=give_up)
    assert list(folder.iterdir()) == []


def test_what_a_crash_left_half_done_is_undone_in_the_copy(
    tmp_path: Path, files: dict[bytes | None, Path]
) -> None:
    """A hot journal beside the damaged file is heeded, and both are left as they are."""
    damaged = tmp_path / "damaged.legjournal"
    damaged.write_bytes(files[None].read_bytes())
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=2")
        connection.execute("PRAGMA cache_spill=2")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM revision")
        connection.execute("UPDATE diary_day SET mood = 1")
        crashed = tmp_path / "crashed.legjournal"
        crashed.write_bytes(damaged.read_bytes())
        beside = crashed.with_name(crashed.name + "-journal")
        beside.write_bytes(damaged.with_name(damaged.name + "-journal").read_bytes())
    assert crashed.read_bytes() != files[None].read_bytes()
    left = beside.read_bytes()
    result = repaired(crashed)
    assert entries_of(result.path) == entries_of(files[None])
    assert beside.read_bytes() == left
