"""Writing down the appointment a report is for."""

import time
from datetime import date, datetime
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QDate, Qt
from report_steps import opens_report, says, words_of

from legjournal.journal import Journal
from legjournal.report import content
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, preset
from legjournal.trends.period import Period
from ui.appointments.form import DRAFTS, AppointmentForm
from ui.report.dialog import ReportDialog

DAY = date(2026, 11, 22)


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person chooses to save."""
    path = tmp_path / "reports" / "Legs.pdf"
    path.parent.mkdir()
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: path)
    return path


def appointment(person: Person) -> AppointmentForm:
    """Open the dialog from the side of the diary."""
    person.until(lambda: person.page.day.isVisible())
    person.presses("Add an appointment")
    return person.dialog(AppointmentForm)


def fill(person: Person, dialog: AppointmentForm, who: str, time_of_day: str, *questions: str) -> None:
    """Type into the dialog and press its button."""
    fields = [dialog.who, dialog.time, *dialog.questions]
    for field, words in zip(fields, [who, time_of_day, *questions], strict=False):
        field.entry.setFocus()
        person.pastes(words)
    person.presses("Add appointment", dialog)


def test_appointment_and_its_questions_reach_the_report(person: Person, target: Path) -> None:
    """An appointment is written down with its questions, stands beside the diary, and leads the report."""
    dialog = appointment(person)
    asked = ("Could it be low iron?", "Is <b>physio</b> worth trying?", "")
    fill(person, dialog, "Dr Ŵyn at the surgery", "half ten am", *asked)
    person.waits()
    assert not dialog.isVisible()
    stored = person.journal.appointments.all()[0]
    assert stored.at == datetime.fromisoformat("2026-11-23T10:30+00:00")
    assert stored.questions == [words for words in asked if words]
    person.until(
        lambda: "Dr Ŵyn at the surgery, Monday 23 November, 10.30am" in person.reads(person.page.side)
    )

    report_of = opens_report(person)
    person.presses("Save report…", report_of)
    says(person, report_of)
    words = words_of(target.read_bytes())
    assert "Could it be low iron?" in words
    assert "Is <b>physio</b> worth trying?" in words


def test_appointment_of_the_period_is_in_the_json(person: Person) -> None:
    """The report's numbers for other programs name it with its questions once its day is in the period."""
    fill(person, appointment(person), "GP", "10.20am", "Could it be low iron?")
    person.waits()
    period = Period(DAY, date(2026, 11, 24))
    found = as_json(content.build(person.journal, period, preset(Audience.GP)))["appointments"]

    assert found == [
        {
            "at": "2026-11-23T10:20:00+00:00",
            "with_whom": "GP",
            "questions": ["Could it be low iron?"],
            "agreed": None,
        }
    ]


def test_appointment_that_is_not_complete(person: Person) -> None:
    """What is missing is said beside its field, and nothing is stored until it is there."""
    dialog = appointment(person)
    fill(person, dialog, "", "")
    assert dialog.who.message.text() == "Please write with whom."
    assert dialog.time.message.text() == "Please write a time, for example 10.20am."
    fill(person, dialog, "GP", "soon")
    assert dialog.who.message.text() == ""
    assert dialog.time.message.text() == "This is not a time of day. Try 10.20am."
    assert dialog.isVisible()
    assert person.journal.appointments.all() == []

    fill(person, dialog, "GP", "3")
    person.waits()
    assert person.journal.appointments.all()[0].at.hour == 15


def test_appointment_given_up(person: Person) -> None:
    """Cancel leaves nothing behind."""
    dialog = appointment(person)
    dialog.who.entry.setFocus()
    person.types("GP")
    person.presses("Cancel", dialog)

    assert not dialog.isVisible()
    assert person.journal.appointments.all() == []
    assert person.journal.drafts.under(DRAFTS) == {}


def test_appointment_put_by(person: Person) -> None:
    """Esc adds nothing, and what was typed is there when the form is opened again."""
    dialog = appointment(person)
    dialog.who.entry.setFocus()
    person.types("GP")
    person.keys(Qt.Key.Key_Escape)
    person.waits()
    assert not dialog.isVisible()
    assert person.journal.appointments.all() == []

    person.returns()
    again = appointment(person)
    assert again.who.entry.text() == "GP"
    assert again.note.text() == "This is as you left it. Cancel gives up what you typed."


def test_hostile_appointment_is_only_text(person: Person, hostile: str, target: Path) -> None:
    """Whatever is pasted as name and questions is kept and shown letter for letter, and can be reported."""
    dialog = appointment(person)
    began = time.monotonic()
    fill(person, dialog, hostile, "10am", hostile, hostile, hostile)
    person.waits()
    stored = person.journal.appointments.all()[0]
    assert stored.with_whom == hostile[:2000].strip()
    assert stored.questions == [hostile] * 3
    person.until(
        lambda: any(line.startswith(hostile[:2000].strip()) for line in person.reads(person.page.side))
    )
    person.window.grab()
    assert time.monotonic() - began < 2
    report_of = opens_report(person)
    person.presses("Save report…", report_of)

    assert "Saved as" in says(person, report_of)
    with Journal.open(person.journal.path) as journal:
        assert journal.problems() == []


def test_appointment_half_typed_is_there_after_a_crash(person: Person) -> None:
    """What was typed into the form is in the file before it is added, and gone once it is given up."""
    dialog = appointment(person)
    person.types_into(dialog.who.entry, "Dr Shah")
    person.types_into(dialog.questions[0].entry, "Is my iron low?")
    dialog.day.setDate(QDate(2026, 12, 1))
    person.until(lambda: len(person.journal.drafts.under(DRAFTS)) == 3)
    after_crash = AppointmentForm(None, person.journal, person.sitting.runner, person.window)

    assert after_crash.who.entry.text() == "Dr Shah"
    assert after_crash.questions[0].entry.text() == "Is my iron low?"
    assert after_crash.day.date() == QDate(2026, 12, 1)

    person.presses("Cancel", dialog)
    assert person.journal.drafts.under(DRAFTS) == {}
