"""The medicines of a day in the diary: one press for a dose, and each put right or taken away."""

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from legjournal import phrases
from legjournal.models.medicines import Regularity
from legjournal.parts import Part, hide_parts
from legjournal.storage.history import Changed
from ui.diary.dose_row import DoseRow
from ui.diary.doses import DosesSection, TakenAt
from ui.medicines.dialog import MedicinesDialog

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight, who takes codeine as needed and pregabalin regularly."""
    person.until(lambda: person.page.day.isVisible())
    add(person, "Codeine", "30 mg", Regularity.AS_NEEDED)
    add(person, "Pregabalin", "150 mg", Regularity.REGULAR)
    return person


def add(person: Person, name: str, dose: str | None, how: Regularity, **answers: object) -> str:
    """A medicine in use since May; its id."""
    stored = person.journal.medicines.add(
        **{"name": name, "dose": dose, "regularity": how, "started": date(2026, 5, 2), **answers}
    )
    follows(person, stored)
    return stored.rows[0]


def follows(person: Person, stored: Changed) -> None:
    """Have the page show what was stored behind its back."""
    person.sitting.tabs.refresh(stored)
    person.until(lambda: all(taker.isVisible() for taker in section(person).takers.values()))


def takes_now(person: Person, what: str = "Codeine 30 mg") -> None:
    """Press the button of a medicine; its dose is stored and in sight then."""
    before = len(section(person).rows)
    person.clicks(person.button(f"{what}, taken now"))
    person.waits()
    person.until(
        lambda: [made.isVisible() for made in section(person).rows.values()] == [True] * (before + 1)
    )


def section(person: Person) -> DosesSection:
    """The part of the page."""
    found: DosesSection = person.page.day.doses
    return found


def row(person: Person) -> DoseRow:
    """The only dose in sight."""
    [found] = section(person).rows.values()
    return found


def taken(person: Person, day: date = TODAY) -> list[tuple[str, str, str | None]]:
    """What is stored of a day: medicine, time, amount."""
    doses = person.journal.medicines.doses(day)
    return [(medicine.name, phrases.clock(dose.taken_at), dose.amount) for dose, medicine in doses]


def test_nothing_written_down_yet(person: Person) -> None:
    """There is one quiet button, which opens the dialog."""
    person.until(lambda: person.page.day.isVisible())
    buttons = [made for made in section(person).findChildren(QPushButton) if made.isVisible()]
    assert [made.text() for made in buttons] == ["Write down a medicine"]

    person.clicks(buttons[0])
    assert person.dialog(MedicinesDialog).isVisible()


def test_one_press_records_a_dose(page: Person) -> None:
    """With the time of the press; it stands beneath, and the keyboard stays on the button."""
    press = page.button("Codeine 30 mg, taken now")
    takes_now(page)

    assert taken(page) == [("Codeine", "9.14pm", "30 mg")]
    assert "9.14pm, Codeine: 30 mg" in page.reads(section(page))
    assert press.hasFocus()


def test_a_double_click_is_one_dose(page: Person) -> None:
    """A shaky hand records no second one."""
    press = page.button("Codeine 30 mg, taken now")
    page.clicks(press)
    QTest.mouseDClick(press, Qt.MouseButton.LeftButton)
    page.waits()

    assert len(taken(page)) == 1


def test_regular_medicines_need_nothing(page: Person) -> None:
    """They stand in one line without a button."""
    assert "Regularly: Pregabalin 150 mg" in page.reads(section(page))
    assert page.button("Pregabalin 150 mg, taken now") is None


def test_the_time_and_the_amount_are_put_right(page: Person) -> None:
    """The line opens, takes what is typed within a second, and closes again."""
    takes_now(page)
    page.presses("Change Codeine at 9.14pm")
    page.until(row(page).time.entry.hasFocus)
    page.types_into(row(page).time.entry, "half eight")
    page.types_into(row(page).amount.entry, "2 tablets")
    assert taken(page) == [("Codeine", "8.30pm", "2 tablets")]
    assert row(page).time.entry.text() == "8.30pm"

    page.presses("Change Codeine at 8.30pm")
    assert "8.30pm, Codeine: 2 tablets" in page.reads(section(page))
    assert not row(page).form.isVisible()


def test_doses_stand_in_the_order_of_their_times(page: Person) -> None:
    """Also after one was put right; Tab follows."""
    add(page, "Paracetamol", "1 g", Regularity.AS_NEEDED)
    for name in ("Codeine 30 mg", "Paracetamol 1 g"):
        takes_now(page, name)
    codeine, paracetamol = (
        next(made for made in section(page).rows.values() if name in made.remove.accessibleName())
        for name in ("Codeine", "Paracetamol")
    )
    codeine._change.click()
    page.types_into(codeine.time.entry, "9pm")
    paracetamol._change.click()
    page.types_into(paracetamol.time.entry, "8am")

    assert [name for name, *_ in taken(page)] == ["Paracetamol", "Codeine"]
    page.until(lambda: paracetamol.y() < codeine.y())
    order = [codeine.remove, section(page).open]
    paracetamol.remove.setFocus()
    seen = []
    for _ in range(8):
        page.keys(Qt.Key.Key_Tab)
        seen.append(page.focused)
    assert [stop for stop in seen if stop in order] == order


def test_a_time_that_cannot_be_is_explained_and_kept(page: Person) -> None:
    """It is shown again on turning back, with the reason; the stored time stays."""
    takes_now(page)
    for typed, said in (
        ("soon", "This is not a time of day. Try 10.30pm or 22:30."),
        ("10.30pm", "10.30pm has not come yet."),
        ("", "Please write a time, for example 9.30pm."),
        ("3am", "3am has not come yet. What was taken before 4am belongs to the day before."),
    ):
        row(page)._change.setChecked(True)
        page.types_into(row(page).time.entry, typed)
        assert row(page).time.message.text() == said
        assert taken(page) == [("Codeine", "9.14pm", "30 mg")]
    page.goes_to(TODAY - DAY)
    page.goes_to(TODAY)

    assert row(page).time.entry.text() == "3am"
    page.until(row(page).form.isVisible)
    page.types_into(row(page).time.entry, "9")
    assert taken(page) == [("Codeine", "9pm", "30 mg")]
    assert page.journal.drafts.under("dose/") == {}


@pytest.mark.parametrize("hour", [9, 14])
def test_what_can_only_have_been_this_morning(
    open_window: Callable[..., Person], tmp_path: Path, clock: HandClock, hour: int
) -> None:
    """Before noon 8 is 8am; after it 8pm has not come, and 8am is one press away."""
    clock.set(datetime(2026, 11, 22, hour))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    person.until(lambda: person.page.day.isVisible())
    add(person, "Codeine", "30 mg", Regularity.AS_NEEDED)
    takes_now(person)
    row(person)._change.click()
    person.types_into(row(person).time.entry, "8")
    if hour == 14:
        assert row(person).time.message.text() == "8pm has not come yet."
        person.presses("Did you mean 8am?")

    assert taken(person) == [("Codeine", "8am", "30 mg")]
    assert row(person).time.message.text() == ""


def test_a_dose_is_removed_and_taken_back(page: Person) -> None:
    """Remove takes the line away, and undo brings it again."""
    takes_now(page)
    page.presses("Remove Codeine at 9.14pm")
    assert taken(page) == []
    assert section(page).rows == {}

    page.keys(Qt.Key.Key_Z, held=CTRL)
    page.waits()
    page.until(lambda: "9.14pm, Codeine: 30 mg" in page.reads(section(page)))
    page.keys(Qt.Key.Key_Z, held=CTRL)
    page.waits()
    assert section(page).rows == {}


def test_undo_follows_to_the_day_of_the_dose(page: Person) -> None:
    """What is taken back on another day is shown there."""
    takes_now(page)
    page.goes_to(TODAY - DAY)
    page.keys(Qt.Key.Key_Z, held=CTRL)
    page.waits()

    assert page.window.day == TODAY
    assert section(page).rows == {}


# A day that is past.


def asks(person: Person) -> TakenAt:
    """The field for the time on a day that is past."""
    [field] = [taker for taker in section(person).takers.values() if isinstance(taker, TakenAt)]
    return field


def test_a_past_day_asks_for_the_time(page: Person) -> None:
    """There is no “now” on it: a small field takes the time, and Enter adds the dose."""
    page.goes_to(TODAY - DAY)
    assert page.button("Codeine 30 mg, taken now") is None
    page.clicks(asks(page).entry)
    page.types("9.30")
    page.keys(Qt.Key.Key_Return)
    page.waits()
    page.types("1am")
    page.presses("Add: Codeine 30 mg, taken at")

    assert taken(page, TODAY - DAY) == [("Codeine", "9.30pm", "30 mg"), ("Codeine", "1am", "30 mg")]
    assert page.journal.medicines.doses(TODAY - DAY)[1][0].taken_at.date() == TODAY
    assert asks(page).entry.text() == ""


def test_tab_goes_from_field_to_field(page: Person) -> None:
    """Through each field and its button, then to the medicines, on each day turned to."""
    add(page, "Paracetamol", "1 g", Regularity.AS_NEEDED)
    for day in (TODAY - DAY, TODAY, TODAY - 2 * DAY):
        page.goes_to(day)
    fields = [taker for taker in section(page).takers.values() if isinstance(taker, TakenAt)]
    page.until(lambda: all(field.isVisible() for field in fields))
    wanted = [stop for field in fields for stop in (field.entry, field.add)] + [section(page).open]
    wanted[0].setFocus()
    order = [page.focused]
    for _ in wanted[1:]:
        page.keys(Qt.Key.Key_Tab)
        order.append(page.focused)

    assert len(fields) == 2
    assert order == wanted


def test_a_time_half_typed_on_a_past_day_is_kept(page: Person) -> None:
    """Turning the page loses nothing, and adds nothing."""
    page.goes_to(TODAY - DAY)
    page.clicks(asks(page).entry)
    page.types("half")
    page.goes_to(TODAY)
    page.goes_to(TODAY - DAY)

    assert asks(page).entry.text() == "half"
    assert asks(page).message.text() == "This is not a time of day. Try 10.30pm or 22:30."
    page.until(asks(page).isVisible)
    page.presses("Add: Codeine 30 mg, taken at")
    assert asks(page).entry.hasFocus()
    assert taken(page, TODAY - DAY) == []
    page.types_into(asks(page).entry, "9pm")
    page.presses("Add: Codeine 30 mg, taken at")
    assert taken(page, TODAY - DAY) == [("Codeine", "9pm", "30 mg")]
    assert page.journal.drafts.under("dose/") == {}


def test_only_what_was_in_use_on_the_day_is_offered(page: Person) -> None:
    """Before it began there is nothing to press, and what was stopped since is there."""
    add(page, "Tramadol", "50 mg", Regularity.AS_NEEDED, stopped=TODAY - 2 * DAY)
    assert page.button("Tramadol 50 mg, taken now") is None
    page.goes_to(TODAY - 2 * DAY)
    assert len(section(page).takers) == 2
    page.sitting.show_day(date(2026, 4, 1))
    page.waits()

    assert section(page).takers == {}
    assert not section(page).regular.isVisible()


def test_the_clocks_go_forward(page: Person) -> None:
    """A time that March leaves out is explained."""
    add(page, "Old", None, Regularity.AS_NEEDED, started=None)
    page.sitting.show_day(date(2026, 3, 28))
    page.waits()
    page.types_into(asks(page).entry, "1.30am")

    assert asks(page).message.text() == "The clocks went forward that night: this time did not exist."


def test_the_hour_that_comes_twice_is_asked_once(page: Person) -> None:
    """On the night the clocks go back: which of the two, and it stays that one."""
    page.sitting.show_day(date(2026, 10, 24))
    page.waits()
    page.until(asks(page).isVisible)
    page.types_into(asks(page).entry, "1.30am")
    assert asks(page).message.text().endswith("so 1.30am came twice. Which one?")
    page.presses("The second, after they went back")
    page.until(lambda: section(page).rows)

    [(dose, _)] = page.journal.medicines.doses(date(2026, 10, 24))
    assert dose.taken_at == datetime.fromisoformat("2026-10-25T01:30+00:00")
    page.until(row(page).isVisible)
    row(page)._change.click()
    assert row(page).time.entry.text() == "1.30am, the second"


def test_a_change_in_the_dialog_shows_at_once(page: Person) -> None:
    """The button says the new dose as soon as it is stored."""
    medicine = next(iter(section(page).takers))
    page.journal.medicines.correct(medicine, started=TODAY - DAY)
    follows(page, page.journal.medicines.change(medicine, TODAY, dose="60 mg"))

    assert page.button("Codeine 30 mg, taken now") is None
    assert page.button("Codeine 60 mg, taken now") is not None


# Whatever is typed, and to read only.


def test_hostile_words_are_only_text(page: Person, hostile: str) -> None:
    """In the name, on the button and in the amount: shown as they are, stored, or explained."""
    name = hostile[:2000].strip("\0 ")
    added = add(page, name, hostile[:2000], Regularity.AS_NEEDED)
    began = time.monotonic()
    hers = section(page).takers[added]
    page.clicks(hers)
    page.waits()
    page.until(row(page).isVisible)
    row(page)._change.click()
    row(page).amount.entry.setFocus()
    page.pastes(hostile)
    page.keys(Qt.Key.Key_Tab)
    page.waits()
    page.window.grab()
    assert time.monotonic() - began < 2

    assert row(page).amount.entry.text() == hostile
    if len(hostile) > 2000:
        assert (
            row(page).amount.message.text() == "This is too long to keep. Please use at most 2,000 letters."
        )
        assert taken(page)[0][2] is None or len(taken(page)[0][2] or "") <= 2000
    else:
        assert taken(page) == [(name, "9.14pm", hostile)]
    assert page.journal.problems() == []
    assert page.page.scroller.widget().width() <= page.page.scroller.viewport().width()


def test_to_read_only(page: Person) -> None:
    """Nothing can be pressed or typed, and all of it can be read."""
    takes_now(page)
    page.journal.stop_saving()
    page.sitting.stop_changes()
    for words in ("Codeine 30 mg, taken now", "Change Codeine at 9.14pm", "Remove Codeine at 9.14pm"):
        assert not page.button(words).isEnabled()
    assert page.button("Medicines and test results").isEnabled()
    page.goes_to(TODAY - DAY)
    page.until(lambda: asks(page).isVisible())

    assert asks(page).entry.isReadOnly()
    assert not page.button("Add: Codeine 30 mg, taken at").isEnabled()


def test_left_out_of_the_diary(page: Person) -> None:
    """Who does not want to be asked about medicines sees nothing of them."""
    page.sitting.runner.run(lambda: hide_parts(page.journal.preferences, [Part.MEDICINES]))
    page.waits()
    page.until(lambda: not section(page).isVisible())
