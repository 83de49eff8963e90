"""The backups of a locked journal that anybody can read, in both places: made before it was locked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from legjournal import errors
from legjournal.clock import Clock
from legjournal.storage.backups import Backup, Backups
from legjournal.storage.second_place import SecondPlace
from legjournal.words import text


@dataclass(frozen=True)
class PlainBackups:
    """`places`: the journal's backups in each folder that can be reached."""

    places: tuple[Backups, ...]

    @classmethod
    def of(cls, journal: Path, clock: Clock, key: bytes, second: Path | None) -> Self:
        """Those of one journal. second: the second place for backups, if the person has chosen one."""
        here = Backups(journal, clock, key=key)
        if second is not None and SecondPlace(second).connected:
            return cls((here, SecondPlace(second).of(here)))
        return cls((here,))

    def find(self) -> tuple[Backup, ...]:
        """All of them, the newest of each place first."""
        return tuple(backup for place in self.places for backup in place.list() if not backup.locked)

    def remove(self, backups: Sequence[Backup]) -> None:
        """Overwrite and delete these. Raises CannotWrite if one stays."""
        paths = [backup.path for backup in backups]
        left = [
            path
            for place in self.places
            for path in place.remove(path for path in paths if path.parent == place.folder)
        ]
        if left:
            raise errors.CannotWrite(left[0], text("it could not be deleted"))
