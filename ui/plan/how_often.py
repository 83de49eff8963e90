"""How often a plan asks for a session: so many days a week, or on fixed days."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.phrases import weekdays
from legjournal.routine.advice import Advice
from ui.plan.advice_note import AdviceNote
from ui.widgets.announce import announce
from ui.widgets.buttons import choice
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from legjournal.routine.draft import PlanDraft


class HowOften(Card):
    """Asks for it, and has room for the advice on it.

    Signals: `changed()`, after the draft was.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How often"), "", parent)
        self._draft: PlanDraft | None = None
        self.by_number = choice(self.tr("A number of days a week"))
        self.by_day = choice(self.tr("Fixed days"))
        modes = QWidget()
        flow = FlowLayout(modes)
        flow.addWidget(self.by_number)
        flow.addWidget(self.by_day)
        self.times = OneOf(self.tr("Days a week"), {n: str(n) for n in range(1, 8)})
        self.days = [Chip(name[:3], name) for name in weekdays()]
        self._week = QWidget()
        week = FlowLayout(self._week)
        for chip in self.days:
            week.addWidget(chip)
            chip.clicked.connect(self._on_day)
        self.message = PlainLabel("", Size.SMALL, wraps=True)
        self.message.setForegroundRole(self.message.palette().ColorRole.BrightText)
        self.message.hide()
        self.advice = AdviceNote(Advice.NO_REST)
        for widget in (modes, self.times, self._week, self.message, self.advice):
            self.body.addWidget(widget)
        self.by_number.clicked.connect(self._on_mode)
        self.by_day.clicked.connect(self._on_mode)
        self.times.answered.connect(self._on_times)

    def show_draft(self, draft: "PlanDraft") -> None:
        """Show a draft, and from here on change it."""
        self._draft = draft
        fixed = draft.weekdays is not None
        (self.by_day if fixed else self.by_number).setChecked(True)
        self.times.show_answer(draft.times_a_week)
        for day, chip in enumerate(self.days):
            chip.setChecked(day in (draft.weekdays or ()))
        self._show_mode()

    def explain(self, sentence: str) -> None:
        """Say what is missing; an empty sentence takes it away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def take_focus(self) -> None:
        """Put the keyboard on the first answer."""
        (self.days[0] if self.by_day.isChecked() else self.times).setFocus()

    def _show_mode(self) -> None:
        self.times.setVisible(self.by_number.isChecked())
        self._week.setVisible(self.by_day.isChecked())

    def _on_mode(self) -> None:
        assert self._draft is not None
        self._draft.weekdays = self._pressed() if self.by_day.isChecked() else None
        self._show_mode()
        self._tell()

    def _on_times(self, times: int | None) -> None:
        assert self._draft is not None
        self._draft.times_a_week = times
        self._tell()

    def _on_day(self) -> None:
        assert self._draft is not None
        self._draft.weekdays = self._pressed()
        self._tell()

    def _pressed(self) -> list[int]:
        return [day for day, chip in enumerate(self.days) if chip.isChecked()]

    def _tell(self) -> None:
        self.explain("")
        self.changed.emit()
