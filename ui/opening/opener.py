"""Opens and begins journals for the window; while none is open, a page says why or asks for a passphrase."""

import os
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.errors import JournalError, Locked, NotFound, OpenElsewhere, WrongPassphrase
from legjournal.storage.files import JOURNAL
from ui.opening.backup_choice import BackupQuestion, has_backups, is_backup
from ui.opening.claim import Claim
from ui.settings import Settings
from ui.task import Task, Work

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.opening.moment import MomentPage
    from ui.opening.unlock import UnlockPage
    from ui.opening.welcome import WelcomePage

JOURNALS = f"*{JOURNAL}"


class Opener(QObject):
    """Opens one journal after another at `path`.

    let_go: closes the journal that is open; False when the person would rather stay.
    Signals: `opened(Journal)`; `closed()`, no journal is open now; `found_locked()`, and its key would open
    it; `told(str)`, a sentence to show; `restore_requested()`; `backup_chosen(Path)`, to go back to;
    `repair_requested()`; `waits(bool)`, whether nothing else can be done just now.
    """

    opened = Signal(object)
    closed = Signal()
    found_locked = Signal()
    told = Signal(str)
    restore_requested = Signal()
    backup_chosen = Signal(object)
    repair_requested = Signal()
    waits = Signal(bool)

    def __init__(
        self,
        path: Path,
        settings: Settings,
        clock: Clock,
        pages: QStackedWidget,
        let_go: Callable[[], bool],
    ) -> None:
        super().__init__(pages)
        self.path = path
        self._settings = settings
        self._clock = clock
        self._pages = pages
        self._let_go = let_go
        self._give_up: Callable[[], None] | None = None
        self._chosen: Path | None = None  # to be opened from now on, if it opens
        self._claim: Claim | None = None

    def release(self) -> None:
        """The journal is not open here any more."""
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def open(self, *, key: bytes | None = None, read_only: bool = False) -> bool:
        """Open the journal at `path`, or say on the welcome page why not; whether it is open.

        One that is open in another window on this computer can only be read in this one.
        """
        if not read_only:
            self._make_claim(self.path).begin()  # the slowest import of all is the time it takes
        from legjournal.journal import Journal

        holder = None if read_only else self._make_claim(self.path).take()
        if holder is not None and not holder.is_here:
            since = phrases.moment(holder.since, self._clock.today())
            self._explain(OpenElsewhere(self.path, holder.computer, since))
            return False
        try:
            reading = read_only or holder is not None
            journal = Journal.open(self.path, self._clock, key=key, read_only=reading)
        except (Locked, WrongPassphrase):
            self.ask_to_unlock()
            self.found_locked.emit()
            return False
        except JournalError as error:
            self._explain(error)
            return False
        self._use(journal)
        if holder is not None:
            self.told.emit(self.tr("This journal is open in another window, so here it can only be read."))
        return True

    def open_anyway(self) -> None:
        """Open the journal although another computer seems to have it open."""
        self._make_claim(self.path).take_anyway()
        self.open()

    def ask_to_unlock(self) -> None:
        """Show the page on which the journal at `path` is unlocked."""
        self.unlock_page.ask(self.path, has_backups=has_backups(self.path))
        self._show(self.unlock_page)

    def is_asking_for(self, path: Path) -> bool:
        """Whether the page in sight asks for what unlocks the journal at `path`."""
        return self.path == path and self._pages.currentWidget() is self.unlock_page

    def open_another(self) -> None:
        """Ask which journal to open, and open it.

        A backup is never written into: it is gone back to, after a question if anything is at the journal's
        place. Where nothing is, as on a new computer, that is what was wished.
        """
        path = self.ask_open_path(self._window, self._settings.journal.parent)
        if path is None:
            return
        if is_backup(path):
            self._go_back(path)
        elif self._let_go():
            self.path = self._chosen = path
            self.open()

    def _go_back(self, backup: Path) -> None:
        is_free = not os.path.lexists(self.path)  # where Path.exists() raises: a folder one may not enter
        if is_free or BackupQuestion.ask_to_go_back(self._window, backup, self.path):
            self.backup_chosen.emit(backup)

    def follow(self, path: Path) -> None:
        """The open journal goes on at `path`."""
        if path != self.path:
            self.path = self._settings.journal = path
            self._make_claim(path).take()

    def begin_here(self) -> None:
        """Begin a new journal where one was looked for."""
        self._create(self.path)

    def begin_another(self) -> None:
        """Ask where a new journal shall lie, and begin it."""
        if path := self.ask_new_path(self._window, self._settings.journal.parent):
            self._create(path)

    def replace(
        self, change: Work, words: str, *, key: bytes | None = None, becomes: Path | None = None
    ) -> None:
        """Close the journal, have its file changed off the window's thread, and open it again with `key`.

        change: returns the sentence to show afterwards. words: what is being done, for the page meanwhile.
        becomes: the new file that is to be opened instead, if all went well; the old one is left alone.
        """
        if (becomes is None and self._is_elsewhere()) or not self._let_go():
            return
        task = Task(change, self)
        task.progressed.connect(self.moment.show_share)
        task.done.connect(partial(self._on_replaced, key, becomes=becomes))
        task.refused.connect(partial(self._on_replaced, key))
        task.cancelled.connect(partial(self._on_replaced, key, self.tr("Nothing was changed.")))
        task.ended.connect(partial(self.hold, False))
        self.wait(words, self.tr("Cancel"), task.cancel)
        task.start()

    def wait(self, words: str, way_out: str, give_up: Callable[[], None]) -> None:
        """Show a page that says what is being waited for, and a button that calls `give_up`."""
        self._give_up = give_up
        self._pages.setCurrentWidget(self.moment)
        self.moment.begin(words, way_out)
        self.waits.emit(True)

    def hold(self, held: bool) -> None:
        """Whether nothing may be done, not even leaving: the journal's file is being changed elsewhere."""
        self._give_up = None
        self.waits.emit(held)

    def give_up(self) -> None:
        """Wait no longer than need be, if there is a way."""
        if self._give_up is not None:
            self._give_up()

    @cached_property
    def moment(self) -> "MomentPage":
        """The page shown while the window has to wait; most sittings never need it."""
        from ui.opening.moment import MomentPage

        page = MomentPage()
        page.give_up_requested.connect(self.give_up)
        self._pages.addWidget(page)
        return page

    @cached_property
    def welcome(self) -> "WelcomePage":
        """The page shown while no journal is open; most starts never need it."""
        from ui.opening.welcome import WelcomePage

        page = WelcomePage()
        page.new_requested.connect(self.begin_here)
        page.open_requested.connect(self.open_another)
        page.restore_requested.connect(self.restore_requested)
        page.repair_requested.connect(self.repair_requested)
        page.retry_requested.connect(self.open)
        page.read_only_requested.connect(partial(self.open, read_only=True))
        page.all_the_same_requested.connect(self.open_anyway)
        self._pages.addWidget(page)
        return page

    @cached_property
    def unlock_page(self) -> "UnlockPage":
        """The page of a locked journal; most people never have one."""
        from ui.opening.unlock import UnlockPage

        page = UnlockPage()
        page.unlocked.connect(self._on_unlocked)
        page.open_requested.connect(self.open_another)
        page.restore_requested.connect(self.restore_requested)
        self._pages.addWidget(page)
        return page

    @property
    def _window(self) -> QWidget:
        return self._pages.window()

    def _on_replaced(self, key: bytes | None, sentence: str, *, becomes: Path | None = None) -> None:
        if becomes is not None:
            self.path = self._chosen = becomes
        self.open(key=key)
        if sentence:
            self.told.emit(sentence)

    def _is_elsewhere(self) -> bool:
        """Whether somebody else has the journal open, so that its file must not be changed; it is said."""
        if self._make_claim(self.path).take() is None:
            return False
        self.told.emit(
            self.tr(
                "Nothing was changed, for this journal is open in another window or on another computer. "
                "Close it there first."
            )
        )
        return True

    def _create(self, path: Path) -> None:
        from legjournal.journal import Journal

        try:
            journal = Journal.create(path, self._clock)
        except JournalError as error:
            self.told.emit(str(error))
            return
        if self._let_go():
            self._chosen = path
            self._make_claim(path).take()
            self._use(journal)
        else:
            journal.close()

    def _make_claim(self, path: Path) -> Claim:
        if self._claim is not None and self._claim.path != path:
            self.release()
        self._claim = self._claim or Claim(path)
        return self._claim

    def _use(self, journal: "Journal") -> None:
        self.path = journal.path
        if journal.read_only:
            self.release()
        if self.path == self._chosen:
            self._settings.journal = self.path
        self.opened.emit(journal)

    def _explain(self, error: JournalError) -> None:
        is_new = isinstance(error, NotFound) and self.path == self._settings.journal
        self.welcome.explain(None if is_new else error, self.path, has_backups=has_backups(self.path))
        self._show(self.welcome)

    def _show(self, page: "WelcomePage | UnlockPage") -> None:
        self.release()
        self._pages.setCurrentWidget(page)
        page.take_focus()
        self.closed.emit()

    def _on_unlocked(self, key: bytes | None) -> None:
        self.open(key=key)

    @classmethod
    def ask_new_path(cls, parent: QWidget, folder: Path) -> Path | None:
        """Where a new journal shall lie."""
        name, _ = QFileDialog.getSaveFileName(
            parent, parent.tr("New journal"), str(folder / "journal.legjournal"), JOURNALS
        )
        return Path(name) if name else None

    @classmethod
    def ask_open_path(cls, parent: QWidget, folder: Path) -> Path | None:
        """Which journal to open."""
        name, _ = QFileDialog.getOpenFileName(parent, parent.tr("Open a journal"), str(folder), JOURNALS)
        return Path(name) if name else None
