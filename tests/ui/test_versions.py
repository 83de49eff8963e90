"""Earlier versions in the window: looked at, brought back, erased for good."""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.storage.engine import connect
from legjournal.storage.thinning import Reason
from ui.versions.dialog import VersionsDialog
from ui.versions.erase_dialog import EraseDialog

SECRET = "a sentence nobody else may ever read"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def diarist(open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, clock: HandClock) -> Person:
    """A person with an empty journal and a clock that can be set."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    return open_window(path, clock=clock)


def later(clock: HandClock, minutes: int = 10) -> None:
    """Let some time go by."""
    clock.set(clock.now() + timedelta(minutes=minutes))


def press(person: Person, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press a key in the window, which has to come back to the front where a dialog was closed."""
    person.window.activateWindow()
    person.until(person.window.isActiveWindow)
    QTest.keyClick(person.window, key, held)


def opens(person: Person) -> VersionsDialog:
    """Press Ctrl+Shift+H and wait for the entries."""
    press(person, Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    [dialog] = [found for found in person.window.findChildren(VersionsDialog) if found.isVisible()]
    nothing = "Nothing was ever written"
    person.until(lambda: dialog.entries.count() or nothing in " ".join(person.reads(dialog)))
    return dialog


def listed(widget: QListWidget) -> list[str]:
    """The lines of a list."""
    return [widget.item(row).text() for row in range(widget.count())]


def asked(person: Person, dialog: VersionsDialog) -> EraseDialog:
    """Press Erase and wait for the question."""
    person.presses("Erase this entry for good…", dialog)
    person.until(lambda: dialog.findChild(EraseDialog))
    question = dialog.findChild(EraseDialog)
    assert question is not None
    person.until(question.isVisible)
    return question


def test_what_a_night_was_before(diarist: Person, clock: HandClock) -> None:
    """The keyboard goes from the entry to its versions; what changed is marked in words and with an arrow."""
    diarist.types_night(wakings="3", minutes_awake="20")
    later(clock)
    diarist.types_night(wakings="2")
    diarist.scores(diarist.page.night.quality, 4)
    dialog = opens(diarist)

    assert listed(dialog.entries) == ["Last night\n4 versions"]
    assert listed(dialog.versions)[:2] == ["Now, written 22 November, 9.24pm", "22 November, 9.24pm"]
    assert "→ How the sleep was: 4 out of 10\n    new" in dialog.text.toPlainText()
    assert not dialog.bring_back.isEnabled()
    dialog.versions.setFocus()
    QTest.keyClick(dialog.versions, Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == ("→ Times awake: 2\n    before: 3\nMinutes awake in the night: 20")
    assert dialog.bring_back.isEnabled()


def test_a_version_is_brought_back_and_the_page_shows_it(diarist: Person, clock: HandClock) -> None:
    """One press; the page behind follows, and one undo takes it away again."""
    mood = diarist.page.day.rows["mood"]
    diarist.scores(mood, 4)
    later(clock)
    diarist.scores(mood, 9)
    dialog = opens(diarist)
    dialog.versions.setFocus()
    QTest.keyClick(dialog.versions, Qt.Key.Key_Down)

    diarist.presses("Bring this version back", dialog)
    diarist.until(lambda: mood.score == 4)
    diarist.until(lambda: dialog.versions.count() == 3)
    diarist.until(lambda: "This version is back. Undo takes it away again." in diarist.reads(dialog))
    diarist.presses("Close", dialog)
    press(diarist, Qt.Key.Key_Z, CTRL)
    diarist.waits()
    diarist.until(lambda: mood.score == 9)


def test_a_deleted_place_comes_back(diarist: Person) -> None:
    """It is in the list, said to be deleted, and what it was is chosen already."""
    diarist.marks_place(Side.LEFT, "front-of-thigh", "6")
    diarist.presses("Remove Left front of thigh, pain")
    dialog = opens(diarist)
    assert listed(dialog.entries) == ["Left front of thigh, pain\nDeleted, 2 versions"]
    assert listed(dialog.versions)[0] == "Deleted 22 November, 9.14pm"
    assert "How strong: 6 out of 10" in dialog.text.toPlainText()
    QTest.keyClick(dialog.versions, Qt.Key.Key_Up)
    assert dialog.text.toPlainText().startswith("The entry was deleted here.")
    QTest.keyClick(dialog.versions, Qt.Key.Key_Down)

    diarist.presses("Bring this version back", dialog)
    diarist.until(lambda: diarist.journal.symptoms.on(diarist.window.day))
    diarist.until(lambda: listed(dialog.entries) == ["Left front of thigh, pain\n3 versions"])
    dialog.reject()
    diarist.until(lambda: "Left front of thigh" in diarist.reads(diarist.page))


def test_what_has_no_day(diarist: Person, clock: HandClock) -> None:
    """The other choice shows appointments and medicines; both choices say so when there is nothing."""
    dialog = opens(diarist)
    assert "Nothing was ever written on this day." in diarist.reads(dialog)
    assert dialog.entries.isHidden() or not dialog.entries.isVisible()
    assert not dialog.erase.isEnabled()
    dialog.elsewhere.setFocus()
    diarist.chooses("Not tied to a day", dialog)
    diarist.until(lambda: "Nothing was ever written here" in " ".join(diarist.reads(dialog)))
    dialog.reject()

    diarist.journal.appointments.add(at=clock.now(), with_whom="Dr Shah", questions=["Iron?"])
    dialog = opens(diarist)
    diarist.chooses("Not tied to a day", dialog)
    diarist.until(lambda: listed(dialog.entries) == ["Appointment with Dr Shah\n1 version"])
    assert "What I would like to ask: Iron?" in dialog.text.toPlainText()


def test_the_diary_has_a_button_for_it(diarist: Person) -> None:
    """A quiet one beside the page, for who does not look into menus."""
    diarist.presses("Earlier versions of this day")
    dialog = diarist.window.findChild(VersionsDialog)
    assert dialog is not None
    diarist.until(lambda: "Nothing was ever written on this day." in diarist.reads(dialog))


def test_erasing_asks_once_and_leaves_nothing(diarist: Person, clock: HandClock) -> None:
    """Keep it keeps it. Erase takes it from page and file, and says which backups still hold it."""
    note = diarist.page.notes.note.editor
    diarist.types_into(note, SECRET)
    diarist.journal.backups.make(Reason.ASKED, forced=True)
    dialog = opens(diarist)
    question = asked(diarist, dialog)
    assert question.focusWidget() is question.keep
    said = " ".join(diarist.reads(question))
    assert "with 1 version" in said
    assert "cannot be undone" in said
    QTest.keyClick(question.keep, Qt.Key.Key_Space)
    assert diarist.journal.diary.day(diarist.window.day) is not None
    diarist.until(lambda: dialog.findChild(EraseDialog) is None)

    question = asked(diarist, dialog)
    said = " ".join(diarist.reads(question))
    assert "22 November 2026." in said
    assert not question.backups.isChecked()
    diarist.presses("Erase for good", question)
    diarist.until(lambda: "Nothing was ever written on this day." in diarist.reads(dialog))
    assert note.toPlainText() == ""
    assert SECRET.encode() not in diarist.journal.path.read_bytes()
    assert any(SECRET.encode() in backup.path.read_bytes() for backup in diarist.journal.backups.list())


def test_a_stick_that_is_not_there_is_said_to_be_missing(diarist: Person, tmp_path: Path) -> None:
    """Backups in a second place that cannot be reached may hold the entry."""
    diarist.window._settings.second_place = tmp_path / "stick"
    diarist.scores(diarist.page.day.rows["mood"], 4)
    question = asked(diarist, opens(diarist))

    assert "The second place for backups is not connected" in " ".join(diarist.reads(question))


def test_a_version_like_the_present_one_changes_nothing(diarist: Person) -> None:
    """It may be pressed; the dialog says that the entry says this already."""
    mood = diarist.page.day.rows["mood"]
    for score in (3, 5, 3):
        diarist.scores(mood, score)
    dialog = opens(diarist)
    dialog.versions.setCurrentRow(2)
    diarist.presses("Bring this version back", dialog)

    diarist.until(lambda: "The entry says this already." in diarist.reads(dialog))
    assert dialog.versions.count() == 3


def test_what_cannot_be_stored_is_not_said_to_be_done(diarist: Person) -> None:
    """While another program holds the file the sentence is the reason, and the entry stays."""
    diarist.scores(diarist.page.day.rows["mood"], 4)
    diarist.until(lambda: len(diarist.journal.backups.list()) == 1)
    dialog = opens(diarist)
    question = asked(diarist, dialog)
    with closing(connect(diarist.journal.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        diarist.presses("Erase for good", question)
        diarist.until(lambda: "Another program is using the journal" in " ".join(diarist.reads(dialog)))
        assert not any("erased for good" in line for line in diarist.reads(dialog))
        other.execute("ROLLBACK")
    diarist.sitting.runner.retry()
    diarist.until(lambda: "“The day” is erased for good." in diarist.reads(dialog))


def test_backups_that_hold_it_go_too_if_wished(diarist: Person, clock: HandClock) -> None:
    """With the box ticked, no backup has the words any more; those without them stay."""
    diarist.scores(diarist.page.day.rows["mood"], 4)
    diarist.until(lambda: len(diarist.journal.backups.list()) == 1)
    later(clock, 1)
    diarist.types_night(wakings="2")
    diarist.journal.nights.record(diarist.window.day, note=SECRET)
    diarist.journal.backups.make(Reason.ASKED)
    dialog = opens(diarist)
    question = asked(diarist, dialog)

    question.backups.setFocus()
    QTest.keyClick(question.backups, Qt.Key.Key_Space)
    diarist.presses("Erase for good", question)
    diarist.until(lambda: "1 backup deleted." in " ".join(diarist.reads(dialog)))
    left = diarist.journal.backups.list()
    assert len(left) == 1
    assert SECRET.encode() not in left[0].path.read_bytes()


def test_deleting_the_only_backup_leaves_a_new_one(diarist: Person) -> None:
    """At once and not half an hour later, also when the dialog is closed meanwhile."""
    diarist.scores(diarist.page.day.rows["mood"], 4)
    diarist.until(lambda: len(diarist.journal.backups.list()) == 1)
    [old] = diarist.journal.backups.list()
    was = old.path.read_bytes()
    dialog = opens(diarist)
    question = asked(diarist, dialog)
    question.backups.setFocus()
    QTest.keyClick(question.backups, Qt.Key.Key_Space)
    diarist.presses("Erase for good", question)
    diarist.until(lambda: "erased for good" in " ".join(diarist.reads(dialog)))
    dialog.reject()

    diarist.until(lambda: [each.days for each in diarist.journal.backups.list()] == [0])
    [new] = diarist.journal.backups.list()
    assert new.path.read_bytes() != was


def test_nothing_can_be_changed_in_a_journal_open_to_read_only(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, clock: HandClock
) -> None:
    """Versions can be read; the two buttons that change something stay grey."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    with Journal.open(path, clock) as journal:
        journal.nights.record(clock.today(), wakings=3)
        journal.nights.record(clock.today(), wakings=2)
    person = open_window(path, clock=clock)
    person.window._let_go()
    person.window.opener.opened.emit(Journal.open(path, clock, read_only=True))
    dialog = opens(person)
    QTest.keyClick(dialog.versions, Qt.Key.Key_Down)

    assert dialog.text.toPlainText() == "Times awake: 3"
    assert not dialog.bring_back.isEnabled()
    assert not dialog.erase.isEnabled()


def test_hostile_words_are_shown_as_they_are(diarist: Person, hostile: str) -> None:
    """No markup is read in a version, nor in the title of an entry."""
    diarist.journal.symptoms.add(diarist.window.day, kind="pain", site=hostile[:2000], note=hostile)
    dialog = opens(diarist)

    assert hostile.replace("\x00", "") in dialog.text.toPlainText().replace("\x00", "")


def test_tab_reaches_everything(diarist: Person) -> None:
    """From the choice over both lists and the text to the buttons, each with a name."""
    diarist.types_night(wakings="3")
    dialog = opens(diarist)
    wanted = [dialog.entries, dialog.versions, dialog.text, dialog.erase, dialog.close_button]
    dialog.of_day.setFocus()

    reached = []
    for _ in range(12):
        QTest.keyClick(diarist.focused, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert [widget for widget in reached if widget in wanted][:5] == wanted
    assert all(widget.accessibleName() or widget.text() for widget in wanted)


@pytest.mark.parametrize(
    ("theme", "text_size", "width"), [("light", 100, 1180), ("night", 100, 1180), ("light", 200, 640)]
)
def test_it_fits_its_window(
    open_window: Callable[..., Person],
    sample_file: Path,
    tmp_path: Path,
    theme: str,
    text_size: int,
    width: int,
) -> None:
    """In every theme and at 200 % in a window 640 wide nothing is wider than the dialog."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(sample_file.read_bytes())
    person = open_window(path, theme=theme, text_size=text_size)
    person.window.resize(width, 768)
    dialog = opens(person)
    QApplication.processEvents()  # it fits itself to the screen, which is wider here
    dialog.resize(min(width, dialog.width()), min(768, dialog.height()))

    assert dialog.width() <= width
    for widget in (dialog.entries, dialog.versions, dialog.text, dialog.erase):
        assert widget.mapTo(dialog, widget.rect().topRight()).x() < dialog.width()


def test_closing_before_the_entries_are_there(diarist: Person) -> None:
    """Whoever is quicker than the disk loses nothing and meets no fault."""
    diarist.types_night(wakings="3")
    for _ in range(10):
        diarist.window.menus.versions_requested.emit()
        [dialog] = [found for found in diarist.window.findChildren(VersionsDialog) if found.isVisible()]
        dialog.elsewhere.setChecked(True)
        dialog.reject()
    diarist.until(lambda: diarist.window.findChild(VersionsDialog) is None)

    diarist.window.menus.versions_requested.emit()
    assert diarist.closes()


def test_items_break_into_lines_and_are_read_whole(diarist: Person, clock: HandClock) -> None:
    """A long title takes as many lines as it needs, and no row is cut."""
    who = "the sleep clinic on the third floor of the old infirmary, " * 4
    diarist.journal.appointments.add(at=clock.now(), with_whom=who)
    dialog = opens(diarist)
    diarist.chooses("Not tied to a day", dialog)
    diarist.until(lambda: dialog.entries.count() == 1)

    line = dialog.entries.fontMetrics().height()
    diarist.until(lambda: dialog.entries.visualItemRect(dialog.entries.item(0)).height() > 6 * line)
    assert dialog.entries.visualItemRect(dialog.entries.item(0)).width() <= dialog.entries.viewport().width()
