"""Telling what a file is before anything is opened for writing. Nothing refused is ever changed."""

import os
import stat
import struct
from pathlib import Path

from legjournal import errors
from legjournal.storage.engine import connect

APPLICATION_ID = 0x4C65674A  # "LegJ"
FORMAT = 1  # the newest journal format this program writes; PRAGMA user_version in the file
_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


def refuse_unless_journal(path: Path, key: bytes | None = None) -> int:
    """Return the format of a sound journal; raise the JournalError that says what else it is.

    Reads the first 100 bytes, then opens the file without creating or changing anything. A locked journal
    (`key` given) has no readable header, so only the second half applies to it.
    """
    header = _read_header(path)
    version = FORMAT if key else _format_of(path, header)
    _try_to_read(path, key)
    return version


def _read_header(path: Path) -> bytes:
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
            header = file.read(_HEADER)
    except OSError:
        raise errors.Unreadable(path) from None
    if not header:
        raise errors.EmptyFile(path)
    return header


def _format_of(path: Path, header: bytes) -> int:
    """The journal format named in an SQLite header (https://www.sqlite.org/fileformat2.html, 1.3)."""
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise errors.NotAJournal(path)
    application_id, user_version = (
        struct.unpack(">I", header[68:72])[0],
        struct.unpack(">I", header[60:64])[0],
    )
    if application_id != APPLICATION_ID:
        raise errors.ForeignDatabase(path)
    if user_version > FORMAT:
        raise errors.NewerJournal(path, user_version, FORMAT)
    page_size = struct.unpack(">H", header[16:18])[0]
    pages = struct.unpack(">I", header[28:32])[0]
    if pages * (65536 if page_size == 1 else page_size) > path.stat().st_size and not _hot_journal(path):
        raise errors.Truncated(path)
    return int(user_version)


def _hot_journal(path: Path) -> bool:
    """Whether a crash left a rollback journal, with which SQLite will mend the file."""
    return path.with_name(path.name + "-journal").exists()


def _try_to_read(path: Path, key: bytes | None) -> None:
    from sqlcipher3 import dbapi2

    if not os.access(path, os.R_OK):
        raise errors.Unreadable(path)
    try:
        connect(path, key).close()
    except dbapi2.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise errors.InUse(path) from None
        raise errors.Damaged(path) from None
    except (dbapi2.DatabaseError, UnicodeDecodeError) as error:  # the second: SQLite's own report is garbled
        raise (errors.NotAJournal(path) if key else errors.Damaged(path)) from error
