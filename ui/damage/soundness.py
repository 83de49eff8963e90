"""Watches over the soundness of the open journal: checks it, and leads out of damage."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from ui.opening.opener import JOURNALS
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.progress import Progress
    from legjournal.storage.backups import Backup
    from legjournal.storage.repair import Repaired


class Soundness(QObject):
    """The checks and the repair, for whichever journal is open.

    Signals: `restore_requested(Path)`, to go back to that backup; `replaced(Work, str, Path)`, to close the
    journal, do that work, which is said in words, and open the new file; `read_only_requested()`;
    `another_requested()`; `saving_stopped()`, the journal is damaged and takes no more changes.
    """

    restore_requested = Signal(object)
    replaced = Signal(object, str, object)
    read_only_requested = Signal()
    another_requested = Signal()
    saving_stopped = Signal()

    def __init__(self, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._clock = clock
        self._window = window
        self._repaired: Repaired | None = None

    def on_opened(self, journal: "Journal") -> None:
        """After a repair, say what was saved and what was not."""
        from ui.damage.repaired_dialog import RepairedDialog

        if self._repaired is not None and self._repaired.path == journal.path:
            RepairedDialog(self._repaired, self._window).open()
        self._repaired = None

    def watch(self, journal: "Journal") -> None:
        """Have a look at a journal that was just opened, while the person goes on."""
        if journal.read_only:
            return  # nothing can become worse, and the person may be here because of the damage
        task = Task(partial(_first_flaw, journal), self)
        task.done.connect(partial(self._on_looked_at, journal))
        task.ended.connect(task.deleteLater)
        task.start()

    def check(self, journal: "Journal") -> None:
        """Check everything, and say what came of it."""
        from ui.damage.check_dialog import CheckDialog

        dialog = CheckDialog(journal, self._window)
        dialog.flawed.connect(partial(self._on_flawed, journal))
        dialog.open()

    def repair(self, path: Path, key: bytes | None = None) -> None:
        """Ask where the repaired copy of the journal at `path` shall lie, and make it."""
        target = self.ask_repaired_path(self._window, self._suggested(path))
        if target is not None:
            work = partial(self._repair, path, target, key)
            self.replaced.emit(work, self.tr("Saving what can be read into a new file."), target)

    def _on_looked_at(self, journal: "Journal", flaw: str) -> None:
        if flaw:
            self._on_flawed(journal, (flaw,))

    def _on_flawed(self, journal: "Journal", problems: Sequence[str]) -> None:
        journal.stop_saving()
        self.saving_stopped.emit()
        task = Task(partial(_newest_good, journal), self)
        task.done.connect(partial(self._on_ready_to_tell, journal, problems))
        task.refused.connect(partial(self._on_ready_to_tell, journal, problems, None))
        task.ended.connect(task.deleteLater)
        task.start()

    def _on_ready_to_tell(
        self, journal: "Journal", problems: Sequence[str], newest: "Backup | None", *_sentence: str
    ) -> None:
        from ui.damage.damage_dialog import DamageDialog

        dialog = DamageDialog(problems, newest, self._window)
        dialog.backup_requested.connect(self.restore_requested)
        dialog.repair_requested.connect(partial(self.repair, journal.path, journal.store.key))
        dialog.read_only_requested.connect(self.read_only_requested)
        dialog.another_requested.connect(self.another_requested)
        dialog.open()

    def _repair(self, path: Path, target: Path, key: bytes | None, progress: "Progress") -> str:
        """What the worker thread does."""
        from legjournal.storage.backups import Backups
        from legjournal.storage.repair import repair

        newest = Backups(path, self._clock, key=key).newest()
        self._repaired = repair(path, target, key, progress, newest.path if newest else None)
        return ""

    def _suggested(self, path: Path) -> Path:
        today = phrases.day(self._clock.today())
        name = self.tr("{name} (repaired {day})").format(name=path.stem, day=today)
        return path.with_name(name + path.suffix)

    @classmethod
    def ask_repaired_path(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Where the repaired copy shall lie."""
        name, _ = QFileDialog.getSaveFileName(parent, parent.tr("Repair a copy"), str(suggested), JOURNALS)
        return Path(name) if name else None


def _first_flaw(journal: "Journal", progress: "Progress") -> str:
    progress(0.0)
    return journal.flaw()


def _newest_good(journal: "Journal", progress: "Progress") -> "Backup | None":
    progress(0.0)
    return journal.backups.newest()
