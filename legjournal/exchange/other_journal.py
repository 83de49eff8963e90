"""Another journal's file, to be read and never changed: whatever SQLite would do to it is done to a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from legjournal import errors
from legjournal.storage import migrate
from legjournal.storage.check import flaw_of
from legjournal.storage.copying import copy_bytes
from legjournal.storage.faults import as_sentences
from legjournal.storage.files import beside, reason_of
from legjournal.storage.opening import FORMAT, is_locked, refuse_unless_journal
from legjournal.storage.soundness import opened


@contextmanager
def reading(path: Path, key: bytes | None = None) -> Iterator[Connection]:
    """A connection to a sound copy of the journal at `path`, brought to today's format.

    The copy is 0600, as locked as the journal is, and gone when the block ends. `key`: for a locked journal,
    and of no matter for another. Raises the JournalError that says what the file is instead, InUse when it
    changes meanwhile, CannotWrite when there is no room for the copy.
    """
    key = key if is_locked(path) else None
    with TemporaryDirectory(prefix="legjournal-") as folder:
        copy = Path(folder) / path.name
        _copy(path, copy)
        with _said_of(path, copy):
            version = refuse_unless_journal(copy, key)
        try:
            with as_sentences(), _sound(copy, path, key, version) as connection:
                yield connection
        except (DBAPIError, errors.DamagedInside):  # the first: tables that are not what a journal has
            raise errors.Damaged(path) from None


@contextmanager
def _said_of(path: Path, copy: Path) -> Iterator[None]:
    """Have a refusal name the person's file: of the copy nobody knows."""
    try:
        yield
    except errors.JournalError as error:
        error.args = (str(error).replace(str(copy), str(path)),)
        raise


@contextmanager
def _sound(copy: Path, path: Path, key: bytes | None, version: int) -> Iterator[Connection]:
    with opened(copy, key) as engine:
        if version < FORMAT:
            migrate.upgrade(engine)
        if flaw_of(copy, key):
            raise errors.Damaged(path)
        with engine.execution_options(read_only=True).connect() as connection:
            yield connection


def _copy(path: Path, copy: Path) -> None:
    """Copy a journal, with what a crash may have left beside it: SQLite mends the copy with that."""
    before = _state(path)
    try:
        for suffix in ("", "-journal"):
            source, target = beside(path, suffix), beside(copy, suffix)
            if source.exists():
                target.touch(0o600)
                copy_bytes(source, target)
    except OSError as error:
        if _state(path) == before:
            raise errors.CannotWrite(copy, reason_of(error)) from None
    if _state(path) != before:
        raise errors.InUse(path)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
