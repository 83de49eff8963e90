"""Undo and redo at the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def press(person, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Press a key where the keyboard is, and wait until the window is done."""
    QTest.keyClick(person.focused, *key)
    person.waits()


def test_ctrl_z_takes_back_scores_and_answers(person) -> None:
    """A score and a time of the night go and come back, on the page as in the file."""
    person.types_night(got_into_bed="10.30pm", wakings="3")
    person.scores(person.page.day.rows["mood"], 4)

    press(person, UNDO)
    assert person.page.day.rows["mood"].score is None
    press(person, UNDO)
    assert person.page.night.fields["wakings"].entry.text() == ""
    press(person, REDO)
    assert person.page.night.fields["wakings"].entry.text() == "3"
    press(person, REDO)
    assert person.page.day.rows["mood"].score == 4


def test_undo_and_redo_say_what_they_did(person) -> None:
    """Also when there was nothing to do; what was said before is not left standing."""
    press(person, UNDO)
    assert person.reads(person.window.banner)[0] == "There is nothing to take back."
    person.scores(person.page.day.rows["mood"], 4)
    person.window.banner.say("1 entry was brought in. Undo takes all of it back.")
    press(person, UNDO)
    assert person.reads(person.window.banner)[0] == "Taken back. Ctrl, Shift and Z does it again."
    press(person, REDO)
    assert person.reads(person.window.banner)[0] == "Done again. Ctrl and Z takes it back."
    press(person, REDO)
    assert person.reads(person.window.banner)[0] == "There is nothing to do again."


def test_a_field_undoes_its_own_typing_first(person) -> None:
    """Ctrl+Z in a field takes back what is being typed there, and only then what the journal has."""
    person.scores(person.page.day.rows["mood"], 4)
    entry = person.page.night.fields["wakings"].entry
    entry.setFocus()
    QTest.keyClicks(entry, "12")

    press(person, UNDO)
    assert entry.text() == ""
    assert person.page.day.rows["mood"].score == 4
    person.qtbot.waitUntil(lambda: not entry.isUndoAvailable())
    press(person, UNDO)
    assert person.page.day.rows["mood"].score is None


def test_undo_follows_to_the_day_it_changed(person) -> None:
    """What is taken back on another day is shown there."""
    today = person.window.day
    person.scores(person.page.day.rows["mood"], 4)
    QTest.keyClick(person.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert person.window.day != today

    press(person, UNDO)
    assert person.window.day == today
    assert person.page.day.rows["mood"].score is None


def test_the_urge_taken_back_leaves_nothing(person) -> None:
    """A second press on the urge's number leaves no empty symptom, and the day is not counted as recorded."""
    urge = person.page.legs.urge.scores
    person.scores(urge, 7)
    person.scores(urge, 7)

    assert urge.score is None
    assert person.journal.symptoms.on(person.window.day) == []
    press(person, UNDO)
    assert urge.score == 7


def test_a_note_has_one_undo(person) -> None:
    """What was typed into a note goes with one press; the next goes on to what was done before it."""
    person.scores(person.page.day.rows["mood"], 4)
    editor = person.page.notes.note.editor
    person.brings_into_sight(editor)
    editor.setFocus()
    QTest.keyClicks(editor, "A quiet")
    person.until(lambda: person.journal.diary.day(person.window.day).note)
    QTest.keyClicks(editor, " day")

    press(person, UNDO)
    assert editor.toPlainText() == ""
    press(person, UNDO)
    assert editor.toPlainText() == ""
    assert person.page.day.rows["mood"].score is None
    press(person, REDO)
    press(person, REDO)
    assert editor.toPlainText() == "A quiet day"
