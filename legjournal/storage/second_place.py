"""The second place for backups: a USB stick or another disk of the person's choice, there or not just now."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from legjournal.storage.backups import Backups
from legjournal.storage.files import make_folder

FOLDER = "Leg Journal backups"


@dataclass(frozen=True)
class SecondPlace:
    """`chosen`: the folder the person chose. In it a folder of ours keeps one folder for each journal.

    Our folder is also the sign that the stick is there: the place where a stick is found may be an empty
    folder of this computer while it is not.
    """

    chosen: Path

    @property
    def folder(self) -> Path:
        """Our folder there."""
        return self.chosen if self.chosen.name == FOLDER else self.chosen / FOLDER

    @property
    def connected(self) -> bool:
        """Whether it can be reached now; on some disks it takes a while to tell."""
        with suppress(OSError):  # a stick pulled out while it is asked
            return self.folder.is_dir()
        return False

    def prepare(self) -> None:
        """Make our folder, once, when the place is chosen. Raises CannotWrite."""
        make_folder(self.folder)

    def of(self, backups: Backups) -> Backups:
        """The same journal's backups there, thinned like those of the first place."""
        return backups.elsewhere(self.folder / backups.folder.name)
