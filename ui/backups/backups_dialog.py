"""Backups: how safe the journal is, where its backups lie, a second place for them, and going back to one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.progress import Progress
from legjournal.storage.second_place import SecondPlace
from legjournal.words import plural
from ui.backups.backup_list import BackupList
from ui.backups.keeper import BackupKeeper
from ui.backups.making import Outcome
from ui.backups.second_section import SecondSection
from ui.opening.opener import JOURNALS
from ui.settings import Settings
from ui.task import Task, Work
from ui.widgets.buttons import button
from ui.widgets.card import rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.storage.backups import Backup, Backups


@dataclass(frozen=True)
class Found:
    """What there is. `there`: the second place's backups; None while it cannot be reached."""

    here: "tuple[Backup, ...]"
    there: "tuple[Backup, ...] | None"


class BackupsDialog(ScrollDialog):
    """Shows the backups of one journal. Disks are looked at off the window's thread.

    keeper: of the journal; None while it is not open, and then one can only go back.
    Signals: `restore_requested(Path)`.
    """

    restore_requested = Signal(object)

    def __init__(
        self,
        backups: "Backups",
        keeper: BackupKeeper | None,
        settings: Settings,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Backups"), parent)
        self._backups = backups
        self._keeper = keeper
        self._settings = settings
        self._clock = clock
        self._running = 0  # tasks that will answer to this dialog
        self._asked = ""  # what to say once the backup asked for is made
        self.status = PlainLabel(self.tr("Looking at the backups…"), Size.HEADING, wraps=True)
        self.make = button(self.tr("Make a backup now"))
        self.open_folder = button(self.tr("Open folder"))
        self.second = SecondSection()
        self.list = BackupList()
        self.restore = button(self.tr("Go back to this one"), primary=True)
        self.other = button(self.tr("Choose a backup file…"))
        self.close_button = button(self.tr("Close"))
        self._lay_out()
        self._connect_signals()
        self._look()

    @classmethod
    def ask_second_place(cls, parent: QWidget) -> Path | None:
        """On which stick or disk a second set of backups shall lie."""
        name = QFileDialog.getExistingDirectory(parent, parent.tr("A second place for backups"))
        return Path(name) if name else None

    @classmethod
    def ask_backup_path(cls, parent: QWidget, folder: Path) -> Path | None:
        """Which file to go back to."""
        title = parent.tr("Choose a backup file")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), JOURNALS)
        return Path(name) if name else None

    def done(self, result: int) -> None:
        """Extends QDialog: gone for good once no task answers to it any more."""
        super().done(result)
        self._go_when_idle()

    def _go_when_idle(self) -> None:
        if not self._running and not self.isVisible():
            self.deleteLater()

    def _lay_out(self) -> None:
        where = self.tr("They are kept in {folder}").format(folder=self._backups.folder)
        row = ColumnsLayout(letters=0, most=2, spacing=8, stretch=False)
        row.addWidget(self.make)
        row.addWidget(self.open_folder)
        self.body.addWidget(self.status)
        self.body.addWidget(PlainLabel(where, Size.SMALL, muted=True, wraps=True))
        self.body.addLayout(row)
        words = self.tr("What the journal holds now is kept as a backup first, so you can come back to it.")
        for part in (
            rule(),
            self.second,
            rule(),
            PlainLabel(self.tr("Go back to a backup"), Size.STRONG),
            PlainLabel(words, wraps=True),
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        others = ColumnsLayout(letters=0, most=1, stretch=False)
        others.addWidget(self.other)
        self.body.addLayout(others)
        for choice in (self.restore, self.close_button):
            self.buttons.addWidget(choice)
        self.restore.setEnabled(False)
        self.make.setEnabled(self._keeper is not None)
        self.second.setEnabled(self._keeper is not None)
        self.list.hide()
        self._show_second(None, connected=None)

    def _connect_signals(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.second.choose_requested.connect(self._on_choose)
        self.second.stop_requested.connect(self._on_stop)
        self.list.chosen.connect(self.restore.setEnabled)
        self.restore.clicked.connect(self._on_restore)
        self.other.clicked.connect(self._on_other)
        self.close_button.clicked.connect(self.reject)
        if self._keeper is not None:
            self._keeper.made.connect(self._on_made)

    def _look(self) -> None:
        self._start(partial(_look, self._backups, self._place), self._on_found)

    def _start(self, work: Work, done: Callable[..., None]) -> None:
        task = Task(work, self)
        task.done.connect(done)
        task.refused.connect(self.say)
        task.ended.connect(self._on_ended)
        self._running += 1
        task.start()

    def _on_ended(self) -> None:
        self._running -= 1
        self._go_when_idle()

    @property
    def _place(self) -> SecondPlace | None:
        chosen = self._settings.second_place
        return SecondPlace(chosen) if chosen is not None else None

    def _on_found(self, found: Found) -> None:
        self.status.setText(self._status(found.here))
        self._show_second(found.there, connected=found.there is not None)
        self.list.show_backups(found.here, found.there or (), self._clock.now().date())
        self.fit_soon()

    def _status(self, here: "tuple[Backup, ...]") -> str:
        newest = next((backup for backup in here if backup.days is not None), None)
        if newest is None and here and self._keeper is None:  # locked, and their key is not known here
            when = phrases.moment(here[0].made_at, self._clock.now().date())
            status = self.tr("Last backup: {when}").format(when=when)
        elif newest is None:
            status = self.tr("There is no backup yet. One is made on the first entry of each day.")
        else:
            days = plural("{n} day recorded", "{n} days recorded", newest.days or 0).format(n=newest.days)
            when = phrases.moment(newest.made_at, self._clock.now().date())
            status = self.tr("Last backup: {when}, {days}").format(when=when, days=days)
        trouble = self._keeper.trouble if self._keeper is not None else ""
        return f"{status}\n{trouble}".strip()

    def _show_second(self, there: "tuple[Backup, ...] | None", *, connected: bool | None) -> None:
        seen = there[0].made_at if there else None
        if seen is None and not connected:
            seen = self._settings.backup_seen(f"{self._backups.folder.name}-second")
        last = phrases.moment(seen, self._clock.now().date()) if seen is not None else ""
        self.second.show_place(self._settings.second_place, connected=connected, last=last)

    def _on_make(self) -> None:
        self._ask_for_one(self.tr("A backup was made."))

    def _ask_for_one(self, words: str) -> None:
        assert self._keeper is not None
        self._asked = words
        self.say(self.tr("One moment…"))
        self._keeper.make()

    def _on_made(self, outcome: Outcome) -> None:
        if not self.isVisible():
            return  # closed, and about to be gone
        if self._asked:
            self.say("\n".join(self._told(outcome)))
            self._asked = ""
        self._look()

    def _told(self, outcome: Outcome) -> list[str]:
        faults = [str(fault) for fault in (outcome.first, outcome.second) if fault is not None]
        if not outcome.new and not faults:
            return [self.tr("Nothing has changed since the last backup: it holds everything.")]
        said = list(dict.fromkeys(faults)) or [self._asked]
        if outcome.away:
            said.append(self.tr("The second place is not connected, so it has no copy of this one."))
        return said

    def _on_choose(self) -> None:
        chosen = self.ask_second_place(self)
        if chosen is not None:
            self._start(partial(_prepare, chosen, self._backups.journal), partial(self._on_prepared, chosen))

    def _on_prepared(self, chosen: Path, same_disk: bool) -> None:
        self._settings.second_place = chosen
        words = self.tr("A copy of each backup is kept there from now on.")
        if same_disk:
            words += " " + self.tr("It is on the same disk as your journal: a USB stick would be safer.")
        self._show_second(None, connected=None)
        self._ask_for_one(words)

    def _on_stop(self) -> None:
        self._settings.second_place = None
        self.second.choose.setFocus()
        self._show_second(None, connected=None)
        self.say(self.tr("Nothing more is copied to the second place. What is there stays there."))

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups.folder)))

    def _on_restore(self) -> None:
        if (path := self.list.path) is not None:
            self.restore_requested.emit(path)
            self.accept()

    def _on_other(self) -> None:
        place = self._settings.second_place or self._backups.folder
        if (path := self.ask_backup_path(self, place)) is not None:
            self.restore_requested.emit(path)
            self.accept()


def _look(backups: "Backups", place: SecondPlace | None, progress: Progress) -> Found:
    progress(0.0)
    there = None
    if place is not None and place.connected:
        there = place.of(backups).list()
    return Found(backups.list(), there)


def _prepare(chosen: Path, journal: Path, progress: Progress) -> bool:
    """Make our folder in the second place; whether it is on the journal's own disk."""
    progress(0.0)
    place = SecondPlace(chosen)
    place.prepare()
    return place.folder.stat().st_dev == journal.stat().st_dev
