"""The room of contacts: written down, changed, copied, removed, taken back, and never lost half-typed."""

from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ui.appointments.form import AppointmentForm
from ui.contacts.dialog import ContactsDialog
from ui.contacts.form import ContactForm
from ui.search.dialog import SearchDialog
from ui.tabs import RESOURCES
from ui.therapies.course_form import CourseForm
from ui.therapies.dialog import TherapiesDialog

EMPTY = "Nobody is here yet. You could begin with your surgery, or with your physio."


def opens(person: Person) -> ContactsDialog:
    """Choose it in the menu."""
    person.chooses_in_menu("Contacts…")
    return person.dialog(ContactsDialog)


def presses(person: Person, dialog: ContactsDialog, words: str) -> ContactForm:
    """Press a button of the list; the form it opens."""
    person.presses(words, dialog)
    return person.dialog(ContactForm)


def stores(person: Person, form: ContactForm, words: str) -> list[str]:
    """Press a button of the form; what then stands in the dialog behind it, line by line."""
    person.presses(words, form)
    assert not form.isVisible()
    dialog = person.dialog(ContactsDialog)
    person.until(lambda: person.sitting.runner.idle and dialog.note.text())
    person.until(lambda: person.button("Add a contact", dialog))
    return person.reads(dialog)


def looks_for(person: Person, words: str) -> None:
    """Find it, and turn to the first that is found."""
    person.chooses_in_menu("Find…")
    dialog = person.dialog(SearchDialog)
    person.types(words)
    person.until(lambda: dialog.list.count() > 0)
    person.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)


def test_a_contact_is_added_changed_removed_and_taken_back(person: Person) -> None:
    """Each step is said and seen at once; Undo brings back what was removed."""
    dialog = opens(person)
    assert EMPTY in person.reads(dialog)
    form = presses(person, dialog, "Add a contact")
    person.presses("Add contact", form)
    assert "Please write a name." in person.reads(form)
    for field, words in ((form.name, "Castle Pool"), (form.what, "warm pool"), (form.phone, "01632  960840")):
        person.types_into(field.entry, words)
    form.page.show_key("hydrotherapy")
    lines = stores(person, form, "Add contact")
    assert lines[1:4] == ["Castle Pool", "warm pool", "01632  960840"]
    assert "Castle Pool is written down." in lines

    form = presses(person, dialog, "Change: Castle Pool, warm pool")
    form.note_field.setFocus()
    person.types("Warm on Fridays")
    assert "Warm on Fridays" in stores(person, form, "Keep it")
    [row] = person.journal.contacts.about("hydrotherapy")
    assert (row.what, row.note, row.address) == ("warm pool", "Warm on Fridays", None)

    form = presses(person, dialog, "Change: Castle Pool, warm pool")
    lines = stores(person, form, "Remove Castle Pool, warm pool")
    assert EMPTY in lines
    assert "Castle Pool, warm pool was removed." in lines
    person.presses("Undo the last change made here", dialog)
    person.until(lambda: "Warm on Fridays" in person.reads(dialog))
    assert person.journal.drafts.under("contact/") == {}


