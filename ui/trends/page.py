"""Trends: a choice of pictures, and below it the one that was chosen."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ui.trends.panes import PANES
from ui.trends.reading import Reading
from ui.trends.waiting import Waiting
from ui.widgets.buttons import choice
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings
    from ui.trends.pane import Pane

CHOICE = "picture"  # the last one, among the settings
LONG = 1000  # milliseconds: a person wonders what the matter is


class TrendsPage(Page):
    """The Trends tab.

    Signals: `diary_requested(date)`, a wish to read that day in the diary.
    """

    diary_requested = Signal(object)

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._runner, self._settings = journal, runner, settings
        self._made: dict[str, Pane] = {}
        self._choices: dict[str, QPushButton] = {}
        self.pane: Pane | None = None
        self.reading = Reading(journal, self)
        self.waiting = Waiting()
        self._patience = QTimer(self, singleShot=True, interval=LONG)
        self.scroller = PageScroll()
        self._lay_out()
        self._connect_signals()

    def show_day(self, day: date) -> None:
        """Draw what there is up to today."""
        if self.pane is None:
            keys = [kind.key for kind in PANES]
            kept = self._settings.picture_choice(CHOICE)
            self.choose(kept if kept in keys else keys[0])
        self.reading.catch_up()

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed."""
        if self.pane is not None:
            self.pane.follow(changed)

    def flush(self) -> None:
        """Remember what was chosen."""
        if self.pane is not None:
            self.pane.flush()

    def take_focus(self) -> None:
        """Put the keyboard into the picture."""
        if self.pane is not None:
            self.pane.take_focus()

    def choose(self, key: str) -> None:
        """Show a picture by its key."""
        before, self.pane = self.pane, self._pane(key)
        if before is self.pane:
            return
        self._choices[key].setChecked(True)
        self._settings.choose_of_picture(CHOICE, key)
        if before is not None:
            before.flush()
            before.hide()
        self.pane.show()
        if self.reading.numbers is not None:
            self.pane.show_numbers(self.reading.numbers)

    def _pane(self, key: str) -> "Pane":
        if key not in self._made:
            [kind] = [kind for kind in PANES if kind.key == key]
            pane = self._made[key] = kind(self._journal, self._runner, self._settings)
            pane.day_requested.connect(self.diary_requested)
            self._column.addWidget(pane, 1)
            self._keep_from_changes()
        return self._made[key]

    def _lay_out(self) -> None:
        row = QWidget()
        row.setAccessibleName(self.tr("Pictures to choose from"))
        flow = FlowLayout(row)
        group = QButtonGroup(self)
        for kind in PANES:
            made = self._choices[kind.key] = choice(kind.title())
            made.setProperty("key", kind.key)
            made.clicked.connect(self._on_choice)
            group.addButton(made)
            flow.addWidget(made)
        self._column = QVBoxLayout(self.scroller.content)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._column.setSpacing(14)
        self._column.addWidget(row)
        self._column.addWidget(self.waiting)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _connect_signals(self) -> None:
        self._runner.saved.connect(self._on_saved)
        self.reading.came.connect(self._on_numbers)
        self.reading.began.connect(self._patience.start)
        self.reading.ended.connect(self._on_read)
        self.reading.progressed.connect(self.waiting.show_share)
        self.reading.refused.connect(self.waiting.refuse)
        self._patience.timeout.connect(self.waiting.begin)
        self.waiting.given_up.connect(self.reading.cancel)
        self.waiting.wanted.connect(self.reading.read_all)

    def _on_choice(self) -> None:
        self.choose(str(self.sender().property("key")))

    def _on_saved(self, changed: "Changed | None") -> None:
        if changed:
            self.reading.note(changed)
            if self.isVisible():
                self.reading.catch_up()

    def _on_numbers(self, numbers: "Numbers") -> None:
        if self.pane is not None:
            self.pane.show_numbers(numbers)

    def _on_read(self) -> None:
        if self.reading.idle:
            self._patience.stop()
            if self.reading.cut_short:
                self.waiting.offer()
            elif not self.reading.stuck:  # which has been said
                self.waiting.hide()
