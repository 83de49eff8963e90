"""The day: notes, scores, and the bad day."""

import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legjournal.models.diary import DiaryDay

DAY = date(2026, 11, 22)


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight."""
    person.until(lambda: person.page.day.isVisible())
    return person


def stored(person: Person, day: date = DAY) -> DiaryDay:
    """The page of a day as it lies in the file."""
    return person.journal.diary.day(day) or DiaryDay(date=day)


def test_note_is_stored_within_a_second(page: Person) -> None:
    """Whoever stops typing need not leave the box: a second later the note is in the file."""
    page.clicks(page.page.notes.note.editor)
    page.types("A quiet evening.")

    page.until(lambda: stored(page).note == "A quiet evening.", patience=1000)
    assert page.page.notes.note.editor.hasFocus()


def test_note_of_several_lines(page: Person) -> None:
    """Enter makes a new line, and Tab leaves the box and stores."""
    page.page.day.managed.editor.setFocus()
    page.types("Walked to the shop.")
    page.keys(Qt.Key.Key_Return)
    page.types("Slowly.")
    page.keys(Qt.Key.Key_Tab)
    assert not page.page.day.managed.editor.hasFocus()
    page.waits()

    assert stored(page).managed == "Walked to the shop.\nSlowly."
    assert stored(page).note is None


def test_emptied_note_is_not_answered(page: Person) -> None:
    """A note that is deleted again is not answered, and a page with nothing left on it is gone."""
    for words in ("Something.", ""):
        page.page.notes.note.editor.setFocus()
        page.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
        page.keys(Qt.Key.Key_Delete)
        page.types(words)
        page.keys(Qt.Key.Key_Tab)
        page.waits()

    assert page.journal.diary.day(DAY) is None


def test_typing_goes_on_while_the_note_is_stored(page: Person) -> None:
    """A save that comes back while the next words are typed leaves them alone."""
    editor = page.page.notes.note.editor
    editor.setFocus()
    page.types("One")
    page.until(lambda: stored(page).note == "One")
    page.types(" two")
    page.page.notes.note.flush()
    page.types(" three")
    page.waits()

    assert editor.toPlainText() == "One two three"
    page.until(lambda: stored(page).note == "One two three")


def test_another_answer_leaves_the_note_alone(page: Person) -> None:
    """A number pressed while words are on their way neither loses them nor paints over them."""
    editor = page.page.notes.note.editor
    row = page.page.day.rows["mood"]
    editor.setFocus()
    page.types("First words")
    QTest.keyClicks(row.focusProxy(), "4")
    page.page.notes.note.flush()
    editor.setFocus()
    page.types(" and more")
    page.waits()

    assert editor.toPlainText() == "First words and more"
    page.until(lambda: stored(page).note == "First words and more")
    assert stored(page).mood == 4


def test_hostile_note_is_only_text(
    page: Person, hostile: str, open_window: Callable[..., Person], tmp_path: Path
) -> None:
    """Whatever is pasted into the notes stands there letter for letter, is stored so, and comes back so."""
    for box in (page.page.notes.note, page.page.day.managed):
        box.editor.setFocus()
        began = time.monotonic()
        page.pastes(hostile)
        page.keys(Qt.Key.Key_Tab)
        page.window.grab()
        assert time.monotonic() - began < 1
        page.waits()
        assert box.editor.toPlainText() == hostile
    assert (stored(page).note, stored(page).managed) == (hostile, hostile)
    assert page.journal.problems() == []

    path = page.journal.path
    assert page.closes()
    again = open_window(path)
    again.until(lambda: again.page.day.isVisible())
    assert again.page.notes.note.editor.toPlainText() == hostile


def test_scores_of_the_day(page: Person) -> None:
    """Each of the three rows stores its own answer and no other."""
    for name, score in (("effect", 3), ("tiredness", 0), ("mood", 10)):
        page.scores(page.page.day.rows[name], score)

    assert (stored(page).effect, stored(page).tiredness, stored(page).mood) == (3, 0, 10)
    page.scores(page.page.day.rows["mood"], 10)
    assert (stored(page).effect, stored(page).tiredness, stored(page).mood) == (3, 0, None)


def test_the_evening_by_keyboard(page: Person) -> None:
    """What was managed comes first; then three digits with a Tab after each, and the words to press."""
    page.page.day.managed.editor.setFocus()
    page.types("A walk.")
    page.keys(Qt.Key.Key_Tab)
    for digit in "364":
        page.types(digit)
        page.keys(Qt.Key.Key_Tab)
    page.keys(Qt.Key.Key_Space)
    page.waits()

    day = stored(page)
    assert (day.managed, day.effect, day.mood, day.tiredness) == ("A walk.", 3, 6, 4)
    assert day.factors == ["caffeine after midday"]


def test_the_order_of_the_day(page: Person) -> None:
    """What was managed, effect, mood, tiredness, what may have mattered, treatments; notes after it all."""
    page.brings_into_sight(page.page.day)
    parts = page.page.day.parts
    down = sorted(parts, key=lambda name: parts[name].y())
    assert down == [
        name
        for name in ("managed", "effect", "mood", "tiredness", "factors", "medicines", "therapies")
        if name in parts
    ]
    assert page.page.notes.y() > page.page.day.geometry().bottom()


def test_bad_day_in_one_press(page: Person) -> None:
    """One press marks a bad day with the time; everything else stays not answered."""
    page.clicks(page.page.side.bad_day)
    page.waits()

    day = stored(page)
    assert day.bad_day_at == datetime.fromisoformat("2026-11-22T21:14+00:00")
    assert (day.note, day.managed, day.effect, day.mood, day.tiredness) == (None,) * 5
    assert page.page.side.bad_day.isChecked()
    assert "Marked at 9.14pm. Press again to take it back." in page.reads(page.page.side)


def test_bad_day_can_be_taken_back(page: Person) -> None:
    """A second press takes the mark away, and with it the page if nothing else was on it."""
    for _ in range(2):
        page.clicks(page.page.side.bad_day)
        page.waits()

    assert page.journal.diary.day(DAY) is None
    assert not page.page.side.bad_day.isChecked()
    assert "One press counts as an entry. Everything else stays not answered." in page.reads(page.page.side)


def test_bad_day_by_keyboard_on_an_earlier_day(page: Person) -> None:
    """Space on the button marks the day in sight, and the button says which day it means."""
    page.goes_to(date(2026, 11, 20))
    page.until(lambda: page.page.side.bad_day.text() == "Mark this as a bad day")
    page.page.side.bad_day.setFocus()
    page.keys(Qt.Key.Key_Space)
    page.waits()
    page.until(lambda: page.page.side.bad_day.text() == "This was a bad day")

    assert stored(page, date(2026, 11, 20)).bad_day_at is not None
    assert page.journal.diary.day(DAY) is None


def test_bad_day_at_three_in_the_morning(
    open_window: Callable[..., Person], tmp_path: Path, clock: HandClock
) -> None:
    """In the night the press belongs to the evening before and says so with its own time."""
    clock.set(datetime(2026, 11, 23, 3, 5))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    person.until(lambda: person.page.day.isVisible())
    person.clicks(person.page.side.bad_day)
    person.waits()

    assert stored(person).bad_day_at == datetime.fromisoformat("2026-11-23T03:05+00:00")
    assert "Marked at 3.05am. Press again to take it back." in person.reads(person.page.side)


def test_ctrl_b_marks_the_day_and_no_more_is_needed(page: Person) -> None:
    """One key is the whole entry; one number may be added, and what asks for it goes with the answer."""
    page.keys(Qt.Key.Key_B, held=Qt.KeyboardModifier.ControlModifier)
    page.waits()
    assert stored(page).bad_day_at == datetime.fromisoformat("2026-11-22T21:14+00:00")
    assert "Sunday 22 November is marked as a bad day. That is all you need to do." in page.reads()
    side = page.page.side
    assert side.effect.isVisible()

    page.scores(side.effect, 8)
    assert stored(page).effect == 8
    assert not side.effect.isVisible()
    assert page.page.day.rows["effect"].score == 8


def test_ctrl_b_again_keeps_the_time_of_the_first(page: Person, clock: HandClock) -> None:
    """The mark says when the day was first called bad; the key never takes it away."""
    page.journal.diary.record(DAY, bad_day_at=clock.at(DAY, datetime(2026, 11, 22, 15).time()))
    page.keys(Qt.Key.Key_B, held=Qt.KeyboardModifier.ControlModifier)
    page.waits()
    assert stored(page).bad_day_at == datetime.fromisoformat("2026-11-22T15:00+00:00")


def test_the_offer_goes_with_the_day(page: Person) -> None:
    """Whoever turns the page without answering is not asked again."""
    page.clicks(page.page.side.bad_day)
    page.waits()
    assert page.page.side.effect.isVisible()
    page.goes_to(date(2026, 11, 20))
    page.goes_to(DAY)
    assert not page.page.side.effect.isVisible()
    assert stored(page).effect is None


def test_more_than_a_note_can_hold_is_explained(page: Person) -> None:
    """A pasted library is refused in one sentence beside the note, and what stood there stays."""
    note = page.page.notes.note
    note.editor.setFocus()
    page.types("Kept. ")
    QApplication.clipboard().setText("leg " * 250_001)
    page.keys(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert note.message.isVisible()
    assert note.message.text() == (
        "A note can have up to 1,000,000 letters. What goes beyond that is not stored."
    )
    page.keys(Qt.Key.Key_Tab)
    page.waits()
    assert stored(page).note == "Kept. "
    note.editor.setFocus()
    page.types("More.")
    assert not note.message.isVisible()
