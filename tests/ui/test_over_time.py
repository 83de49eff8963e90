"""The chart over time by keys, pointer and buttons, and what can be taken along of it."""

import csv
import io
import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from trends_steps import drawn, frame, table

from legjournal import phrases
from legjournal.charts.recorded import Series
from legjournal.charts.scene import Stop
from legjournal.trends.in_report import chosen_charts
from legjournal.trends.period import Period
from ui.opening.claim import lock_beside
from ui.tabs import DIARY, TRENDS
from ui.trends.chart_frame import ChartFrame

DAY = date(2026, 11, 22)
NOTHING, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return TRENDS


@pytest.fixture
def trends(sample: Person) -> Person:
    """A person with sixty days behind them, in front of the chart with the keyboard on it."""
    sample.turns_to(3)
    drawn(sample)
    frame(sample).chart.setFocus()
    return sample


def period(person: Person) -> Period:
    """The days in sight."""
    found: Period = person.page.pane.view.period
    return found


def middle(person: Person, stop: Stop) -> QPoint:
    """A point on a stop."""
    return frame(person).chart.place_of(stop).center().toPoint()


def wheel(person: Person, notches: int, held: Qt.KeyboardModifier) -> QWheelEvent:
    """Turn the wheel over the middle of the chart."""
    chart = frame(person).chart
    at = QPointF(chart.width() / 2, 60)
    turned = QWheelEvent(
        at,
        chart.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, turned)
    return turned


def test_arrow_keys_say_each_day(trends: Person) -> None:
    """The first key goes to today; each day is said with the numbers that its row of the table has."""
    trends.keys(Qt.Key.Key_Left)
    assert frame(trends).said.text().startswith("Sunday 22 November 2026.")
    trends.keys(Qt.Key.Key_Left, Qt.Key.Key_Left)
    said = frame(trends).said.text()
    assert said.startswith("Friday 20 November 2026.")

    header, rows = table(trends)
    [row] = [row for row in rows if row[0] == "20 November 2026"]
    for head, cell in zip(header[1:], row[1:], strict=True):
        assert (f"{head[0].upper()}{head[1:]}: {cell}." in said) == bool(cell)


def test_home_end_and_far_keys(trends: Person) -> None:
    """They go to the first day, the last, and ten days at once."""
    chart = frame(trends).chart
    for key, day in (
        (Qt.Key.Key_Home, period(trends).first),
        (Qt.Key.Key_PageDown, period(trends).first + timedelta(days=10)),
        (Qt.Key.Key_End, DAY),
        (Qt.Key.Key_Right, DAY),
        (Qt.Key.Key_PageUp, DAY - timedelta(days=10)),
    ):
        trends.keys(key)
        assert chart.cursor_stop is not None and chart.cursor_stop.first == day


def test_the_persons_own_words_are_shown(trends: Person) -> None:
    """What was written on the day stands below its numbers, exactly as it was typed."""
    trends.journal.diary.record(DAY, managed="Walked <b>far</b> & back")
    trends.keys(Qt.Key.Key_End)
    trends.until(lambda: frame(trends).own.text())
    assert frame(trends).own.text() == "You wrote: Walked <b>far</b> & back"
    trends.keys(Qt.Key.Key_Home)
    assert frame(trends).own.text() == ""


def test_enter_opens_the_day(trends: Person) -> None:
    """The day the cursor is on is turned to."""
    trends.keys(Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)
    trends.waits()
    assert trends.window.day == DAY - timedelta(days=2)
    assert trends.window.header.current == DIARY


def test_hover_and_click(trends: Person) -> None:
    """The pointer says a day as the keys do; a click opens it; away from the chart nothing is said."""
    chart = frame(trends).chart
    stop = chart.scene.stops[-4]
    QTest.mouseMove(chart, middle(trends, stop))
    trends.until(lambda: frame(trends).said.text().startswith("Thursday 19 November 2026."))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(trends, stop))
    trends.waits()
    assert trends.window.day == stop.first


