"""The dialog of medicines and test results: written down, changed, stopped, put right, and never lost."""

import shutil
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from lock_steps import is_locked
from person import PASSPHRASE, Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from legjournal.models.medicines import Medicine, Regularity
from ui.medicines.change_forms import ChangeDose, StopMedicine
from ui.medicines.dialog import MedicinesDialog
from ui.medicines.result_form import ResultForm
from ui.medicines.whole_form import AddMedicine, CorrectMedicine
from ui.opening.claim import lock_beside
from ui.widgets.field import Field
from ui.widgets.form import Form

TODAY = date(2026, 11, 22)
MARCH, MAY, JULY = date(2026, 3, 3), date(2026, 5, 2), date(2026, 7, 1)
CTRL = Qt.KeyboardModifier.ControlModifier
Kind = TypeVar("Kind", bound=Form)


def opens(person: Person) -> MedicinesDialog:
    """Press Ctrl+M."""
    person.keys(Qt.Key.Key_M, held=CTRL)
    person.until(lambda: any(d.isVisible() for d in person.window.findChildren(MedicinesDialog)))
    return person.dialog(MedicinesDialog)


def presses(person: Person, dialog: MedicinesDialog, words: str, kind: type[Kind]) -> Kind:
    """Press a button of the list; the form it opens."""
    person.presses(words, dialog)
    return person.dialog(kind)


def fills(person: Person, form: Form, **typed: str) -> None:
    """Type into the named fields of a form."""
    for name, words in typed.items():
        field = form.fields[name]
        assert isinstance(field, Field)
        field.entry.setFocus()
        person.pastes(words)
        person.keys(Qt.Key.Key_Tab)
    person.waits()


def writes_down(person: Person, form: Form) -> list[str]:
    """Press the button of a form; what then stands in the dialog behind it, line by line."""
    person.presses("Write it down", form)
    assert not form.isVisible(), faults(form)
    dialog = person.dialog(MedicinesDialog)
    person.until(lambda: person.sitting.runner.idle and dialog.note.text())
    person.until(lambda: person.button("Write down a test result", dialog))  # the list made anew is in sight
    return person.reads(dialog)


def faults(form: Form) -> list[str]:
    """What is said beside the fields."""
    return [field.message.text() for field in form.fields.values() if field.message.text()]


def rows(person: Person) -> list[tuple[str, str | None, date | None, date | None]]:
    """Every medicine: name, dose, first and last day."""
    threads = person.journal.medicines.histories()
    return [(row.name, row.dose, row.started, row.stopped) for thread in threads for row in thread]


def add(person: Person, name: str = "Pregabalin", **answers: object) -> Medicine:
    """A medicine written down before the dialog is opened."""
    given = {"dose": "75 mg", "started": MARCH, "why": "nerve pain", **answers}
    person.journal.medicines.add(name=name, **given)
    return next(row for thread in person.journal.medicines.histories() for row in thread if row.name == name)


def test_a_medicine_is_written_down(person: Person) -> None:
    """As typed, with a day as a Briton types it; it stands in the list, and the dialog says so."""
    dialog = opens(person)
    assert "Nothing is written down." in person.reads(dialog)
    form = presses(person, dialog, "Write down a medicine", AddMedicine)
    fills(person, form, name="Codeine", dose="30 mg, 1 or 2 tablets", started="3/3/26", why="bad nights")
    assert form.started.entry.text() == "3 March 2026"
    person.presses("only as needed", form)
    lines = writes_down(person, form)

    assert rows(person) == [("Codeine", "30 mg, 1 or 2 tablets", MARCH, None)]
    assert "Codeine 30 mg, 1 or 2 tablets" in lines
    assert "only as needed · since 3 March 2026 · bad nights" in lines
    assert "Codeine is written down." in lines
    assert person.journal.drafts.under("medicine/") == {}


