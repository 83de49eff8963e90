"""Trends by month and year: the calendar and the nights, with the keyboard, and never behind the diary."""

from datetime import date

import pytest
from person import Person
from PySide6.QtCore import Qt

from legjournal.charts.scene import Stop
from legjournal.report.parts.nights import night_rows
from legjournal.trends.facts import Outcome
from legjournal.trends.period import Period
from ui.tabs import DIARY, TRENDS

TODAY = date(2026, 11, 22)
NOVEMBER = Period(date(2026, 11, 1), TODAY)


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return TRENDS


@pytest.fixture
def trends(sample: Person) -> Person:
    """A person with sixty days behind them whose whole journal is drawn."""
    sample.until(lambda: hasattr(sample.page, "reading"))
    drawn(sample)
    return sample


def drawn(person: Person) -> None:
    """Wait until everything there is is read."""
    reading = person.page.reading
    person.until(lambda: reading.idle and reading.numbers is not None and reading.numbers.complete)


def stops(person: Person) -> tuple[Stop, ...]:
    """Where the cursor can be."""
    found: tuple[Stop, ...] = person.page.pane.frame.scene.stops
    return found


def test_calendar_has_the_days_of_the_journal(trends: Person) -> None:
    """November up to today, each answer where the journal has it, and none where it has none."""
    trends.presses("Calendar")
    values = trends.page.reading.numbers.values[Outcome.PAIN_LEFT]
    recorded = {stop.first for stop in stops(trends) if stop.row is not None}
    assert [stop.first for stop in stops(trends)] == list(NOVEMBER)
    assert recorded == {day for day in NOVEMBER if values.get(day) is not None}
    assert recorded < set(NOVEMBER)
    assert trends.page.pane.frame.aside.text() == "November 2026"


def test_every_measure_can_be_chosen_and_is_kept(trends: Person) -> None:
    """Each has a title, a sentence and a table of its own; the last is there again at the next start."""
    trends.presses("Calendar")
    pane = trends.page.pane
    titles = []
    for number in range(pane.measure.count()):
        pane.measure.setCurrentIndex(number)
        titles.append(pane.frame.title.text())
        assert pane.frame.summary.text().startswith("November 2026. ")
        assert pane.frame.scene.rows
    assert titles == [
        "Left leg pain",
        "Right leg pain",
        "Urge to move",
        "Effect on the day",
        "Hours asleep",
        "Woken by the legs",
        "Sessions",
    ]
    trends.page.flush()
    assert trends.window._settings.picture_choice("calendar/measure") == "sessions"


@pytest.mark.parametrize("picture", ["Calendar", "Nights"])
def test_months_and_years_are_turned_with_buttons(trends: Person, picture: str) -> None:
    """Back to where the journal begins and not beyond; the newest with one press; a year is one press too."""
    trends.presses(picture)
    pane = trends.page.pane
    assert not pane.leaves.after.isEnabled()
    trends.presses("◀ Earlier")
    assert pane.frame.aside.text() == "October 2026"
    trends.presses("◀ Earlier")
    assert pane.frame.aside.text() == "September 2026"
    assert not pane.leaves.before.isEnabled()
    assert trends.focused is not pane.leaves.before
    trends.presses("Up to today")
    assert pane.frame.aside.text() == "November 2026"
    trends.presses("A year")
    assert "2026" in pane.frame.aside.text()
    assert not pane.leaves.before.isEnabled()
    assert stops(trends)[-1].first == TODAY


@pytest.mark.parametrize("picture", ["Calendar", "Nights"])
def test_a_day_is_found_and_opened_with_the_keyboard(trends: Person, picture: str) -> None:
    """End is today, an arrow goes a day back, what it says is the day's own, and Enter opens it."""
    trends.presses(picture)
    trends.page.take_focus()
    trends.keys(Qt.Key.Key_End)
    assert "Sunday 22 November 2026." in trends.page.pane.frame.said.text()
    trends.keys(Qt.Key.Key_Left)
    assert "Saturday 21 November 2026." in trends.page.pane.frame.said.text()
    trends.keys(Qt.Key.Key_Return)
    trends.until(lambda: trends.window.header.current == DIARY)
    assert trends.window.day == date(2026, 11, 21)


