"""A sitting with a locked journal, in a process of its own that ends by being killed: see test_leaks.py."""

import os
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lock_steps import is_locked, set_up
from person import PASSPHRASE, PATIENCE, Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from legjournal.clock import Clock
from legjournal.storage.files import keep_private
from ui.appearance import Appearance
from ui.appointments.form import AppointmentForm
from ui.faults import Faults, default_log
from ui.lock.dialog import LockDialog
from ui.lock.dialogs import RewritingDialog
from ui.main_window import MainWindow
from ui.report.dialog import ReportDialog
from ui.search.dialog import SearchDialog
from ui.settings import Settings, default_settings

FOLDER = Path(os.environ.get("LEAKS_FOLDER", "."))
CANARY = os.environ.get("LEAKS_CANARY", "")
CTRL = Qt.KeyboardModifier.ControlModifier


def half_past_nine() -> datetime:
    """The evening on which it all happens."""
    return datetime(2026, 11, 22, 21, 30, tzinfo=UTC)


def test_the_sitting(qtbot, qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is typed wherever there is a field, before and after a passphrase is put on."""
    keep_private()
    settings = Settings(default_settings())
    settings.journal = FOLDER / "home" / "journal.legjournal"
    window = MainWindow(settings, Appearance(qapp, settings), settings.journal, Clock(half_past_nine))
    qtbot.addWidget(window)
    faults = Faults(default_log(), window)
    window.resize(1366, 768)
    window.show()
    window.open_journal()
    person = Person(qtbot, window)

    person.presses("Start my journal")
    person.until(person.page.day.isVisible)
    writes(person, person.page.notes.note.editor)
    person.until(lambda: person.journal.backups.list())
    set_up(person)
    person.dialog(RewritingDialog).reject()
    person.chooses_in_menu("Lock: change or remove…")
    dialog = person.dialog(LockDialog)
    person.until(lambda: person.button("Delete 1 older backup", dialog))
    person.presses("Delete 1 older backup", dialog)
    person.until(lambda: "The older backups are deleted." in person.reads(dialog))
    dialog.reject()
    person.returns()

    person.until(person.page.day.isVisible)
    writes(person, person.page.day.managed.editor)
    person.keys(Qt.Key.Key_A, Qt.Key.Key_C, held=CTRL)
    reads_about_it(person)
    makes_report(person, monkeypatch)
    has_a_fault(faults)
    looks_for_it(person)
    half_types_an_appointment(person)
    person.keys(Qt.Key.Key_L, held=CTRL)
    person.until(lambda: is_locked(person))
    person.unlocks(PASSPHRASE)
    person.until(person.page.day.isVisible)
    settings.save()
    person.page.notes.note.editor.setFocus()
    person.types(f"{CANARY} again")
    person.until(lambda: person.sitting.runner.idle)

    os.write(2, b"killed")
    os.kill(os.getpid(), signal.SIGKILL)


def writes(person: Person, editor) -> None:
    """Write the word into a field and leave it."""
    person.brings_into_sight(editor)
    editor.setFocus()
    person.types(f"My {CANARY} hurts.")
    person.page.night.fields["wakings"].entry.setFocus()
    person.waits()
    editor.setFocus()


def reads_about_it(person: Person) -> None:
    """Look for the word in the resources, and see the trends."""
    person.turns_to(3)
    person.turns_to(4)
    person.page.contents.search.setFocus()
    person.types(CANARY)
    person.turns_to(1)


def makes_report(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a report: the one file that may hold the word, for the person asked for it."""
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: FOLDER / "asked for" / "report.pdf")
    QTest.mouseClick(person.window.header.report, Qt.MouseButton.LeftButton)
    dialog = person.dialog(ReportDialog)
    person.presses("Save report…", dialog)
    person.qtbot.waitUntil(lambda: "Saved as" in dialog.note.text(), timeout=PATIENCE)
    dialog.reject()
    person.returns()


def has_a_fault(faults: Faults) -> None:
    """The program makes a mistake with the word in its message."""
    try:
        raise ValueError(f"what is {CANARY}?")
    except ValueError as error:
        faults.caught(type(error), error, error.__traceback__)


def looks_for_it(person: Person) -> None:
    """Find the word wherever it was written."""
    person.chooses_in_menu("Find…")
    dialog = person.dialog(SearchDialog)
    person.types(CANARY)
    person.until(lambda: dialog.list.count() > 0)
    dialog.grab()
    dialog.reject()
    person.returns()


def half_types_an_appointment(person: Person) -> None:
    """Begin an appointment with the word, and leave it open."""
    person.presses("Add an appointment")
    person.dialog(AppointmentForm).who.entry.setFocus()
    person.types(f"the {CANARY} clinic")
