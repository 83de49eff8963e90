"""The body over a period: its days, two periods side by side, with the keyboard and as a table."""

from datetime import date, timedelta
from functools import partial

import pytest
from person import Person
from PySide6.QtCore import QDate, Qt

from legjournal.models.diary import Side
from legjournal.trends.hurting import read_legs
from legjournal.trends.in_report import chosen_charts, leave_out
from legjournal.trends.period import Period
from ui.tabs import TRENDS
from ui.trends.body_pane import BodyPane

TODAY = date(2026, 11, 22)


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return TRENDS


@pytest.fixture
def body(sample: Person) -> BodyPane:
    """The picture of somebody with sixty days behind them."""
    sample.until(lambda: hasattr(sample.page, "reading"))
    sample.until(lambda: sample.page.reading.idle and sample.page.reading.numbers.complete)
    sample.presses("Body")
    pane: BodyPane = sample.page.pane
    sample.until(lambda: pane.is_drawn)
    return pane


def test_places_are_those_of_the_journal(sample: Person, body: BodyPane) -> None:
    """Eight weeks up to today, a row a place with the days the journal has."""
    [legs] = read_legs(sample.journal, [Period(TODAY - timedelta(days=55), TODAY)])
    assert body.frame.aside.text() == "28 September to 22 November 2026"
    days = sorted(hurt.days for hurt in legs.places.values())
    assert sorted(int(row[1].split()[0]) for row in body.frame.scene.rows) == days
    assert body.frame.scene.stops


def test_the_time_before_stands_beside_it(sample: Person, body: BodyPane) -> None:
    """As long as the other, and ending the day before it."""
    sample.presses("2 weeks")
    sample.presses("Beside the same time before")
    sample.until(lambda: body.is_drawn)
    assert body.frame.aside.text() == "26 October to 8 November 2026 and 9 November to 22 November 2026"
    assert len(body.frame.scene.header) == 5


def test_two_chosen_periods(sample: Person, body: BodyPane) -> None:
    """The other days are typed or picked, and are offered only when they are wanted; they are kept."""
    assert not body.beside.first.isVisible()
    sample.presses("Beside other days")
    assert body.beside.first.isVisible()
    body.beside.first.setDate(QDate(2026, 10, 1))
    body.beside.last.setDate(QDate(2026, 10, 7))
    sample.until(lambda: body.is_drawn)
    assert body.frame.aside.text().endswith("and 1 October to 7 October 2026")
    sample.page.flush()
    assert sample.window._settings.picture_choice("body/beside") == "own 2026-10-01 2026-10-07"


def test_periods_are_moved(sample: Person, body: BodyPane) -> None:
    """Earlier by half, and up to today again; Shift and an arrow does it from the picture."""
    sample.presses("2 weeks")
    sample.presses("◀ Earlier")
    sample.until(lambda: body.is_drawn)
    assert body.frame.aside.text() == "2 November to 15 November 2026"
    sample.presses("Up to today")
    sample.page.take_focus()
    sample.keys(Qt.Key.Key_Left, held=Qt.KeyboardModifier.ShiftModifier)
    sample.until(lambda: body.is_drawn)
    assert body.frame.aside.text() != "9 November to 22 November 2026"


def test_the_cursor_says_a_place_and_the_table_begins_with_the_first(sample: Person, body: BodyPane) -> None:
    """What an arrow reaches is said with its days; the table has number 1 on top."""
    sample.page.take_focus()
    sample.keys(Qt.Key.Key_Home)
    assert "Hurt on: " in body.frame.said.text()
    sample.presses("Table")
    assert body.frame.table.model().index(0, 0).data().startswith("1, ")


def test_a_place_marked_meanwhile_is_drawn(sample: Person, body: BodyPane) -> None:
    """What is marked in the diary is there on coming back."""
    assert not any(row[0].endswith("Right shin") for row in body.frame.scene.rows)
    sample.turns_to(1)
    sample.until(lambda: sample.page.legs.isVisible())
    sample.marks_place(Side.RIGHT, "shin", "6")
    sample.turns_to(3)
    sample.until(lambda: any(row[0].endswith("Right shin") for row in body.frame.scene.rows))


def test_narrow_window_has_one_below_the_other(sample: Person, body: BodyPane) -> None:
    """At 640 pixels two bodies stand one below the other, and nothing goes beyond the edge."""
    sample.presses("Beside the same time before")
    sample.until(lambda: body.is_drawn)
    sample.window.resize(640, 768)
    tall = 60 * body.frame.fontMetrics().height()
    sample.until(lambda: body.frame.chart.width() < 640 and body.frame.chart.height() > 0.7 * tall)
    assert sample.page.scroller.horizontalScrollBar().maximum() == 0


def test_empty_journal_has_a_sentence(person: Person) -> None:
    """A body without a mark, and the words for it."""
    person.until(lambda: hasattr(person.page, "reading"))
    person.until(lambda: person.page.reading.idle and person.page.reading.numbers.complete)
    person.presses("Body")
    person.until(lambda: person.page.pane.is_drawn)
    assert person.page.pane.frame.summary.text().endswith(": no pain was written down.")


def test_the_tick_for_the_report_is_the_journals(sample: Person, body: BodyPane) -> None:
    """Ticked here it is stored; taken out elsewhere the box is empty again."""
    assert not body.frame.in_report.isChecked()
    body.frame.in_report.click()
    sample.waits()
    assert [chart.chart for chart in chosen_charts(sample.journal.preferences)] == ["body"]
    sample.sitting.runner.run(partial(leave_out, sample.journal.preferences, "body"))
    sample.until(lambda: not body.frame.in_report.isChecked())
