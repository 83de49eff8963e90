"""Whether the file is still as we left it: a sync program may have put another in its place.

SQLite itself refuses to write to a file that was moved or replaced; one that was overwritten where it lies it
would write to, and what was in it before would silently be gone.
"""

import threading
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from legjournal import errors

_COUNTERS = 24, 16  # place and length of what SQLite itself compares: change counter, length, free pages
_PIECE = 2**20  # bytes


class Difference(StrEnum):
    """What became of the file since we last wrote to it."""

    NONE = "as we left it"
    GONE = "gone"  # moved, renamed or deleted, or its disk was taken out
    REPLACED = "replaced"  # another file has its name
    OVERWRITTEN = "overwritten"  # the same file, with other bytes in it


@dataclass(frozen=True, slots=True)
class Look:
    """How a file looked: which it is, its length in bytes, when it was written to (ns), its counters."""

    device: int
    number: int
    size: int
    written: int
    counters: bytes


class Guard:
    """Watches over one open file. It opens the file once, and only that once.

    To close any descriptor of a file drops the locks SQLite holds on it in this process, so this one is kept;
    through it a file that was renamed, deleted or replaced can still be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._left: Look | None = None
        self._closed = False
        self._one_at_a_time = threading.Lock()  # a file has one place it is read from

    def begin(self) -> None:
        """From here on the file is watched. Does nothing the second time, nor where there is no file.

        Nor after `close`: a page that is about to go may still read.
        """
        if self._left is not None or self._closed:
            return
        with self._one_at_a_time:
            if self._file is None:
                try:
                    self._file = self._path.open("rb", buffering=0)
                except OSError:
                    return  # SQLite, about to open it too, says why
        self.note()

    def note(self) -> None:
        """What is there now is our own doing."""
        self._left = self._look() or self._left

    def difference(self) -> Difference:
        """What became of the file since `begin` or `note`."""
        if self._left is None:
            return Difference.NONE
        now = self._look()
        if now is None:
            return Difference.GONE
        if (now.device, now.number) != (self._left.device, self._left.number):
            return Difference.REPLACED
        return Difference.NONE if now == self._left else Difference.OVERWRITTEN

    def refuse_if_different(self) -> None:
        """Raise MovedAway or ChangedOutside unless the file is as we left it."""
        match self.difference():
            case Difference.GONE:
                raise errors.MovedAway
            case Difference.REPLACED | Difference.OVERWRITTEN:
                raise errors.ChangedOutside

    def copy_to(self, path: Path) -> None:
        """Write the file we had, which may have another name now or none, into the one at `path`."""
        assert self._file is not None
        with self._one_at_a_time, path.open("wb") as copy:
            self._file.seek(0)
            while piece := self._file.read(_PIECE):
                copy.write(piece)

    def go_on(self, path: Path) -> None:
        """Watch what is at `path`, from `begin` on. The same file stays open: a copy may be under way."""
        if path != self._path or self.difference() in (Difference.GONE, Difference.REPLACED):
            self._let_go()
        self._path, self._left = path, None

    def close(self) -> None:
        """Let go of the file, for good."""
        self._closed = True
        self._let_go()

    def _let_go(self) -> None:
        with self._one_at_a_time:
            if self._file is not None:
                self._file.close()
            self._file = self._left = None

    def _look(self) -> Look | None:
        """The file that has the name now; its counters, where it is the one we have open."""
        try:
            found = self._path.stat()
            with self._one_at_a_time:
                counters = self._counters()
        except OSError:
            return None
        return Look(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, counters)

    def _counters(self) -> bytes:
        if self._file is None:
            return b""
        place, length = _COUNTERS
        self._file.seek(place)
        return self._file.read(length)
