"""Gives the file of a closed journal another lock, with a backup before and after."""

from dataclasses import dataclass
from pathlib import Path

from legjournal.clock import Clock
from legjournal.errors import JournalError
from legjournal.progress import Progress
from legjournal.storage import locking
from legjournal.storage.backups import Backups
from legjournal.storage.keys import NewKey
from legjournal.storage.thinning import Reason


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The journal has its new lock, or none.

    key: what it opens with now. fault: why no backup of the new file could be made, "" if there is one.
    """

    key: bytes | None
    fault: str = ""


def rewrite(path: Path, clock: Clock, key: bytes | None, new: NewKey | None, progress: Progress) -> Rewritten:
    """Give the journal at `path`, which opens with `key`, the lock `new`, or none.

    Raises the JournalError that says why not; the journal is as it was then.
    """
    progress(0.1)
    Backups(path, clock, key=key).make(Reason.BEFORE_LOCK)
    progress(0.4)
    if new is None:
        assert key is not None
        locking.remove_passphrase(path, key)
    elif key is None:
        locking.lock(path, new)
    else:
        locking.change_passphrase(path, key, new)
    progress(0.8)
    key = new.key if new else None
    return Rewritten(key, _fault_of_backup(path, clock, key))


def _fault_of_backup(path: Path, clock: Clock, key: bytes | None) -> str:
    """Make a backup with the new lock: forced, for one with the old lock may hold the same entries."""
    try:
        Backups(path, clock, key=key).make(Reason.AUTO, forced=True)
    except JournalError as error:
        return str(error)
    return ""
