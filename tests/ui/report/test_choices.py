"""What can be chosen for a report, by hand: readers, sections, what of the person is printed, a password."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from person import Person
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from report_steps import opens_report, says, sees, words_of

from legjournal.library.nations import Nation
from legjournal.report.choices import PRESETS, Audience, Section
from legjournal.report.noted_days import noted_days
from legjournal.report.own_details import own_details
from legjournal.report.periods import Days
from legjournal.report.section_names import name_of_section
from legjournal.trends.period import Period
from ui.report.dialog import ReportDialog
from ui.report.note_list import MOST

DAY = date(2026, 11, 22)


def comes_back(person: Person, open_window: Callable[..., Person]) -> tuple[Person, ReportDialog]:
    """Close the window, and open journal and room again."""
    person.waits()
    path = person.journal.path
    assert person.closes()
    again = open_window(path)
    return again, opens_report(again)


def types_details(person: Person, dialog: ReportDialog, name: str, born: str, number: str) -> None:
    """Fill the fields of the person's own details, leaving each with Tab."""
    if not dialog.panel.details_fold.isChecked():
        dialog.panel.details_fold.click()
    fields = dialog.panel.details
    for field, words in ((fields.name, name), (fields.born, born), (fields.number, number)):
        field.entry.setFocus()
        person.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
        person.types(words)
        person.keys(Qt.Key.Key_Tab)
    person.waits()


def test_choices_are_remembered(sample: Person, open_window: Callable[..., Person]) -> None:
    """Reader, days and sections are those of the last time, also after a restart."""
    dialog = opens_report(sample)
    assert (dialog.panel.audience, sees(sample, dialog).period) == (
        Audience.GP,
        Period(date(2026, 10, 26), DAY),
    )
    dialog.panel.sections.rows[Section.LEGS].box.click()
    sample.chooses("A physiotherapist", dialog)
    sample.chooses("The last 3 months", dialog)
    sees(sample, dialog)
    again, dialog = comes_back(sample, open_window)

    report = sees(again, dialog)
    assert report.choices.sections == PRESETS[Audience.PHYSIO]
    assert report.period == Period(date(2026, 8, 24), DAY)
    again.chooses("A GP", dialog)
    assert Section.LEGS not in sees(again, dialog).choices.sections
    assert not dialog.panel.sections.rows[Section.LEGS].box.isChecked()


def test_only_an_own_report_has_an_order_of_its_own(
    sample: Person, open_window: Callable[..., Person]
) -> None:
    """Its sections can be moved, the keyboard going with them; a reader's cannot."""
    dialog = opens_report(sample)
    assert sample.button("Move down: Test results", dialog) is None
    sample.chooses("My own choice", dialog)
    sees(sample, dialog)
    assert not sample.button("Move up: Sleep, night by night", dialog).isEnabled()
    down = sample.button("Move down: Sleep, night by night", dialog)
    down.setFocus()
    sample.keys(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert sample.focused is down
    assert sees(sample, dialog).choices.sections[:3] == (Section.LEGS, Section.ROUTINE, Section.SLEEP)
    for _ in range(len(Section) - 3):
        sample.keys(Qt.Key.Key_Space)
    assert sample.focused.accessibleName() == "Move up: Sleep, night by night"
    sample.keys(Qt.Key.Key_Backtab)
    assert sample.focused is dialog.panel.sections.rows[Section.SLEEP].box

    again, dialog = comes_back(sample, open_window)
    assert sees(again, dialog).choices.sections[-1] is Section.SLEEP


def test_tab_goes_through_the_choices_in_their_order(sample: Person) -> None:
    """Also after another reader was chosen, whose sections are others, and after one of them was moved."""
    dialog = opens_report(sample)
    sample.chooses("A pain clinic", dialog)
    sample.chooses("My own choice", dialog)
    sees(sample, dialog)
    sample.presses("Move down: Test results", dialog)
    dialog.panel.days.choices[Days.FOUR_WEEKS].setFocus()
    names = []
    for _ in range(3 * len(Section)):
        sample.keys(Qt.Key.Key_Tab)
        names.append(sample.focused.accessibleName() or sample.focused.text())
    boxes = [name for name in names if not name.startswith("Move")]
    expected = [name_of_section(section) for section in dialog.panel.sections.choice.order]

    assert boxes[: len(expected)] == expected
    assert boxes[len(expected)] == "Your name and number"
    assert names[1:4] == [
        "Move down: Sleep, night by night",
        "Legs: where and when",
        "Move up: Legs: where and when",
    ]


def test_since_the_last_appointment(person: Person, open_window: Callable[..., Person]) -> None:
    """There is such a choice as soon as there was an appointment; its days are shown."""
    dialog = opens_report(person)
    assert Days.SINCE_APPOINTMENT not in dialog.panel.days.choices
    dialog.close()
    person.journal.appointments.add(at=datetime.fromisoformat("2026-10-07T16:40+01:00"), with_whom="GP")
    person.returns()
    dialog = opens_report(person)
    person.chooses("Since the last appointment", dialog)

    assert sees(person, dialog).period == Period(date(2026, 10, 7), DAY)
    assert dialog.panel.days.first.text() == "7 October 2026"


def test_nothing_of_the_person_is_printed_unasked(sample: Person) -> None:
    """Name, date of birth and number are folded away and empty."""
    dialog = opens_report(sample)
    printed = sees(sample, dialog).choices.person

    assert (printed.name, printed.born, printed.number) == ("", None, "")
    assert not dialog.panel.details.isVisible()


def test_own_details_are_printed_and_kept_in_the_journal(
    sample: Person, open_window: Callable[..., Person], tmp_path: Path
) -> None:
    """As they are understood; the settings of the computer learn nothing of them."""
    dialog = opens_report(sample)
    types_details(sample, dialog, "Sample Person", "14/3/61", "9434765919")
    fields = dialog.panel.details
    assert (fields.born.entry.text(), fields.number.entry.text()) == ("14 March 1961", "943 476 5919")
    printed = sees(sample, dialog).choices.person
    assert (printed.name, printed.born, printed.number) == (
        "Sample Person",
        date(1961, 3, 14),
        "943 476 5919",
    )

    again, dialog = comes_back(sample, open_window)
    assert dialog.panel.details.isVisible()
    assert sees(again, dialog).choices.person == printed
    others = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".legjournal"]
    assert not any(b"Sample Person" in path.read_bytes() for path in others)


