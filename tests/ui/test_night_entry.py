"""A whole morning's entry, and what is told of a night beside its times and numbers."""

import time
from collections.abc import Callable
from datetime import date, datetime

import pytest
from person import NIGHT, Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton

from legjournal.models.nights import Night
from ui.widgets.clock_field import ClockEntry

DAY = date(2026, 11, 22)
MOST_KEYS = 30


def stored(person: Person) -> Night:
    """The night as it lies in the file."""
    return person.journal.nights.ending_on(DAY) or Night(date=DAY)


def test_a_whole_night_takes_thirty_keys(person: Person) -> None:
    """From the field the window opens in, Tab leads through every answer of the night and nothing else."""
    answers = ["1030", "11", "45", "3", "2", "60", "630", "15", "7", "6", "y"]
    assert person.focused is person.night["got_into_bed"].entry
    person.types(answers[0])
    for answer in answers[1:]:
        person.keys(Qt.Key.Key_Tab)
        person.types(answer)
    person.waits()

    assert sum(map(len, answers)) + len(answers) - 1 <= MOST_KEYS
    night = stored(person)
    at = datetime.fromisoformat
    assert (night.got_into_bed, night.tried_to_sleep) == (
        at("2026-11-21T22:30+00:00"),
        at("2026-11-21T23:00+00:00"),
    )
    assert (night.final_waking, night.got_out_of_bed) == (
        at("2026-11-22T06:30+00:00"),
        at("2026-11-22T07:00+00:00"),
    )
    assert (night.minutes_to_fall_asleep, night.wakings, night.woken_by_legs) == (45, 3, 2)
    assert (night.minutes_awake, night.minutes_trying_to_sleep_again) == (60, 15)
    assert (night.quality, night.had_to_walk_about, night.note) == (6, True, None)


@pytest.mark.parametrize(
    ("name", "typed", "reading"),
    [
        ("got_into_bed", "10", "10pm"),
        ("got_into_bed", "2230", "10.30pm"),
        ("got_into_bed", "ten to eleven", "10.50pm"),
        ("final_waking", "half six", "6.30am"),
        ("final_waking", "6.30am", ""),
        ("final_waking", "6.30AM", ""),
        ("final_waking", "late", ""),
    ],
)
def test_how_a_time_is_read_is_seen_while_typing(person: Person, name: str, typed: str, reading: str) -> None:
    """The likely half of the day stands at the end of the field before one leaves it, and is read aloud."""
    entry = person.night[name].entry
    assert isinstance(entry, ClockEntry)
    entry.setFocus()
    person.types(typed)
    assert (entry.reading, entry.accessibleDescription()) == (reading, reading)
    empty = entry.grab().toImage()
    entry.reading = ""
    assert (entry.grab().toImage() != empty) == bool(reading)

    person.keys(Qt.Key.Key_Tab)
    assert entry.reading == ""