def test_what_is_missing_or_cannot_be_is_said_beside_its_field(person: Person) -> None:
    """Nothing is stored until it is right, and nothing typed goes away meanwhile."""
    form = presses(person, opens(person), "Write down a medicine", AddMedicine)
    person.presses("Write it down", form)
    assert faults(form) == ["Please write what it is called.", "Please press one of the two."]
    assert form.name.entry.hasFocus()
    fills(person, form, name="Codeine", dose="x" * 2001, started="soon", stopped="23 November 2026")
    person.presses("regularly", form)
    person.presses("Write it down", form)
    assert faults(form) == [
        "This is too long to keep. Please use at most 2,000 letters.",
        "Please write the day, the month and the year, for example 3 March 2026. "
        "Leave it empty if you do not know.",
        "23 November 2026 has not come yet.",
    ]
    fills(person, form, dose="30 mg", started="3 March 2026", stopped="2 March 2026")
    person.presses("Write it down", form)
    assert faults(form) == ["This is before the day it was started."]
    assert rows(person) == []

    fills(person, form, stopped="")
    writes_down(person, form)
    assert rows(person) == [("Codeine", "30 mg", MARCH, None)]


def test_a_new_dose_keeps_the_old_one(person: Person) -> None:
    """The old dose is kept below with its days, and the new one stands above."""
    add(person)
    form = presses(person, opens(person), "New dose: Pregabalin 75 mg", ChangeDose)
    assert form.dose.entry.selectedText() == "75 mg"
    person.presses("Write it down", form)
    assert faults(form) == ["This is how you take it already. Please write the new dose."]
    fills(person, form, dose="150 mg", **{"from": "2 May"})
    lines = writes_down(person, form)

    assert rows(person) == [
        ("Pregabalin", "75 mg", MARCH, date(2026, 5, 1)),
        ("Pregabalin", "150 mg", MAY, None),
    ]
    assert "Pregabalin 150 mg" in lines
    assert "Pregabalin 75 mg from 3 March, 150 mg from 2 May 2026: nerve pain" in lines


def test_a_medicine_is_stopped(person: Person) -> None:
    """With the last day and the reason; it is gone from what is taken now, and its whole history stays."""
    medicine = add(person)
    person.journal.medicines.change(medicine.id, MAY, dose="150 mg")
    form = presses(person, opens(person), "Stopped: Pregabalin 150 mg", StopMedicine)
    assert form.last_day.entry.text() == "22 November 2026"
    fills(person, form, stopped="1 May 2026")
    person.presses("Write it down", form)
    assert faults(form) == ["It was only started on 2 May 2026."]
    fills(person, form, stopped="1/7", why="dizzy")
    lines = writes_down(person, form)

    assert rows(person)[-1] == ("Pregabalin", "150 mg", MAY, JULY)
    assert "Pregabalin 75 mg from 3 March, 150 mg from 2 May, stopped 1 July 2026: dizzy" in lines
    assert "Nothing is written down." in lines


def test_a_history_with_a_break(person: Person) -> None:
    """Taken again after some time, it says until when it was taken before, and under which name."""
    medicine = add(person, stopped=MAY, why=None)
    person.journal.medicines.change(
        medicine.id, JULY, name="Lyrica", dose=None, regularity=Regularity.AS_NEEDED
    )
    lines = person.reads(opens(person))

    assert "Pregabalin 75 mg from 3 March until 2 May 2026, Lyrica as needed from 1 July 2026" in lines


def test_a_slip_of_the_pen_is_put_right(person: Person) -> None:
    """The same entry says something else; that of a dose before cannot begin after the next."""
    medicine = add(person, "Pregablin")
    person.journal.medicines.change(medicine.id, MAY, dose="150 mg")
    form = presses(person, opens(person), "Put right: Pregablin 150 mg", CorrectMedicine)
    fills(person, form, name="Pregabalin", started="2 March 2026")
    person.presses("Write it down", form)
    assert faults(form) == [
        "The dose before it began on 3 March 2026, so this one cannot have begun earlier."
    ]
    fills(person, form, started="1 July 2026")
    writes_down(person, form)
    assert rows(person) == [
        ("Pregablin", "75 mg", MARCH, date(2026, 6, 30)),
        ("Pregabalin", "150 mg", JULY, None),
    ]

    dialog = person.dialog(MedicinesDialog)
    past = presses(person, dialog, "Put right: Pregablin 75 mg, in the past 3 March 2026", CorrectMedicine)
    assert not past.stopped.isVisible()
    fills(person, past, name="Pregabalin")
    writes_down(person, past)
    assert [name for name, *_ in rows(person)] == ["Pregabalin", "Pregabalin"]


