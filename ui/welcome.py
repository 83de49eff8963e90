"""The first page: begin a journal, or open one; and why one could not be opened."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.scroll import PageScroll


class WelcomePage(PageScroll):
    """Shown while no journal is open.

    Signals: `new_requested()`, `open_requested()`, `restore_requested()`.
    """

    new_requested = Signal()
    open_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._card.body.setContentsMargins(32, 28, 32, 28)
        self._card.body.setSpacing(14)
        self._title = PlainLabel("", Size.TITLE, wraps=True)
        self._words = PlainLabel("", wraps=True)
        self._new = button(self.tr("Start my journal"), primary=True)
        self._open = button(self.tr("Open a journal I already have"))
        self._where = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._restore = button(self.tr("Go back to a backup"))
        for widget in (self._title, self._words, self._restore, self._new, self._open, self._where):
            self._card.body.addWidget(widget)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(20, 40, 20, 20)
        # Stretches, not an alignment: an aligned card would not grow with the lines of its words.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 30)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch()
        self._card.setMaximumWidth(34 * line_height())
        self._new.clicked.connect(self.new_requested)
        self._open.clicked.connect(self.open_requested)
        self._restore.clicked.connect(self.restore_requested)

    def explain(self, reason: str, path: Path, *, has_backups: bool) -> None:
        """Say why no journal is open, and offer its backups; with no reason, welcome a new person."""
        self._restore.setVisible(has_backups)
        there = os.path.exists(path)  # noqa: PTH110 - no, where Path.exists() raises: a folder one may not enter
        self._new.setVisible(not there)
        self._title.setText(
            self.tr("This journal is not open")
            if reason
            else self.tr("A journal for legs that keep you awake")
        )
        self._words.setText(
            reason
            or self.tr(
                "Write down how the night went and how the legs were, tick off your exercises, and take one "
                "clear page to a GP or physio. Everything stays on this computer."
            )
        )
        self._where.setText(
            self.tr("That file was left exactly as it was.")
            if there
            else self.tr("Your journal will be kept in {path}").format(path=path)
        )

    def take_focus(self) -> None:
        """Put the keyboard on the likeliest button."""
        likeliest = (self._restore, self._new, self._open)
        next(button for button in likeliest if button.isVisibleTo(self)).setFocus()
