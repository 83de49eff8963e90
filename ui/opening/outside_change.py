"""Going on after another program changed the journal's file: the person's choice, carried out."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.errors import JournalError
from legjournal.progress import Progress
from legjournal.storage.guard import Difference
from legjournal.storage.opening import refuse_unless_journal
from ui.opening.opener import JOURNALS
from ui.opening.outside_dialog import OutsideDialog, Way, moment_of
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.backups import Backup
    from ui.runner import Runner


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question. kept: where the journal as it was can be kept; backup: the nearest to it there is."""

    journal: "Journal"
    dialog: OutsideDialog
    difference: Difference
    kept: Path
    backup: "Backup | None"


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
        asked = _Asked(journal, dialog, difference, kept, backup)
        dialog.chosen.connect(partial(self._on_chosen, asked))
        dialog.open()

    def follow(self, journal: "Journal") -> None:
        """Read a journal that is only read anew; one that is no journal any more is shown as it was."""
        with suppress(JournalError):
            self.use(journal)

    def use(self, journal: "Journal", backup: "Backup | None" = None) -> None:
        """Go on with the file as it is now. Raises JournalError when it is no journal.

        backup: what to name as the nearest to the journal as it was.
        """
        journal.reload()
        said = self.tr("The journal goes on with the file as it is now.")
        if backup is not None:
            words = self.tr("The backup of {when} is nearest to what you had: see Backups in the File menu.")
            said = f"{said} {words.format(when=moment_of(backup))}"
        self.went_on.emit(said)

    def _on_chosen(self, asked: _Asked, way: Way) -> None:
        match way:
            case Way.USE if asked.difference is Difference.REPLACED:
                keep = partial(self._write, asked, asked.kept, partial(self._use_and_look, asked))
                self._if_a_journal(asked, keep)
            case Way.USE:
                use = partial(self.use, asked.journal, asked.backup)
                self._runner.when_still(partial(self._finish, asked.dialog, use))
            case Way.KEEP:
                self._keep(asked, asked.kept)
            case Way.BOTH:
                use = partial(self._finish, asked.dialog, partial(self._use_both, asked))
                self._if_a_journal(asked, partial(self._write, asked, asked.kept, use))
            case Way.AGAIN:
                self._keep(asked, asked.journal.path)
            case Way.ELSEWHERE:
                if path := self.ask_path(asked.dialog, asked.kept.name):
                    self._keep(asked, path)
            case Way.OTHER:
                asked.dialog.accept()
                self.open_requested.emit()

    def _if_a_journal(self, asked: _Asked, then: Callable[[], None]) -> None:
        """Go on only if the file can be gone on with: otherwise nothing is to be kept beside it yet."""
        self._runner.when_still(partial(self._check, asked, then))

    def _check(self, asked: _Asked, then: Callable[[], None]) -> None:
        try:
            refuse_unless_journal(asked.journal.path, asked.journal.store.key)
        except JournalError as error:
            asked.dialog.refuse(str(error))
        else:
            then()

    def _keep(self, asked: _Asked, path: Path) -> None:
        go_on = partial(self._finish, asked.dialog, partial(self._go_on_in, asked.journal, path))
        self._write(asked, path, go_on)

    def _write(self, asked: _Asked, path: Path, then: Callable[[], None]) -> None:
        """Write the journal as it was to `path`, off the window's thread, and go on from there."""
        asked.dialog.wait()
        source = asked.backup.path if asked.backup is not None else None
        task = Task(partial(_write_kept, asked.journal, path, source), self)
        task.done.connect(partial(self._on_written, then))
        task.refused.connect(asked.dialog.refuse)
        task.start()

    def _on_written(self, then: Callable[[], None], _path: object) -> None:
        self._runner.when_still(then)

    def _finish(self, dialog: OutsideDialog, last_step: Callable[[], None]) -> None:
        try:
            last_step()
        except JournalError as error:
            dialog.refuse(str(error))
        else:
            dialog.accept()

    def _use_and_look(self, asked: _Asked) -> None:
        """Go on with the file as it is now; then see, off the window's thread, what it lacks."""
        try:
            asked.journal.reload()
        except JournalError as error:
            asked.dialog.refuse(str(error))
            return
        task = Task(partial(_remove_if_held, asked.journal, asked.kept), self)
        task.done.connect(partial(self._on_looked, asked))
        task.start()

    def _on_looked(self, asked: _Asked, held: bool) -> None:
        said = self.tr("The journal goes on with the file as it is now.")
        if not held:
            words = self.tr(
                "Some of your entries may be missing from it: your own journal is kept as {path}."
            )
            said = f"{said} {words.format(path=asked.kept)}"
        self._runner.when_still(partial(self.went_on.emit, said))
        asked.dialog.accept()

    def _go_on_in(self, journal: "Journal", path: Path) -> None:
        journal.go_on_in(path)
        self.went_on.emit(self.tr("Your journal goes on in {path}.").format(path=path))

    def _use_both(self, asked: _Asked) -> None:
        self.use(asked.journal)
        self.merge_requested.emit(asked.kept)

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
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), JOURNALS)
        return Path(chosen) if chosen else None


def _write_kept(journal: "Journal", path: Path, backup: Path | None, progress: Progress) -> Path:
    progress(0.0)
    journal.write_kept(path, backup)
    return path


def _remove_if_held(journal: "Journal", kept: Path, _progress: Progress) -> bool:
    """Whether the journal holds all that was kept; if so that need not be kept."""
    from legjournal.exchange.compare import compare

    try:
        held = not compare(journal, kept, journal.store.key)
        if held:
            kept.unlink()
    except (JournalError, OSError):
        return False  # not known: it stays
    return held
