"""Going on after another program changed the journal's file: the person's choice, carried out."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.errors import JournalError
from legjournal.storage.guard import Difference
from ui.opening.outside_dialog import OutsideDialog, Way
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class OutsideChange(QObject):
    """Asks what to do, and does it. What is waiting in the runner is left waiting there.

    Signals: `went_on(str)`, the journal is another one now and has to be read anew; the sentence says which.
    `settled()`, the file is as it was left after all. `merge_requested(Path)`, to bring in what was kept;
    `open_requested()`, another journal.
    """

    went_on = Signal(str)
    settled = Signal()
    merge_requested = Signal(object)
    open_requested = Signal()

    def __init__(self, runner: "Runner", clock: Clock, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._clock = clock
        self._window = window

    def ask(self, journal: "Journal") -> None:
        """Show what happened to the journal's file, and do what the person chooses."""
        difference = journal.store.guard.difference()
        if difference is Difference.NONE:
            self.settled.emit()
            return
        kept = self._kept_beside(journal.path)
        backup = journal.backups.newest() if difference is Difference.OVERWRITTEN else None
        dialog = OutsideDialog(difference, journal.path, kept, backup, self._window)
        source = backup.path if backup is not None else None
        dialog.chosen.connect(partial(self._on_chosen, journal, dialog, kept, source))
        dialog.open()

    def follow(self, journal: "Journal") -> None:
        """Read a journal that is only read anew; one that is no journal any more is shown as it was."""
        with suppress(JournalError):
            self.use(journal)

    def use(self, journal: "Journal") -> None:
        """Go on with the file as it is now. Raises JournalError when it is no journal."""
        journal.reload()
        self.went_on.emit(self.tr("The journal goes on with the file as it is now."))

    def _on_chosen(
        self, journal: "Journal", dialog: OutsideDialog, kept: Path, backup: Path | None, way: Way
    ) -> None:
        match way:
            case Way.USE:
                self._runner.when_still(partial(self._finish, dialog, partial(self.use, journal)))
            case Way.KEEP:
                self._keep(journal, dialog, kept, backup)
            case Way.BOTH:
                then = partial(self._use_both, journal, kept)
                self._write(journal, dialog, kept, backup, then)
            case Way.AGAIN:
                self._keep(journal, dialog, journal.path, None)
            case Way.ELSEWHERE:
                if path := self.ask_path(dialog, kept.name):
                    self._keep(journal, dialog, path, None)
            case Way.OTHER:
                dialog.accept()
                self.open_requested.emit()

    def _keep(self, journal: "Journal", dialog: OutsideDialog, path: Path, backup: Path | None) -> None:
        self._write(journal, dialog, path, backup, partial(self._go_on_in, journal, path))

    def _write(
        self,
        journal: "Journal",
        dialog: OutsideDialog,
        path: Path,
        backup: Path | None,
        then: Callable[[], None],
    ) -> None:
        """Write the journal as it was to `path`, off the window's thread, and go on from there."""
        dialog.wait()
        task = Task(partial(_write_kept, journal, path, backup), self)
        finish = partial(self._finish, dialog, then)
        task.done.connect(partial(self._on_written, finish))
        task.refused.connect(dialog.refuse)
        task.start()

    def _on_written(self, finish: Callable[[], None], _path: object) -> None:
        self._runner.when_still(finish)

    def _finish(self, dialog: OutsideDialog, last_step: Callable[[], None]) -> None:
        try:
            last_step()
        except JournalError as error:
            dialog.refuse(str(error))
        else:
            dialog.accept()

    def _go_on_in(self, journal: "Journal", path: Path) -> None:
        journal.go_on_in(path)
        self.went_on.emit(self.tr("Your journal goes on in {path}.").format(path=path))

    def _use_both(self, journal: "Journal", kept: Path) -> None:
        self.use(journal)
        self.merge_requested.emit(kept)

    def _kept_beside(self, path: Path) -> Path:
        """A free name that says what it is: journal (kept 22 November 2026).legjournal."""
        name = self.tr("{name} (kept {day})").format(name=path.stem, day=phrases.day(self._clock.today()))
        number, free = 1, path.with_name(name + path.suffix)
        while free.exists():
            number += 1
            free = path.with_name(f"{name} {number}{path.suffix}")
        return free

    @classmethod
    def ask_path(cls, parent: QWidget, name: str) -> Path | None:
        """Where the journal shall be kept."""
        title = parent.tr("Keep the journal")
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), "*.legjournal")
        return Path(chosen) if chosen else None


def _write_kept(
    journal: "Journal", path: Path, backup: Path | None, progress: Callable[[float], None]
) -> Path:
    progress(0.0)
    journal.write_kept(path, backup)
    return path