@pytest.mark.parametrize("how", ["button", "key"])
def test_removed_and_taken_back(person: Person, how: str) -> None:
    """What was removed by mistake comes back from where it went, with its doses."""
    medicine = add(person, "Codeine", regularity=Regularity.AS_NEEDED)
    person.journal.medicines.record_dose(medicine.id)
    dialog = opens(person)
    assert not dialog.undo.isEnabled()
    form = presses(person, dialog, "Put right: Codeine 75 mg", CorrectMedicine)
    person.presses("Remove", form)
    person.until(lambda: dialog.note.text() == "Codeine was removed.")
    assert rows(person) == []

    person.dialog(MedicinesDialog)
    if how == "button":
        person.presses("Undo", dialog)
    else:
        person.keys(Qt.Key.Key_Z, held=CTRL)
    person.until(lambda: dialog.note.text() == "Taken back.")
    assert len(rows(person)) == len(person.journal.medicines.doses(TODAY)) == 1
    person.until(lambda: "Codeine 75 mg" in person.reads(dialog))
    assert not dialog.undo.isEnabled()


def test_undo_takes_back_only_what_was_done_here(person: Person) -> None:
    """A form stored without a change leaves nothing to take back, least of all yesterday's entry."""
    add(person)
    person.journal.diary.record(TODAY, mood=4)
    dialog = opens(person)
    writes_down(person, presses(person, dialog, "Put right: Pregabalin 75 mg", CorrectMedicine))
    assert not dialog.undo.isEnabled()
    person.keys(Qt.Key.Key_Z, held=CTRL)
    person.waits()

    assert person.journal.diary.day(TODAY).mood == 4


def test_undo_of_the_window_reaches_it_too(person: Person) -> None:
    """After the dialog is closed Ctrl+Z takes the last of it back, and stays on the day in sight."""
    form = presses(person, opens(person), "Write down a medicine", AddMedicine)
    fills(person, form, name="Codeine")
    person.presses("regularly", form)
    writes_down(person, form)
    person.presses("Close", person.dialog(MedicinesDialog))
    person.returns()
    person.page.night.fields["wakings"].entry.setFocus()
    person.keys(Qt.Key.Key_Z, held=CTRL)
    person.waits()

    assert rows(person) == []
    assert person.window.day == TODAY


def test_undo_of_a_result_stays_on_the_day_in_sight(person: Person) -> None:
    """The day of the test has no page on which it stands."""
    stored = partial(person.journal.results.add, name="Ferritin", number=1, date=MARCH)
    person.sitting.runner.run(stored)
    person.waits()
    person.page.night.fields["wakings"].entry.setFocus()
    person.keys(Qt.Key.Key_Z, held=CTRL)
    person.waits()

    assert person.journal.results.all() == []
    assert person.window.day == TODAY


# Nothing typed is lost.


@pytest.mark.parametrize("how", ["Esc", "window"])
def test_a_form_closed_half_way_is_as_it_was_left(person: Person, how: str) -> None:
    """Also the choice and a day that is none; Cancel gives all of it up."""
    dialog = opens(person)
    form = presses(person, dialog, "Write down a medicine", AddMedicine)
    fills(person, form, name="Code", started="soon")
    person.presses("only as needed", form)
    form.why.entry.setFocus()
    person.types("half a wo")
    person.keys(Qt.Key.Key_Escape) if how == "Esc" else form.close()
    person.waits()
    assert rows(person) == []
    person.dialog(MedicinesDialog)
    again = presses(person, dialog, "Write down a medicine", AddMedicine)

    assert [again.name.entry.text(), again.started.entry.text()] == ["Code", "soon"]
    assert again.why.entry.text() == "half a wo"
    assert again.taken.regularity is Regularity.AS_NEEDED
    assert "This is as you left it. Cancel gives up what you typed." in person.reads(again)
    person.presses("Cancel", again)
    assert person.journal.drafts.under("medicine/") == {}
    person.dialog(MedicinesDialog)
    assert presses(person, dialog, "Write down a medicine", AddMedicine).name.entry.text() == ""


