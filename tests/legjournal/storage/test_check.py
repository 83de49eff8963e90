"""The full check: what is not as it was written is found."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest
from damage import KEY, KINDS, entries_of, is_found, locked_copy, reads_the_same
from hand_clock import EVENING, HandClock
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal.errors import JournalError
from legjournal.journal import Journal
from legjournal.models.record import RECORD
from legjournal.models.revision import Revision

TODAY = EVENING.date()
CHECKED = [str(model.__tablename__) for model in (*RECORD, Revision)]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a few days of everything a person writes."""
    path = tmp_path_factory.mktemp("check") / "written.legjournal"
    clock = HandClock()
    with Journal.create(path, clock) as journal:
        for back in range(8):
            clock.set(EVENING - timedelta(days=back))
            day = clock.today()
            journal.diary.record(day, mood=back, note="A note of some length. " * (1 + 40 * (back % 3)))
            journal.symptoms.add(day, kind="pain", side="left", site="calf", score=back, words=["sore"])
            journal.nights.record(
                day, wakings=back, got_out_of_bed=clock.at(day, datetime(2026, 1, 1, 7).time())
            )
        clock.set(EVENING)
        journal.appointments.add(at=clock.now(), with_whom="Dr Patel", questions=["Why?"])
        journal.preferences.choose("theme", "night")
    return path


