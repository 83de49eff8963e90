"""The dialog of appointments: written down, changed, agreed upon, reported for, and never lost."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QDate, Qt

from ui.appointments.dialog import AppointmentsDialog
from ui.appointments.form import AppointmentForm
from ui.report.dialog import ReportDialog

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def writes_down(person: Person, who: str, days: int, **answers: object) -> str:
    """An appointment so many days from today at 10.20am; its id."""
    clock = person.journal.clock
    changed = person.journal.appointments.add(
        at=clock.at(TODAY + days * DAY, time(10, 20)), with_whom=who, **answers
    )
    return changed.rows[0]


def opens(person: Person) -> AppointmentsDialog:
    """Choose it in the menu."""
    person.chooses_in_menu("Appointments…")
    return person.dialog(AppointmentsDialog)


def presses(person: Person, dialog: AppointmentsDialog, words: str) -> AppointmentForm:
    """Press a button of the list; the form it opens."""
    person.presses(words, dialog)
    return person.dialog(AppointmentForm)


def stores(person: Person, form: AppointmentForm, words: str) -> list[str]:
    """Press a button of the form; what then stands in the dialog behind it, line by line."""
    person.presses(words, form)
    assert not form.isVisible()
    dialog = person.dialog(AppointmentsDialog)
    person.until(lambda: person.sitting.runner.idle and dialog.note.text())
    person.until(lambda: person.button("Add an appointment", dialog))
    return person.reads(dialog)


def test_an_appointment_is_added_changed_removed_and_taken_back(person: Person) -> None:
    """Each step is said and seen at once; Undo brings back what was removed."""
    person.until(lambda: person.button("All appointments"))
    person.presses("All appointments")
    dialog = person.dialog(AppointmentsDialog)
    assert "None is written down." in person.reads(dialog)
    form = presses(person, dialog, "Add an appointment")
    assert not form.agreed.isVisible(), "nothing can be agreed yet"
    person.types_into(form.who.entry, "Dr Shah")
    person.types_into(form.time.entry, "10.20am")
    lines = stores(person, form, "Add appointment")
    assert "Monday 23 November 2026, 10.20am" in lines
    assert "The appointment with Dr Shah is written down." in lines

    form = presses(person, dialog, "Change: Dr Shah, Monday 23 November 2026, 10.20am")
    form.day.setDate(QDate(2026, 12, 1))
    lines = stores(person, form, "Keep it")
    assert "Tuesday 1 December 2026, 10.20am" in lines
    assert len(person.journal.appointments.all()) == 1

    form = presses(person, dialog, "Change: Dr Shah, Tuesday 1 December 2026, 10.20am")
    assert "None is written down." in stores(person, form, "Remove the appointment with Dr Shah")
    person.presses("Undo the last change made here", dialog)
    person.until(lambda: "Tuesday 1 December 2026, 10.20am" in person.reads(dialog))
    assert "Taken back." in person.reads(dialog)
    assert person.journal.drafts.under("appointment/") == {}


def test_what_was_agreed_is_written_down_afterwards(person: Person) -> None:
    """It stands with a past appointment, and half-typed it is there again after Esc."""
    row = writes_down(person, "the physio", -2, questions=["Is swimming fine?"])
    dialog = opens(person)
    name = "What was agreed: the physio, Friday 20 November 2026, 10.20am"
    form = presses(person, dialog, name)
    form.agreed.setFocus()
    person.types("Swim twice a week.")
    person.keys(Qt.Key.Key_Escape)
    person.until(lambda: person.journal.drafts.under(f"appointment/{row}/"))
    form = presses(person, person.dialog(AppointmentsDialog), name)
    assert form.agreed.editor.toPlainText() == "Swim twice a week."

    assert "Agreed: Swim twice a week." in stores(person, form, "Keep it")
    stored = person.journal.appointments.all()[0]
    assert (stored.agreed, stored.questions) == ("Swim twice a week.", ["Is swimming fine?"])
    assert person.journal.drafts.under("appointment/") == {}


def test_questions_are_picked_from_the_pages(person: Person) -> None:
    """Each press fills the next free one, once; a fourth is told that there is no room."""
    form = presses(person, opens(person), "Add an appointment")
    person.types_into(form.questions[0].entry, "My own question")
    person.presses("Questions from the resource pages", form)
    shown = [form.picker.pages.itemText(row) for row in range(form.picker.pages.count())]
    form.picker.pages.setCurrentText(next(title for title in shown if "Iron" in title))
    person.until(lambda: person.button("Ask this", form))
    asks = [row.findChild(type(form.save), "ask") for row in form.picker._rows]
    for ask in (asks[0], asks[0], asks[1]):
        person.clicks(ask)
    person.clicks(asks[2])
    assert form.note.text() == "All three questions are taken. Empty one of them first."
    said = [field.entry.text() for field in form.questions]
    assert said[0] == "My own question"
    assert [ask.accessibleName() for ask in asks[:2]] == [f"Ask: {words}" for words in said[1:]]
    person.until(lambda: person.journal.drafts.under("appointment/new/").get("question 3") == said[2])


def test_the_report_is_for_the_appointment_it_was_asked_from(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two to come the later is chosen: the dialog of the report names it, and makes a report."""
    writes_down(person, "Dr Shah", 1, questions=["Is it iron?"])
    writes_down(person, "the hip clinic", 9, questions=["Is it the hip?"])
    path = tmp_path / "Legs.pdf"
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: path)
    dialog = opens(person)
    person.presses("Report for this appointment: the hip clinic, Tuesday 1 December 2026, 10.20am", dialog)
    report = person.dialog(ReportDialog)
    assert "For the appointment with the hip clinic on Tuesday 1 December 2026" in person.reads(report)
    person.presses("Save report…", report)
    person.until(lambda: report.note.text())
    assert path.exists()
