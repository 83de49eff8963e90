"""The panel for the night: dim, quiet, done in a few keys."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from legjournal.models.diary import Kind, Side
from ui.night.panel import NightPanel

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def panel(person: Person) -> NightPanel:
    """The panel in sight."""
    shown = person.window.night.panel
    assert shown is not None and shown.isVisible()
    return shown


@pytest.fixture
def sleepless(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path, clock: HandClock
) -> Person:
    """A person who opens their journal at ten past three on Sunday night."""
    clock.set(datetime(2026, 11, 23, 3, 10))
    person = open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"), clock=clock)
    person.until(panel(person).isVisible)
    return person


def test_opening_at_night_shows_one_dim_page(sleepless: Person) -> None:
    """Between 11pm and 5am nothing but the panel is on the screen, and it is dark."""
    assert "3.10am" in sleepless.reads()
    assert "Goes with the night of Sunday to Monday." in sleepless.reads()
    assert not sleepless.window.header.isVisible()
    assert sleepless.window.menuBar().height() == 0
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 40


def test_four_keys_and_it_is_kept(sleepless: Person) -> None:
    """A number, what, where and Enter: filed under the morning, with the time."""
    sleepless.types("7ub")
    sleepless.keys(Qt.Key.Key_Return)
    sleepless.waits()

    [noted] = sleepless.journal.awakenings.in_night(MONDAY)
    assert (noted.score, noted.kind, noted.side) == (7, Kind.URGE, Side.BOTH)
    assert noted.noted_at == datetime.fromisoformat("2026-11-23T03:10+00:00")
    assert (noted.awake_since, noted.had_to_walk_about) == (None, None)
    sleepless.until(
        lambda: "✓ Noted this night\n3.10am: urge to move, both legs, 7 out of 10" in sleepless.reads()
    )


def test_nothing_is_preselected(sleepless: Person) -> None:
    """Enter alone keeps nothing, and says what would be enough."""
    sleepless.keys(Qt.Key.Key_Return)
    sleepless.waits()
    assert sleepless.journal.awakenings.in_night(MONDAY) == []
    assert "Nothing is answered yet. A number for the legs is enough." in sleepless.reads()


def test_awake_since_before_midnight_is_the_evening(sleepless: Person) -> None:
    """Typed at 3.10am, 1140 is the evening that has just been; the answer can also be taken back."""
    shown = panel(sleepless)
    sleepless.clicks(shown.since.entry)
    sleepless.types("1140")
    sleepless.presses("Had to walk about?: Yes")
    sleepless.presses("Had to walk about?: Yes")
    sleepless.presses("Where?: Left")
    sleepless.presses("Keep (Enter)")

    [noted] = sleepless.journal.awakenings.in_night(MONDAY)
    assert noted.awake_since == datetime.fromisoformat("2026-11-22T23:40+00:00")
    assert (noted.side, noted.score, noted.had_to_walk_about) == (Side.LEFT, None, None)


def test_a_time_that_is_none_is_explained_and_nothing_is_lost(sleepless: Person) -> None:
    """What is typed stays, what else was answered stays, and nothing is stored yet."""
    shown = panel(sleepless)
    sleepless.types("5")
    sleepless.clicks(shown.since.entry)
    sleepless.types("ages <b>")
    sleepless.keys(Qt.Key.Key_Return)
    sleepless.waits()
    assert sleepless.journal.awakenings.in_night(MONDAY) == []
    assert shown.since.message.text() == "This is not a time of day. Try 2.40am or 0240."
    assert (shown.since.entry.text(), shown.score.score) == ("ages <b>", 5)


def test_escape_brings_the_window_back(sleepless: Person) -> None:
    """The header, the menus, the chosen theme, and the whole page of the day."""
    sleepless.keys(Qt.Key.Key_Escape)
    assert sleepless.window.night.panel is None
    assert sleepless.window.header.isVisible() and sleepless.window.menuBar().height() > 0
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() > 200
    sleepless.until(lambda: sleepless.page.legs.isVisible())
    assert sleepless.window.day == SUNDAY


def test_a_shortcut_shows_it_at_any_hour(sample: Person) -> None:
    """Ctrl, Shift and N; the hour after midday belongs to the coming night."""
    sample.keys(Qt.Key.Key_N, held=CTRL_SHIFT)
    assert "Goes with the night of Sunday to Monday." in sample.reads(panel(sample))


def test_a_note_can_be_taken_back_at_night(sleepless: Person) -> None:
    """Ctrl and Z works in front of the panel, and turns to a day that has come."""
    sleepless.types("7")
    sleepless.keys(Qt.Key.Key_Return)
    sleepless.waits()
    sleepless.keys(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    sleepless.waits()
    assert sleepless.journal.awakenings.in_night(MONDAY) == []
    assert sleepless.window.day == SUNDAY


def test_it_can_be_kept_from_coming_by_itself(
    open_window: Callable[..., Person], sample_file: Path, tmp_path: Path, clock: HandClock
) -> None:
    """Whoever does not want it unasked takes the tick away in the menu; that is remembered."""
    person = open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"), clock=clock)
    [by_itself] = [
        action for action in person.window.menus.children() if "11pm" in getattr(action, "text", str)()
    ]
    by_itself.trigger()
    person.window.close()
    clock.set(datetime(2026, 11, 23, 3, 10))
    again = open_window(tmp_path / "journal.legjournal", clock=clock)
    assert again.window.night.panel is None


def test_a_first_journal_is_not_begun_in_the_dark(person: Person) -> None:
    """With nothing written yet, the page of the day is what one sees."""
    assert person.journal.diary.is_blank()
    assert person.window.night.panel is None


def test_help_is_one_press_away(sleepless: Person) -> None:
    """From the panel too, the page that says when to get help."""
    sleepless.presses("When to get help")
    assert sleepless.window.night.panel is None
    assert sleepless.window.header.current == 3


def test_in_the_morning_it_is_read_on_the_page(sleepless: Person, clock: HandClock) -> None:
    """The card of that night has a line for it, which can be removed; undo brings it back."""
    sleepless.types("7ub")
    sleepless.keys(Qt.Key.Key_Return)
    sleepless.waits()
    sleepless.keys(Qt.Key.Key_Escape)
    clock.set(datetime(2026, 11, 23, 8, 0))
    sleepless.sitting.look_round()
    card = sleepless.page.night
    line = "3.10am: urge to move, both legs, 7 out of 10"
    assert line in sleepless.reads(card)

    sleepless.presses(f"Remove what was noted at {line}")
    assert line not in sleepless.reads(card)
    sleepless.keys(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    sleepless.until(lambda: line in sleepless.reads(card))
