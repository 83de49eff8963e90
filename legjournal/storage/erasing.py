"""Putting zeros where private bytes were, as well as a program can: see `locking` for what that is worth."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from legjournal.errors import CannotWrite
from legjournal.storage.files import reason_of

_PIECE = 2**20  # bytes


def overwrite(file: BinaryIO) -> None:
    """Put zeros in the place of all a file holds, down to the disk."""
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left:
        left -= file.write(bytes(min(left, _PIECE)))
    file.flush()
    os.fsync(file.fileno())


def erase(path: Path) -> None:
    """Overwrite and remove a file that may be gone already. Raises CannotWrite.

    One with a second name (a hard link) only loses this one: somebody wanted the other.
    """
    try:
        with path.open("rb+") as file:
            if os.fstat(file.fileno()).st_nlink == 1:
                overwrite(file)
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from None


def unfinished(journal: Path) -> Path:
    """Where a journal's next file is written: always there, so that one left by a crash is found."""
    return journal.with_name(f".{journal.name}.unfinished")


def clear_away(journal: Path) -> None:
    """Remove what locking or unlocking a journal has left beside it when it was stopped: it may be plain."""
    with suppress(CannotWrite):
        erase(unfinished(journal))
