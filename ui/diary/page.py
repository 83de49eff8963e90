"""The diary: one page a day, in the order of living it."""

from datetime import date, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.diary.night_card import NightCard
from ui.diary.side_column import SideColumn
from ui.widgets.day_heading import DayHeading
from ui.widgets.measure import line_height
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll
from ui.widgets.tab_order import put_after, stops

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.diary.day_card import DayCard
    from ui.diary.legs_card import LegsCard
    from ui.runner import Runner

NARROW = 47  # heights of the text: below it the side column goes under the page
SIDE = 13.6


class DiaryPage(Page):
    """The Diary tab.

    Signals, beside those of Page: `appointment_requested()`, `versions_requested()`.
    """

    appointment_requested = Signal()
    versions_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._day = journal.clock.today()
        self.heading = DayHeading()
        self.night = NightCard(journal.nights)
        self.side = SideColumn()
        self._whole = False
        self.scroller = PageScroll()
        self._lay_out()
        self._connect_signals()

    def show_day(self, day: date) -> None:
        """Turn to the page of `day`; what was being typed on the old one is stored first."""
        self.flush()
        self._day = day
        self._show_heading()
        self._show_night()
        self.side.month.show_day(day, self._journal.clock.today())
        if self._whole:
            self._show_rest()
        else:
            # At the start last night can be typed while what lies below it is still being made.
            QTimer.singleShot(0, self._on_first_shown)

    @cached_property
    def legs(self) -> "LegsCard":
        """The card of the legs."""
        from ui.diary.legs_card import LegsCard

        card = LegsCard()
        card.added.connect(self._on_symptom_added)
        card.urge_answered.connect(self._on_urge)
        card.changed.connect(self._on_symptom_changed)
        card.removed.connect(self._on_symptom_removed)
        self._main.insertWidget(self._main.indexOf(self.night) + 1, card)
        return card

    @cached_property
    def day(self) -> "DayCard":
        """The card of the day."""
        from ui.diary.day_card import DayCard

        card = DayCard()
        card.answered.connect(self._on_day)
        self._main.insertWidget(self._main.indexOf(self.legs) + 1, card)
        return card

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed, if it is on this page."""
        here = self._day in changed.days
        if "night" in changed.tables and here:
            self._follow_night()
        if "draft" in changed.tables or ("night" in changed.tables and here):
            self._show_night()
        if "symptom" in changed.tables and here:
            self._show_legs()
        if "diary_day" in changed.tables and here:
            self._show_page()
        if changed.tables & {"session", "day_off", "plan", "appointment"}:
            self._show_ahead()
        if changed.tables & {"night", "symptom", "diary_day"}:
            self._show_marks()

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.night.flush()
        if self._whole:
            self.day.flush()

    def take_focus(self) -> None:
        self.night.fields["got_into_bed"].entry.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._arrange()
        return super().event(event)

    def _lay_out(self) -> None:
        self._main = QVBoxLayout()
        self._main.setSpacing(14)
        self._main.addWidget(self.heading)
        self._main.addWidget(self.night)
        self._main.addStretch()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.scroller.content)
        self._columns.setContentsMargins(20, 16, 20, 20)
        self._columns.setSpacing(22)
        self._columns.addWidget(self.side)
        self._columns.addLayout(self._main, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _connect_signals(self) -> None:
        self.heading.day_requested.connect(self.day_requested)
        self.side.month.day_requested.connect(self.day_requested)
        self.side.month.month_changed.connect(self._on_month)
        self.side.bad_day_pressed.connect(self._on_bad_day)
        self.side.appointment_requested.connect(self.appointment_requested)
        self.side.versions_requested.connect(self.versions_requested)
        self.night.answered.connect(self._on_night)
        self.night.drafted.connect(self._on_draft)

    def _arrange(self) -> None:
        line = line_height()
        narrow = self.width() < NARROW * line
        down, across = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else across)
        self.side.setMinimumWidth(0 if narrow else round(SIDE * line))
        self.side.setMaximumWidth(16777215 if narrow else round(SIDE * line))
        if self._whole:
            self.legs.arrange(self.width() if narrow else self.width() - round(SIDE * line))

    def _on_first_shown(self) -> None:
        if self.isVisible():  # else the journal was closed or locked meanwhile
            self._show_rest()

    def _show_rest(self) -> None:
        self._show_legs()
        self._show_page()
        self._show_ahead()
        self._show_marks()
        if not self._whole:
            self._whole = True
            # Tab follows the order of making, and these two cards were made last of all.
            put_after(stops(self.day)[-1], self.side)
            self._arrange()
            self._keep_from_changes()

    def _show_heading(self) -> None:
        self.heading.show_day(self._day, self._journal.clock.today())

    def _show_night(self) -> None:
        night = self._journal.nights.ending_on(self._day)
        self.night.show_night(self._day, night, self._journal.drafts.under(f"night/{self._day}/"))

    def _follow_night(self) -> None:
        """After undo the file says something else than the card; after typing they agree already."""
        night = self._journal.nights.ending_on(self._day)
        if not self.night.agrees_with(night):
            self._show_night()

    def _show_legs(self) -> None:
        self.legs.show_symptoms(self._journal.diary.symptoms(self._day))
        self._keep_from_changes()

    def _show_page(self) -> None:
        page = self._journal.diary.day(self._day)
        self.day.show_day(page)
        self.side.show_bad_day(page, today=self._day == self._journal.clock.today())

    def _show_ahead(self) -> None:
        from legjournal.routine import DayStatus

        week = self._journal.routine.week(self._day - timedelta(days=self._day.weekday()))
        plan = self._journal.routine.plan_on(self._day)
        self.side.show_week(week.count(DayStatus.SESSION), plan.times_a_week if plan else None)
        self.side.show_appointment(self._journal.appointments.next_after(self._journal.clock.now()))

    def _show_marks(self) -> None:
        self.side.month.show_marks(self._journal.diary.marks(*self.side.month.in_sight))

    def _on_month(self) -> None:
        self._runner.when_still(self._show_marks)

    def _on_night(self, answers: dict[str, Any]) -> None:
        self._runner.run(partial(self._journal.nights.record, self._day, **answers))

    def _on_draft(self, field: str, typed: str | None) -> None:
        self._runner.run(partial(self._journal.drafts.keep, f"night/{self._day}/{field}", typed))

    def _on_symptom_added(self, answers: dict[str, Any]) -> None:
        self._runner.run(partial(self._journal.diary.add_symptom, self._day, **answers))

    def _on_urge(self, answers: dict[str, Any]) -> None:
        self._runner.run(partial(self._journal.diary.record_urge, self._day, **answers))

    def _on_symptom_changed(self, symptom_id: str, answers: dict[str, Any]) -> None:
        self._runner.run(partial(self._journal.diary.change_symptom, symptom_id, **answers))

    def _on_symptom_removed(self, symptom_id: str) -> None:
        self._runner.run(partial(self._journal.diary.remove_symptom, symptom_id))

    def _on_day(self, answers: dict[str, Any]) -> None:
        self._runner.run(partial(self._journal.diary.record, self._day, **answers))

    def _on_bad_day(self, bad: bool) -> None:
        diary = self._journal.diary
        self._runner.run(
            partial(diary.mark_bad_day, self._day)
            if bad
            else partial(diary.record, self._day, bad_day_at=None)
        )