def test_each_form_keeps_its_own(person: Person) -> None:
    """What is typed as the new dose of one medicine is not offered for another; an emptied field stays so."""
    add(person, "One")
    add(person, "Other")
    dialog = opens(person)
    fills(person, presses(person, dialog, "New dose: One 75 mg", ChangeDose), dose="150 mg", why="")
    person.keys(Qt.Key.Key_Escape)
    person.dialog(MedicinesDialog)
    other = presses(person, dialog, "New dose: Other 75 mg", ChangeDose)
    assert (other.dose.entry.text(), other.why.entry.text()) == ("75 mg", "nerve pain")
    person.keys(Qt.Key.Key_Escape)
    person.dialog(MedicinesDialog)
    one = presses(person, dialog, "New dose: One 75 mg", ChangeDose)
    assert (one.dose.entry.text(), one.why.entry.text()) == ("150 mg", "")


def test_locked_half_way(inside: Person) -> None:
    """Ctrl+L over an open form locks, and after the passphrase it is as it was left."""
    dialog = opens(inside)
    form = presses(inside, dialog, "Write down a medicine", AddMedicine)
    form.name.entry.setFocus()
    inside.types("Codei")
    inside.keys(Qt.Key.Key_L, held=CTRL)
    inside.until(lambda: is_locked(inside))
    inside.unlocks(PASSPHRASE)
    inside.until(inside.page.day.isVisible)
    inside.page.night.fields["wakings"].entry.setFocus()

    again = presses(inside, opens(inside), "Write down a medicine", AddMedicine)
    assert again.name.entry.text() == "Codei"


# Test results.


def test_a_result_is_written_down(person: Person) -> None:
    """The name may be pressed; number and unit stay as typed, and no word is said about them."""
    form = presses(person, opens(person), "Write down a test result", ResultForm)
    person.presses("Test: Ferritin", form)
    assert form.name.entry.text() == "Ferritin"
    assert form.number.entry.hasFocus()
    fills(person, form, number="45.20", unit="micrograms/L", date="yesterday")
    lines = writes_down(person, form)

    [row] = person.journal.results.all()
    assert (row.number, row.unit, row.date) == (45.2, "micrograms/L", date(2026, 11, 21))
    place = lines.index("Ferritin")
    assert lines[place + 1] == "45.2 micrograms/L, 21 November 2026"
    assert "Ferritin is written down." in lines


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Please write the number, for example 45.2."),
        (
            "<10",
            "Only a plain number can be kept here. You could write “<10” in the notes of that day.",
        ),
        ("45,2", "Please write it without a comma, for example 1250 or 45.2."),
        ("45 ug/L", "This is not a plain number. Try 45.2, and write the unit in its own field."),
        ("nan", "This is not a plain number. Try 45.2, and write the unit in its own field."),
    ],
)
def test_what_is_no_number_is_explained(person: Person, typed: str, said: str) -> None:
    """In words that say what to do, beside the field; nothing is stored."""
    form = presses(person, opens(person), "Write down a test result", ResultForm)
    fills(person, form, name="Ferritin", number=typed, date="3 March 2026")
    person.presses("Write it down", form)

    assert faults(form) == [said]
    assert person.journal.results.all() == []


def test_results_stand_test_by_test_newest_first(person: Person) -> None:
    """One heading for a test, however its name was typed."""
    for name, number, day in (("Ferritin", 24, MARCH), ("HbA1c", 38, MAY), ("ferritin ", 58, JULY)):
        person.journal.results.add(name=name, number=number, unit="u", date=day)
    lines = person.reads(opens(person))

    first = lines.index("ferritin ")
    assert lines[first + 1 : first + 3] == ["58 u, 1 July 2026", "24 u, 3 March 2026"]
    assert lines[first + 3 : first + 5] == ["HbA1c", "38 u, 2 May 2026"]


def test_a_result_is_put_right_and_removed(person: Person) -> None:
    """The same entry; one that was removed comes back with Undo."""
    person.journal.results.add(name="Ferritin", number=24, unit="u", date=MARCH)
    dialog = opens(person)
    form = presses(person, dialog, "Put right: Ferritin, 24 u, 3 March 2026", ResultForm)
    assert form.number.entry.text() == "24"
    fills(person, form, number="42")
    writes_down(person, form)
    assert [row.number for row in person.journal.results.all()] == [42]

    form = presses(person, dialog, "Put right: Ferritin, 42 u, 3 March 2026", ResultForm)
    person.presses("Remove", form)
    person.until(lambda: dialog.note.text() == "Ferritin was removed.")
    assert person.journal.results.all() == []
    person.dialog(MedicinesDialog)
    person.presses("Undo", dialog)
    assert [row.number for row in person.journal.results.all()] == [42]