def test_keys_move_and_zoom(trends: Person) -> None:
    """Shift and an arrow moves, + and - show fewer and more days; nothing goes beyond today."""
    trends.keys(Qt.Key.Key_Right, held=SHIFT)
    assert period(trends).last == DAY
    trends.keys(Qt.Key.Key_Plus)
    assert len(period(trends)) == 35
    trends.keys(Qt.Key.Key_Left, held=SHIFT)
    assert len(period(trends)) == 35 and period(trends).last < DAY
    trends.keys(Qt.Key.Key_Minus)
    assert len(period(trends)) == 56


def test_buttons_move_and_zoom(trends: Person) -> None:
    """Each way has a button, which is closed where there is nothing further."""
    assert not trends.button("Later days").isEnabled()
    trends.presses("2 weeks")
    assert not trends.button("Fewer days at once").isEnabled()
    trends.presses("Earlier days")
    assert period(trends).last == DAY - timedelta(days=7)
    trends.presses("Up to today")
    assert period(trends).last == DAY
    trends.presses("Everything")
    assert not trends.button("Earlier days").isEnabled()
    assert not trends.button("More days at once").isEnabled()


def test_dragging_moves_and_opens_nothing(trends: Person) -> None:
    """The days go with the hand, and letting go is no click."""
    trends.presses("2 weeks")
    chart = frame(trends).chart
    at = QPoint(chart.width() // 2, 60)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=at)
    for n in range(1, 6):
        QTest.mouseMove(chart, at + QPoint(n * chart.width() // 14, 0))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=at)
    assert DAY - timedelta(days=7) <= period(trends).last <= DAY - timedelta(days=3)
    assert trends.window.header.current == TRENDS


def test_the_wheel_zooms_only_with_ctrl(trends: Person) -> None:
    """Alone it scrolls the page; with Ctrl it draws closer around the pointer."""
    turned = wheel(trends, 1, NOTHING)
    assert not turned.isAccepted()
    assert len(period(trends)) == 56
    wheel(trends, 1, Qt.KeyboardModifier.ControlModifier)
    assert len(period(trends)) == 35
    assert period(trends).first > DAY - timedelta(days=55)
    assert period(trends).last < DAY


def test_a_point_of_many_days_is_looked_at_more_closely(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path
) -> None:
    """On a narrow window a point is a week; Enter shows its days instead of guessing one of them."""
    person = open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"), text_size=200)
    person.window.resize(640, 900)
    person.turns_to(3)
    drawn(person)
    frame(person).chart.setFocus()
    person.keys(Qt.Key.Key_End)
    stop = frame(person).chart.cursor_stop
    assert (stop.first, stop.last) == (DAY - timedelta(days=6), DAY)
    assert ", of " in frame(person).said.text()
    person.keys(Qt.Key.Key_Return)
    assert period(person) == Period(DAY - timedelta(days=13), DAY)
    assert person.window.header.current == TRENDS


def test_lines_are_chosen_and_the_view_remembered(trends: Person) -> None:
    """What is ticked and how many days are in sight is there again in the next window."""
    trends.page.pane.lines.boxes[Series.URGE].click()
    trends.page.pane.lines.boxes[Series.EFFECT].click()
    trends.presses("2 weeks")
    trends.presses("Earlier days")
    before = period(trends)
    assert "urge to move" not in table(trends)[0]
    assert "effect on the day" in table(trends)[0]
    trends.sitting.tabs.read_anew()
    drawn(trends)

    assert period(trends) == before
    assert "urge to move" not in table(trends)[0]
    assert "effect on the day" in table(trends)[0]


def test_a_view_that_makes_no_sense_is_the_usual_one(trends: Person) -> None:
    """Whatever stands in the settings' file, the chart is drawn."""
    for written in ("many", "56 yesterday", "-3 2026-01-01", "99999999 "):
        trends.page.pane.settings.choose_of_picture("over-time/view", written)
        trends.page.pane._numbers = None
        trends.page.pane.show_numbers(trends.page.reading.numbers)
        assert len(period(trends)) in (14, 56, 60)


def test_the_picture_is_copied(trends: Person) -> None:
    """In the clipboard it is twice as large as on the screen, on white, whatever the theme."""
    trends.window.menus.theme_chosen.emit("night")
    trends.presses("Copy picture")
    image = QApplication.clipboard().image()
    assert image.width() == pytest.approx(2 * frame(trends).chart.scene.width, abs=2)
    assert image.pixelColor(3, image.height() - 3) == QColor("white")
    assert frame(trends).note.text() == "The picture is copied. You can paste it into a letter or an email."


@pytest.mark.parametrize("kind", ["svg", "png", "csv"])
def test_saved_as_a_file(trends: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """As a drawing, a picture or numbers: what is on the screen, readable by its owner only."""
    path = tmp_path / f"chart.{kind}"
    monkeypatch.setattr(ChartFrame, "ask_path", lambda *_: path)
    trends.presses("Save this chart…")
    trends.until(lambda: frame(trends).note.text() == f"Saved as chart.{kind}.")

    scene = frame(trends).chart.scene
    assert path.stat().st_mode & 0o777 == 0o600
    match kind:
        case "svg":
            drawing = ET.parse(path).getroot()
            assert drawing.findtext("{http://www.w3.org/2000/svg}desc") == scene.summary
        case "png":
            assert QImage(str(path)).width() > 1000
        case "csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            assert [tuple(row) for row in rows] == [scene.header, *scene.rows]


def test_a_folder_that_takes_nothing_is_said(
    trends: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence stands below the chart, and nothing else has happened."""
    monkeypatch.setattr(ChartFrame, "ask_path", lambda *_: tmp_path / "gone" / "chart.svg")
    trends.presses("Save this chart…")
    trends.until(lambda: frame(trends).note.text())
    assert "Saved" not in frame(trends).note.text()


def test_in_the_report_by_one_tick(trends: Person) -> None:
    """The journal has the chart down as it is set, follows a change of it, and lets go of it again."""
    trends.keys(Qt.Key.Key_Plus)
    frame(trends).in_report.click()
    trends.waits()
    [chosen] = chosen_charts(trends.journal.preferences)
    assert (chosen.chart, chosen.settings["days"], chosen.settings["last"]) == ("over-time", 35, "2026-11-12")
    trends.presses("8 weeks")
    trends.turns_to(1)
    trends.waits()
    [chosen] = chosen_charts(trends.journal.preferences)
    assert chosen.settings["days"] == 56
    assert json.dumps(chosen.settings["lines"])
    trends.turns_to(3)
    assert frame(trends).in_report.isChecked()
    frame(trends).in_report.click()
    trends.waits()
    assert chosen_charts(trends.journal.preferences) == ()


def test_a_journal_to_read_only(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path
) -> None:
    """The chart is drawn and moved, and only the tick for the report is closed."""
    path = Path(shutil.copy(sample_file, tmp_path / "journal.legjournal"))
    lock_beside(path).write_text("4242\nlegjournal\nANNA-LAPTOP\n0123\n4567\n")
    person = open_window(path)
    person.presses("Open it to read only")
    person.until(lambda: getattr(person.page, "reading", None))
    drawn(person)
    person.presses("2 weeks")
    assert person.journal.read_only
    assert len(period(person)) == 14
    assert not frame(person).in_report.isEnabled()
    assert frame(person).save.isEnabled()


def test_a_new_entry_is_read_alone(trends: Person) -> None:
    """After an entry the days that it was not about are the very same objects as before."""
    before = trends.page.reading.numbers
    day = DAY - timedelta(days=3)
    trends.sitting.runner.run(lambda: trends.journal.diary.record(day, effect=9))
    trends.until(lambda: trends.page.reading.numbers is not before and trends.page.reading.idle)
    after = trends.page.reading.numbers

    same = [known for known in before.facts.days if known != day]
    assert all(after.facts.days[known] is before.facts.days[known] for known in same)
    assert after.facts.days[day].effect == 9
    assert phrases.day(day) in [row[0] for row in table(trends)[1]]


def test_the_focus_is_never_left_on_a_closed_way(trends: Person) -> None:
    """Going earlier by keyboard until there is nothing earlier leaves the keyboard on a button in sight."""
    earlier = trends.button("Earlier days")
    earlier.setFocus()
    while earlier.isEnabled():
        trends.keys(Qt.Key.Key_Space)
    assert trends.focused.isEnabled() and trends.focused.isVisible()
    assert trends.page.isAncestorOf(trends.focused)
