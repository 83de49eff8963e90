"""The medicines in a list: what is taken now, and below it what was changed or stopped."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from legjournal import phrases
from ui.medicines.sayings import Sayings
from ui.widgets.buttons import button, compact, own_words
from ui.widgets.card import rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel

if TYPE_CHECKING:
    from legjournal.models.medicines import Medicine

MOST_BUTTONS = 4  # side by side


class MedicineList(QWidget):
    """Shows medicines as they were when it was made.

    Signals: `add_requested()`; `change_requested(Medicine)`, another dose; `stop_requested(Medicine)`;
    `correct_requested(Medicine)`.
    """

    add_requested = Signal()
    change_requested = Signal(object)
    stop_requested = Signal(object)
    correct_requested = Signal(object)

    def __init__(
        self,
        current: "Sequence[Medicine]",
        histories: "Sequence[Sequence[Medicine]]",
        parent: QWidget | None = None,
    ) -> None:
        """histories: what each medicine was over time."""
        super().__init__(parent)
        self._say = Sayings(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._show_current(current)
        now = {row.id for row in current}
        self._show_past([thread for thread in histories if len(thread) > 1 or thread[0].id not in now], now)

    def _show_current(self, current: "Sequence[Medicine]") -> None:
        self._column.addWidget(PlainLabel(self.tr("What I take now"), Size.HEADING))
        if not current:
            self._column.addWidget(PlainLabel(self.tr("Nothing is written down."), wraps=True))
        for row in current:
            self._column.addLayout(self._current(row))
            self._column.addWidget(rule())
        add = button(self.tr("Write down a medicine"), changes=True)
        add.clicked.connect(self.add_requested)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(add)
        self._column.addLayout(line)

    def _current(self, row: "Medicine") -> QVBoxLayout:
        called = phrases.cut(self._say.medicine(row), 60)
        buttons = ColumnsLayout(letters=0, most=MOST_BUTTONS, spacing=6, stretch=False)
        for words, name, wish in (
            (self.tr("New dose"), self.tr("New dose: {medicine}"), self.change_requested),
            (self.tr("Stopped"), self.tr("Stopped: {medicine}"), self.stop_requested),
            (self.tr("Put right"), self.tr("Put right: {medicine}"), self.correct_requested),
        ):
            buttons.addWidget(self._wish(words, name.format(medicine=called), wish, row))
        entry = QVBoxLayout()
        entry.setSpacing(2)
        entry.addWidget(TypedLabel(self._say.medicine(row), Size.STRONG))
        entry.addWidget(_muted(self._say.facts(row)))
        entry.addLayout(buttons)
        return entry

    def _show_past(self, threads: "Sequence[Sequence[Medicine]]", now: set[str]) -> None:
        if not threads:
            return
        self._column.addSpacing(8)
        self._column.addWidget(PlainLabel(self.tr("What was changed or stopped"), Size.HEADING))
        for thread in threads:
            self._column.addLayout(self._past(thread, [row for row in thread if row.id not in now]))

    def _past(self, thread: "Sequence[Medicine]", past: "Sequence[Medicine]") -> QVBoxLayout:
        buttons = ColumnsLayout(letters=0, most=MOST_BUTTONS, spacing=6, stretch=False)
        for row in past:
            buttons.addWidget(self._correct_past(row, alone=len(past) == 1))
        entry = QVBoxLayout()
        entry.setSpacing(2)
        entry.addWidget(TypedLabel(self._say.history(thread)))
        entry.addLayout(buttons)
        return entry

    def _correct_past(self, row: "Medicine", *, alone: bool) -> QPushButton:
        what = own_words(phrases.cut(row.dose or row.name, 24))
        words = self.tr("Put right") if alone else self.tr("Put {dose} right").format(dose=what)
        from_day = phrases.day(row.started) if row.started else ""
        name = self.tr("Put right: {medicine}, in the past {day}").format(
            medicine=phrases.cut(self._say.medicine(row), 60), day=from_day
        )
        return self._wish(words, name.strip(), self.correct_requested, row)

    def _wish(self, words: str, name: str, wish: SignalInstance, row: "Medicine") -> QPushButton:
        made = compact(words, name, changes=True)
        made.clicked.connect(partial(wish.emit, row))
        return made


def _muted(words: str) -> TypedLabel:
    label = TypedLabel(words, Size.SMALL)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