@pytest.mark.parametrize("picture", ["Calendar", "Nights"])
def test_keys_turn_and_widen(trends: Person, picture: str) -> None:
    """Shift and an arrow turns a month, minus is the year, plus the month of the day the cursor is on."""
    trends.presses(picture)
    trends.page.take_focus()
    pane = trends.page.pane
    trends.keys(Qt.Key.Key_Left, held=Qt.KeyboardModifier.ShiftModifier)
    assert pane.leaf.name == "October 2026"
    trends.keys(Qt.Key.Key_Minus)
    assert pane.leaf.name == "2026"
    trends.keys(Qt.Key.Key_End, Qt.Key.Key_Left)
    trends.keys(*[Qt.Key.Key_Plus] * 4)
    assert pane.leaf.months == 1
    assert pane.frame.chart.cursor_stop.first in pane.leaf.come


def test_leaf_is_kept(trends: Person) -> None:
    """Who left at October comes back to October, who left at the newest month to the newest."""
    trends.presses("Calendar")
    trends.presses("◀ Earlier")
    trends.page.flush()
    assert trends.window._settings.picture_choice("calendar/leaf") == "1 2026-10-31"
    trends.presses("Up to today")
    trends.page.flush()
    assert trends.window._settings.picture_choice("calendar/leaf") == "1"


def test_nights_are_those_of_the_journal(trends: Person) -> None:
    """A row a night up to today, with the times and figures as the report has them."""
    trends.presses("Nights")
    rows = night_rows(trends.journal, NOVEMBER)
    assert [stop.first for stop in stops(trends)] == [row.date for row in rows] == list(NOVEMBER)
    assert sum(row.recorded for row in rows) > 10
    assert trends.page.pane.frame.summary.text().startswith(
        f"{sum(row.recorded for row in rows)} of 22 nights recorded."
    )


def test_of_a_year_only_the_nights_in_sight_are_laid_out(trends: Person) -> None:
    """Forty-two at a time, the newest first; a bar goes to the first of January, − and + change how many."""
    trends.presses("Nights")
    trends.presses("A year")
    pane = trends.page.pane
    assert (len(stops(trends)), stops(trends)[-1].first) == (42, TODAY)
    assert pane.bar.isVisible()
    pane.bar.setFocus()
    trends.keys(Qt.Key.Key_Home)
    assert stops(trends)[0].first == date(2026, 1, 1)
    trends.clicks(pane.wider)
    assert len(stops(trends)) == 61
    trends.clicks(pane.closer)
    trends.clicks(pane.closer)
    assert len(stops(trends)) == 28
    trends.presses("A month")
    assert not pane.bar.isVisible()


def test_a_night_stored_meanwhile_is_drawn(trends: Person) -> None:
    """What is typed in the diary is in the picture on turning back to it."""
    trends.presses("Nights")
    empty = next(stop.first for stop in stops(trends)[::-1] if stop.row is None)
    trends.turns_to(1)
    trends.goes_to(empty)
    trends.types_night(got_into_bed="11pm")
    trends.waits()
    trends.turns_to(3)
    trends.until(lambda: trends.page.reading.idle and not trends.page.reading.behind)
    found = next(stop for stop in stops(trends) if stop.first == empty)
    assert found.row is not None
    assert trends.page.pane.frame.scene.rows[found.row][1] == "11pm to not known"


@pytest.mark.parametrize("picture", ["Calendar", "Nights"])
def test_narrow_window_has_room(trends: Person, picture: str) -> None:
    """At 640 pixels nothing goes beyond the edge, and the picture is as high as its width asks."""
    trends.presses(picture)
    trends.presses("A year")
    trends.window.resize(640, 768)
    chart = trends.page.pane.frame.chart
    trends.until(lambda: chart.width() < 640 and chart.height() >= chart.minimumSizeHint().height())
    pane = trends.page.pane
    trends.until(
        lambda: abs(pane.lines(pane.leaf, pane.numbers, chart.letters_wide) * 0.78 - pane._lines) < 0.01
    )
    assert trends.page.scroller.horizontalScrollBar().maximum() == 0


def test_empty_journal_has_its_sentences(person: Person) -> None:
    """A blank month is no fault, and says so."""
    person.until(lambda: hasattr(person.page, "reading"))
    drawn(person)
    person.presses("Calendar")
    assert person.page.pane.frame.summary.text() == "November 2026. Nothing recorded."
    person.presses("Nights")
    assert person.page.pane.frame.summary.text().startswith("0 of 22 nights recorded.")
    person.presses("A year")
    assert person.page.pane.frame.scene.rows
