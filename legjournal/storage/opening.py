"""Telling what a file is before anything is opened for writing. Nothing refused is ever changed."""

import os
import stat
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from legjournal import errors
from legjournal.storage.engine import connect
from legjournal.storage.files import beside, is_writable

APPLICATION_ID = 0x4C65674A  # "LegJ"
FORMAT = 4  # the newest journal format this program writes; PRAGMA user_version in the file
_HEADER = 100  # bytes
_START = 4 * 4096  # bytes that are looked at: four pages of a locked journal
_SECTOR = 512
_MAGIC = b"SQLite format 3\x00"
# Tight formats look random too, but say in their first bytes what they are.
_SPEAKING = (
    *(_MAGIC, b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"OggS", b"ID3"),
    *(b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"Rar!"),
)
_LARGEST = 440.0  # of 20,000 random sectors the least even gave 351


def refuse_unless_journal(path: Path, key: bytes | None = None) -> int:
    """Return the format of a sound journal; raise the JournalError that says what else it is.

    Reads the first pages, then opens the file without creating or changing anything. A locked journal has no
    readable header: without its `key` it is told by looking like nothing at all, with it by opening.
    """
    try:
        return _format_at(path, key)
    except (errors.Damaged, errors.WrongPassphrase):
        if _hot_journal(path) and not is_writable(path):
            raise errors.HalfSaved(path) from None
        return _format_at(path, key)  # a disk may fail to read once, and then go on


def _format_at(path: Path, key: bytes | None) -> int:
    start = _read_start(path)
    if key is None:
        version = _format_of(path, start)
        _try_to_read(path)
        return version
    return _format_inside(path, key, start)


def is_locked(path: Path) -> bool:
    """Whether a file looks like a locked journal. Raises NotFound, NotAFile, Unreadable or EmptyFile."""
    return _looks_locked(path, _read_start(path))


def salt_of(path: Path) -> bytes:
    """The first bytes of a locked journal: not secret, and with the passphrase they make its key."""
    from legjournal.storage.keys import SALT

    with path.open("rb") as file:
        return file.read(SALT)


def needed_key(path: Path, key: bytes | None) -> bytes | None:
    """`key`, or None where the file is plain and needs none. Raises as `is_locked`."""
    return None if key is None or _read_start(path).startswith(_MAGIC) else key


def _read_start(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise errors.NotFound(path) from None
    except OSError:
        raise errors.Unreadable(path) from None
    if not stat.S_ISREG(mode):
        raise errors.NotAFile(path)
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError:
        raise errors.Unreadable(path) from None
    if not start:
        raise errors.EmptyFile(path)
    return start


def _format_of(path: Path, header: bytes) -> int:
    """The journal format named in an SQLite header (https://www.sqlite.org/fileformat2.html, 1.3)."""
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise errors.Locked(path) if _looks_locked(path, header) else errors.NotAJournal(path)
    application_id, user_version = (
        struct.unpack(">I", header[68:72])[0],
        struct.unpack(">I", header[60:64])[0],
    )
    _refuse_unless_ours(path, application_id, user_version)
    page_size = struct.unpack(">H", header[16:18])[0]
    pages = struct.unpack(">I", header[28:32])[0]
    if pages * (65536 if page_size == 1 else page_size) > _size(path) and not _hot_journal(path):
        raise errors.Truncated(path)
    return int(user_version)


def _size(path: Path) -> int:
    """Bytes. Raises NotFound for one that was taken away while it is looked at."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        raise errors.NotFound(path) from None


def _hot_journal(path: Path) -> bool:
    """Whether a crash left a rollback journal, with which SQLite will mend the file."""
    return beside(path, "-journal").exists()


def _format_inside(path: Path, key: bytes, start: bytes) -> int:
    """The journal format of a file that opens with `key`."""
    from sqlcipher3 import dbapi2

    with _as_refusals(path):
        try:
            connection = connect(path, key)
        except dbapi2.OperationalError:
            raise
        except dbapi2.DatabaseError:
            locked = _looks_locked(path, start)
            raise errors.WrongPassphrase(path) if locked else errors.NotAJournal(path) from None
        with closing(connection):
            [application_id] = connection.execute("PRAGMA application_id").fetchone()
            [version] = connection.execute("PRAGMA user_version").fetchone()
    _refuse_unless_ours(path, application_id, version)
    return int(version)


def _refuse_unless_ours(path: Path, application_id: int, version: int) -> None:
    if application_id != APPLICATION_ID:
        raise errors.ForeignDatabase(path)
    if version > FORMAT:
        raise errors.NewerJournal(path, version, FORMAT)


def _looks_locked(path: Path, start: bytes) -> bool:
    """Whether a file could be whole pages of SQLCipher's, in which nothing tells one byte from another.

    Half of what is looked at may be damaged, and it is still told from text or pictures.
    """
    whole_pages = _size(path) % 4096 == 0 or _hot_journal(path)
    if not whole_pages or len(start) < 4096 or start.startswith(_SPEAKING):
        return False
    sectors = [start[place : place + _SECTOR] for place in range(0, len(start) - _SECTOR + 1, _SECTOR)]
    return 2 * sum(map(_is_random, sectors)) >= len(sectors)


def _is_random(sector: bytes) -> bool:
    """Pearson's chi-squared of how often each byte comes: 255 on average, in English beyond 4,000."""
    counts, expected = Counter(sector), _SECTOR / 256
    return sum((counts[byte] - expected) ** 2 / expected for byte in range(256)) < _LARGEST


def _try_to_read(path: Path) -> None:
    from sqlcipher3 import dbapi2

    with _as_refusals(path):
        try:
            connect(path).close()
        except dbapi2.OperationalError:
            raise
        except (
            dbapi2.DatabaseError,
            UnicodeDecodeError,
        ) as error:  # the second: SQLite's own report is garbled
            raise errors.Damaged(path) from error


@contextmanager
def _as_refusals(path: Path) -> Iterator[None]:
    """What keeps SQLite from a file as the sentence that says so."""
    from sqlcipher3 import dbapi2

    if not os.access(path, os.R_OK):
        raise errors.Unreadable(path)
    try:
        yield
    except dbapi2.DatabaseError as error:
        if isinstance(error, dbapi2.OperationalError) and ("locked" in str(error) or "busy" in str(error)):
            raise errors.InUse(path) from None
        raise errors.Damaged(path) from None
