"""One save from its first look at the file to its last: nothing of another program's is written over, and a
save that reports a fault is looked for before it is called lost.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from legjournal import errors
from legjournal.storage.faults import as_sentences
from legjournal.storage.files import flush
from legjournal.storage.guard import Guard
from legjournal.storage.history import Changed


@dataclass
class Saving:
    """The transaction under way.

    find: looks in the file for what was to be saved; returns what it changed, None when it is not there.
    """

    guard: Guard
    folder: Path
    find: Callable[[], Changed | None]
    _begun: bool = False
    _written: bool = False

    def begun(self) -> None:
        """Nobody else writes from here on. Raises ChangedOutside or MovedAway if somebody did before."""
        self.guard.refuse_if_different()
        self._begun = True

    def written(self) -> None:
        """Everything is in the transaction; only its COMMIT is left."""
        self._written = True

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Around the whole transaction. Ends well exactly if the file holds what was to be saved.

        Raises NotSaved; its `look_again` is set where the disk would not even let that be seen.
        """
        self.guard.begin()
        try:
            with as_sentences():
                yield
        except errors.JournalError as fault:
            self._refuse_if_different_after(fault)
            if not self._is_stored_after(fault):
                raise
        except BaseException:
            self._note_if_ours()
            raise
        else:
            self.guard.note()

    def _refuse_if_different_after(self, fault: errors.JournalError) -> None:
        """A file that is another's now has faults of many kinds; this is the reason behind them."""
        if isinstance(fault, errors.SaveBusy):
            return  # whoever is writing has not finished
        if not self._begun or isinstance(fault, errors.ReadOnly):
            self.guard.refuse_if_different()

    def _note_if_ours(self) -> None:
        if self._begun:
            self.guard.note()  # taking back what did not fit into memory writes to the file too

    def _is_stored_after(self, fault: errors.JournalError) -> bool:
        """Whether the save is in the file all the same: 3 of 26 saves that failed were."""
        if not self._begun or isinstance(fault, errors.SaveBusy):
            return False
        try:
            return self._look_again() is not None
        except errors.JournalError:
            if self._written and isinstance(fault, errors.NotSaved):
                fault.look_again = self._look_again
            return False

    def _look_again(self) -> Changed | None:
        """Have SQLite mend what the fault left, and look. Raises JournalError while that cannot be done."""
        found = self.find() if self._written else None
        if found is not None:
            _sync(self.folder)
        self.guard.note()
        return found


def _sync(folder: Path) -> None:
    """Have the end of the save reach the disk, if it was that which failed. Raises DiskFault."""
    try:
        flush(folder)
    except OSError:
        raise errors.DiskFault from None
