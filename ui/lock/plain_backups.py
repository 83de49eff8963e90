"""What anybody can still read of a journal that was locked: backups and copies from before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legjournal import errors
from legjournal.clock import Clock
from legjournal.storage.backups import Backup, Backups
from legjournal.storage.conflict_copies import conflict_copies
from legjournal.storage.opening import is_locked
from legjournal.storage.second_place import SecondPlace
from legjournal.words import text


@dataclass(frozen=True, slots=True)
class Readable:
    """`backups`, the newest of each place first; `copies`, files a sync program left beside the journal.

    away: whether there is a second place for backups that cannot be looked into just now.
    """

    backups: tuple[Backup, ...]
    copies: tuple[Path, ...]
    away: bool


@dataclass(frozen=True, slots=True)
class PlainBackups:
    """Those of one journal. `second`: the second place for backups, if the person has chosen one."""

    journal: Path
    clock: Clock
    key: bytes = field(repr=False)
    second: Path | None

    def find(self) -> Readable:
        """Look in both places and beside the journal."""
        places = self._places()
        backups = tuple(backup for place in places for backup in place.list() if not backup.locked)
        copies = tuple(copy for copy in conflict_copies(self.journal) if not _is_locked(copy))
        return Readable(backups, copies, away=self.second is not None and len(places) == 1)

    def remove(self, backups: Sequence[Backup]) -> None:
        """Overwrite and delete these. Raises CannotWrite if one stays."""
        paths = [backup.path for backup in backups]
        left = [
            path
            for place in self._places()
            for path in place.remove(path for path in paths if path.parent == place.folder)
        ]
        if left:
            raise errors.CannotWrite(left[0], text("it could not be deleted"))

    def _places(self) -> tuple[Backups, ...]:
        here = Backups(self.journal, self.clock, key=self.key)
        if self.second is not None and SecondPlace(self.second).connected:
            return here, SecondPlace(self.second).of(here)
        return (here,)


def _is_locked(path: Path) -> bool:
    try:
        return is_locked(path)
    except errors.JournalError:
        return True  # nobody can read it
