"""A dialog with much to fill in: closed half-way it stays as it was left, and Cancel asks first."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from legjournal.drafts import WHOLE
from legjournal.limits import DRAFT_LIMIT
from ui.widgets.agreeing import agrees
from ui.widgets.buttons import button
from ui.widgets.pause import Pause
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class KeptDialog(ScrollDialog):
    """Extends ScrollDialog: all that was filled in is one text, kept as a draft of the journal.

    Only Cancel gives it up, and asks where anything was changed; not Esc, and not the closing of the window
    or the lock.
    """

    def __init__(
        self, title: str, journal: "Journal", runner: "Runner", place: str, parent: QWidget | None = None
    ) -> None:
        """place: where its draft lies, ending in a slash."""
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.journal = journal
        self.runner = runner
        self._place = place
        self.kept = journal.drafts.under(place).get(WHOLE)
        self._unchanged = ""
        self._pause = Pause(self)
        self._pause.came.connect(self._keep)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.give_up)

    def state(self) -> str:
        """All that is filled in, as one text."""
        raise NotImplementedError

    def begin(self, unchanged: str) -> None:
        """From here on keep what differs from `unchanged`."""
        self._unchanged = unchanged
        if self.is_changed:
            self.say(self.tr("This is as you left it. Cancel gives up what you typed."))

    @property
    def is_changed(self) -> bool:
        """Whether anything here is not stored yet."""
        return self.state() != self._unchanged

    def touch(self) -> None:
        """Something was typed or pressed: it is kept at the next pause."""
        self._pause.put_off()

    def give_up(self) -> None:
        """Close, and forget what was filled in; ask first where there is anything to forget."""
        if not self.is_changed or self.ask_to_give_up(self):
            self.forget()
            super().reject()

    def forget(self) -> None:
        """Forget the draft: what it says is stored, or given up."""
        self._pause.stop()
        if self.kept is not None:
            self.kept = None
            self.runner.run(partial(self.journal.drafts.forget, self._place))

    def reject(self) -> None:
        """Close for now: what was filled in is kept."""
        self._keep()
        super().reject()

    @classmethod
    def ask_to_give_up(cls, parent: QWidget) -> bool:
        """Whether what was changed shall be forgotten."""
        question = parent.tr("Give up what you changed here?")
        return agrees(parent, question, yes=parent.tr("Give it up"), no=parent.tr("Go on with it"))

    def _keep(self) -> None:
        self._pause.stop()
        state = self.state() if self.is_changed else None
        if state != self.kept and len(state or "") <= DRAFT_LIMIT and not self.journal.read_only:
            self.kept = state
            self.runner.run(partial(self.journal.drafts.keep, self._place + WHOLE, state))
