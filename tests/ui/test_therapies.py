"""The therapy log: courses started, changed, ended; visits with their cost; what was spent."""

from datetime import date
from typing import TypeVar

from person import Person
from PySide6.QtCore import Qt

from ui.therapies.course_form import CourseForm, EndCourse
from ui.therapies.dialog import TherapiesDialog
from ui.therapies.visit_form import VisitForm
from ui.widgets.form import Form

TODAY, MARCH = date(2026, 11, 22), date(2026, 3, 3)
Kind = TypeVar("Kind", bound=Form)


def opens(person: Person) -> TherapiesDialog:
    """Choose it in the menu."""
    person.chooses_in_menu("Therapies…")
    return person.dialog(TherapiesDialog)


def presses(person: Person, dialog: TherapiesDialog, words: str, kind: type[Kind]) -> Kind:
    """Press a button of the list; the form it opens."""
    person.presses(words, dialog)
    return person.dialog(kind)


def stores(person: Person, form: Form, words: str = "Write it down") -> list[str]:
    """Press a button of the form; what then stands in the dialog behind it, line by line."""
    person.presses(words, form)
    assert not form.isVisible()
    dialog = person.dialog(TherapiesDialog)
    person.until(lambda: person.sitting.runner.idle and dialog.note.text())
    person.until(lambda: person.button("Start a course", dialog))
    return person.reads(dialog)


def course(person: Person, **answers: object) -> str:
    """A course of shockwave written down before the dialog is opened; its id."""
    given = {"name": "Shockwave", "place": "Bath", "price_pence": 8000, "started": MARCH, **answers}
    return person.journal.therapies.add(**given).rows[0]


def test_a_course_is_started_renamed_ended_and_removed(person: Person) -> None:
    """Each step is said and seen at once, and Undo brings a course back with its visits."""
    person.until(lambda: person.button("All treatments and what they cost"))
    person.presses("All treatments and what they cost")
    dialog = person.dialog(TherapiesDialog)
    form = presses(person, dialog, "Start a course", CourseForm)
    form.page.show_key("shockwave")
    for field, words in (
        (form.name, "Shok wave"),
        (form.place, "Bath"),
        (form.price, "80"),
        (form.planned, "6"),
        (form.started, "3/3/26"),
    ):
        person.types_into(field.entry, words)
    assert "£80 a visit · 0 of 6 visits · from 3 March 2026" in stores(person, form)

    form = presses(person, dialog, "Change: Shok wave, Bath", CourseForm)
    form.name.entry.clear()
    person.types_into(form.name.entry, "Shockwave")
    assert "Shockwave is written down." in stores(person, form)
    [log] = person.journal.therapies.logs()
    person.journal.therapies.add_visit(log.course.id, date=TODAY)

    lines = stores(person, presses(person, dialog, "End: Shockwave, Bath", EndCourse))
    assert "Shockwave, Bath ended on 22 November 2026." in lines
    assert person.journal.therapies.logs()[0].course.page == "shockwave"

    form = presses(person, dialog, "Change: Shockwave, Bath", CourseForm)
    assert "None is written down." in stores(person, form, "Remove Shockwave, Bath with its visits")
    person.presses("Undo the last change made here", dialog)
    person.until(lambda: len(person.journal.therapies.logs()[0].visits) == 1)
    assert person.journal.drafts.under("therapy_course/") == {}


def test_a_visit_is_written_down_changed_and_summed(person: Person) -> None:
    """The price is one press; nothing is chosen by itself; the sums say of how many visits they are."""
    row = course(person)
    person.journal.therapies.add_visit(row, date=MARCH)
    dialog = opens(person)
    form = presses(person, dialog, "Add a visit: Shockwave, Bath", VisitForm)
    assert form.cost.entry.text() == ""
    person.presses("£80, the price of a visit", form)
    person.scores(form.before.scores, 7)
    person.scores(form.after.scores, 0)
    lines = stores(person, form)
    assert "22 November 2026 · £80 · legs before 7 · legs after 0" in lines
    at = lines.index("Therapy")
    assert lines[at + 3 : at + 6] == ["Shockwave", "2", "£80, from 1 of 2 visits"]
    assert {"November 2026", "March 2026", "no cost written"} <= set(lines)

    form = presses(person, dialog, "Change: Shockwave, Bath, 3 March 2026", VisitForm)
    assert "The visit of 3 March 2026 was removed." in stores(
        person, form, "Remove the visit of 3 March 2026"
    )
    [visit] = person.journal.therapies.logs()[0].visits
    assert (visit.date, visit.cost_pence, visit.before, visit.after) == (TODAY, 8000, 7, 0)


def test_what_cannot_be_is_said_and_half_typed_is_kept(person: Person) -> None:
    """A fault stands beside its field and stores nothing; after Esc all of it is there again."""
    course(person)
    dialog = opens(person)
    form = presses(person, dialog, "Add a visit: Shockwave, Bath", VisitForm)
    form.date.entry.clear()
    person.types_into(form.date.entry, "1 December 2026")
    person.types_into(form.cost.entry, "lots")
    person.scores(form.before.scores, 4)
    form.note_field.setFocus()
    person.types("sore after")
    person.presses("Write it down", form)
    assert form.date.message.text() == "1 December 2026 has not come yet."
    assert form.cost.message.text().startswith("Please write an amount")
    person.keys(Qt.Key.Key_Escape)
    form = presses(person, person.dialog(TherapiesDialog), "Add a visit: Shockwave, Bath", VisitForm)
    said = form.date.entry.text(), form.cost.entry.text(), form.before.scores.score
    assert said == ("1 December 2026", "lots", 4)
    assert form.note_field.editor.toPlainText() == "sore after"
    assert person.journal.therapies.logs()[0].visits == []

    person.presses("Cancel", form)
    person.until(lambda: person.journal.drafts.under("therapy_course/") == {})
    form = presses(person, person.dialog(TherapiesDialog), "Change: Shockwave, Bath", CourseForm)
    person.types_into(form.planned.entry, "many")
    person.types_into(form.stopped.entry, "1 March 2026")
    person.presses("Write it down", form)
    assert form.planned.message.text() == "Please write a whole number up to 1,000, or leave it empty."
    assert form.stopped.message.text() == "This is before the day it was started."


def test_a_course_kept_under_the_older_key_of_a_page_shows_that_page(person: Person) -> None:
    """In the list and in the form; what is stored stays as it was until another page is chosen."""
    old = "walking-and-stretching"
    course(person, name="Walks", page=old)
    dialog = opens(person)
    assert person.button("Read about it: Walking and activity", dialog)
    form = presses(person, dialog, "Change: Walks, Bath", CourseForm)
    assert form.page.box.currentText() == "Walking and activity"
    assert form.page.key == old
    form.page.box.setCurrentIndex(form.page.box.findData("iron"))
    assert form.page.key == "iron"
