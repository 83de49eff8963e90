"""Making a report through the window, and writing down the appointment it is for."""

import threading
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from person import Person
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt

from legjournal import phrases
from legjournal.errors import DiskFull
from legjournal.journal import Journal
from legjournal.report import content
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, preset
from legjournal.trends.period import Period
from ui.appointments.form import DRAFTS, AppointmentForm
from ui.report import dialog as report_dialog
from ui.report.dialog import ReportDialog
from ui.task import GivenUp, Task

Dialog = TypeVar("Dialog", ReportDialog, AppointmentForm)
DAY = date(2026, 11, 22)
FORTNIGHT = Period(date(2026, 11, 9), DAY)


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person chooses to save."""
    path = tmp_path / "reports" / "Legs.pdf"
    path.parent.mkdir()
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: path)
    return path


def in_front(person: Person, dialog: Dialog) -> Dialog:
    """The dialog, once the keyboard is in it."""
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)
    return dialog


def report(person: Person) -> ReportDialog:
    """Open the dialog from the header."""
    person.presses("Report for an appointment")
    return in_front(person, person.window.findChildren(ReportDialog)[-1])


def said(person: Person, dialog: ReportDialog) -> str:
    """What the dialog says once it is done."""
    person.until(lambda: dialog.note.text() and dialog.save.isEnabled())
    return dialog.note.text()


def pdf(path: Path) -> str:
    """The words of a report's pages."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_choices_are_remembered(sample: Person, target: Path, open_window: Callable[..., Person]) -> None:
    """The next report begins with the choices of the last one, also after a restart."""
    dialog = report(sample)
    assert (dialog.audience, dialog.periods["4 weeks"].isChecked()) == (Audience.GP, True)
    sample.chooses("A physiotherapist", dialog)
    sample.chooses("The last 3 months", dialog)
    sample.presses("Save report…", dialog)
    assert said(sample, dialog) == f"Saved as {target}."
    dialog.close()

    path = sample.journal.path
    assert sample.closes()
    again = report(open_window(path))
    assert again.audience is Audience.PHYSIO
    assert again.periods["3 months"].isChecked()
    assert again.period == Period(date(2026, 8, 24), DAY)


def test_the_name_suggested(sample: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is suggested in the folder of last time, named for the last day and the reader."""
    suggested: list[Path] = []
    monkeypatch.setattr(
        ReportDialog, "ask_path", lambda *asked: suggested.append(asked[-1]) or tmp_path / "one.pdf"
    )
    for _ in range(2):
        dialog = report(sample)
        sample.presses("Save report…", dialog)
        said(sample, dialog)
        dialog.close()

    assert suggested[1] == tmp_path / "Legs 2026-11-22 gp.pdf"


def test_every_choice_of_days(sample: Person) -> None:
    """Each choice shows the days it stands for; only the last one lets them be changed."""
    dialog = report(sample)
    for words, first in (
        ("The last 2 weeks", date(2026, 11, 9)),
        ("The last 4 weeks", date(2026, 10, 26)),
        ("The last 3 months", date(2026, 8, 24)),
        ("Everything", date(2026, 9, 24)),
    ):
        sample.chooses(words, dialog)
        assert dialog.period == Period(first, DAY)
        assert not dialog.first.isEnabled()
    sample.chooses("From one day to another", dialog)
    assert dialog.first.isEnabled()
    assert dialog.last.isEnabled()


def test_own_days_the_wrong_way_round(sample: Person, target: Path) -> None:
    """A first day after the last is explained, nothing is asked or written, and putting it right goes on."""
    dialog = report(sample)
    sample.chooses("From one day to another", dialog)
    dialog.last.setFocus()
    sample.pastes("1 October 2026")
    assert dialog.last.text() == "1 October 2026"
    sample.presses("Save report…", dialog)
    assert dialog.note.text() == "The first day is after the last. Please change one of them."
    assert not target.exists()

    dialog.last.setFocus()
    sample.pastes("1 November 2026")
    sample.presses("Save report…", dialog)
    assert said(sample, dialog) == f"Saved as {target}."


def test_days_to_come_cannot_be_chosen(sample: Person) -> None:
    """The own days end today at the latest."""
    dialog = report(sample)
    sample.chooses("From one day to another", dialog)
    dialog.last.setFocus()
    sample.keys(*[Qt.Key.Key_Up] * 5)

    assert dialog.period.last == DAY


def test_empty_period_says_so(person: Person, target: Path) -> None:
    """A report about days without an entry is saved, and both the dialog and the report say it is empty."""
    dialog = report(person)
    person.chooses("The last 2 weeks", dialog)
    person.presses("Save report…", dialog)

    span = phrases.span(FORTNIGHT.first, DAY)
    nothing = f"Nothing was recorded from {span}, and the report says so."
    assert said(person, dialog) == f"{nothing} Saved as {target}."
    assert "0 of 14 days" in pdf(target)


def test_report_has_the_journals_numbers(sample: Person, target: Path) -> None:
    """The PDF names the period and the days recorded as the journal counts them."""
    dialog = report(sample)
    sample.chooses("The last 2 weeks", dialog)
    sample.presses("Save report…", dialog)
    said(sample, dialog)
    found = content.build(sample.journal, FORTNIGHT, preset(Audience.GP)).figures.completeness

    assert f"{found.recorded} of {found.days} days" in pdf(target)
    assert phrases.span(FORTNIGHT.first, DAY) in pdf(target)
    assert target.stat().st_mode & 0o077 == 0


def test_giving_up_the_question_writes_nothing(sample: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancelling the question for a file leaves the dialog as it was."""
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: None)
    dialog = report(sample)
    sample.presses("Save report…", dialog)

    assert dialog.isVisible()
    assert dialog.note.text() == ""
    assert dialog.save.isEnabled()


