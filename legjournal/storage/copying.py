"""A copy of a journal that may be in use, and whether two files hold the same entries: fast, for backups."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from errno import EIO
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from legjournal import errors, words
from legjournal.models.revision import Revision
from legjournal.progress import Progress, unheard
from legjournal.storage.check import flaw_of, sure_of_damage
from legjournal.storage.faults import as_sentences
from legjournal.storage.soundness import opened, quoted, reading, tables_of

T = TypeVar("T")
Record = list[tuple[str, str]]

CHUNK = 1 << 20  # bytes
_PATIENCE = 20  # seconds for others to be done with the file
_BUSY = 500  # milliseconds of them until a look at whether the work was given up
_OFTEN = 10_000  # steps of SQLite from one look at whether the work was given up to the next


def copy_journal(journal: Path, target: Path, key: bytes | None, progress: Progress) -> None:
    """Fill `target`, an empty file, with a copy that was read back, compared and checked row by row.

    Raises UnsoundCopy, or the NotSaved that says what the disk or another program did.
    """
    progress(0.1)
    with sure_of_damage(journal, key), as_sentences():
        copied = _vacuum_into(journal, target, key, progress)
    progress(0.5)
    with sure_of_damage(target, key), as_sentences(), ThreadPoolExecutor(1) as pool:
        written = pool.submit(_record_at, target, key)
        flaw = flaw_of(target, key, alone=True)
        if not flaw and written.result() != copied:
            flaw = words.text("it is not equal to the journal.")
    if flaw:
        raise errors.UnsoundCopy(flaw)
    progress(0.9)


def copy_bytes(source: Path, target: Path, progress: Progress = unheard) -> None:
    """Copy a file nobody writes to and compare what was written. Raises OSError."""
    size = max(1, source.stat().st_size)
    with source.open("rb") as read, target.open("wb") as write:
        while chunk := read.read(CHUNK):
            write.write(chunk)
            progress(0.7 * read.tell() / size)
    if not same_bytes(source, target):
        raise OSError(EIO, words.text("what was written reads back otherwise"))
    progress(0.9)


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files are equal, byte for byte. Raises OSError."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while chunk := first.read(CHUNK):
            if chunk != second.read(CHUNK):
                return False
    return True


def holds_all_of(backup: Path, journal: Path, key: bytes | None) -> bool:
    """Whether a backup holds every entry as the journal has it, and is sound.

    What lies in the history does not count: a change that was undone needs no backup of its own.
    """
    try:
        with reading(journal, key) as here, reading(backup, key) as there:
            pairs = zip_longest(record_of(here), record_of(there))
            same = all(one == other or _is_history(one) for one, other in pairs)
    except (DBAPIError, UnicodeDecodeError):
        return False  # if it is the journal's fault, copying it will say so
    return same and not flaw_of(backup, key, alone=True)


def _is_history(part: tuple[str, str] | None) -> bool:
    return part is not None and part[0] == Revision.__tablename__


def _vacuum_into(journal: Path, target: Path, key: bytes | None, progress: Progress) -> Record:
    """Copy a journal into an empty file; returns the record that was copied.

    A save waits for as long as this takes, so nothing is checked here and the disk is not waited for: whoever
    gives the file its name does that.
    """
    with opened(journal, key) as engine, _hold(engine, progress) as held, ThreadPoolExecutor(1) as pool:
        record = pool.submit(list, record_of(held))
        with engine.execution_options(read_only=True).connect() as connection:
            connection.exec_driver_sql("COMMIT")  # of nothing: VACUUM is refused inside a transaction
            connection.exec_driver_sql("PRAGMA synchronous=OFF")  # for the copy: it writes to nothing else
            with looking_up(connection, progress):
                connection.exec_driver_sql("VACUUM INTO ?", (str(target.absolute()),))
        return record.result()


def _hold(engine: Engine, progress: Progress) -> Connection:
    """A connection in a transaction that lets nobody save, so that what is copied is what is digested."""
    held = _patiently(engine.connect, progress)
    try:
        held.connection.cursor().execute(f"PRAGMA busy_timeout={_BUSY}")  # without a transaction
        _patiently(held.begin, progress)  # IMMEDIATE
    except BaseException:
        held.close()
        raise
    return held


def _patiently(step: Callable[[], T], progress: Progress) -> T:
    """Try until nobody else is at the file. Save upon save may leave hardly a gap to come between."""
    end = monotonic() + _PATIENCE
    while True:
        try:
            return step()
        except DBAPIError as error:
            if "locked" not in str(error.orig) or monotonic() > end:
                raise
        progress(0.1)


@contextmanager
def looking_up(connection: Connection, progress: Progress) -> Iterator[None]:
    """Let `progress` end a statement under way."""
    raised: list[BaseException] = []

    def look() -> bool:
        try:
            progress(0.2)
        except BaseException as error:  # noqa: BLE001 - SQLite would swallow it: it is raised again below
            raised.append(error)
        return bool(raised)

    driver: Any = connection.connection.driver_connection
    driver.set_progress_handler(look, _OFTEN)
    try:
        yield
    except DBAPIError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        driver.set_progress_handler(None, 0)


def _record_at(path: Path, key: bytes | None) -> Record:
    with reading(path, key) as connection:
        return list(record_of(connection))


def record_of(connection: Connection) -> Iterator[tuple[str, str]]:
    """Each table whose rows carry a digest with one digest over all of them, in the order they lie in.

    VACUUM keeps that order, and to sort 170,000 rows by their names would take longer than to copy them.
    The tables are taken from the file: a backup made before a migration does not have those of today.
    """
    for table in tables_of(connection.exec_driver_sql):
        rows = f"SELECT digest FROM {quoted(table)} NOT INDEXED ORDER BY rowid"  # noqa: S608 - quoted
        joined = connection.exec_driver_sql(f"SELECT group_concat(digest, '') FROM ({rows})").scalar_one()  # noqa: S608
        yield table, blake2b((joined or "").encode(), digest_size=16).hexdigest()
