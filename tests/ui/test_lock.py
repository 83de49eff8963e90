"""A passphrase: put on, asked for, changed and taken off, by keys and clicks."""

import gc
import hashlib
import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hand_clock import HandClock
from lock_steps import goes_on, groups_shown, is_locked, set_up, types_groups_back, types_passphrase
from person import NOTE, PASSPHRASE, Person
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
)

from legjournal.journal import Journal
from legjournal.storage.backups import Backup, Backups
from legjournal.storage.keys import recovery_code
from ui.appointments.form import AppointmentForm
from ui.lock.dialog import LockDialog
from ui.lock.dialogs import RewritingDialog
from ui.lock.sheet_steps import SheetStep
from ui.lock.steps import StepsDialog
from ui.opening.opener import Opener
from ui.search.dialog import SearchDialog
from ui.settings import Settings
from ui.versions.dialog import VersionsDialog
from ui.versions.erase_dialog import EraseDialog
from ui.widgets.banner import Banner

DAY = date(2026, 11, 22)
OTHER = "seven brass owls yawning"


def digest(path: Path) -> str:
    """The file's bytes, in short."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


# The page


def test_locked_journal_asks(outside: Person, locked_file: Path) -> None:
    """The page names the file and has the keyboard in its only field, which hides what is typed."""
    page = outside.window.opener.unlock_page
    assert is_locked(outside)
    assert locked_file.name in outside.reads(page)
    assert outside.focused is page.field.entry
    outside.types("abc")
    assert page.field.entry.displayText() == "●●●" or "abc" not in page.field.entry.displayText()
    assert not outside.window.header.report.isEnabled()
    assert outside.window.windowTitle() == "Leg Journal"


def test_passphrase_opens(outside: Person) -> None:
    """The right one shows the diary, with the keyboard in its first field; the page keeps nothing of it."""
    outside.unlocks(PASSPHRASE)
    outside.until(lambda: outside.page.notes.note.editor.toPlainText() == NOTE)

    assert outside.focused is outside.night["got_into_bed"].entry
    assert outside.window.opener.unlock_page.field.entry.text() == ""
    assert not outside.window.opener.unlock_page.field.entry.isUndoAvailable()


def test_wrong_passphrase_changes_nothing(outside: Person, locked_file: Path) -> None:
    """A sentence beside the field says so; what was typed stays selected, and the file as it was."""
    before, beside = digest(locked_file), set(locked_file.parent.iterdir())
    page = outside.window.opener.unlock_page
    outside.types("Amber kettle, dry gravel")
    outside.keys(Qt.Key.Key_Return)
    outside.until(lambda: page.field.message.isVisible())

    assert "does not open" in page.field.message.text()
    assert page.field.entry.selectedText() == "Amber kettle, dry gravel" or page.field.entry.hasSelectedText()
    assert outside.focused is page.field.entry
    assert digest(locked_file) == before
    assert set(locked_file.parent.iterdir()) == beside
    outside.unlocks(PASSPHRASE)


def test_nothing_typed_is_not_tried(outside: Person) -> None:
    """Unlock with an empty field asks for the passphrase."""
    outside.presses("Unlock")

    assert "Please type it first." in outside.reads(outside.window.opener.unlock_page)


def test_recovery_code_opens(outside: Person, key: bytes) -> None:
    """The code on the sheet opens the journal through the same field, which then shows what is typed."""
    outside.presses("Use my recovery sheet")
    page = outside.window.opener.unlock_page
    assert page.field.entry.echoMode() is QLineEdit.EchoMode.Normal
    assert "Type the 14 groups" in " ".join(outside.reads(page))
    outside.types(" ".join(recovery_code(key)).lower())
    outside.presses("Unlock")

    outside.until(lambda: outside.window.sitting is not None)


def test_slip_in_the_code_is_named(outside: Person, key: bytes) -> None:
    """One letter wrong, and the page says in which group."""
    code = list(recovery_code(key))
    code[6] = code[6][:3] + ("2" if code[6][3] != "2" else "3")
    outside.types("-".join(code))
    outside.keys(Qt.Key.Key_Return)

    page = outside.window.opener.unlock_page
    outside.until(lambda: "group 7" in page.field.message.text())


def test_caps_lock_is_noticed(outside: Person) -> None:
    """Large letters without Shift are told; the next small one takes it back."""
    page = outside.window.opener.unlock_page
    QTest.keyEvent(QTest.KeyAction.Click, page.field.entry, "A", Qt.KeyboardModifier.NoModifier)
    noticed = page.field.message.text()
    QTest.keyEvent(QTest.KeyAction.Click, page.field.entry, "a", Qt.KeyboardModifier.NoModifier)

    assert noticed == "Caps Lock seems to be on."
    assert page.field.message.text() == ""


def test_other_ways_out(
    outside: Person, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another journal can be opened from the page."""
    other = Path(shutil.copy(sample_file, tmp_path / "other.legjournal"))
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: other)
    outside.presses("Open another journal")

    assert outside.journal.path == other