def test_a_wrong_number_is_explained_and_not_printed(sample: Person) -> None:
    """The sentence stands beside the field, is read out with it, and goes once the number is right."""
    dialog = opens_report(sample)
    types_details(sample, dialog, "", "31/2/61", "943 476 5918")
    fields = dialog.panel.details
    assert "last digit of this NHS number" in fields.number.message.text()
    assert fields.number.entry.accessibleDescription() == fields.number.message.text()
    assert fields.born.message.text().startswith("This is not a day in the past.")
    printed = sees(sample, dialog).choices.person
    assert (printed.born, printed.number) == (None, "")
    assert own_details(sample.journal.preferences).number == "943 476 5918"

    types_details(sample, dialog, "", "31/3/61", "943 476 5919")
    assert fields.number.message.text() == fields.born.message.text() == ""
    assert sees(sample, dialog).choices.person.number == "943 476 5919"


@pytest.mark.parametrize(
    ("nation", "name"),
    [(Nation.SCOTLAND, "CHI number"), (Nation.NORTHERN_IRELAND, "Health and Care number")],
)
def test_the_number_is_called_as_in_the_persons_nation(person: Person, nation: Nation, name: str) -> None:
    """In Scotland and in Northern Ireland it has another name."""
    person.journal.nation.choose(nation)
    dialog = opens_report(person)

    assert dialog.panel.details.number.entry.accessibleName() == name
    assert sees(person, dialog).choices.person.number_name == name


def test_notes_are_printed_only_if_picked(sample: Person) -> None:
    """None is ticked; one that is ticked is wanted, for as long as its day is in the period."""
    dialog = opens_report(sample)
    dialog.panel.notes_fold.click()
    shown = dialog.panel.notes.list
    sample.until(shown.count)
    assert sees(sample, dialog).choices.notes == frozenset()
    shown.setFocus()
    shown.setCurrentRow(0)
    sample.keys(Qt.Key.Key_Space)
    [picked] = sees(sample, dialog).choices.notes
    assert picked == noted_days(sample.journal, dialog.panel.days.period)[0][0]
    assert Section.NOTES in sees(sample, dialog).choices.sections

    fewer = shown.count()
    sample.chooses("The last 3 months", dialog)
    sample.until(lambda: shown.count() > fewer)
    assert sees(sample, dialog).choices.notes == {picked}
    dialog.panel.days.choose(Days.OWN)
    dialog.panel.days.last.setDate(dialog.panel.days.first.date())
    report = sees(sample, dialog)
    assert (report.choices.notes, Section.NOTES in report.choices.sections) == (frozenset(), False)


def test_a_list_of_notes_reads_as_boxes(sample: Person) -> None:
    """A screen reader finds each day with its note, and whether it is ticked."""
    dialog = opens_report(sample)
    dialog.panel.notes_fold.click()
    sample.until(dialog.panel.notes.list.count)
    interface = QAccessible.queryAccessibleInterface(dialog.panel.notes.list)
    entry = interface.child(0)

    assert "November 2026: " in entry.text(QAccessible.Text.Name)
    assert entry.state().checkable
    assert not entry.state().checked


