"""A dialog that shows entries in lists, opens the forms that change them, and takes changes back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import button
from ui.widgets.form import Form
from ui.widgets.label import PlainLabel, Size
from ui.widgets.page import keep_from_changes
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class RoomDialog(ScrollDialog):
    """Extends ScrollDialog: its parts are made anew whenever something of its tables is stored.

    tables: those whose entries it shows.
    """

    tables: ClassVar[frozenset[str]]

    def __init__(
        self, title: str, words: str, journal: "Journal", runner: "Runner", parent: QWidget | None = None
    ) -> None:
        """words: what stands above the lists."""
        super().__init__(title, parent)
        self.journal = journal
        self.runner = runner
        self._done = ""  # what to say once it is stored
        self._changes = 0  # made since it was opened: so many can be taken back from here
        self._step = 0  # what becomes of their number once what was asked for is stored
        self._outdated = False  # whether something is stored that is not shown yet
        self.body.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))
        self.body.addStretch()
        self._parts: list[QWidget] = []
        self.undo = button(self.tr("Undo"), name=self.tr("Undo the last change made here"))
        self.close_button = button(self.tr("Close"))
        self.buttons.addWidget(self.undo)
        self.buttons.addWidget(self.close_button)
        undo = QAction(self, shortcut=QKeySequence(QKeySequence.StandardKey.Undo))
        self.addAction(undo)
        undo.triggered.connect(self._on_undo)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.reject)
        self.runner.saved.connect(self._on_saved)
        self.runner.refused.connect(self.say)
        self._show()

    def done(self, result: int) -> None:
        """Extends QDialog: gone for good, and deaf to what is stored from now on."""
        super().done(result)
        self.runner.saved.disconnect(self._on_saved)
        self.runner.refused.disconnect(self.say)
        self.deleteLater()

    def make_parts(self) -> list[QWidget]:
        """What is shown, as it is stored now."""
        raise NotImplementedError

    def open_form(self, make: "Callable[..., Form]") -> None:
        """Open a form once nothing is being stored. make: it from journal, runner and parent."""
        self.say("")
        self.runner.when_still(partial(self._open_now, make))

    def _show(self) -> None:
        """Show everything as it is stored; the keyboard stays where it was, if that is still there."""
        focused = self.focusWidget()
        was_on = focused.accessibleName() if focused is not None else ""
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = self.make_parts()
        for part in self._parts:
            self.body.insertWidget(self.body.count() - 1, part)
        self.undo.setEnabled(self._changes > 0)
        if self.journal.read_only:
            keep_from_changes(self)
        self._take_focus(was_on)
        self.fit_soon()

    def _take_focus(self, name: str) -> None:
        buttons = [found for part in self._parts for found in part.findChildren(QPushButton)]
        pressable = [found for found in buttons if found.isEnabled()] or [self.close_button]
        first = next((found for found in pressable if name and found.accessibleName() == name), pressable[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_now(self, make: "Callable[..., Form]") -> None:
        form = make(self.journal, self.runner, self)
        form.stored.connect(self._on_stored)
        form.open()

    def _on_stored(self, words: str) -> None:
        self._done, self._step = words, 1

    def _on_undo(self) -> None:
        if self._changes and self.runner.idle:
            self._done, self._step = self.tr("Taken back."), -1
            self.runner.run(self.journal.history.undo)

    def _on_saved(self, changed: "Changed") -> None:
        if changed.tables & self.tables:
            self._changes += self._step
            self._outdated = True
        if not self.runner.idle:
            return
        self._step = 0
        if self._outdated:
            self._outdated = False
            self._show()
        if self._done:
            self.say(self._done)
            self._done = ""