def test_arrows_begin_nothing(person: Person) -> None:
    """In an empty field the arrows do nothing: an answer begins with the person."""
    person.keys(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    person.waits()

    assert person.night["got_into_bed"].entry.text() == ""
    assert stored(person).rev == 0


def test_yes_no_and_not_answered(person: Person) -> None:
    """Y and N answer, Backspace or a second press takes the answer back, and nothing is preselected."""
    row = person.page.night.walked
    assert (row.answer, row.accessibleDescription()) == (None, "not answered")
    row.setFocus()
    for key, answer in ((Qt.Key.Key_Y, True), (Qt.Key.Key_N, False), (Qt.Key.Key_Backspace, None)):
        person.keys(key)
        person.waits()
        assert (row.answer, stored(person).had_to_walk_about) == (answer, answer)
    yes, no = "Had to walk about?: Yes", "Had to walk about?: No"
    for press, answer in ((yes, True), (no, False), (no, None)):
        person.presses(press, row)
        assert (row.answer, stored(person).had_to_walk_about) == (answer, answer)
    names = [button.accessibleName() for button in row.findChildren(QPushButton)]
    assert names == ["Had to walk about?: Yes", "Had to walk about?: No"]


def test_yes_is_taken_back_by_undo(person: Person) -> None:
    """Undo shows the question as it was before."""
    row = person.page.night.walked
    row.setFocus()
    person.types("y")
    person.waits()
    person.chooses_in_menu("Undo")
    person.waits()

    assert (row.answer, stored(person).had_to_walk_about) == (None, None)


def test_note_on_the_night(person: Person) -> None:
    """It is folded away until asked for, stored as typed, and in sight on the days that have one."""
    note = person.page.night.rest.note
    assert not note.isVisible()
    person.presses("Note on the night")
    person.types_into(note.editor, "Cramp at 3am. <b>Stretching</b> helped.")
    assert stored(person).note == "Cramp at 3am. <b>Stretching</b> helped."

    person.goes_to(date(2026, 11, 21))
    assert not note.isVisible()
    person.goes_to(DAY)
    assert note.isVisible()
    assert note.editor.toPlainText() == "Cramp at 3am. <b>Stretching</b> helped."


def test_how_the_figures_are_worked_out(person: Person) -> None:
    """The formula is in the tool tip, for a screen reader, and unfolds by a button."""
    person.types_night(**NIGHT)
    card = person.page.night
    assert "Time in bed = got up − got into bed." in card.figures.accessibleDescription()
    assert not card.rest.formula.isVisible()

    person.presses("How is this worked out?")
    assert card.rest.formula.isVisible()
    assert "Asleep while in bed = time asleep ÷ time in bed." in card.rest.formula.text()
    person.presses("How is this worked out?")
    assert not card.rest.formula.isVisible()


def test_a_night_without_sleep(person: Person) -> None:
    """One press records that nobody slept: 0 minutes, which is an answer, and one undo takes it back."""
    person.types_night(got_into_bed="10.30pm", tried_to_sleep="11pm", wakings="2", got_out_of_bed="7am")
    person.presses("I did not sleep")
    night = stored(person)
    assert (night.minutes_to_fall_asleep, night.wakings, night.final_waking) == (480, None, None)
    assert person.reads(person.page.night.figures) == [
        "0 minutes",
        "asleep",
        "8 hours 30 minutes",
        "in bed",
        "0%",
        "asleep while in bed",
    ]

    person.chooses_in_menu("Undo")
    person.waits()
    assert (stored(person).minutes_to_fall_asleep, stored(person).wakings) == (None, 2)
    assert person.night["wakings"].entry.text() == "2"


def test_what_a_night_without_sleep_needs_first(person: Person) -> None:
    """Without the times it is of, the first that is missing is asked for, and the keyboard is put there."""
    person.types_night(got_out_of_bed="7am")
    person.presses("I did not sleep")

    field = person.night["tried_to_sleep"]
    assert person.focused is field.entry
    assert field.message.text() == "Please write this time first, then press “I did not sleep” again."
    person.types("11")
    person.presses("I did not sleep")
    assert stored(person).minutes_to_fall_asleep == 480
    assert not field.message.isVisible()


def test_a_pasted_picture_is_no_answer(person: Person) -> None:
    """A picture on the clipboard leaves every field and the note as they were."""
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(picture)
    person.presses("Note on the night")
    for editor in (*(field.entry for field in person.night.values()), person.page.night.rest.note.editor):
        editor.setFocus()
        person.keys(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
        person.keys(Qt.Key.Key_Tab)
    person.waits()

    assert stored(person).rev == 0
    assert person.journal.drafts.under("night/") == {}
    assert not any(field.entry.text() for field in person.night.values())


def test_hostile_note_is_only_text(person: Person, hostile: str, open_window: Callable[..., Person]) -> None:
    """Whatever is pasted into the note is stored and shown letter for letter, also after a restart."""
    person.presses("Note on the night")
    person.page.night.rest.note.editor.setFocus()
    began = time.monotonic()
    person.pastes(hostile)
    person.keys(Qt.Key.Key_Tab)
    person.window.grab()
    assert time.monotonic() - began < 1
    person.waits()
    assert stored(person).note == hostile

    path = person.journal.path
    assert person.closes()
    again = open_window(path)
    assert again.page.night.rest.note.editor.toPlainText() == hostile
