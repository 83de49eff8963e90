"""Where in the UK the person is: asked once, and again whenever they wish to change it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.library.nations import Nation, name_of
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel
from ui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class NationCard(Card):
    """The question, in sight until it is answered; what is chosen is kept in the journal.

    Signals: `closed()`, it has gone out of sight.
    """

    closed = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where in the UK are you?"), "", parent)
        self._journal = journal
        self._runner = runner
        self.nation: Nation | None = None
        self._wanted = False  # asked for, though it is answered already
        self.choice = OneOf(self.title.text(), {nation: name_of(nation) for nation in Nation})
        self.not_now = button(self.tr("Not now"), quiet=True, changes=True)
        self.body.addWidget(PlainLabel(self.tr("So that the right doors and numbers are shown."), wraps=True))
        row = FlowLayout()
        row.addWidget(self.choice)
        row.addWidget(self.not_now)
        self.body.addLayout(row)
        self.hide()
        self.choice.answered.connect(self._on_answered)
        self.not_now.clicked.connect(self._on_not_now)

    def look(self) -> Nation | None:
        """The nation as it is in the journal now; the card is in sight where nobody was asked yet."""
        self.nation = self._journal.nation.chosen()
        self.choice.show_answer(self.nation)
        asks = not self._journal.read_only and not self._journal.nation.was_asked()
        if self.parentWidget() is not None:
            self.setVisible(asks or self._wanted)
        return self.nation

    def ask(self) -> None:
        """Ask again, with the keyboard on the answers."""
        self._wanted = True
        self.show()
        self.choice.setFocus()

    def _on_answered(self, nation: Nation | None) -> None:
        self._keep(nation)

    def _on_not_now(self) -> None:
        if self.nation is None:
            self._keep(None)
        else:
            self._close()

    def _keep(self, nation: Nation | None) -> None:
        self._runner.run(partial(self._journal.nation.choose, nation))
        self._close()

    def _close(self) -> None:
        self._wanted = False
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_keyboard:
            self.closed.emit()
