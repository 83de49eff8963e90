"""What is done with a journal's file as a whole: exports, backups, checks and repairs."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from legjournal.clock import Clock
from ui.opening.opener import Opener
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.damage.soundness import Soundness
    from ui.sitting import Sitting
    from ui.task import Work
    from ui.whole_journal import WholeJournal


class FileCommands(QObject):
    """The commands, for the journal of the present sitting or, where that makes sense, one that is not open.

    let_go: stores what is being typed and closes the journal; False when the person would rather stay.
    Signals: `told(str)`, a sentence to show.
    """

    told = Signal(str)

    def __init__(
        self,
        opener: Opener,
        settings: Settings,
        clock: Clock,
        sitting: "Callable[[], Sitting | None]",
        let_go: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._opener = opener
        self._settings = settings
        self._clock = clock
        self._sitting = sitting
        self._let_go = let_go
        self._window = window

    def export(self) -> None:
        """Write the whole journal as JSON."""
        if (sitting := self._flushed()) is not None:
            self.whole.export(sitting.journal)

    def bring_in(self) -> None:
        """Bring an export into the journal."""
        if (sitting := self._flushed()) is not None:
            self.whole.bring_in(sitting.journal)

    def show_backups(self) -> None:
        """Show the backups, also those of a journal that does not open."""
        sitting = self._flushed()
        keeper = sitting.keeper if sitting is not None else None
        self.whole.show_backups(self._opener.path, keeper, self._settings, self._key)

    def check(self) -> None:
        """Check everything in the journal."""
        if (sitting := self._flushed()) is not None:
            self.soundness.check(sitting.journal)

    def watch(self) -> None:
        """Have a quiet look whether the journal just opened is sound."""
        if (sitting := self._sitting()) is not None:
            self.soundness.watch(sitting.journal)

    def repair(self) -> None:
        """Make a repaired copy of a journal that does not open."""
        self.soundness.repair(self._opener.path, self._key)

    def go_back(self, backup: Path) -> None:
        """Go back to a backup."""
        self.whole.go_back(self._opener.path, backup, self._key)

    @cached_property
    def whole(self) -> "WholeJournal":
        """Exports and backups; most sittings never need them."""
        from ui.whole_journal import WholeJournal

        whole = WholeJournal(self._clock, self._window)
        whole.told.connect(self.told)
        whole.replaced.connect(self._on_replaced)
        return whole

    @cached_property
    def soundness(self) -> "Soundness":
        """The checks, and the ways out of damage."""
        from ui.damage.soundness import Soundness

        soundness = Soundness(self._clock, self._window)
        self._opener.opened.connect(soundness.on_opened)
        soundness.restore_requested.connect(self.go_back)
        soundness.replaced.connect(self._on_repaired)
        soundness.saving_stopped.connect(self._on_saving_stopped)
        soundness.read_only_requested.connect(self._on_read_only)
        soundness.another_requested.connect(self._opener.open_another)
        return soundness

    @property
    def _key(self) -> bytes | None:
        sitting = self._sitting()
        return sitting.journal.store.key if sitting is not None else None

    def _flushed(self) -> "Sitting | None":
        """The sitting, with what is being typed on its way to the disk."""
        sitting = self._sitting()
        if sitting is not None:
            sitting.tabs.flush()
        return sitting

    def _on_replaced(self, change: "Work", words: str, key: bytes | None) -> None:
        self._opener.replace(change, words, key=key if self._sitting() is None else self._key)

    def _on_repaired(self, repair: "Work", words: str, path: Path) -> None:
        self._opener.replace(repair, words, key=self._key, becomes=path)

    def _on_saving_stopped(self) -> None:
        sitting = self._sitting()
        if sitting is not None and sitting.journal.read_only:  # not another one, opened meanwhile
            sitting.stop_changes()

    def _on_read_only(self) -> None:
        reopen = partial(self._opener.open, key=self._key, read_only=True)
        if self._let_go():
            reopen()
