"""Checking a file: its structure, its indexes, the references between rows, and the digest of every row.

`flaw_of` is fast and says whether all is well; `check` takes its time, counts, and has the words. Both read
on connections of their own, in many short steps, so that a save never waits long for them.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import Event
from typing import Any

from sqlcipher3 import dbapi2

from legjournal import errors, words
from legjournal.models.record import BY_TABLE
from legjournal.models.revision import Revision
from legjournal.progress import Progress, unheard
from legjournal.storage.digest import wrong_digests
from legjournal.storage.engine import connect
from legjournal.storage.faults import as_sentences
from legjournal.storage.soundness import is_older, quoted, tables_of

_TABLES = (*BY_TABLE, str(Revision.__tablename__))
_SLICE = 2000  # rows read in one step, some 3 ms; between two steps a save may come
_BEFORE_ALL = -(2**63)  # less than the number of any row
_MOST = 20  # of SQLite's own findings: more would only repeat them


@dataclass(frozen=True, slots=True)
class Checked:
    """entries: how many were looked at. problems: a sentence for each thing that is wrong."""

    entries: int
    problems: tuple[str, ...]


def flaw_of(path: Path, key: bytes | None = None, *, alone: bool = False) -> str:
    """The first thing that is wrong with a file, in a sentence; empty when it is whole.

    alone: nobody writes to it, so that its indexes may be looked at in one step with its structure.
    Raises NotSaved's kinds when another program keeps it from being read.
    """
    whole = glance(path, key, deep=alone) and (alone or _relations_hold(path, key))
    return "" if whole else next(iter(check(path, key).problems), "")


def glance(path: Path, key: bytes | None = None, *, deep: bool = False) -> bool:
    """Whether the structure holds (SQLite's quick_check) and every row is what was written.

    deep: look at the indexes too. It may be too strict, and then `check` decides; never too lenient.
    Raises NotSaved's kinds when another program keeps the file from being read.
    """
    look = "PRAGMA integrity_check" if deep else "PRAGMA quick_check"
    try:
        with as_sentences(), ThreadPoolExecutor(1) as pool:
            structure = pool.submit(_says_ok, path, key, look)
            return _rows_hold(path, key) and structure.result()
    except (errors.DamagedInside, errors.DiskFault, dbapi2.Error):
        return False


@contextmanager
def sure_of_damage(path: Path, key: bytes | None = None) -> Iterator[None]:
    """A read that the disk fails to answer looks like damage: before anybody is told so, look again.

    Raises DiskFault in the place of DamagedInside when the file is whole.
    """
    try:
        yield
    except (errors.DamagedInside, errors.Damaged):
        if flaw_of(path, key):
            raise
        raise errors.DiskFault from None


def check(path: Path, key: bytes | None = None, progress: Progress = unheard) -> Checked:
    """Look at everything. progress: is told the share done, 0 to 1, and may raise to give up.

    What seems wrong is looked at a second time on new connections: a disk may fail to read once, and then
    go on. Raises NotSaved's kinds when another program keeps the file from being read.
    """
    found = _look(path, key, progress)
    return _look(path, key, progress) if found.problems else found


def _relations_hold(path: Path, key: bytes | None) -> bool:
    """Whether the indexes say what the rows say, table by table: a lying one shows an entry under another
    day; and whether every entry referred to is there.
    """
    try:
        with as_sentences(), closing(connect(path, key, read_only=True)) as connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            for table in tables_of(connection.execute):
                found = connection.execute(f"PRAGMA integrity_check({quoted(table)})").fetchall()
                if found != [("ok",)]:
                    return False
            return connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except (errors.DamagedInside, errors.DiskFault, dbapi2.Error):
        return False


def _says_ok(path: Path, key: bytes | None, look: str) -> bool:
    with closing(connect(path, key, read_only=True)) as connection:
        # What a row is allowed to say it said when it was written, and its digest holds it to that.
        connection.execute("PRAGMA ignore_check_constraints=ON")
        return bool(connection.execute(look).fetchall() == [("ok",)])


def _rows_hold(path: Path, key: bytes | None) -> bool:
    """Whether every table is there and every row still has its digest."""
    with closing(connect(path, key, read_only=True)) as connection:
        tables = tables_of(connection.execute)
        if not is_older(connection.execute) and any(table not in tables for table in _TABLES):
            return False
        connection.text_factory = bytes  # no need to decode what is only digested
        return all(map(_digests_hold, _ahead(_slices(connection, tables))))


def _digests_hold(lines: bytes) -> bool:
    """lines: each a digest and then the row in the canonical form of storage.digest."""
    return all(
        blake2b(line[16:], digest_size=8).hexdigest().encode() == line[:16] for line in lines.split(b"\n")
    )


def _slices(connection: Any, tables: dict[str, list[str]]) -> Iterator[bytes]:
    """The rows of all tables, written out by SQLite, some hundred lines at a time.

    Where SQLite would write one otherwise than Python (an infinite number, say), the row seems wrong.
    """
    for table, columns in tables.items():
        digested = [column for column in columns if column not in ("digest", "seq")]
        pairs = ", ".join(quoted(column, "'") + ", " + quoted(column) for column in digested)
        line = f"SELECT rowid AS number, digest || json_object({pairs}) AS line FROM {quoted(table)}"  # noqa: S608 - quoted
        some = f"{line} WHERE rowid > ? ORDER BY rowid LIMIT {_SLICE}"
        slice_after = f"SELECT max(number), group_concat(line, char(10)) FROM ({some})"  # noqa: S608
        before = _BEFORE_ALL
        last, lines = connection.execute(slice_after, (before,)).fetchone()
        while last is not None:
            if last <= before:
                raise errors.DamagedInside  # a broken tree may lead round in a circle, and never end
            yield lines or b""
            before = last
            last, lines = connection.execute(slice_after, (before,)).fetchone()


def _ahead(slices: Iterator[bytes]) -> Iterator[bytes]:
    """The same, the next being read on another thread while this one is looked at."""
    started = Event()

    def following() -> bytes | None:
        started.set()  # and then SQLite lets go of Python: else the other thread would look first
        return next(slices, None)

    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(following)
        while (lines := coming.result()) is not None:
            started.clear()
            coming = pool.submit(following)
            started.wait()
            yield lines


def _look(path: Path, key: bytes | None, progress: Progress) -> Checked:
    try:
        with as_sentences(), closing(connect(path, key, read_only=True)) as connection:
            return _looked_at(connection, progress)
    except (errors.DamagedInside, dbapi2.Error):  # the second: a table is not there
        return Checked(0, (str(errors.Damaged(path)),))
    except errors.DiskFault as fault:
        return Checked(0, (str(fault),))


def _looked_at(connection: Any, progress: Progress) -> Checked:
    progress(0.0)
    structure = connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    if structure != [("ok",)]:
        # Reading rows out of a broken structure would only repeat the same finding.
        damaged = words.text("The file's structure is damaged: {what}")
        return Checked(0, tuple(damaged.format(what=what) for (what,) in structure))
    found = [
        words.text("An entry in {table} refers to one that is gone.").format(table=row[0])
        for row in connection.execute("PRAGMA foreign_key_check")
    ]
    entries = 0
    there = tables_of(connection.execute) if is_older(connection.execute) else _TABLES
    for done, table in enumerate((table for table in _TABLES if table in there), start=1):
        looked_at, wrong = _rows_of(connection, table)
        entries += looked_at if table in BY_TABLE else 0
        found += wrong
        progress(done / len(_TABLES))
    return Checked(entries, tuple(found))


def _rows_of(connection: Any, table: str) -> tuple[int, list[str]]:
    """How many rows a table has, and a sentence for each that is not what was written."""
    rows = connection.execute(f"SELECT * FROM {quoted(table)}")  # noqa: S608 - quoted
    names = [column[0] for column in rows.description]
    found = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]  # all at once, and then let go
    sentence = words.text("An entry in {table} is not what was written (number {id}).")
    return len(found), [sentence.format(table=table, id=row_id) for row_id in wrong_digests(found)]
