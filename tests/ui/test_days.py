"""Turning from day to day: keys, buttons, the calendar, and the hours after midnight."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from legjournal.diary import DayMark

DAY = date(2026, 11, 22)
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight."""
    person.until(lambda: person.page.day.isVisible())
    return person


def calendar(person: Person) -> QWidget:
    """The days of the month."""
    return person.page.side.month.grid


def cell(person: Person, day: date) -> QRect:
    """Where a day stands in the calendar."""
    grid = calendar(person)
    weeks, column = divmod((day - grid.first).days, 7)
    wide, high = grid.width() / 7, grid._row_height()
    return QRect(round(column * wide), round(grid._head_height() + weeks * high), int(wide), int(high))


def picture(person: Person, day: date) -> QImage:
    """What is painted of a day in the calendar."""
    return calendar(person).grab(cell(person, day)).toImage()


def title(person: Person) -> str:
    """The date over the page."""
    return person.page.heading.title.text()


def test_alt_and_arrows(page: Person) -> None:
    """Alt with the arrows turns back and forth, and the page names its day."""
    assert title(page) == "Sunday 22 November 2026"
    page.keys(Qt.Key.Key_Left, Qt.Key.Key_Left, held=ALT)
    assert (page.window.day, title(page)) == (date(2026, 11, 20), "Friday 20 November 2026")
    page.keys(Qt.Key.Key_Right, held=ALT)
    assert (page.window.day, title(page)) == (date(2026, 11, 21), "Saturday 21 November 2026")


def test_buttons_beside_the_date(page: Person) -> None:
    """The two arrows turn the page; Today is offered on every other day, and Next is not on this one."""
    heading = page.page.heading
    assert not page.button("›", inside=heading).isEnabled()
    assert page.button("Today", inside=heading) is None
    page.presses("‹", inside=heading)
    assert page.window.day == date(2026, 11, 21)
    page.until(lambda: page.button("Today", inside=heading))
    page.presses("›", inside=heading)
    assert page.window.day == DAY
    assert not page.button("›", inside=heading).isEnabled()


def test_today(page: Person) -> None:
    """Ctrl+T and the Today button both come back from anywhere."""
    page.goes_to(date(2026, 11, 3))
    page.keys(Qt.Key.Key_T, held=CONTROL)
    assert page.window.day == DAY

    page.goes_to(date(2026, 11, 3))
    page.until(lambda: page.button("Today", inside=page.page.heading))
    page.presses("Today", inside=page.page.heading)
    assert page.window.day == DAY
    assert page.button("Today", inside=page.page.heading) is None


def test_calendar_by_keyboard(page: Person) -> None:
    """In the calendar arrows go by a day and a week, Page Up and Page Down by four weeks."""
    steps = {
        Qt.Key.Key_PageUp: date(2026, 10, 25),
        Qt.Key.Key_Up: date(2026, 10, 18),
        Qt.Key.Key_Left: date(2026, 10, 17),
        Qt.Key.Key_Down: date(2026, 10, 24),
        Qt.Key.Key_Right: date(2026, 10, 25),
        Qt.Key.Key_PageDown: DAY,
    }
    calendar(page).setFocus()
    for key, day in steps.items():
        page.keys(key)
        assert page.window.day == day
        assert page.focused is calendar(page)
    assert calendar(page).accessibleDescription() == "Sunday 22 November 2026"


def test_calendar_stops_at_today(page: Person) -> None:
    """No key of the calendar leads into a day that has not come."""
    calendar(page).setFocus()
    page.keys(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)

    assert page.window.day == DAY
    assert not page.window.banner.isVisible()


def test_calendar_by_click(page: Person) -> None:
    """A click on a day turns to it; the arrows above show another month without turning the page."""
    page.clicks(calendar(page), at=cell(page, date(2026, 11, 5)).center())
    assert title(page) == "Thursday 5 November 2026"

    page.presses("‹", inside=page.page.side.month)
    assert "October 2026" in page.reads(page.page.side.month)
    assert page.window.day == date(2026, 11, 5)
    page.clicks(calendar(page), at=cell(page, date(2026, 10, 9)).center())
    assert title(page) == "Friday 9 October 2026"


def test_click_beside_the_days_is_nothing(page: Person) -> None:
    """The names of the weekdays are no days."""
    page.clicks(calendar(page), at=QPoint(5, 3))

    assert page.window.day == DAY


@pytest.mark.parametrize("how", ["key", "click"])
def test_tomorrow_is_refused_in_words(page: Person, how: str) -> None:
    """A day that has not come is not turned to: a sentence says so, and the keyboard stays where it was."""
    page.page.night.fields["wakings"].entry.setFocus()
    if how == "key":
        page.keys(Qt.Key.Key_Right, held=ALT)
    else:
        page.clicks(calendar(page), at=cell(page, date(2026, 11, 23)).center())

    assert page.window.day == DAY
    assert page.reads(page.window.banner)[0] == "23 November 2026 has not come yet."
    assert not page.window.banner.retry.isVisible()
    assert page.focused is page.page.night.fields["wakings"].entry or how == "click"
    page.presses("Close", inside=page.window.banner)
    assert not page.window.banner.isVisible()