def test_cancel(sample: Person, target: Path) -> None:
    """Cancel while it is being made leaves no file and says so; it can be made afterwards."""
    dialog = report(sample)
    dialog.save.click()
    assert dialog.progress.isVisible()
    assert not dialog.save.isEnabled()
    dialog.cancel.click()
    assert said(sample, dialog) == "Cancelled. Nothing was saved."
    assert list(target.parent.iterdir()) == []
    assert not dialog.open_file.isVisible()

    sample.presses("Save report…", dialog)
    assert said(sample, dialog) == f"Saved as {target}."
    assert list(target.parent.iterdir()) == [target]


def test_cancel_at_any_moment_leaves_no_file(sample: Person, target: Path) -> None:
    """However far the report had got, giving it up leaves nothing behind, and an older report as it was."""
    shares: list[float] = []
    make = partial(report_dialog._make, sample.journal, FORTNIGHT, Audience.GP, target)
    make(shares.append)
    target.write_bytes(b"an older report")
    assert shares == sorted(shares)
    assert shares[-1] == 1

    for moment in shares:

        def give_up(share: float, at: float = moment) -> None:
            if share == at:
                raise GivenUp

        with pytest.raises(GivenUp):
            make(give_up)
        assert list(target.parent.iterdir()) == [target]
        assert target.read_bytes() == b"an older report"


def test_closing_the_dialog_gives_the_report_up(sample: Person, target: Path) -> None:
    """Esc while a report is being made closes the dialog and leaves no file."""
    dialog = report(sample)
    dialog.save.click()
    ended: list[bool] = []
    dialog.task.cancelled.connect(partial(ended.append, True))
    dialog.close()
    sample.until(lambda: ended)

    assert list(target.parent.iterdir()) == []


def test_folder_that_takes_no_file(sample: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the report cannot be written a sentence says so; the dialog stays and can save elsewhere."""
    (tmp_path / "file").write_text("not a folder")
    places = [tmp_path / "file" / "Legs.pdf", tmp_path / "Legs.pdf"]
    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: places[0])
    dialog = report(sample)
    sample.presses("Save report…", dialog)
    assert said(sample, dialog) == f"{places[0]} could not be written: not a directory."
    assert not dialog.open_file.isVisible()

    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: places[1])
    sample.presses("Save report…", dialog)
    assert said(sample, dialog) == f"Saved as {places[1]}."
    assert dialog.open_file.isVisible()

    monkeypatch.setattr(ReportDialog, "ask_path", lambda *_: places[0])
    sample.presses("Save report…", dialog)
    assert "could not be written" in said(sample, dialog)
    assert not dialog.open_file.isVisible()


def test_what_is_being_typed_is_in_the_report(person: Person, target: Path) -> None:
    """An answer still being typed when the dialog is asked for is stored and counted."""
    person.night["wakings"].entry.setFocus()
    person.types("3")
    dialog = report(person)
    person.waits()
    person.presses("Save report…", dialog)

    assert said(person, dialog) == f"Saved as {target}."
    assert "1 of 28 days" in pdf(target)


# The task itself: what progress, an end, a refusal and a bug look like from the window's thread.


def test_task_reports_progress_and_its_result(qtbot) -> None:
    """Progress arrives in order on the window's thread, then the result."""
    shares: list[float] = []
    threads: list[threading.Thread] = []

    def work(progress: Callable[[float], None]) -> str:
        threads.append(threading.current_thread())
        progress(0.5)
        progress(1.0)
        return "made"

    task = Task(work)
    task.progressed.connect(shares.append)
    with qtbot.waitSignal(task.done) as done:
        task.start()

    assert shares == [0.5, 1.0]
    assert done.args == ["made"]
    assert threads != [threading.main_thread()]


def test_task_is_given_up_at_the_next_step(qtbot) -> None:
    """After Cancel the work stops where it next tells its progress, while the window goes on answering."""
    going, asked = threading.Event(), threading.Event()
    steps: list[str] = []

    def work(progress: Callable[[float], None]) -> None:
        progress(0.1)
        going.set()
        assert asked.wait(10)
        progress(0.2)
        steps.append("went on")

    task = Task(work)
    with qtbot.waitSignal(task.cancelled):
        task.start()
        qtbot.waitUntil(going.is_set)
        task.cancel()
        asked.set()

    assert steps == []


def test_task_tells_refusals_from_bugs(qtbot) -> None:
    """A fault of the world arrives as its sentence; a bug is raised where the crash handler finds it."""

    def full(_progress: object) -> None:
        raise DiskFull

    def broken(_progress: object) -> None:
        raise ZeroDivisionError

    task = Task(full)
    with qtbot.waitSignal(task.refused) as refused:
        task.start()
    assert refused.args == ["The disk is full. Free some space, then try again."]

    task = Task(broken)
    with qtbot.captureExceptions() as raised:
        task.start()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


# The appointment.


def appointment(person: Person) -> AppointmentForm:
    """Open the dialog from the side of the diary."""
    person.until(lambda: person.page.day.isVisible())
    person.presses("Add an appointment")
    return in_front(person, person.window.findChildren(AppointmentForm)[-1])


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

    report_of = report(person)
    person.presses("Save report…", report_of)
    said(person, report_of)
    words = pdf(target)
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
    report_of = report(person)
    person.presses("Save report…", report_of)

    assert "Saved as" in said(person, report_of)
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
