"""Naps, written down in the window apart from the night."""

from collections.abc import Callable
from datetime import date, datetime

from person import NIGHT, Person
from PySide6.QtCore import Qt

from ui.diary.nap_row import NapRow

DAY = date(2026, 11, 22)


def rows(person: Person) -> list[NapRow]:
    """The naps in sight, in their order."""
    return list(person.page.night.rest.naps.rows.values())


def adds_nap(person: Person, started: str, minutes: str) -> NapRow:
    """Press the button and type both answers."""
    person.presses("Add a nap")
    person.types(started)
    person.keys(Qt.Key.Key_Tab)
    person.types(minutes)
    person.keys(Qt.Key.Key_Tab)
    person.waits()
    return rows(person)[-1]


def stored(person: Person, day: date = DAY) -> list[tuple[datetime | None, int | None]]:
    """The naps as they lie in the file."""
    naps = person.journal.naps.on(day)
    return sorted(((nap.started, nap.minutes) for nap in naps), key=str)


def test_naps_are_apart_from_the_night(person: Person) -> None:
    """Several naps are stored with their day, summed up by themselves, and change no figure of the night."""
    person.types_night(**NIGHT)
    figures = person.reads(person.page.night.figures)
    adds_nap(person, "11.40", "45")
    adds_nap(person, "half two", "30")

    at = datetime.fromisoformat
    assert stored(person) == [(at("2026-11-22T11:40+00:00"), 45), (at("2026-11-22T14:30+00:00"), 30)]
    assert [row.started.entry.text() for row in rows(person)] == ["11.40am", "2.30pm"]
    words = person.reads(person.page.night.rest.naps)
    assert "2 naps, 1 hour 15 minutes. Naps are not added to the night." in words
    assert person.reads(person.page.night.figures) == figures


def test_tab_and_names(person: Person) -> None:
    """The button leads to the new nap, Tab goes on through it, and each part says which nap it is of."""
    adds_nap(person, "2", "40")
    person.presses("Add a nap")
    second = rows(person)[1]
    order = []
    for _ in range(3):
        order.append(person.focused.accessibleName())
        person.keys(Qt.Key.Key_Tab)

    assert order == ["Nap 2 began", "Nap 2, minutes asleep", "Remove nap 2"]
    person.keys(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
    assert person.focused is second.remove


def test_a_nap_without_its_length(person: Person) -> None:
    """A length that is not answered is not 0: there is no total, and it says why."""
    adds_nap(person, "2", "40")
    adds_nap(person, "5", "")

    assert stored(person)[1][1] is None
    words = person.reads(person.page.night.rest.naps)
    assert "2 naps, not every length answered. Naps are not added to the night." in words


def test_removing_and_undo(person: Person) -> None:
    """A nap can be removed, with the keyboard left on the way to another; undo brings it back."""
    adds_nap(person, "2", "40")
    person.presses("Remove nap 1")
    assert (stored(person), rows(person)) == ([], [])
    assert not person.page.night.rest.naps.isVisible()
    assert person.focused is person.page.night.rest.naps.adder

    person.chooses_in_menu("Undo")
    person.waits()
    assert [row.minutes.entry.text() for row in rows(person)] == ["40"]


def test_a_nap_begun_and_left_empty_is_nothing(person: Person) -> None:
    """A new row is no entry: it goes with the page, or by its own button."""
    person.presses("Add a nap")
    person.presses("Remove nap 1")
    assert rows(person) == []
    person.presses("Add a nap")
    person.goes_to(date(2026, 11, 21))
    assert rows(person) == []
    person.goes_to(DAY)

    assert (stored(person), rows(person)) == ([], [])


def test_emptied_nap_is_gone(person: Person) -> None:
    """A nap whose answers are all taken back is no nap any more."""
    row = adds_nap(person, "2", "40")
    person.types_into(row.started.entry, "")
    assert stored(person) == [(None, 40)]
    person.types_into(row.minutes.entry, "")

    assert stored(person) == []


def test_hostile_nap_is_only_text(person: Person, hostile: str, open_window: Callable[..., Person]) -> None:
    """Whatever is pasted stands there letter for letter, explained, kept as a draft, also after a restart."""
    person.presses("Add a nap")
    for _ in range(2):
        person.pastes(hostile)
        person.keys(Qt.Key.Key_Tab)
    person.waits()
    path = person.journal.path
    assert person.closes()
    again = open_window(path)

    [row] = rows(again)
    assert [field.entry.text() for field in (row.started, row.minutes)] == [hostile, hostile]
    assert row.started.message.text() == "This is not a time of day. Try 10.30pm or 22:30."
    assert stored(again) == []
    again.until(lambda: again.button("Remove nap 1"))
    again.presses("Remove nap 1")
    assert again.journal.drafts.under("nap/") == {}
