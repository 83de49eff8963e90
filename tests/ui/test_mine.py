"""What is the person's own about a resource page: bookmark, note, courses, and questions to ask."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import Qt

from legjournal.library.pages import pages
from ui.appointments.form import AppointmentForm
from ui.contacts.dialog import ContactsDialog
from ui.contacts.form import ContactForm
from ui.search.dialog import SearchDialog
from ui.search.result_item import HEADING
from ui.tabs import RESOURCES
from ui.therapies.course_form import CourseForm
from ui.therapies.dialog import TherapiesDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SHOCKWAVE = pages().items["shockwave"]


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return RESOURCES


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who reads about shockwave."""
    person.turns_to(4)
    person.page.open_page("shockwave")
    return person


def listed(person: Person) -> list[str]:
    """Every line of the list, headings too."""
    items = person.page.contents.list
    return [items.item(row).data(HEADING) for row in range(items.count())]


def test_a_bookmark_puts_a_page_at_the_top(reader: Person) -> None:
    """One press by keyboard; the page stays where it is in the list besides, and Ctrl+Z takes it back."""
    before = listed(reader)
    reader.page.mine.doing.bookmark.setFocus()
    reader.keys(Qt.Key.Key_Space)
    reader.until(lambda: listed(reader)[:2] == ["Your bookmarks", SHOCKWAVE.title])
    assert listed(reader)[2:] == before
    assert reader.reads(reader.page.reader)[0] == SHOCKWAVE.title

    reader.page.contents.list.setFocus()
    reader.keys(Qt.Key.Key_Home)
    reader.until(lambda: reader.page.mine.doing.bookmark.isChecked())
    reader.keys(Qt.Key.Key_Z, held=CTRL)
    reader.until(lambda: listed(reader) == before)
    assert not reader.page.mine.doing.bookmark.isChecked()


def test_a_note_stays_with_its_page(reader: Person, hostile: str) -> None:
    """What is typed is stored also when another page is opened at once, and each page shows its own."""
    reader.page.mine.note.setFocus()
    reader.pastes(hostile)
    reader.page.open_page("iron")
    reader.until(lambda: reader.page.mine.isEnabled())
    assert reader.page.mine.note.editor.toPlainText() == ""
    assert reader.journal.page_marks.all()["shockwave"].note is not None
    reader.page.open_page("shockwave")
    reader.until(lambda: reader.page.mine.isEnabled())
    assert reader.page.mine.note.editor.toPlainText() == hostile


def test_a_note_is_found_from_the_journal(reader: Person) -> None:
    """The search of the journal leads from the note to its page."""
    reader.journal.page_marks.write("tens", "pads behind the kettle")
    reader.keys(Qt.Key.Key_F, held=CTRL)
    dialog = reader.dialog(SearchDialog)
    reader.types("kettle")
    reader.until(lambda: dialog.list.count() == 1)
    reader.keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    reader.until(lambda: reader.reads(reader.page.reader)[0] == pages().items["tens"].title)


def test_tried_this_starts_a_course_and_leads_back(reader: Person) -> None:
    """The form knows the therapy; the page then shows the course, and the course leads to the page."""
    reader.presses(f"I tried this: {SHOCKWAVE.title}")
    form = reader.dialog(CourseForm)
    assert (form.name.entry.text(), form.page.key) == (SHOCKWAVE.title, "shockwave")
    assert form.started.entry.text() == ""  # nobody said when
    reader.types_into(form.price.entry, "95")
    reader.presses("Write it down", form)
    reader.until(lambda: "£95 a visit · 0 visits" in reader.reads(reader.page.mine))
    reader.until(lambda: reader.button("See your therapies"))
    reader.presses("See your therapies")
    reader.page.open_page("iron")
    reader.presses(f"Read about it: {SHOCKWAVE.title}", reader.dialog(TherapiesDialog))
    reader.until(lambda: reader.reads(reader.page.reader)[0] == SHOCKWAVE.title)


def test_a_course_begun_from_a_page_goes_on(reader: Person) -> None:
    """Closed half-way it is there again from the same page, and never in the way of another course."""
    reader.presses(f"I tried this: {SHOCKWAVE.title}")
    form = reader.dialog(CourseForm)
    reader.types_into(form.place.entry, "Bath")
    form.reject()
    reader.page.open_page("acupuncture")
    reader.presses(f"I tried this: {pages().items['acupuncture'].title}")
    other = reader.dialog(CourseForm)
    assert (other.place.entry.text(), other.page.key) == ("", "acupuncture")
    other.reject()
    reader.page.open_page("shockwave")
    reader.presses(f"I tried this: {SHOCKWAVE.title}")
    assert reader.dialog(CourseForm).place.entry.text() == "Bath"


def test_only_a_therapy_can_have_been_tried(reader: Person) -> None:
    """A page about a GP has no such button; one can still ask about it."""
    reader.page.open_page("seeing-a-gp")
    assert not reader.page.mine.doing.tried.isVisible()
    assert reader.page.mine.doing.ask.isVisible()


def test_ask_about_this_goes_to_the_next_appointment(reader: Person) -> None:
    """The next appointment opens at the questions of the page; the one chosen then stands beside the page."""
    soon = reader.journal.clock.now() + timedelta(days=3)
    reader.journal.appointments.add(at=soon, with_whom="Dr Khan")
    reader.presses(f"Ask about this: {SHOCKWAVE.title}")
    form = reader.dialog(AppointmentForm)
    assert form.who.entry.text() == "Dr Khan"
    question = SHOCKWAVE.questions_to_ask[0]
    reader.presses(f"Ask: {question}", form)
    reader.presses("Keep it", form)
    reader.until(lambda: question in reader.reads(reader.page.mine))
    [kept] = reader.journal.appointments.all()
    assert kept.questions == [question]


def test_ask_about_this_without_an_appointment(reader: Person) -> None:
    """A new appointment is begun, with the questions of the page in sight."""
    reader.presses(f"Ask about this: {SHOCKWAVE.title}")
    form = reader.dialog(AppointmentForm)
    assert form.windowTitle() == "Add an appointment"
    assert all(reader.button(f"Ask: {words}", form) for words in SHOCKWAVE.questions_to_ask)


def test_a_contact_is_added_from_a_page(reader: Person) -> None:
    """The form knows the page; the contact then stands beside it with its number, and leads to the others."""
    reader.presses("Add a contact to this page")
    form = reader.dialog(ContactForm)
    reader.types_into(form.name.entry, "Mill Lane Physio")
    reader.types_into(form.phone.entry, "01632 960001")
    reader.presses("Add contact", form)
    reader.until(lambda: "Mill Lane Physio · 01632 960001" in reader.reads(reader.page.mine))
    reader.presses("See your contacts")
    assert "Mill Lane Physio" in reader.reads(reader.dialog(ContactsDialog))


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (200, 640)])
def test_nothing_of_ones_own_is_clipped(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, size: int, width: int
) -> None:
    """An endless course name breaks inside; the page is never wider than the window."""
    path = tmp_path / "journal.legjournal"
    path.write_bytes(empty_file.read_bytes())
    reader = open_window(path, text_size=size)
    reader.window.resize(width, 768)
    reader.journal.therapies.add(name="w" * 200, page="shockwave")
    reader.turns_to(4)
    reader.page.open_page("shockwave")
    reader.until(lambda: any(words.startswith("w" * 50) for words in reader.reads(reader.page.mine)))
    for widget in (reader.page.mine, reader.page.mine.doing, reader.page.reader):
        right = widget.mapTo(reader.window, widget.rect().topRight()).x()
        assert right <= width
