"""The plan for the person's own calendar: on which days, at what time, and where to."""

from datetime import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.routine import calendar_file
from legjournal.typed_times import Likely, read_clock
from legjournal.words import plural
from ui.widgets.chip import Chip
from ui.widgets.clock_field import ClockField
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.save_dialog import SaveDialog, Write, in_one_step

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from legjournal.journal import Journal
    from legjournal.models.routine import Plan
    from legjournal.storage.history import Changed
    from ui.runner import Runner
    from ui.settings import Settings


class CalendarDialog(SaveDialog):
    """Extends SaveDialog: makes a calendar file of `plan`."""

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        settings: "Settings",
        plan: "Plan",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Sessions in your calendar"),
            settings,
            self.tr("Save calendar file…"),
            self.tr("Open in my calendar"),
            parent,
        )
        self._journal, self._runner, self._plan = journal, runner, plan
        habits = journal.habits.chosen()
        self._uid = calendar_file.calendar_id(journal)
        self.days = [] if plan.weekdays else [Chip(name[:3], name) for name in phrases.weekdays()]
        self._press(habits.calendar_days or calendar_file.suggested_days(plan.times_a_week or 0))
        self.time = ClockField(self.tr("Time"), Likely.AFTERNOON, self.tr("for example 6pm"))
        self.time.entry.setText(phrases.clock(habits.session_time))
        self.all_day = Chip(self.tr("All day, no time"))
        self.alarm = Chip(self.tr("Remind me at that time"))
        self._lay_out()
        self.all_day.toggled.connect(self._on_all_day)

    def prepared(self) -> Write | None:
        """What writes the file; None, with a sentence, where a day or the time is missing."""
        days = self._chosen()
        wall = None
        if not self.all_day.isChecked():
            wall = read_clock(self.time.entry.text().strip(), Likely.AFTERNOON)
        missing = wall is None and not self.all_day.isChecked()
        self.time.explain(self.tr("This is not a time of day. Try 6pm.") if missing else "")
        self.say("" if days else self.tr("Please choose at least one day."))
        if missing or not days:
            return None
        begins = calendar_file.first_day(self._plan, days, self._journal.clock.today())
        if begins is None:
            self.say(self.tr("Your plan ends before the next of these days."))
            return None
        entry = calendar_file.entry_of(
            self._journal, self._plan, self._uid, days, begins, wall, alarm=self.alarm.isChecked()
        )
        self._keep = partial(self._kept, days, wall)
        return in_one_step(partial(calendar_file.save, entry, self._journal.clock.now()))

    def file_name(self) -> str:
        """The name to suggest: it says nothing of the plan."""
        return self.tr("Leg Journal sessions.ics")

    def saved(self, path: Path, result: object) -> None:
        """Say what to do with the file, and remember the choices for the next one."""
        if not self._journal.read_only:
            self._runner.run(self._keep)
        self.say(
            self.tr(
                "Saved as {path}. Open it, and your calendar asks whether to add the sessions. If your plan "
                "changes, make the file again: it takes the place of this one."
            ).format(path=path)
        )

    def _kept(self, days: list[int], wall: time | None) -> "Changed":
        habits: dict[str, object] = {}
        if not self._plan.weekdays:
            habits["calendar_days"] = days
        if wall is not None:
            habits["session_time"] = wall
        return calendar_file.keep_choice(self._journal, self._uid, **habits)

    def _lay_out(self) -> None:
        intro = self.tr(
            "This makes a file that puts your sessions into your own calendar, on your computer or "
            "your phone, every week. You decide where the file goes; Leg Journal sends nothing."
        )
        self.body.addWidget(PlainLabel(intro, wraps=True))
        self.body.addSpacing(6)
        self.body.addWidget(PlainLabel(self.tr("Which days?"), Size.HEADING))
        self._add_days()
        self.body.addSpacing(6)
        self.body.addWidget(PlainLabel(self.tr("At what time?"), Size.HEADING))
        for widget in (self.time, _side_by_side([self.all_day, self.alarm])):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.add_buttons()

    def _add_days(self) -> None:
        if self._plan.weekdays:
            names = phrases.weekdays()
            days = ", ".join(names[day] for day in sorted(self._plan.weekdays))
            self.body.addWidget(PlainLabel(self.tr("{days}, as in your plan.").format(days=days), wraps=True))
            return
        if self._plan.times_a_week:
            self.body.addWidget(PlainLabel(self._often(self._plan.times_a_week), wraps=True))
        self.body.addWidget(_side_by_side(self.days))

    def _often(self, times: int) -> str:
        return plural(
            "Your plan says once a week. Choose the day that suits you.",
            "Your plan says {n} times a week. Choose the days that suit you.",
            times,
        ).format(n=times)

    def _press(self, days: "Collection[int]") -> None:
        for number, chip in enumerate(self.days):
            chip.setChecked(number in days)

    def _chosen(self) -> list[int]:
        if self._plan.weekdays:
            return sorted(self._plan.weekdays)
        return [number for number, chip in enumerate(self.days) if chip.isChecked()]

    def _on_all_day(self, all_day: bool) -> None:
        self.time.explain("")
        self.time.setEnabled(not all_day)
        self.alarm.setEnabled(not all_day)


def _side_by_side(chips: "Sequence[Chip]") -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for chip in chips:
        flow.addWidget(chip)
    return holder
