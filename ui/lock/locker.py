"""The lock of whichever journal is open: watched over, locked now, or arranged."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.clock import Clock
from legjournal.errors import OpenToReadOnly
from ui.opening.opener import Opener
from ui.settings import Settings

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.lock.arrangement import Arrangement
    from ui.lock.lock import Lock


class Locker(QObject):
    """Brings in what a lock needs only where there is one.

    let_go: stores what is being typed and closes the journal without asking; False when that cannot be done.
    Signals: `locked()`, the journal is closed and nothing of it is on the screen; `told(str)`, a sentence.
    """

    locked = Signal()
    told = Signal(str)

    def __init__(
        self,
        application: QApplication,
        opener: Opener,
        settings: Settings,
        clock: Clock,
        let_go: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.lock: Lock | None = None
        self._journal: Journal | None = None
        self._application = application
        self._opener = opener
        self._settings = settings
        self._clock = clock
        self._let_go = let_go
        self._window = window

    def begin(self, journal: "Journal") -> None:
        """A journal was opened: watch over it, if it has a passphrase."""
        self._journal = journal
        if journal.store.key is None:
            return
        from ui.lock.lock import Lock

        self.lock = Lock(self._application, self._settings, self._clock, self._let_go, self._window)
        self.lock.locked.connect(self.locked)
        self.lock.told.connect(self.told)

    def end(self) -> None:
        """The journal is closed."""
        self._journal = None
        if self.lock is not None:
            self.lock.deleteLater()
            self.lock = None

    def arrange(self) -> None:
        """Show what can be arranged about the lock."""
        if self._journal is None:
            return
        if self._journal.read_only:  # another window may have it open: it is not to be written anew
            self.told.emit(str(OpenToReadOnly()))
        else:
            self.arrangement.show(self._journal)

    def lock_now(self) -> None:
        """Lock the journal; one without a passphrase can be given one."""
        if self.lock is not None:
            self.lock.close()
        else:
            self.arrange()

    def stay(self) -> None:
        """Somebody is there, though they use neither keys nor mouse."""
        if self.lock is not None:
            self.lock.watch.stay()

    def recall(self) -> None:
        """A locked journal is to be opened: see whether the keyring has its key."""
        if self._settings.opens_by_itself:
            self.arrangement.recall()

    @cached_property
    def arrangement(self) -> "Arrangement":
        """The dialogs about the lock; most sittings never need them."""
        from ui.lock.arrangement import Arrangement

        arrangement = Arrangement(self._opener, self._settings, self._clock, self._let_go, self._window)
        arrangement.wait_chosen.connect(self._on_wait)
        return arrangement

    def _on_wait(self, minutes: int) -> None:
        if self.lock is not None:
            self.lock.wait(minutes)
