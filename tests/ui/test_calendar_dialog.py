"""The plan taken into the person's own calendar, through the dialog."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from person import Person
from PySide6.QtCore import Qt

from legjournal.models.routine import PlanFields, PlanItemFields
from ui.routine.calendar_dialog import CalendarDialog
from ui.tabs import ROUTINE

DAY = date(2026, 11, 22)  # a Sunday
Open = Callable[..., CalendarDialog]


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return ROUTINE


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person chooses to save."""
    path = tmp_path / "calendar" / "sessions.ics"
    path.parent.mkdir()
    monkeypatch.setattr(CalendarDialog, "ask_path", lambda *_: path)
    return path


@pytest.fixture
def open_dialog(person: Person) -> Open:
    """Opens the dialog on a plan that is adopted for it."""

    def opened(**plan: Any) -> CalendarDialog:
        fields = PlanFields(name="Hips & core", started=DAY - timedelta(days=30), **plan)
        person.journal.plans.adopt(fields, [PlanItemFields(exercise="glute-bridge")])
        return again(person)

    return opened


def again(person: Person) -> CalendarDialog:
    """The dialog on the plan of today."""
    person.sitting.dialogs.show_calendar()
    dialog = person.window.findChildren(CalendarDialog)[-1]
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)
    return dialog


def event(person: Person, dialog: CalendarDialog, target: Path) -> Any:
    """The event of the file that is saved now."""
    target.unlink(missing_ok=True)
    person.presses("Save calendar file…", dialog)
    person.until(lambda: dialog.save.isEnabled() and "Saved as" in dialog.note.text())
    person.waits()
    [found] = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    return found


def test_suggested_days_at_six(person: Person, open_dialog: Open, target: Path) -> None:
    """Three times a week: Monday, Wednesday and Friday at 6pm, beginning tomorrow, without an alarm."""
    dialog = open_dialog(times_a_week=3)
    pressed = [chip.accessibleName() for chip in dialog.days if chip.isChecked()]
    assert pressed == ["Monday", "Wednesday", "Friday"]
    found = event(person, dialog, target)
    assert found["summary"] == "Hips & core"
    assert found["rrule"]["byday"] == ["MO", "WE", "FR"]
    assert found.decoded("dtstart").replace(tzinfo=None) == datetime(2026, 11, 23, 18)
    assert found.walk("VALARM") == []
    assert str(target) in dialog.note.text()
    assert dialog.open_file.isVisible()


def test_what_is_chosen_is_there_next_time(person: Person, open_dialog: Open, target: Path) -> None:
    """Other days and half past seven in the morning; the next file is for the same event."""
    dialog = open_dialog(times_a_week=2)
    for chip in (dialog.days[0], dialog.days[5]):  # not Monday, but Saturday beside Thursday
        person.clicks(chip)
    person.types_into(dialog.time.entry, "half 7 in the morning")
    person.clicks(dialog.alarm)
    first = event(person, dialog, target)
    assert first["rrule"]["byday"] == ["TH", "SA"]
    assert first.decoded("dtstart").time() == time(7, 30)
    assert len(first.walk("VALARM")) == 1
    dialog.close()

    dialog = again(person)
    assert [number for number, chip in enumerate(dialog.days) if chip.isChecked()] == [3, 5]
    assert dialog.time.entry.text() == "7.30am"
    assert event(person, dialog, target)["uid"] == first["uid"]


def test_fixed_days_are_those_of_the_plan(person: Person, open_dialog: Open, target: Path) -> None:
    """They are told and not asked again; without a time they stand for the whole day."""
    dialog = open_dialog(weekdays=[6, 1])
    assert "Tuesday, Sunday, as in your plan." in person.reads(dialog)
    assert dialog.days == []
    dialog.all_day.setFocus()
    person.keys(Qt.Key.Key_Space)
    assert not dialog.time.isEnabled()
    found = event(person, dialog, target)
    assert found["rrule"]["byday"] == ["TU", "SU"]
    assert found.decoded("dtstart") == DAY
    assert person.journal.habits.chosen().session_time == time(18)


def test_what_is_missing_is_said_and_nothing_is_written(
    person: Person, open_dialog: Open, target: Path
) -> None:
    """No day; no time; a plan that ends before its next day: each has its sentence."""
    dialog = open_dialog(times_a_week=1)
    person.types_into(dialog.time.entry, "teatime")
    person.presses("Save calendar file…", dialog)
    assert dialog.time.message.text() == "This is not a time of day. Try 6pm."
    person.types_into(dialog.time.entry, "6")
    person.clicks(dialog.days[0])
    person.presses("Save calendar file…", dialog)
    assert dialog.note.text() == "Please choose at least one day."
    dialog.close()

    dialog = open_dialog(weekdays=[0], stopped=DAY)
    person.presses("Save calendar file…", dialog)
    assert dialog.note.text() == "Your plan ends before the next of these days."
    assert not target.exists()


def test_a_disk_that_refuses_is_told(person: Person, open_dialog: Open, target: Path) -> None:
    """A folder that is gone: the sentence says so, and the dialog goes on."""
    dialog = open_dialog(times_a_week=3)
    target.parent.rmdir()
    person.presses("Save calendar file…", dialog)
    person.until(lambda: dialog.save.isEnabled() and dialog.note.text())
    assert str(target.parent) in dialog.note.text() or "no such file" in dialog.note.text()
    assert not dialog.open_file.isVisible()