def test_a_number_is_copied(person: Person) -> None:
    """The very number, with one press, and it is said; who has no number has no such button."""
    person.journal.contacts.add(name="Ann", phone="01632 960371 (mornings)")
    person.journal.contacts.add(name="Bea")
    dialog = opens(person)
    person.keys(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "01632 960371 (mornings)"
    assert dialog.note.text() == "The number of Ann is copied."
    assert person.button("Copy number: Bea", dialog) is None


def test_a_contact_leads_to_its_page(person: Person) -> None:
    """The room closes, and the page is there; so it does from an older key of that page."""
    person.journal.contacts.add(name="Ann", page="walking-and-stretching")
    dialog = opens(person)
    person.presses("Read about it: Walking and activity, for Ann", dialog)
    assert not dialog.isVisible()
    person.until(lambda: person.window.header.current == RESOURCES)
    person.until(lambda: "Walking and activity" in person.reads(person.page))


def test_what_was_half_typed_is_there_again(person: Person) -> None:
    """After Esc, and found by its words after the program was stopped; Cancel forgets it."""
    form = presses(person, opens(person), "Add a contact")
    person.types_into(form.name.entry, "Quince Clinic")
    form.address.setFocus()
    person.types("2 Weir Lane")
    form.page.box.setFocus()
    person.keys(Qt.Key.Key_Down)
    chosen = form.page.key
    person.keys(Qt.Key.Key_Escape)
    person.until(lambda: len(person.journal.drafts.under("contact/new/")) == 3)
    person.dialog(ContactsDialog).reject()

    looks_for(person, "quince")
    form = person.dialog(ContactForm)
    assert (form.name.entry.text(), form.address.editor.toPlainText()) == ("Quince Clinic", "2 Weir Lane")
    assert form.page.key == chosen != ""
    person.presses("Cancel", form)
    person.until(lambda: person.journal.drafts.under("contact/") == {})
    assert person.journal.contacts.all() == []


def test_from_a_page_the_form_has_that_page(person: Person) -> None:
    """Also one the form itself does not offer; what was half-typed about it waits for it alone."""
    for key, title in (("shockwave", "Shockwave therapy"), ("restless-legs", "Restless legs")):
        person.sitting.dialogs.add_contact(key)
        form = person.dialog(ContactForm)
        assert form.page.box.currentText() == title
        person.types_into(form.name.entry, f"Clinic for {key}")
        person.keys(Qt.Key.Key_Escape)
        person.until(lambda key=key: person.journal.drafts.under(f"contact/from {key}/"))
    person.sitting.dialogs.add_contact()
    form = person.dialog(ContactForm)
    assert (form.page.key, form.name.entry.text()) == ("", "")
    person.keys(Qt.Key.Key_Escape)

    looks_for(person, "restless-legs")
    form = person.dialog(ContactForm)
    person.presses("Add contact", form)
    person.until(lambda: person.journal.contacts.about("restless-legs"))
    assert person.journal.drafts.under("contact/").keys() == {"from shockwave/name"}


def test_the_search_leads_to_the_contact(person: Person) -> None:
    """The room opens with the keyboard on the one that was found, and so does a half-typed change of it."""
    rows = [person.journal.contacts.add(name=name).rows[0] for name in ("Ann", "Bea", "Cai")]
    looks_for(person, "bea")
    dialog = person.dialog(ContactsDialog)
    assert person.focused.accessibleName() == "Change: Bea"
    dialog.reject()
    person.journal.drafts.keep(f"contact/{rows[2]}/phone", "01632 960999")
    looks_for(person, "960999")
    person.dialog(ContactsDialog)
    assert person.focused.accessibleName() == "Change: Cai"
    person.keys(Qt.Key.Key_Space)
    assert person.dialog(ContactForm).phone.entry.text() == "01632 960999"


def test_names_are_offered_and_never_in_the_way(person: Person) -> None:
    """With whom: Enter and Tab leave what was typed, Esc only puts the names away, Down takes one over."""
    for name in ("Riverside Physio", "Mill Road Surgery"):
        person.journal.contacts.add(name=name)
    person.sitting.dialogs.add_appointment()
    form = person.dialog(AppointmentForm)
    names = form.who.entry.completer().popup()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        form.who.setFocus()
        form.who.entry.selectAll()
        person.types("phys")
        person.until(names.isVisible)
        assert names.model().index(0, 0).data() == "Riverside Physio"
        QTest.keyClick(names, key)
        assert not names.isVisible()
        assert form.who.entry.text() == "phys"
        assert form.isVisible()
    assert not form.who.entry.hasFocus(), "Tab went on to the next field"
    form.who.setFocus()
    form.who.entry.selectAll()
    person.types("ROAD")
    person.until(names.isVisible)
    QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert form.who.entry.text() == "Mill Road Surgery"
    drafts = person.journal.drafts
    person.until(lambda: drafts.under("appointment/new/").get("who") == "Mill Road Surgery")


def test_a_place_is_offered_from_the_contacts(person: Person) -> None:
    """Where a therapy is had: a click takes the name over, and it is stored with the course."""
    person.journal.contacts.add(name="Castle Pool")
    person.chooses_in_menu("Therapies…")
    person.presses("Start a course", person.dialog(TherapiesDialog))
    form = person.dialog(CourseForm)
    person.types_into(form.name.entry, "Hydrotherapy")
    form.place.setFocus()
    person.types("pool")
    names = form.place.entry.completer().popup()
    person.until(names.isVisible)
    place = names.visualRect(names.model().index(0, 0)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.until(lambda: form.place.entry.text() == "Castle Pool")
    person.presses("Write it down", form)
    person.until(lambda: [log.course.place for log in person.journal.therapies.logs()] == ["Castle Pool"])


def test_hostile_words_are_shown_as_they_are(person: Person, hostile: str) -> None:
    """Neither markup nor length breaks the list or the form."""
    words = hostile[:2000]
    person.journal.contacts.add(
        name=words, what=words, phone=words, address=hostile, page=words, note=hostile
    )
    dialog = opens(person)
    assert words in person.reads(dialog)
    QTest.keyClick(person.focused, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == words
    person.keys(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    form = person.dialog(ContactForm)
    assert form.address.editor.toPlainText() == hostile