@contextmanager
def _behind_its_back(path: Path) -> Iterator[sqlite3.Connection]:
    """Write into the file as no program of ours would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in CHECKED}


@cache
def _values(path: Path) -> list[tuple[str, int, int]]:
    """Table, number of the row and of the column of every stored value."""
    return [
        (table, number, column)
        for table, found in _rows(path).items()
        for number, row in enumerate(found)
        for column, value in enumerate(row)
        if value not in (None, "") and (table, column) != ("revision", 0)
    ]


def _is_found(path: Path) -> bool:
    """Whether opening or checking the file says that something is wrong."""
    try:
        with Journal.open(path) as journal:
            return bool(journal.problems())
    except JournalError:
        return True


def test_a_sound_journal_has_no_problems(written: Path) -> None:
    """The full check of what was just written finds nothing."""
    with Journal.open(written) as journal:
        assert journal.problems() == []


def test_the_full_check_counts_the_entries(written: Path) -> None:
    """It says how many entries it looked at, and how far it is; the history is checked but not counted."""
    told: list[float] = []
    with Journal.open(written) as journal:
        assert journal.check(told.append).entries == len(entries_of(written))
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "locked"])
@pytest.mark.parametrize("damage", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_damage_is_found_at_the_next_opening(
    tmp_path: Path, written: Path, damage: Callable[[bytes, Random], bytes], key: bytes | None
) -> None:
    """Whatever befell the file, the check at every opening finds it, or not a word of any entry changed."""
    sound = written if key is None else locked_copy(written, tmp_path / "locked.legjournal")
    truth, data = entries_of(sound, key), sound.read_bytes()
    path = tmp_path / "damaged.legjournal"
    for seed in range(20):
        damaged = damage(data, Random(seed))
        path.write_bytes(damaged)
        assert is_found(path, key) or reads_the_same(path, truth, key), f"seed {seed}"
        assert path.read_bytes() == damaged


def test_an_index_that_lies_is_found_at_the_next_opening(tmp_path: Path, written: Path) -> None:
    """A day to which an index gives another entry, or none, would be shown wrong, so it is looked at too."""
    data = written.read_bytes()
    day = TODAY.isoformat().encode()
    places = [place.start() for place in re.finditer(day, data)]
    path = tmp_path / "damaged.legjournal"
    for place in places:
        path.write_bytes(data[: place + 9] + b"9" + data[place + 10 :])
        assert is_found(path), place


READS = """
import sys
from pathlib import Path
from legjournal.journal import Journal
with Journal.open(Path(sys.argv[1])) as journal:
    print(repr(journal.flaw()), journal.problems())
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("when", [1, 12])
def test_one_failed_read_is_no_damage(written: Path, when: int) -> None:
    """The disk fails to read once, at any time: the journal is opened and looked at again, and is sound."""
    inject = f"inject=pread64:error=EIO:when={when}"
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        os.devnull,
        "-P",
        str(written),
        "-e",
        "trace=pread64",
        "-e",
        inject,
    ]
    command += [sys.executable, "-c", READS, str(written)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "'' []\n", done.stderr


def test_a_check_lets_saves_through(written: Path, tmp_path: Path) -> None:
    """A save made while the file is checked goes through, and the check does not take it for damage."""
    path = tmp_path / "busy.legjournal"
    path.write_bytes(written.read_bytes())
    with Journal.open(path, HandClock()) as journal, ThreadPoolExecutor(1) as pool:
        for mood in range(10):
            flaw = pool.submit(journal.flaw)
            journal.diary.record(TODAY, mood=mood)
            assert flaw.result() == ""
        assert journal.diary.day(TODAY).mood == 9


def test_a_number_that_drifted_is_named(tmp_path: Path, written: Path) -> None:
    """A score that somebody changed in the file, from 3 to 4, is found with its table and its name."""
    path = tmp_path / "drifted.legjournal"
    path.write_bytes(written.read_bytes())
    with _behind_its_back(path) as connection:
        [row_id] = connection.execute("SELECT id FROM symptom WHERE score = 3").fetchone()
        connection.execute("UPDATE symptom SET score = 4 WHERE id = ?", [row_id])
    with Journal.open(path) as journal:
        assert journal.problems() == [f"An entry in symptom is not what was written (number {row_id})."]


def test_a_revision_that_drifted_is_named(tmp_path: Path, written: Path) -> None:
    """History is checked like the entries themselves."""
    path = tmp_path / "drifted.legjournal"
    path.write_bytes(written.read_bytes())
    with _behind_its_back(path) as connection:
        connection.execute("UPDATE revision SET after = replace(after, 'calf', 'heel') WHERE seq = 2")
    with Journal.open(path) as journal:
        assert journal.problems() == ["An entry in revision is not what was written (number 2)."]


def test_a_reference_to_nothing_is_named(tmp_path: Path, journal: Journal) -> None:
    """An entry that belongs to one that is gone is found."""
    journal.close()
    with _behind_its_back(journal.path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        stamp = "2026-11-22T21:14:00.000Z"
        row = ("d", stamp, stamp, 1, "0" * 16, "no such medicine", "2026-11-22T21:14:00+00:00", None)
        connection.execute("INSERT INTO dose VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    with Journal.open(journal.path) as again:
        assert "An entry in dose refers to one that is gone." in again.problems()


@settings(max_examples=200)
@given(data=st.data())
def test_any_bit_of_any_stored_value_is_found(
    written: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """One bit flipped in one stored value, of any entry and any column, is found by the check."""
    table, number, column = data.draw(st.sampled_from(_values(written)))
    path = tmp_path_factory.getbasetemp() / "flipped-value.legjournal"
    path.write_bytes(written.read_bytes())
    with _behind_its_back(path) as connection:
        names = [info[1] for info in connection.execute(f'PRAGMA table_info("{table}")')]
        found = connection.execute(f'SELECT rowid, "{names[column]}" FROM "{table}"').fetchall()
        rowid, value = found[number]
        connection.execute(
            f'UPDATE OR IGNORE "{table}" SET "{names[column]}" = ? WHERE rowid = ?',
            [_flipped(value, data), rowid],
        )
        changed = connection.execute("SELECT changes()").fetchone() == (1,)
    assert _is_found(path) == changed


def _flipped(value: object, data: st.DataObject) -> object:
    if isinstance(value, int):
        return value ^ 1 << data.draw(st.integers(0, 6))
    assert isinstance(value, str)
    letters = bytearray(value.encode())
    place = data.draw(st.integers(0, len(letters) - 1))
    letters[place] ^= 1 << data.draw(st.integers(0, 6))  # below the eighth bit it stays a letter
    return letters.decode(errors="replace")


def test_no_flipped_bit_of_the_file_is_silent(tmp_path: Path, written: Path) -> None:
    """300 single bits flipped anywhere in the file: each is found, or every entry reads as it was written."""
    sound, rows = written.read_bytes(), _rows(written)
    path, chance = tmp_path / "flipped.legjournal", random.Random(20261122)
    used = [place for place, byte in enumerate(sound) if byte]  # most of a small journal is empty room
    found = 0
    for place in chance.sample(used, 300):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        if _is_found(path):
            found += 1
        else:
            assert _rows(path) == rows, f"byte {place}"
    assert found > 250
