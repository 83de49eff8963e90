"""A pause over several days: from when, until when if that is known, and why if the person says."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.models.routine import Pause
from legjournal.models.row import new_id
from ui.routine.reasons import reasons
from ui.widgets.buttons import button
from ui.widgets.day_field import DayField
from ui.widgets.label import PlainLabel, Size
from ui.widgets.one_of import OneOf
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class PauseDialog(ScrollDialog):
    """Extends ScrollDialog: begins a pause, or changes or ends `pause`."""

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        day: date,
        pause: Pause | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Pause the routine"), parent)
        self._journal = journal
        self._runner = runner
        self._day = day
        self._pause = pause
        today = journal.clock.today()
        self.started = DayField(self.tr("From"), today)
        self.ended = DayField(
            self.tr("Until and with"), today, self.tr("Leave it empty if you do not know yet.")
        )
        self.why = OneOf(self.tr("Why, if you like"), reasons())
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        told = self.tr("Days in a pause are neither rest nor missed. The plan waits for you.")
        self.body.addWidget(PlainLabel(told, wraps=True))
        for field in (self.started, self.ended):
            self.body.addWidget(field)
        self.body.addWidget(PlainLabel(self.tr("Why, if you like"), Size.LABEL))
        self.body.addWidget(self.why)
        self._keep = button(self.tr("Keep the pause"), primary=True, changes=True)
        self._keep.clicked.connect(self._on_keep)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        if self._pause is not None:
            end = button(self._end_words(), changes=True)
            end.clicked.connect(self._on_end)
            self.buttons.addWidget(end)
        self.buttons.addWidget(self._keep)

    def _end_words(self) -> str:
        today = self._day == self._journal.clock.today()
        if today:
            return self.tr("End it: I go on today")
        return self.tr("End it: I went on on {day}").format(day=phrases.day(self._day, year=False))

    def _show(self) -> None:
        self.started.show_day(self._pause.started if self._pause else self._day)
        self.ended.show_day(self._pause.ended if self._pause else None)
        self.why.show_answer(self._pause.reason if self._pause else None)

    def _on_keep(self) -> None:
        started, ended = self.started.day, self.ended.day
        typed_end = bool(self.ended.entry.text().strip())
        self.started.explain("" if started else self.tr("This is not a day I can read."))
        unread = typed_end and ended is None
        early = started is not None and ended is not None and ended < started
        self.ended.explain(
            self.tr("This is not a day I can read.")
            if unread
            else self.tr("This is before the pause begins.")
            if early
            else ""
        )
        if started is None or unread or early:
            (self.started if started is None else self.ended).entry.setFocus()
            return
        pause_id = self._pause.id if self._pause else new_id()
        store = self._journal.days_off.record_pause
        self._runner.run(partial(store, pause_id, started=started, ended=ended, reason=self.why.answer))
        self.accept()

    def _on_end(self) -> None:
        """The last day of the pause is the one before; a pause of no day at all was none."""
        assert self._pause is not None
        days_off, last = self._journal.days_off, self._day - timedelta(days=1)
        if last < self._pause.started:
            self._runner.run(partial(days_off.remove_pause, self._pause.id))
        else:
            self._runner.run(partial(days_off.record_pause, self._pause.id, ended=last))
        self.accept()