# Whatever is typed.


def test_hostile_words_are_only_text(
    person: Person, hostile: str, open_window: Callable[..., Person]
) -> None:
    """In every field of a medicine and of a result: shown letter for letter, stored so, or explained."""
    began = time.monotonic()
    dialog = opens(person)
    form = presses(person, dialog, "Write down a medicine", AddMedicine)
    fills(person, form, name=hostile, dose=hostile, why=hostile, started=hostile)
    form.grab()
    person.presses("regularly", form)
    person.presses("Write it down", form)
    too_long = len(hostile) > 2000
    assert len(faults(form)) == (4 if too_long else 1)
    assert form.name.entry.text() == hostile
    if too_long:
        assert faults(form)[0] == "This is too long to keep. Please use at most 2,000 letters."
        hostile = hostile[:2000].strip()
        fills(person, form, name=hostile, dose=hostile, why=hostile)
    fills(person, form, started="")
    lines = writes_down(person, form)
    dialog.grab()
    assert f"{hostile} {hostile}" in lines
    result = presses(person, dialog, "Write down a test result", ResultForm)
    fills(person, result, name=hostile, unit=hostile, number="1", date="today")
    lines = writes_down(person, result)
    dialog.grab()
    assert time.monotonic() - began < 4

    assert f"1 {hostile}, 22 November 2026" in lines
    assert rows(person) == [(hostile, hostile, None, None)]
    [row] = person.journal.results.all()
    assert (row.name, row.unit) == (hostile, hostile)
    assert person.journal.problems() == []
    assert dialog.body.totalMinimumSize().width() < 640


def test_a_pasted_picture_is_no_text(person: Person) -> None:
    """A field takes words only: nothing happens."""
    form = presses(person, opens(person), "Write down a medicine", AddMedicine)
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QApplication.clipboard().setImage(picture)
    for field in (form.name, form.dose, form.started, form.why):
        field.entry.setFocus()
        person.keys(Qt.Key.Key_V, held=CTRL)
        assert field.entry.text() == ""


@pytest.mark.parametrize("name", ["\0", "\0Codeine", " \t ", "\u2028"])
def test_a_name_of_nothing(person: Person, name: str) -> None:
    """What no eye can see is no name, and none begins with it."""
    form = presses(person, opens(person), "Write down a medicine", AddMedicine)
    form.name.entry.setText(name)
    person.presses("regularly", form)
    person.presses("Write it down", form)
    person.waits()

    if "Codeine" in name:
        assert [row for row, *_ in rows(person)] == ["Codeine"]
    else:
        assert faults(form) == ["Please write what it is called."]


def test_an_ampersand_is_no_shortcut(person: Person) -> None:
    """A name with & stands on a button as it was typed."""
    for name in ("Ferritin & iron", "B&B"):
        person.journal.results.add(name=name, number=1, date=MARCH)
    form = presses(person, opens(person), "Write down a test result", ResultForm)

    assert {"Ferritin && iron", "B&&B"} <= {button.text() for button in form.findChildren(QPushButton)}
    person.presses("Test: B&B", form)
    assert form.name.entry.text() == "B&B"


# Read only, and the look.


def test_to_read_only(sample_file: Path, tmp_path: Path, open_window: Callable[..., Person]) -> None:
    """Everything can be read; nothing can be pressed that would change it."""
    path = Path(shutil.copy(sample_file, tmp_path / "journal.legjournal"))
    lock_beside(path).write_text("4242\nlegjournal\nANNA-LAPTOP\n0123\n4567\n")
    person = open_window(path)
    person.presses("Open it to read only")
    person.until(person.page.day.isVisible)
    dialog = opens(person)
    changing = [button for button in dialog.findChildren(QPushButton) if button.property("changes")]

    assert len(changing) > 4
    assert not any(button.isEnabled() for button in changing)
    assert "Paracetamol 1 g" in person.reads(dialog)
    assert dialog.close_button.hasFocus()


def test_the_dialog_goes_when_it_is_closed(person: Person) -> None:
    """It hears no more of what is stored, and is not kept."""
    dialog = opens(person)
    person.presses("Close", dialog)
    person.until(lambda: not isValid(dialog))
    person.sitting.runner.run(partial(person.journal.medicines.add, name="Codeine"))
    person.waits()
