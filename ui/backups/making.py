"""One backup in each place: the person's own folder, and the second place if it can be reached."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from legjournal.errors import CannotWrite, JournalError
from legjournal.progress import Progress

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.thinning import Reason


@dataclass(frozen=True)
class Outcome:
    """What came of it. `first`, `second`: why there is no good backup in that place, None when there is.

    away: whether the second place could not be reached. new: whether there was something new to keep.
    """

    first: JournalError | None = None
    second: JournalError | None = None
    away: bool = False
    new: bool = True

    @property
    def is_good(self) -> bool:
        """Whether all is safe wherever it should be."""
        return self.first is None and self.second is None and not self.away


def make_everywhere(
    journal: "Journal",
    chosen: Path | None,
    reason: "Reason",
    progress: Progress,
) -> Outcome:
    """Make a backup, and have it in the second place too; a fault of the one never keeps it from the other.

    The second place is given a copy of the first one's backup, so that a slow stick keeps no save waiting.
    """
    from legjournal.storage.second_place import SecondPlace

    made, first = None, None
    try:
        made = journal.backups.make(reason, progress=progress)
    except JournalError as error:
        first = error
    if chosen is None:
        return Outcome(first, new=made is None or made.new)
    if made is None and not isinstance(first, CannotWrite):
        return Outcome(first, first)  # what cannot be copied here cannot be copied there
    place = SecondPlace(chosen)
    if not place.connected:
        return Outcome(first, away=True)
    there = place.of(journal.backups)
    try:
        taken = there.take(made.path, progress) if made else there.make(reason, progress=progress)
    except JournalError as error:
        return Outcome(first, error)
    return Outcome(first, new=taken.new or (made is not None and made.new))