def test_calendar_shows_what_is_recorded(page: Person) -> None:
    """A night, a day and the worst leg score each show in the calendar as soon as they are stored."""
    yesterday = date(2026, 11, 21)
    empty = picture(page, yesterday)
    page.goes_to(yesterday)
    page.types_night(wakings="2")
    page.goes_to(DAY)
    page.until(lambda: calendar(page).marks.get(yesterday) == DayMark(night=True))
    night = picture(page, yesterday)

    page.goes_to(yesterday)
    page.scores(page.page.legs.urge.scores, 7)
    page.goes_to(DAY)
    page.until(lambda: calendar(page).marks[yesterday] == DayMark(night=True, day=True, worst=7))
    both = picture(page, yesterday)

    assert empty != night
    assert night != both
    assert calendar(page).marks.keys() == {yesterday}


def test_marks_of_another_month(sample: Person) -> None:
    """Turning the calendar back shows the marks of that month."""
    sample.until(lambda: calendar(sample).marks)
    assert not [day for day in calendar(sample).marks if day < date(2026, 10, 26)]
    sample.presses("‹", inside=sample.page.side.month)

    october = [day for day in calendar(sample).marks if day.month == 10]
    assert len(october) > 20


def test_after_midnight_it_is_still_the_evening(
    open_window: Callable[..., Person], tmp_path: Path, clock: HandClock
) -> None:
    """At half past midnight the journal opens on the evening's page, and what is typed is stored there."""
    clock.set(datetime(2026, 11, 23, 0, 30))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    assert title(person) == "Sunday 22 November 2026"

    person.until(lambda: person.page.legs.isVisible())
    person.scores(person.page.legs.urge.scores, 8)
    assert person.window.header.saved.text() == "✓ Saved 12.30am"
    assert [row.score for row in person.journal.symptoms.on(DAY)] == [8]
    assert person.journal.symptoms.on(date(2026, 11, 23)) == []


def test_four_in_the_morning_begins_the_day(
    open_window: Callable[..., Person], tmp_path: Path, clock: HandClock
) -> None:
    """Left open over night, the journal can be turned to the new day once it has begun, and not before."""
    clock.set(datetime(2026, 11, 23, 3, 59))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    person.keys(Qt.Key.Key_Right, held=ALT)
    assert person.window.day == DAY

    clock.set(datetime(2026, 11, 23, 4, 0))
    person.keys(Qt.Key.Key_T, held=CONTROL)
    assert person.window.day == date(2026, 11, 23)
    assert title(person) == "Monday 23 November 2026"


def test_typing_then_turning_at_once_loses_nothing(page: Person) -> None:
    """Turning the page in the middle of a word stores it on its own day, and it is there on turning back."""
    entry = page.page.night.fields["got_into_bed"].entry
    entry.setFocus()
    page.types("1030pm")
    page.keys(Qt.Key.Key_Left, held=ALT)
    page.waits()
    assert entry.text() == ""
    page.keys(Qt.Key.Key_Right, held=ALT)
    page.waits()

    assert entry.text() == "10.30pm"
    assert page.journal.nights.ending_on(DAY).got_into_bed is not None
    assert page.journal.nights.ending_on(date(2026, 11, 21)) is None


def test_note_then_turning_at_once_loses_nothing(page: Person) -> None:
    """The same for the notes, with words typed on both days."""
    editor = page.page.notes.note.editor
    editor.setFocus()
    page.types("Sunday")
    page.keys(Qt.Key.Key_Left, held=ALT)
    page.waits()
    assert editor.toPlainText() == ""
    page.types("Saturday")
    page.keys(Qt.Key.Key_Right, held=ALT)
    page.waits()

    assert editor.toPlainText() == "Sunday"
    assert page.journal.diary.day(DAY).note == "Sunday"
    assert page.journal.diary.day(date(2026, 11, 21)).note == "Saturday"


def test_typing_then_another_tab_loses_nothing(page: Person) -> None:
    """Turning to another tab stores what was being typed."""
    page.page.night.fields["wakings"].entry.setFocus()
    page.types("3")
    page.turns_to(2)
    page.waits()

    assert page.journal.nights.ending_on(DAY).wakings == 3


def test_every_tab_follows_the_day(page: Person) -> None:
    """The day chosen on the diary is the day of the routine, and the other way round."""
    page.goes_to(date(2026, 11, 19))
    page.turns_to(2)
    assert title(page) == "Thursday 19 November 2026"
    page.keys(Qt.Key.Key_Left, held=ALT)
    page.turns_to(1)
    assert title(page) == "Wednesday 18 November 2026"


def test_a_window_left_open_overnight_turns_to_the_new_day(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path, clock: HandClock
) -> None:
    """Whoever comes back in the morning is on the new day's page, told so, and nothing typed is lost."""
    person = open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"), clock=clock)
    person.until(lambda: person.page.notes.isVisible())
    person.page.notes.note.editor.setFocus()
    person.types("Half a sent")
    clock.set(datetime(2026, 11, 23, 8, 0))
    person.sitting.look_round()
    person.waits()
    assert title(person) == "Monday 23 November 2026"
    assert "It is Monday 23 November now." in person.reads()
    assert (person.journal.diary.day(date(2026, 11, 22)).note or "").endswith("Half a sent")


def test_a_past_day_in_sight_stays(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path, clock: HandClock
) -> None:
    """Who was looking at last week finds it as it was, and can go on to the new day from there."""
    person = open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"), clock=clock)
    person.goes_to(date(2026, 11, 16))
    clock.set(datetime(2026, 11, 23, 8, 0))
    person.sitting.look_round()
    assert title(person) == "Monday 16 November 2026"
    assert "A past day can be filled in too. When it was written is kept beside it." in person.reads()
    person.keys(Qt.Key.Key_T, held=Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: title(person) == "Monday 23 November 2026")
