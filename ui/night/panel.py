"""The panel for the night: how the legs are now, in a few presses, on one dim page."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.entries.noted import in_words
from legjournal.models.diary import Kind, Side
from legjournal.typed_times import Likely, read_clock
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.centred import put_in_the_middle
from ui.widgets.clock_field import ClockField
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.one_of import OneOf
from ui.widgets.score_row import ScoreRow
from ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legjournal.clock import Clock
    from legjournal.models.nights import Awakening

WIDEST = 46  # heights of the text
KINDS = {Qt.Key.Key_U: Kind.URGE, Qt.Key.Key_P: Kind.PAIN, Qt.Key.Key_C: Kind.CRAMP}
SIDES = {Qt.Key.Key_L: Side.LEFT, Qt.Key.Key_R: Side.RIGHT, Qt.Key.Key_B: Side.BOTH}


class NightPanel(PageScroll):
    """Asks what can be answered half asleep; every answer may be left out.

    Signals: `kept(dict)`, answers to store; `left()`, the person wants to go; `help_requested()`.
    """

    kept = Signal(dict)
    left = Signal()
    help_requested = Signal()

    def __init__(self, clock: "Clock", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._time = PlainLabel("", Size.TIME)
        self._belongs = PlainLabel("", muted=True, wraps=True)
        self.score = ScoreRow(self.tr("Legs now"), self.tr("calm"), self.tr("worst I can imagine"))
        self.kind = OneOf(
            self.tr("What is it?"),
            {
                Kind.URGE: self.tr("Urge to move"),
                Kind.PAIN: self.tr("Pain"),
                Kind.CRAMP: self.tr("Cramp"),
            },
        )
        self.side = OneOf(
            self.tr("Where?"),
            {Side.LEFT: self.tr("Left"), Side.RIGHT: self.tr("Right"), Side.BOTH: self.tr("Both")},
        )
        self.since = ClockField(self.tr("Awake since"), Likely.EVENING, self.tr("for example 2.40am"))
        self.walked = OneOf(self.tr("Had to walk about?"), {True: self.tr("Yes"), False: self.tr("No")})
        self.keep = button(self.tr("Keep (Enter)"), primary=True, changes=True)
        self.leave = button(self.tr("Close this (Esc)"), quiet=True)
        self.help = button(self.tr("When to get help"), quiet=True)
        self._noted = PlainLabel("", muted=True, wraps=True)
        self._lay_out()
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.left)
        self.help.clicked.connect(self.help_requested)

    def begin(self) -> None:
        """Ask anew, from now."""
        self.score.show_score(None)
        for choice in (self.kind, self.side, self.walked):
            choice.show_answer(None)
        self.since.entry.clear()
        self.since.explain("")
        now = self._clock.now()
        self._time.setText(phrases.clock(now))
        self.score.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_night(self, morning: date, noted: "Sequence[Awakening]") -> None:
        """Say which night this goes with, and what was noted in it already."""
        names = phrases.weekdays()
        evening = names[(morning - timedelta(days=1)).weekday()]
        words = self.tr("Goes with the night of {evening} to {morning}.")
        self._belongs.setText(words.format(evening=evening, morning=names[morning.weekday()]))
        lines = [in_words(row) for row in noted]
        self._noted.setText("\n".join([self.tr("✓ Noted this night"), *lines]) if lines else "")
        self._noted.setVisible(bool(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in KINDS:
            self.kind.choose(KINDS[key])
        elif key in SIDES:
            self.side.choose(SIDES[key])
        elif key == Qt.Key.Key_W:
            self.walked.choose(True)
        elif not self.score.key_pressed(event):
            super().keyPressEvent(event)

    def answers(self) -> dict[str, Any] | None:
        """What is answered; None while the time cannot be read or cannot be true."""
        since = self._awake_since()
        if since is None and self.since.entry.text().strip():
            return None
        return {
            "score": self.score.score,
            "kind": self.kind.answer,
            "side": self.side.answer,
            "awake_since": since,
            "had_to_walk_about": self.walked.answer,
        }

    def _lay_out(self) -> None:
        self.setObjectName("page")
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._time)
        head.addWidget(self._belongs)
        choices = ColumnsLayout(letters=13, most=3, spacing=28)
        choices.addWidget(_titled(self.tr("Where?"), self.side))
        choices.addWidget(_titled(self.tr("Had to walk about?"), self.walked))
        choices.addWidget(self.since)
        buttons = ColumnsLayout(letters=0, most=3, spacing=8, stretch=False)
        for made in (self.keep, self.leave, self.help):
            buttons.addWidget(made)
        column = QVBoxLayout()
        column.setSpacing(22)
        column.addLayout(head)
        column.addWidget(_titled(self.tr("Legs now"), self.score))
        column.addWidget(_titled(self.tr("What is it?"), self.kind))
        column.addLayout(choices)
        column.addLayout(buttons)
        column.addWidget(self._noted)
        keys = self.tr("By keyboard: a number; U, P or C; L, R or B; W if you walked about; then Enter.")
        column.addWidget(PlainLabel(keys, Size.SMALL, muted=True, wraps=True))
        put_in_the_middle(self.content, column, WIDEST)

    def _awake_since(self) -> datetime | None:
        wall = read_clock(self.since.entry.text(), Likely.EVENING)
        return None if wall is None else self._clock.latest(wall)

    def _on_keep(self) -> None:
        answers = self.answers()
        if answers is None:
            self.since.explain(self.tr("This is not a time of day. Try 2.40am or 0240."))
            self.since.entry.setFocus()
        elif all(answer is None for answer in answers.values()):
            self.since.explain("")
            self._say(self.tr("Nothing is answered yet. A number for the legs is enough."))
        else:
            self.begin()
            self.kept.emit(answers)

    def _say(self, sentence: str) -> None:
        self._noted.setText(sentence)
        self._noted.show()
        announce(self, sentence)


def _titled(words: str, widget: QWidget) -> QWidget:
    titled = QWidget()
    column = QVBoxLayout(titled)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(PlainLabel(words, Size.STRONG))
    column.addWidget(widget)
    column.addStretch()
    return titled
