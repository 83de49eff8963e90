"""The first page: begin a journal, or open one; and why one could not be opened."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.errors import JournalError, Remedy
from ui.opening.card_page import CardPage
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size


class WelcomePage(CardPage):
    """Shown while no journal is open.

    Signals, each a wish: `new_requested()`, `open_requested()`, `restore_requested()`, `retry_requested()`,
    `repair_requested()`, `read_only_requested()`, `all_the_same_requested()`.
    """

    new_requested = Signal()
    open_requested = Signal()
    restore_requested = Signal()
    retry_requested = Signal()
    repair_requested = Signal()
    read_only_requested = Signal()
    all_the_same_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel("", Size.TITLE, wraps=True)
        self._words = PlainLabel("", wraps=True)
        self._what_next = PlainLabel("", wraps=True)
        self._new = button(self.tr("Start my journal"), primary=True)
        self._open = button(self.tr("Open a journal I already have"))
        self._where = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._remedies = {
            Remedy.TRY_AGAIN: button(self.tr("Try again")),
            Remedy.BACKUP: button(self.tr("Go back to a backup")),
            Remedy.REPAIR: button(self.tr("Repair a copy")),
            Remedy.READ_ONLY: button(self.tr("Open it to read only")),
            Remedy.ALL_THE_SAME: button(self.tr("It is closed there: open it")),
        }
        remedies = self._remedies.values()
        for widget in (
            self._title,
            self._words,
            self._what_next,
            *remedies,
            self._new,
            self._open,
            self._where,
        ):
            self.card.body.addWidget(widget)
        self._new.clicked.connect(self.new_requested)
        self._open.clicked.connect(self.open_requested)
        self._remedies[Remedy.TRY_AGAIN].clicked.connect(self.retry_requested)
        self._remedies[Remedy.BACKUP].clicked.connect(self.restore_requested)
        self._remedies[Remedy.REPAIR].clicked.connect(self.repair_requested)
        self._remedies[Remedy.READ_ONLY].clicked.connect(self.read_only_requested)
        self._remedies[Remedy.ALL_THE_SAME].clicked.connect(self.all_the_same_requested)

    def explain(self, error: JournalError | None, path: Path, *, has_backups: bool) -> None:
        """Say why no journal is open and offer what can be done; with no error, welcome a new person."""
        remedies = error.remedies if error else (Remedy.BACKUP,)
        offered = {each for each in remedies if each is not Remedy.BACKUP or has_backups}
        for remedy, offer in self._remedies.items():
            offer.setVisible(remedy in offered)
        reason = str(error) if error else ""
        there = os.path.exists(path)  # noqa: PTH110 - no, where Path.exists() raises: a folder one may not enter
        next_step = self._next_step(offered, is_missed=there and Remedy.BACKUP in remedies) if reason else ""
        self._what_next.setText(next_step)
        self._what_next.setVisible(bool(next_step))
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

    def _next_step(self, offered: set[Remedy], *, is_missed: bool) -> str:
        """What the buttons can do for the file. is_missed: whether a backup would help, if there were one."""
        sentences = []
        if Remedy.BACKUP in offered:
            sentences.append(self.tr("You can go back to a backup."))
        elif is_missed:
            sentences.append(
                self.tr("No backup of it was found here. If you have one on a stick, open it from there.")
            )
        if Remedy.REPAIR in offered:
            sentences.append(self.tr("“Repair a copy” saves what can be read into a new file."))
        return " ".join(sentences)

    def take_focus(self) -> None:
        """Put the keyboard on the likeliest button."""
        likeliest = (*self._remedies.values(), self._new, self._open)
        next(button for button in likeliest if button.isVisibleTo(self)).setFocus()
