"""One window a journal: two lock files say who has it open.

One lies in the person's own folder and settles which window of theirs is the first; the other lies beside the
journal, for whoever shares that folder. The system frees both when a process dies, however it dies.
"""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from platformdirs import user_state_path
from PySide6.QtCore import QCryptographicHash, QLockFile, QSysInfo


class Holder(NamedTuple):
    """Who else has a journal open: the name of the computer, whether it is this one, and since when."""

    computer: str
    is_here: bool
    since: datetime


def desk() -> Path:
    """Where the windows of one person on one computer know of each other."""
    return user_state_path("legjournal", appauthor=False) / "open"


def own_lock(journal: Path) -> Path:
    """The lock in the person's own folder, named for the place of the journal."""
    # Qt's, not hashlib's: that one would load OpenSSL before the first paint.
    place = QCryptographicHash.hash(
        os.fsencode(journal.resolve()), QCryptographicHash.Algorithm.Blake2b_160
    ).toHex()
    return desk() / f"{place.toStdString()}.lock"


def lock_beside(journal: Path) -> Path:
    """The lock in the journal's folder, which is synced and shared with it."""
    journal = journal.resolve()
    return journal.with_name(f".{journal.name}.lock")


class Claim:
    """Says that the journal at `path` is open here, until it is released.

    Writing both locks takes some milliseconds of waiting for the disk: `begin` has that done meanwhile.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: list[QLockFile] = []
        self._early: Thread | None = None
        self._holder: Holder | None = None

    def begin(self) -> None:
        """Take the locks on another thread, unless they are taken; `take` waits for it."""
        if self._held:
            return
        self._early = Thread(target=self._take_both)
        self._early.start()

    def take(self) -> Holder | None:
        """Take both locks; or who has the journal open already, and then neither is taken."""
        if self._is_under_way():
            return self._holder
        if not self._held:
            self._take_both()
        return self._holder

    def take_anyway(self) -> None:
        """Take the locks although another computer seems to hold one: the person says it is closed there."""
        with suppress(OSError):
            lock_beside(self.path).unlink()
        self.take()

    def release(self) -> None:
        """Let others open the journal."""
        self._is_under_way()
        self._let_go()

    def _is_under_way(self) -> bool:
        """Whether the locks were being taken on another thread; waits until they are."""
        early, self._early = self._early, None
        if early is not None:
            early.join()
        return early is not None

    def _let_go(self) -> None:
        for lock in self._held:
            lock.unlock()
        self._held.clear()

    def _take_both(self) -> None:
        with suppress(OSError):
            desk().mkdir(parents=True, exist_ok=True, mode=0o700)
        self._holder = self._take(own_lock(self.path)) or self._take(lock_beside(self.path))
        if self._holder is not None:
            self._let_go()

    def _take(self, path: Path) -> Holder | None:
        lock = patient_lock(path)
        if not lock.tryLock(0) and _names_nobody(lock):
            with suppress(OSError):
                path.unlink()  # left half written by a full disk, say: it would bar the way for ever
            lock.tryLock(0)
        if lock.isLocked():
            self._held.append(lock)
            return None
        return _holder_of(lock, path)


def patient_lock(path: Path) -> QLockFile:
    """A lock that does not grow stale with time: only the end of its process frees it."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    return lock


def _names_nobody(lock: QLockFile) -> bool:
    _pid, computer, _application = lock.getLockInfo() or (0, "", "")
    return lock.error() == QLockFile.LockError.LockFailedError and not computer


def _holder_of(lock: QLockFile, path: Path) -> Holder | None:
    """Who holds a lock that could not be taken; None where none can be written at all."""
    if lock.error() != QLockFile.LockError.LockFailedError or _names_nobody(lock):
        return None
    _pid, computer, _application = lock.getLockInfo()
    try:
        since = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None  # freed just now
    return Holder(computer, computer == QSysInfo.machineHostName(), since)
