"""What a person arranges about the lock: putting it on, changing it, taking it off, and the keyring."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from legjournal.clock import Clock
from ui.lock import keyring
from ui.lock.keyring import Asking
from ui.opening.opener import Opener
from ui.settings import Settings
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.lock.dialog import LockDialog
    from ui.lock.dialogs import RewritingDialog
    from ui.lock.old_backups import OldBackups
    from ui.lock.rewriting import Rewritten


class Arrangement(QObject):
    """The dialogs about the lock, for whichever journal is open.

    let_go: stores what is being typed and closes the journal; False when something cannot be stored.
    Signals: `wait_chosen(int)`, minutes without a key until the journal is locked, 0 for never.
    """

    wait_chosen = Signal(int)

    def __init__(
        self, opener: Opener, settings: Settings, clock: Clock, let_go: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._opener = opener
        self._settings = settings
        self._clock = clock
        self._let_go = let_go
        self._window = window
        self._recalled: Path | None = None  # the journal whose key the keyring was asked for

    def show(self, journal: "Journal") -> None:
        """Show what can be arranged for a journal: a first passphrase, or all that can be changed."""
        if journal.store.key is None:
            from ui.lock.dialogs import to_lock

            self._begin(to_lock(journal, self._window), journal)
        else:
            self._show_choices(journal)

    def recall(self) -> None:
        """The journal to be opened is locked: ask the keyring for its key, once, if the person wants that."""
        path = self._opener.path
        if self._settings.opens_by_itself and self._recalled != path:
            self._recalled = path
            self._ask(partial(keyring.recall, path), partial(self._on_recalled, path))

    def _on_recalled(self, path: Path, key: bytes | None) -> None:
        if key is not None and self._opener.is_asking_for(path):
            self._opener.open(key=key)

    def _show_choices(self, journal: "Journal") -> None:
        from ui.lock.dialog import LockDialog

        dialog = LockDialog(self._settings.lock_after, self._window)
        self._look_for_old(dialog.old_backups, journal.path, journal.store.key)
        dialog.wait_chosen.connect(self._on_wait)
        dialog.keyring_chosen.connect(partial(self._on_keyring, dialog, journal))
        dialog.change_requested.connect(partial(self._on_change, dialog, journal))
        dialog.remove_requested.connect(partial(self._on_remove, dialog, journal))
        dialog.sheet_requested.connect(partial(self._on_sheet, dialog, journal))
        self._ask(keyring.is_there, partial(self._on_keyring_found, dialog))
        dialog.open()

    def _look_for_old(self, shown: "OldBackups", path: Path, key: bytes | None) -> None:
        from ui.lock.plain_backups import PlainBackups

        if key is not None:
            shown.look_for(PlainBackups(path, self._clock, key, self._settings.second_place))

    def _ask(self, work: Callable[[], object], answered: Callable[..., None]) -> None:
        asking = Asking(work, self)
        asking.answered.connect(answered)
        asking.start()

    def _on_wait(self, minutes: int) -> None:
        self._settings.lock_after = minutes
        self.wait_chosen.emit(minutes)

    def _on_keyring_found(self, dialog: "LockDialog", found: object) -> None:
        if found and isValid(dialog):  # the journal may have been locked meanwhile
            dialog.offer_keyring(self._settings.opens_by_itself)

    def _on_keyring(self, dialog: "LockDialog", journal: "Journal", wanted: bool) -> None:
        self._settings.opens_by_itself = False  # until the keyring has said that it took the key
        key = journal.store.key
        if wanted and key is not None:
            self._ask(partial(keyring.remember, journal.path, key), partial(self._on_remembered, dialog))
        else:
            self._ask(partial(keyring.forget, journal.path), _nothing)

    def _on_remembered(self, dialog: "LockDialog", done: object) -> None:
        self._settings.opens_by_itself = bool(done)
        if not done and isValid(dialog):
            dialog.keyring.setChecked(False)
            dialog.say(
                self.tr("This computer's keyring did not take the key. The passphrase is still asked.")
            )

    def _on_change(self, dialog: "LockDialog", journal: "Journal") -> None:
        from ui.lock.dialogs import to_change

        dialog.reject()
        self._begin(to_change(journal, self._window), journal)

    def _on_remove(self, dialog: "LockDialog", journal: "Journal") -> None:
        from ui.lock.dialogs import to_remove

        dialog.reject()
        self._begin(to_remove(journal, self._window), journal)

    def _on_sheet(self, dialog: "LockDialog", journal: "Journal") -> None:
        from ui.lock.dialogs import to_print_again

        dialog.reject()
        to_print_again(journal, self._window).open()

    def _begin(self, dialog: "RewritingDialog", journal: "Journal") -> None:
        dialog.steps_done.connect(partial(self._on_steps_done, dialog, journal.path, journal.store.key))
        dialog.open()

    def _on_steps_done(self, dialog: "RewritingDialog", path: Path, key: bytes | None) -> None:
        from ui.lock.rewriting import rewrite

        dialog.keep_busy(True)
        if not self._let_go():
            dialog.last.tell(
                self.tr("Nothing was changed, for something you typed is not saved yet. Please try again.")
            )
            return
        self._opener.hold(True)
        task = Task(partial(rewrite, path, self._clock, key, dialog.new), self)
        task.progressed.connect(dialog.last.show_progress)
        task.done.connect(partial(self._on_rewritten, dialog))
        task.refused.connect(partial(self._on_refused, dialog, key))
        task.ended.connect(task.deleteLater)
        task.start()

    def _on_rewritten(self, dialog: "RewritingDialog", rewritten: "Rewritten") -> None:
        self._opener.hold(False)
        self._opener.open(key=rewritten.key)
        self._update_keyring(rewritten.key)
        dialog.last.tell(self._outcome(rewritten))
        if not rewritten.fault:
            self._look_for_old(dialog.last.old_backups, self._opener.path, rewritten.key)

    def _on_refused(self, dialog: "RewritingDialog", key: bytes | None, sentence: str) -> None:
        self._opener.hold(False)
        self._opener.open(key=key)
        dialog.last.tell(self.tr("Nothing was changed. {why}").format(why=sentence))

    def _outcome(self, rewritten: "Rewritten") -> str:
        done = (
            self.tr("Done. The journal now has no passphrase, and anybody who has its file can read it.")
            if rewritten.key is None
            else self.tr(
                "Done. From now on the journal opens with this passphrase. “Lock now” in the File menu, or "
                "Ctrl and L, locks it at once. Left alone for a while, it locks itself."
            )
        )
        if rewritten.fault:
            done += "\n" + self.tr("No backup of it could be made yet. {why}").format(why=rewritten.fault)
        return done

    def _update_keyring(self, key: bytes | None) -> None:
        path = self._opener.path
        if not self._settings.opens_by_itself:
            return
        if key is None:
            self._settings.opens_by_itself = False
            self._ask(partial(keyring.forget, path), _nothing)
        else:
            self._ask(partial(keyring.remember, path, key), _nothing)


def _nothing(_answer: object) -> None:
    """Whatever the keyring says to this, nothing follows from it."""
