"""Going back to a backup that has a passphrase of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hand_clock import HandClock
from lock_steps import is_locked
from person import NOTE, PASSPHRASE, Person
from PySide6.QtCore import Qt

from legjournal.journal import Journal
from legjournal.storage.backups import Backups
from legjournal.storage.keys import NewKey, code_id, new_key
from legjournal.storage.locking import change_passphrase
from legjournal.storage.thinning import Reason
from ui.backups.backups_dialog import BackupsDialog
from ui.lock.key_dialog import KeyDialog

OTHER = "seven brass owls yawning"


@pytest.fixture(scope="session")
def other() -> NewKey:
    """The key of the second passphrase."""
    return new_key(OTHER)


@pytest.fixture
def changed_file(locked_file: Path, key: bytes, clock: HandClock, other: NewKey) -> Path:
    """A journal whose passphrase was changed, and its note too, after a backup was made of it."""
    Backups(locked_file, clock, key=key).make(Reason.AUTO)
    change_passphrase(locked_file, key, other)
    with Journal.open(locked_file, clock, key=other.key) as journal:
        journal.diary.record(clock.today(), note="rewritten")
    return locked_file


def shows_note(person: Person) -> bool:
    """Whether the page of the day has the note of the backup."""
    return person.window.sitting is not None and person.page.notes.note.editor.toPlainText() == NOTE


def chooses_the_oldest(person: Person) -> str:
    """Pick the last backup of the list and press the button; what the list says of it."""
    dialog = person.dialog(BackupsDialog)
    person.until(lambda: dialog.list.count() > 0)
    dialog.list.setFocus()
    person.keys(Qt.Key.Key_End)
    said = dialog.list.currentItem().text()
    person.presses("Go back to this one", dialog)
    return said


def test_backup_with_the_older_passphrase(
    open_window: Callable[..., Person], changed_file: Path, key: bytes, clock: HandClock
) -> None:
    """It can be chosen, says which sheet it goes with, and asks; the journal keeps the newer passphrase."""
    person = open_window(changed_file, clock=clock)
    person.unlocks(OTHER)
    person.until(lambda: person.page.notes.note.editor.toPlainText() == "rewritten")
    person.chooses_in_menu("Backups…")
    said = chooses_the_oldest(person)
    assert f"asks for its passphrase (recovery sheet {code_id(key)})" in said
    person.until(lambda: person.window.findChild(KeyDialog))
    dialog = person.dialog(KeyDialog)
    person.types(OTHER)
    person.keys(Qt.Key.Key_Return)
    person.until(lambda: "does not open" in dialog.field.message.text())
    person.types(PASSPHRASE)
    person.keys(Qt.Key.Key_Return)
    person.until(lambda: shows_note(person))

    person.returns()
    person.keys(Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    assert is_locked(person)
    person.unlocks(OTHER)


def test_from_the_page_that_asks(
    open_window: Callable[..., Person], locked_file: Path, key: bytes, clock: HandClock
) -> None:
    """Before the journal is unlocked its backups can be gone back to as well, with what opens them."""
    Backups(locked_file, clock, key=key).make(Reason.AUTO)
    with Journal.open(locked_file, clock, key=key) as journal:
        journal.diary.record(clock.today(), note="rewritten")
    person = open_window(locked_file, clock=clock)
    person.presses("Go back to a backup")
    shown = person.dialog(BackupsDialog)
    person.until(lambda: shown.status.text() == "Last backup: today, 9.14pm")
    shown.reject()
    person.returns()
    person.presses("Go back to a backup")
    chooses_the_oldest(person)
    person.until(lambda: person.window.findChild(KeyDialog))
    person.dialog(KeyDialog)
    person.types(PASSPHRASE)
    person.keys(Qt.Key.Key_Return)

    person.until(lambda: shows_note(person))
