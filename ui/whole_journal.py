"""What is done with the whole journal at once: export, bringing an export in, going back to a backup."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from legjournal.clock import Clock
from legjournal.progress import Progress
from legjournal.words import plural
from ui.settings import Settings
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.exchange.whole import NewEntries
    from legjournal.journal import Journal
    from legjournal.storage.backups import Backups
    from ui.backups.keeper import BackupKeeper


class WholeJournal(QObject):
    """The commands, for whichever journal is open.

    Signals: `told(str)`, a sentence to show;
    `replaced(Work, str, bytes | None)`, to close the journal, do that work and open it again; what it is, in
    words; and the key a journal that was not open will need.
    """

    told = Signal(str)
    replaced = Signal(object, str, object)

    def __init__(self, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._clock = clock
        self._window = window

    def export(self, journal: "Journal") -> None:
        """Write everything as JSON where the person says."""
        if (path := self.ask_export_path(self._window, journal.path.parent)) is not None:
            done = self.tr("The whole journal was written to {path}.").format(path=path)
            self._start(partial(_export, journal, path, done), self.told.emit)

    def bring_in(self, journal: "Journal") -> None:
        """Read an export, say what is new in it, and bring that in if the person agrees."""
        if (path := self.ask_import_path(self._window, journal.path.parent)) is not None:
            self._start(partial(_read, journal, path), partial(self._on_read, journal))

    def show_backups(
        self, path: Path, keeper: "BackupKeeper | None", settings: Settings, key: bytes | None = None
    ) -> None:
        """Show the backups of the journal at `path`, which need not be open or sound."""
        from legjournal.storage.backups import Backups
        from ui.backups.backups_dialog import BackupsDialog

        backups = Backups(path, self._clock, key=key)
        dialog = BackupsDialog(backups, keeper, settings, self._clock, self._window)
        dialog.restore_requested.connect(partial(self._on_restore, backups))
        dialog.open()

    def go_back(self, path: Path, backup: Path, key: bytes | None = None) -> None:
        """Put a backup in the place of the journal at `path`."""
        from legjournal.storage.backups import Backups

        self._on_restore(Backups(path, self._clock, key=key), backup)

    def _start(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        self.told.emit(self.tr("One moment…"))
        task = Task(work, self)
        task.done.connect(done)
        task.refused.connect(self.told)
        task.start()

    def _on_read(self, journal: "Journal", rows: "NewEntries") -> None:
        if not rows:
            self.told.emit(self.tr("Everything in this file is in the journal already."))
            return
        count = plural("{n} entry", "{n} entries", len(rows)).format(n=len(rows))
        if self.ask_to_bring_in(self._window, count):
            done = self.tr("{count} brought in. Undo takes them back.").format(count=count)
            work = partial(_bring_in, journal.path, journal.store.key, self._clock, rows, done)
            self.replaced.emit(work, self.tr("Bringing in what is new."), None)
        else:
            self.told.emit(self.tr("Nothing was brought in."))

    def _on_restore(self, backups: "Backups", backup: Path) -> None:
        task = Task(partial(_opens, backups, backup), self)
        task.done.connect(partial(self._on_looked_at, backups, backup))
        task.start()

    def _on_looked_at(self, backups: "Backups", backup: Path, opens: bool) -> None:
        if opens:
            self._go_back(backups, backup, None)
            return
        from ui.lock.key_dialog import KeyDialog

        dialog = KeyDialog(backup, self._window)
        dialog.unlocked.connect(partial(self._go_back, backups, backup))
        dialog.open()

    def _go_back(self, backups: "Backups", backup: Path, key: bytes | None) -> None:
        done = self.tr(
            "You are back at this backup. To undo that, choose Backups… in the File menu: what was there "
            "before is at the top of the list."
        )
        words = self.tr("Going back to the backup.")
        self.replaced.emit(partial(_restore, backups, backup, key, done), words, key)

    @classmethod
    def ask_export_path(cls, parent: QWidget, folder: Path) -> Path | None:
        """Where the whole journal shall be written as JSON."""
        title = parent.tr("Export the whole journal")
        name, _ = QFileDialog.getSaveFileName(parent, title, str(folder / "legjournal.json"), "*.json")
        return Path(name) if name else None

    @classmethod
    def ask_import_path(cls, parent: QWidget, folder: Path) -> Path | None:
        """Which export to bring in."""
        name, _ = QFileDialog.getOpenFileName(parent, parent.tr("Bring in an export"), str(folder), "*.json")
        return Path(name) if name else None

    @classmethod
    def ask_to_bring_in(cls, parent: QWidget, count: str) -> bool:
        """Whether to bring in what was found."""
        box = QMessageBox(parent)
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(parent.tr("{count} in this file are new.").format(count=count))
        box.setInformativeText(parent.tr("Nothing that is in your journal will be changed."))
        bring = box.addButton(parent.tr("Bring in"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(parent.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is bring


def _export(journal: "Journal", path: Path, done: str, progress: Progress) -> str:
    from legjournal.exchange.whole import export

    progress(0.0)
    export(journal, path)
    return done


def _opens(backups: "Backups", backup: Path, progress: Progress) -> bool:
    progress(0.0)
    return backups.opens(backup)


def _restore(backups: "Backups", backup: Path, key: bytes | None, done: str, progress: Progress) -> str:
    backups.restore(backup, progress, backup_key=key)
    return done


def _read(journal: "Journal", path: Path, progress: Progress) -> "NewEntries":
    from legjournal.exchange.whole import read_export

    return read_export(journal, path, progress)


def _bring_in(
    path: Path, key: bytes | None, clock: Clock, new: "NewEntries", done: str, progress: Progress
) -> str:
    from legjournal.exchange.whole import bring_in
    from legjournal.journal import Journal
    from legjournal.storage.thinning import Reason

    with Journal.open(path, clock, key=key) as journal:
        journal.backups.make(Reason.BEFORE_IMPORT, forced=True)
        bring_in(journal, new, progress)
    return done
