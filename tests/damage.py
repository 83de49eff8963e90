"""What befalls files: bits flipped, pages lost, ends cut off; and what of a journal can still be compared."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2

from legjournal.demo import write_sample
from legjournal.errors import JournalError
from legjournal.exchange.whole import bring_in, export, read_export
from legjournal.journal import Journal
from legjournal.storage.engine import connect
from legjournal.storage.repair import Repaired, repair

PAGE = 4096
KEY = bytes(range(32))

Entries = dict[tuple[str, str], dict[str, Any]]


def flip_bit(data: bytes, chance: Random) -> bytes:
    """One bit, anywhere."""
    damaged = bytearray(data)
    damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def scribble(data: bytes, chance: Random) -> bytes:
    """64 random bytes over what was there."""
    start = chance.randrange(len(data) - 64)
    return data[:start] + chance.randbytes(64) + data[start + 64 :]


def zero_page(data: bytes, chance: Random) -> bytes:
    """A page of zeros, any but the first."""
    return destroy_pages(data, 1, chance, filled=bytes)


def truncate(data: bytes, chance: Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(1, len(data))]


def swap_pages(data: bytes, chance: Random) -> bytes:
    """Two pages stand in each other's place."""
    damaged = bytearray(data)
    one, other = (
        slice(page * PAGE, (page + 1) * PAGE) for page in chance.sample(range(len(data) // PAGE), 2)
    )
    damaged[one], damaged[other] = data[other], data[one]
    return bytes(damaged)


KINDS: tuple[Callable[[bytes, Random], bytes], ...] = (flip_bit, scribble, zero_page, truncate, swap_pages)


def destroy_pages(
    data: bytes, count: int, chance: Random, filled: Callable[[int], bytes] | None = None
) -> bytes:
    """Some pages, none of them the first, full of random bytes or of zeros."""
    damaged = bytearray(data)
    for page in chance.sample(range(1, len(data) // PAGE), count):
        fill = filled or chance.choice((bytes, chance.randbytes))
        damaged[page * PAGE : (page + 1) * PAGE] = fill(PAGE)
    return bytes(damaged)


def with_history(folder: Path, days: int) -> Path:
    """A plain journal of a fictional person in which every entry has its history, as in a real one."""
    with write_sample(folder / "sample.legjournal", days, seed=3, last=date(2026, 11, 22)) as sample:
        export(sample, folder / "all.json")
    with Journal.create(folder / "plain.legjournal") as journal:
        bring_in(journal, read_export(journal, folder / "all.json"))
    return folder / "plain.legjournal"


def locked_copy(path: Path, target: Path) -> Path:
    """The same journal, locked with KEY."""
    with closing(dbapi2.connect(path, isolation_level=None)) as connection:
        connection.execute(f"ATTACH ? AS locked KEY \"x'{KEY.hex()}'\"", (str(target),))
        connection.execute("SELECT sqlcipher_export('locked')")
        for name in ("application_id", "user_version"):
            [number] = connection.execute(f"PRAGMA main.{name}").fetchone()
            connection.execute(f"PRAGMA locked.{name}={number}")
    return target


def entries_of(path: Path, key: bytes | None = None) -> Entries:
    """Every row of every table of entries, by table and id."""
    found: Entries = {}
    with closing(connect(path, key, read_only=True)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
            if "digest" in names and table != "revision":
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    found[table, row[0]] = dict(zip(names, row, strict=True))
    return found


def is_found(path: Path, key: bytes | None = None) -> bool:
    """Whether opening the journal, or the check at every opening, says that something is wrong."""
    try:
        with Journal.open(path, key=key) as journal:
            return bool(journal.flaw())
    except JournalError:
        return True


def reads_the_same(path: Path, truth: Entries, key: bytes | None = None) -> bool:
    """Whether a journal in which nothing was found still says what it said."""
    try:
        return entries_of(path, key) == truth
    except (dbapi2.Error, sqlite3.Error, UnicodeDecodeError):
        return False


def repaired(damaged: Path, key: bytes | None = None) -> Repaired:
    """Repair a journal into a new file beside it; the damaged one stays byte for byte."""
    before = damaged.read_bytes()
    target = damaged.with_name("repaired.legjournal")
    target.unlink(missing_ok=True)
    result = repair(damaged, target, key)
    assert damaged.read_bytes() == before
    assert target.stat().st_mode & 0o777 == 0o600
    return result


def losses(result: Repaired, truth: Entries, key: bytes | None = None) -> tuple[set[tuple[str, str]], int]:
    """The entries a repair did not bring back as they were, and how many of those it kept silent about."""
    got = entries_of(result.path, key)
    lost = {name for name, row in truth.items() if got.get(name) != row}
    told_days = {day.isoformat() for day in (*result.days_lost, *result.days_earlier)}
    told_tables = {*result.lost, *result.earlier, *result.stood_in, *result.let_go}
    silent = [
        name for name in lost if truth[name].get("date") not in told_days and name[0] not in told_tables
    ]
    invented = got.keys() - truth.keys()
    return lost, len(silent) + len(invented)
