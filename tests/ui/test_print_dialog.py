"""The week on paper, through the dialog."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from person import Person
from pypdf import PdfReader
from PySide6.QtCore import Qt

from legjournal.models.routine import PlanFields, PlanItemFields
from ui.routine.print_dialog import PrintDialog
from ui.tabs import ROUTINE

DAY = date(2026, 11, 22)  # a Sunday


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return ROUTINE


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The paths that were suggested; the person takes their names, in a folder of the test's own."""
    suggested: list[Path] = []

    def ask_path(*wanted: object) -> Path:
        suggested.append(tmp_path / wanted[-1].name)
        return suggested[-1]

    monkeypatch.setattr(PrintDialog, "ask_path", ask_path)
    return suggested


@pytest.fixture
def dialog(person: Person) -> PrintDialog:
    """The dialog on a plan of Monday and Thursday."""
    plan = PlanFields(name="Hips & core", started=DAY - timedelta(days=30), weekdays=[0, 3])
    person.journal.plans.adopt(plan, [PlanItemFields(exercise="glute-bridge")])
    person.sitting.dialogs.show_checklist()
    opened = person.window.findChildren(PrintDialog)[-1]
    opened.activateWindow()
    person.until(opened.isActiveWindow)
    return opened


def saved(person: Person, dialog: PrintDialog, asked: list[Path]) -> str:
    """The words of the page that is saved now."""
    dialog.note.setText("")
    person.presses("Save checklist…", dialog)
    person.until(lambda: dialog.save.isEnabled() and dialog.note.text())
    assert dialog.note.text() == f"Saved as {asked[-1]}. Open it and print it on A4."
    [page] = PdfReader(asked[-1]).pages
    return " ".join(page.extract_text().split())


def test_on_a_sunday_the_next_week_is_offered(person: Person, dialog: PrintDialog, asked: list[Path]) -> None:
    """Its days are named beside it and on the page; the file is named for its Monday and can be opened."""
    assert "23 November to 29 November 2026" in person.reads(dialog)
    assert not dialog.open_file.isVisible()
    words = saved(person, dialog, asked)
    assert "23 November to 29 November 2026" in words
    assert "Hips & core" in words
    assert asked[-1].name == "Checklist 2026-11-23.pdf"
    assert dialog.open_file.isVisible()


def test_this_week_or_any(person: Person, dialog: PrintDialog, asked: list[Path]) -> None:
    """By the keyboard alone: up for this week, down twice for any, which has a line in place of its days."""
    assert dialog.weeks[date(2026, 11, 23)].hasFocus()
    person.keys(Qt.Key.Key_Up)
    assert "16 November to 22 November 2026" in saved(person, dialog, asked)
    dialog.weeks[date(2026, 11, 16)].setFocus()
    person.keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert "The date is left open, to write by hand." in person.reads(dialog)
    assert "Week of ____" in saved(person, dialog, asked)
    assert asked[-1].name == "Checklist.pdf"


def test_who_changes_their_mind_writes_nothing(
    person: Person, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No name, no file, no words."""
    monkeypatch.setattr(PrintDialog, "ask_path", lambda *_: None)
    person.presses("Save checklist…", dialog)
    assert dialog.note.text() == ""
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_plan_there_is_nothing_to_print(person: Person) -> None:
    """Nothing opens, and nothing breaks."""
    person.sitting.dialogs.show_checklist()
    person.sitting.dialogs.show_calendar()
    assert person.window.findChildren(PrintDialog) == []