# Putting it on


def plain_backups(person: Person) -> list[Backup]:
    """The backups that anybody can read."""
    journal = person.journal
    return [backup for backup in journal.backups.list() if not backup.locked]


def test_set_up(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase twice, the sheet, two groups typed back: the file is locked, and the journal goes on."""
    person.types_night(wakings="4")
    monkeypatch.setattr(SheetStep, "ask_path", lambda *_: tmp_path / "sheet.pdf")
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    assert any("nobody can open this journal again" in words for words in person.reads(dialog))
    types_passphrase(dialog, person, PASSPHRASE)
    goes_on(dialog, person)
    code = groups_shown(dialog)
    person.presses("Save the sheet to print…", dialog)
    person.until(lambda: (tmp_path / "sheet.pdf").exists() and "Saved as" in dialog.note.text())
    goes_on(dialog, person)
    types_groups_back(dialog, person, code)
    goes_on(dialog, person)
    person.until(lambda: "Done." in dialog.step.words.text())
    path = person.journal.path

    assert person.night["wakings"].entry.text() == "4"
    assert not path.read_bytes().startswith(b"SQLite")
    assert recovery_code(person.journal.store.key) == code
    person.until(lambda: dialog.step.old_backups.list.count() == 1)
    assert len(plain_backups(person)) == 1
    assert Backups(path, person.journal.clock, key=person.journal.store.key).list()[0].days == 1


def test_old_backups_stay_unless_deleted(person: Person) -> None:
    """Plain backups are kept when nothing is chosen; the button deletes them, and the locked one stays."""
    person.types_night(wakings="4")
    set_up(person)
    dialog = person.dialog(RewritingDialog)
    dialog.reject()
    path = person.journal.path
    assert len(plain_backups(person)) == 1

    person.chooses_in_menu("Lock: change or remove…")
    dialog = person.dialog(LockDialog)
    person.until(lambda: person.button("Delete 1 older backup", dialog))
    person.presses("Delete 1 older backup", dialog)
    person.until(lambda: not plain_backups(person))
    person.until(lambda: "The older backups are deleted." in person.reads(dialog))
    assert len(Backups(path, person.journal.clock, key=person.journal.store.key).list()) == 1


def test_steps_do_not_let_mistakes_through(person: Person) -> None:
    """Too short, not the same twice, a wrong group: each is told beside its field, and nothing is locked."""
    before = digest(person.journal.path)
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    types_passphrase(dialog, person, "short")
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert "at least 12 characters" in dialog.step.first.message.text()
    dialog.step.again.entry.clear()
    types_passphrase(dialog, person, PASSPHRASE)
    person.types("x")
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert "This is not the same." in dialog.step.again.message.text()
    person.types(PASSPHRASE)
    goes_on(dialog, person)
    goes_on(dialog, person)
    types_groups_back(dialog, person, ("0000",) * 14)
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert "look at it once more" in dialog.step.fields[0].message.text()
    dialog.reject()

    assert digest(person.journal.path) == before


def test_suggested_words(person: Person) -> None:
    """Four words are put into the first field, shown, to be typed once by the person."""
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    person.presses("Suggest four words", dialog)
    words = dialog.step.first.entry.text()

    assert len(words.split()) == 4
    assert dialog.step.first.entry.echoMode() is QLineEdit.EchoMode.Normal
    assert dialog.step.again.entry.text() == ""
    person.until(lambda: "Strong" in dialog.step.strength.text())


def test_what_else_can_be_read_is_said(person: Person, tmp_path: Path) -> None:
    """A copy a sync program left, and a second place that is away, are named: neither is locked."""
    person.types_night(wakings="4")
    path = person.journal.path
    copy = path.with_name("journal (conflicted copy 2026-11-22).legjournal")
    shutil.copy(path, copy)
    set_up(person)
    person.dialog(RewritingDialog).reject()
    Settings(tmp_path / "window.ini").second_place = tmp_path / "stick"  # which is not there
    person.chooses_in_menu("Lock: change or remove…")
    dialog = person.dialog(LockDialog)
    person.until(lambda: any(copy.name in words for words in person.reads(dialog)))

    assert any("The second place for backups is not connected." in words for words in person.reads(dialog))
    assert copy.read_bytes().startswith(b"SQLite")


# Locking


def test_ctrl_l_locks_and_keeps_what_was_typed(inside: Person, locked_file: Path, key: bytes) -> None:
    """Ctrl+L in the middle of a sentence stores it, closes the journal and asks for the passphrase."""
    inside.page.day.managed.editor.setFocus()
    inside.types("Half a sent")
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)

    assert is_locked(inside)
    with Journal.open(locked_file, key=key) as journal:
        assert journal.diary.day(DAY).managed == "Half a sent"
    inside.unlocks(PASSPHRASE)
    inside.until(lambda: inside.page.day.managed.editor.toPlainText() == "Half a sent")


def test_ctrl_l_without_a_passphrase_offers_one(person: Person) -> None:
    """A journal that has none is not closed; the dialog to give it one opens."""
    person.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)

    assert person.window.sitting is not None
    person.dialog(RewritingDialog).reject()


def test_left_alone(inside: Person, clock: HandClock) -> None:
    """After ten minutes without a key the journal is locked; a key before that begins the time anew."""
    sit_still(inside, clock, 9)
    inside.keys(Qt.Key.Key_Tab)
    sit_still(inside, clock, 9)
    assert not is_locked(inside)
    sit_still(inside, clock, 1)

    assert is_locked(inside)


def test_mouse_counts_as_somebody(inside: Person, clock: HandClock) -> None:
    """Moving the mouse over the page is enough to keep the journal open."""
    sit_still(inside, clock, 9)
    for place in (QPoint(300, 300), QPoint(310, 300)):
        QTest.mouseMove(inside.window.windowHandle(), place)
        QApplication.processEvents()
    sit_still(inside, clock, 9)

    assert not is_locked(inside)


def sit_still(person: Person, clock: HandClock, minutes: int) -> None:
    """Let so many minutes go by, half a minute at a time."""
    for _ in range(2 * minutes):
        clock.set(clock.now() + timedelta(seconds=30))
        if person.window.locker.lock is not None:
            person.window.locker.lock.watch.look()


def test_after_a_sleep(inside: Person, clock: HandClock) -> None:
    """A computer that has slept for five minutes wakes with the journal locked."""
    clock.set(clock.now() + timedelta(minutes=5))
    inside.until(lambda: is_locked(inside))


def test_waiting_time_is_chosen(inside: Person, clock: HandClock) -> None:
    """Two minutes, chosen in the dialog, hold at once and from then on; “only when I ask” never locks."""
    inside.chooses_in_menu("Lock: change or remove…")
    dialog = inside.dialog(LockDialog)
    dialog.wait.setFocus()
    inside.keys(Qt.Key.Key_Home)
    dialog.reject()
    sit_still(inside, clock, 60)
    assert not is_locked(inside)
    inside.chooses_in_menu("Lock: change or remove…")
    dialog = inside.dialog(LockDialog)
    dialog.wait.setFocus()
    inside.keys(Qt.Key.Key_Down)
    assert dialog.wait.currentText() == "2 minutes"
    dialog.reject()
    sit_still(inside, clock, 2)
    assert is_locked(inside)

    inside.unlocks(PASSPHRASE)
    sit_still(inside, clock, 2)
    assert is_locked(inside)


def test_unsaved_words_keep_it_open(inside: Person, clock: HandClock, locked_file: Path, key: bytes) -> None:
    """What cannot be stored is not given up: the journal stays open and says why, and is locked later."""
    elsewhere = locked_file.rename(locked_file.with_suffix(".elsewhere"))
    inside.page.notes.note.editor.setFocus()
    inside.types("Do not lose this. ")
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    assert not is_locked(inside)
    said = inside.window.banner.words.text()
    assert said.startswith("Not locked yet: something you typed is not saved.")
    assert "it was moved, renamed or deleted" in said
    elsewhere.rename(locked_file)
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)

    assert is_locked(inside)
    with Journal.open(locked_file, key=key) as journal:
        assert journal.diary.day(DAY).note == f"Do not lose this. {NOTE}"


def test_dialogs_are_closed(inside: Person) -> None:
    """Ctrl+L over an open dialog locks as well, and a half-typed appointment is there again afterwards."""
    inside.presses("Add an appointment")
    dialog = inside.dialog(AppointmentForm)
    dialog.who.entry.setFocus()
    inside.types("Dr Aled")
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    inside.until(lambda: is_locked(inside))
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not inside.window]

    inside.unlocks(PASSPHRASE)
    inside.presses("Add an appointment")
    assert inside.dialog(AppointmentForm).who.entry.text() == "Dr Aled"


def test_a_waiting_question_is_closed_first(inside: Person, clock: HandClock) -> None:
    """A question in the middle of something counts as answered with no; then the journal is locked."""
    answers: list[object] = []

    def ask() -> None:
        answers.append(Banner.ask_to_leave(inside.window))
        assert not is_locked(inside), "locked while somebody was waiting for the answer"

    QTimer.singleShot(0, ask)
    QTimer.singleShot(50, partial(clock.set, clock.now() + timedelta(minutes=11)))
    inside.until(lambda: is_locked(inside))

    assert answers == [False]


# After it


def test_nothing_of_an_entry_stays(inside: Person) -> None:
    """No widget, undo stack, completer, clipboard, title or Python object holds a word of it afterwards."""
    for tab in (2, 3, 4, 1):
        inside.turns_to(tab)
    inside.page.notes.note.editor.setFocus()
    inside.keys(Qt.Key.Key_A, Qt.Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
    assert NOTE in words_held()
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    assert is_locked(inside)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert NOTE not in words_held()
    assert QApplication.clipboard().text() == ""
    gc.collect()
    assert not objects_holding(NOTE)


def test_nothing_of_its_versions_stays(inside: Person) -> None:
    """Nor does the dialog that showed what an entry was before, and asked whether to erase it."""
    asks_about_erasing(inside)
    nothing_stays_of_what_it_locks(inside)


def test_nothing_that_was_found_stays(inside: Person) -> None:
    """Nor does the dialog in which it was looked for, with all words of the journal behind it."""
    inside.window.menus.search_requested.emit()
    dialog = inside.dialog(SearchDialog)
    inside.types(NOTE.partition(" ")[0])
    inside.until(lambda: NOTE in words_held())
    inside.until(dialog.list.isVisible)
    nothing_stays_of_what_it_locks(inside)


def nothing_stays_of_what_it_locks(person: Person) -> None:
    """Have the journal lock by itself; then no text on the screen and no object holds a word of it."""
    assert person.window.locker.lock is not None
    person.window.locker.lock.close()
    person.until(lambda: is_locked(person))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert NOTE not in words_held()
    gc.collect()
    assert not objects_holding(NOTE)


def asks_about_erasing(person: Person) -> None:
    """Look at the earlier versions of the day, and have the dialog ask whether to erase one for good."""
    person.window.menus.versions_requested.emit()
    dialog = person.dialog(VersionsDialog)
    person.until(lambda: NOTE in dialog.text.toPlainText())
    person.presses("Erase this entry for good…", dialog)
    person.until(lambda: dialog.findChild(EraseDialog))


def words_held() -> str:
    """Every word in any widget of the program, what can be undone included, and on the clipboard."""
    words = [QApplication.clipboard().text()]
    for widget in QApplication.allWidgets():
        words += [widget.windowTitle(), widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            words.append(widget.text())
        if isinstance(widget, QLineEdit):
            words.append(widget.text())
            if widget.completer() is not None:
                model = widget.completer().model()
                words += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            words.append(widget.toPlainText())
        if isinstance(widget, QListWidget):
            words += [widget.item(row).text() for row in range(widget.count())]
    return "\n".join(words)


def objects_holding(words: str) -> list[str]:
    """The kinds of Python objects, but this test's own, in which a text with these words is kept."""
    found = []
    for one in gc.get_objects():
        if type(one) in (dict, list, tuple, set):
            texts = [text for text in gc.get_referents(one) if type(text) is str and text is not words]
            if any(words in text for text in texts):
                found.append(f"{type(one).__name__} {str(one)[:200]}")
    return found


# Changing it and taking it off


def test_change(inside: Person, locked_file: Path, key: bytes) -> None:
    """The present one is asked, a new one chosen, a new sheet offered; then only the new one opens."""
    inside.chooses_in_menu("Lock: change or remove…")
    inside.presses("Change the passphrase…", inside.dialog(LockDialog))
    dialog = inside.dialog(RewritingDialog)
    dialog.step.field.entry.setFocus()
    inside.types("not the passphrase")
    inside.keys(Qt.Key.Key_Return)
    inside.until(lambda: "does not open" in dialog.step.field.message.text())
    inside.types(PASSPHRASE)
    goes_on(dialog, inside)
    assert any("keep the old passphrase" in words for words in inside.reads(dialog))
    types_passphrase(dialog, inside, OTHER)
    goes_on(dialog, inside)
    before = dialog.step
    inside.presses("Go on without a sheet", dialog)
    inside.until(lambda: dialog.step is not before and "Done." in dialog.step.words.text())
    dialog.reject()
    inside.returns()

    assert inside.page.notes.note.editor.toPlainText() == NOTE
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    inside.types(PASSPHRASE)
    inside.keys(Qt.Key.Key_Return)
    page = inside.window.opener.unlock_page
    inside.until(lambda: "older passphrase" in page.field.message.text())
    inside.unlocks(OTHER)


def test_change_knowing_only_the_code(inside: Person, key: bytes) -> None:
    """Who has come in with the code on the sheet can choose a new passphrase with it."""
    inside.chooses_in_menu("Lock: change or remove…")
    inside.presses("Change the passphrase…", inside.dialog(LockDialog))
    dialog = inside.dialog(RewritingDialog)
    inside.types("-".join(recovery_code(key)))
    goes_on(dialog, inside)

    assert dialog.step.title == "Choose a passphrase"


def test_remove(inside: Person, locked_file: Path) -> None:
    """The passphrase is asked, what it means is said, and the file is plain afterwards."""
    inside.chooses_in_menu("Lock: change or remove…")
    inside.presses("Remove the passphrase…", inside.dialog(LockDialog))
    dialog = inside.dialog(RewritingDialog)
    assert any("anybody who has this file can read it" in words for words in inside.reads(dialog))
    inside.types(PASSPHRASE)
    goes_on(dialog, inside)
    inside.until(lambda: "Done." in dialog.step.words.text())
    dialog.reject()
    inside.returns()

    assert locked_file.read_bytes().startswith(b"SQLite")
    assert inside.page.notes.note.editor.toPlainText() == NOTE
    inside.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    assert inside.window.sitting is not None
    inside.dialog(RewritingDialog).reject()


def test_sheet_again(inside: Person, key: bytes) -> None:
    """The sheet can be had once more, for the passphrase."""
    inside.chooses_in_menu("Lock: change or remove…")
    inside.presses("Print the recovery sheet again…", inside.dialog(LockDialog))
    dialog = inside.dialog(StepsDialog)
    inside.types(PASSPHRASE)
    goes_on(dialog, inside)

    assert groups_shown(dialog) == recovery_code(key)


def test_window_stays_while_the_file_is_rewritten(person: Person) -> None:
    """Closing the window in the middle of it is put off, and nothing typed stays in the dialog afterwards."""
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    types_passphrase(dialog, person, PASSPHRASE)
    choose = dialog.step
    goes_on(dialog, person)
    code = groups_shown(dialog)
    goes_on(dialog, person)
    types_groups_back(dialog, person, code)
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert not person.closes()
    dialog.reject()
    assert dialog.isVisible()
    person.until(lambda: "Done." in dialog.step.words.text())
    dialog.reject()

    assert person.window.sitting is not None
    assert choose.first.entry.text() == choose.again.entry.text() == ""


def test_refused_change_leaves_all_as_it_was(person: Person, tmp_path: Path) -> None:
    """Where the new file cannot be written, the reason is said and the journal is open again as before."""
    person.types_night(wakings="4")
    person.chooses_in_menu("Lock with a passphrase…")
    dialog = person.dialog(RewritingDialog)
    types_passphrase(dialog, person, PASSPHRASE)
    goes_on(dialog, person)
    code = groups_shown(dialog)
    goes_on(dialog, person)
    types_groups_back(dialog, person, code)
    path = person.journal.path
    elsewhere = path.rename(path.with_suffix(".elsewhere"))
    goes_on(dialog, person)
    person.until(lambda: "Nothing was changed." in dialog.step.words.text())
    elsewhere.rename(path)

    assert "There is no journal at" in dialog.step.words.text()