def test_many_notes(person: Person) -> None:
    """Of a great many the latest are offered, and it is said how to come to the others."""
    for number in range(MOST + 1):
        person.journal.diary.record(DAY - timedelta(days=number), note=f"Note {number}")
    dialog = opens_report(person)
    person.chooses("Everything", dialog)
    dialog.panel.notes_fold.click()
    shown = dialog.panel.notes.list
    person.until(shown.count)

    assert shown.count() == MOST
    assert shown.item(0).text() == "22 November 2026: Note 0"
    assert dialog.panel.notes.more.isVisible()


def test_no_notes(person: Person) -> None:
    """Without a note there is a sentence in place of the list."""
    dialog = opens_report(person)
    dialog.panel.notes_fold.click()
    person.until(dialog.panel.notes.none.isVisible)
    assert not dialog.panel.notes.list.isVisible()


def test_the_numbers_only_if_asked_for(sample: Person, target: Path) -> None:
    """The file carries its numbers when that is ticked, and the pages are the same."""
    dialog = opens_report(sample)
    sees(sample, dialog)
    dialog.panel.file_fold.click()
    dialog.panel.file.attaching.click()
    sample.presses("Save report…", dialog)
    says(sample, dialog)

    assert list(PdfReader(target).attachments) == ["report.json"]
    assert words_of(target.read_bytes()) == words_of(dialog.preview.shown.pdf)


def types_password(person: Person, dialog: ReportDialog, first: str, again: str) -> None:
    """Ask for a password, and type it twice."""
    if not dialog.panel.file_fold.isChecked():
        dialog.panel.file_fold.click()
        dialog.panel.file.sealing.click()
    for field, words in ((dialog.panel.file.first, first), (dialog.panel.file.again, again)):
        field.entry.setFocus()
        person.pastes(words)


def test_a_password_only_if_asked_for(sample: Person, target: Path) -> None:
    """There is none unless it is ticked; then the file opens with it alone, and it is kept nowhere."""
    dialog = opens_report(sample)
    types_password(sample, dialog, "grey heron", "grey heron")
    warned = " ".join(sample.reads(dialog.panel.file))
    assert "The computers of many surgeries refuse a file with a password." in warned
    sample.presses("Save report…", dialog)
    assert says(sample, dialog) == f"Saved as {target}."
    assert "self-reported" in words_of(target.read_bytes(), "grey heron").lower()

    dialog.close()
    assert dialog.panel.file.first.entry.text() == ""
    sample.returns()
    dialog = opens_report(sample)
    assert not dialog.panel.file.sealing.isChecked()
    sample.presses("Save report…", dialog)
    says(sample, dialog)
    assert "self-reported" in words_of(target.read_bytes()).lower()


def test_for_archives(sample: Person, target: Path) -> None:
    """PDF/A with its numbers inside; a password and an archive exclude each other, and both can be seen."""
    dialog = opens_report(sample)
    types_password(sample, dialog, "grey heron", "grey heron")
    dialog.panel.file.archiving.click()
    assert not dialog.panel.file.sealing.isChecked()
    assert dialog.panel.file.first.entry.text() == ""
    dialog.panel.file.attaching.click()
    sample.presses("Save report…", dialog)
    says(sample, dialog)
    assert b"pdfaid:part>3<" in PdfReader(target).root_object["/Metadata"].get_data()
    dialog.panel.file.sealing.click()
    assert not dialog.panel.file.archiving.isChecked()


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("", "", "Please type a password, or take the tick away."),
        ("ŵ" * 64, "ŵ" * 64, "This password is too long for a PDF. Please choose a shorter one."),
        ("heron", "herons", "This is not the same. Tick “Show what I type” to compare the two."),
    ],
)
def test_a_password_that_is_not_right_yet(
    sample: Person, target: Path, first: str, again: str, said: str
) -> None:
    """It is said beside the field, and nothing is saved."""
    dialog = opens_report(sample)
    types_password(sample, dialog, first, again)
    sample.presses("Save report…", dialog)
    options = dialog.panel.file

    assert said in (options.first.message.text(), options.again.message.text())
    assert not target.exists()


def test_what_is_chosen_in_a_journal_to_read_only(
    sample: Person, open_window: Callable[..., Person], target: Path
) -> None:
    """It holds for the report that is made, and nothing is stored."""
    path = sample.journal.path
    assert sample.closes()
    before = path.read_bytes()
    path.chmod(0o400)
    person = open_window(path)
    if not person.journal.read_only:  # whoever runs the tests may write everywhere
        person.journal.stop_saving()
    before = path.read_bytes()
    dialog = opens_report(person)
    person.chooses("A pain clinic", dialog)
    types_details(person, dialog, "Sample Person", "", "")
    assert sees(person, dialog).choices.person.name == "Sample Person"
    person.waits()

    assert path.read_bytes() == before
    assert QApplication.activeModalWidget() is dialog
