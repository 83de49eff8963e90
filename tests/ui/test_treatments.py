"""Treatments of the day: one line each, opened to be changed."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legjournal.limits import NAME_LIMIT
from legjournal.therapies import Visit
from ui.diary.therapies import TherapiesSection
from ui.diary.visit_row import VisitRow

DAY = date(2026, 11, 22)
ONE = timedelta(days=1)


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight."""
    person.until(lambda: person.page.day.isVisible())
    return person


def section(person: Person) -> TherapiesSection:
    """The part of the page."""
    found: TherapiesSection = person.page.day.therapies
    return found


def row(person: Person) -> VisitRow:
    """The one treatment in sight."""
    person.until(lambda: len(section(person).rows) == 1)
    return next(iter(section(person).rows.values()))


def visit(person: Person, day: date = DAY) -> Visit:
    """The one treatment of a day in the file."""
    [found] = person.journal.therapies.on(day)
    return found


def has(person: Person, name: str) -> None:
    """Type the name of a new treatment and Enter."""
    person.clicks(section(person).adder.entry)
    person.types(name)
    person.keys(Qt.Key.Key_Return)
    person.waits()
    row(person)


def test_a_new_treatment_by_keyboard(page: Person) -> None:
    """Name and Enter, then cost, before and after, with Tab between; closed, the line says it all."""
    has(page, "Massage")
    assert page.focused is row(page).cost.entry
    page.types("40")
    page.keys(Qt.Key.Key_Tab)
    page.types("6")
    page.keys(Qt.Key.Key_Tab)
    page.types("4")
    page.waits()
    assert (visit(page).name, visit(page).cost_pence, visit(page).before, visit(page).after) == (
        "Massage",
        4000,
        6,
        4,
    )
    assert row(page).cost.entry.text() == "£40"
    page.presses("Change Massage")
    assert "£40 · legs before 6 · legs after 4" in page.reads(row(page))
    assert not row(page).form.isVisible()


def test_one_that_was_had_before(page: Person) -> None:
    """It is chosen from the list; a double click adds it once."""
    has(page, "Massage")
    page.goes_to(DAY - ONE)
    assert not section(page).rows
    assert section(page).courses.currentText() == "Massage"
    add = page.button("Add this treatment")
    page.brings_into_sight(add)
    for _ in range(2):
        QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    page.waits()
    assert visit(page, DAY - ONE).name == "Massage"
    assert row(page).form.isVisible()


def test_without_a_course_there_is_no_empty_list(page: Person) -> None:
    """Only the line for a new one."""
    assert not section(page).known.isVisible()
    has(page, "Massage")
    assert section(page).known.isVisible()


def test_removing_and_undoing(page: Person) -> None:
    """A slip goes with its course, and undo brings both back."""
    has(page, "Masage")
    page.presses("Remove Masage")
    assert page.journal.therapies.on(DAY) == []
    assert not section(page).rows
    assert not section(page).known.isVisible()
    page.window.menus.undo_requested.emit()
    page.until(lambda: len(section(page).rows) == 1)
    assert visit(page).name == "Masage"


def test_a_cost_that_cannot_be_read_is_explained_and_kept(page: Person) -> None:
    """It is no cost, the sentence says how to write one, and it is there again on coming back."""
    has(page, "Massage")
    page.types_into(row(page).cost.entry, "12,50")
    words = "Please write an amount such as £40 or 12.50, or 0 if it was free."
    assert row(page).cost.message.text() == words
    assert visit(page).cost_pence is None
    page.goes_to(DAY - ONE)
    page.goes_to(DAY)
    assert row(page).cost.entry.text() == "12,50"
    assert row(page).form.isVisible()
    page.types_into(row(page).cost.entry, "12.50")
    assert visit(page).cost_pence == 1250
    assert row(page).cost.message.text() == ""
    assert page.journal.drafts.under("therapy_session/") == {}


def test_a_cost_is_taken_back(page: Person) -> None:
    """An empty field is not answered; nothing is 0 but what was free."""
    has(page, "Massage")
    for typed, pence in (("80", 8000), ("", None), ("0", 0), ("2000000", None)):
        page.types_into(row(page).cost.entry, typed)
        assert visit(page).cost_pence == pence
    assert "more than a million pounds" in row(page).cost.message.text()


def pastes_quickly(person: Person, words: str, key: Qt.Key) -> None:
    """Paste where the keyboard is, leave with a key, and see the page again within a second."""
    began = time.monotonic()
    person.pastes(words)
    person.keys(key)
    person.waits()
    person.window.grab()
    assert time.monotonic() - began < 1


def test_hostile_words_are_only_words(page: Person, hostile: str) -> None:
    """What is pasted is a name letter for letter, or it is explained why not; it never is a cost."""
    page.clicks(section(page).adder.entry)
    pastes_quickly(page, hostile, Qt.Key.Key_Return)
    if len(hostile) <= NAME_LIMIT:
        assert visit(page).name == hostile
        assert hostile in page.reads(row(page))
        assert section(page).courses.itemText(0) == hostile
    else:
        assert page.journal.therapies.on(DAY) == []
        assert "Please use at most 2000 letters" in section(page).adder.message.text()
        page.clicks(section(page).adder.entry)
        pastes_quickly(page, "Massage", Qt.Key.Key_Return)

    cost = row(page).cost
    cost.entry.setFocus()
    pastes_quickly(page, hostile, Qt.Key.Key_Tab)
    assert visit(page).cost_pence is None
    assert cost.entry.text() == hostile
    assert cost.message.text()
    assert page.journal.problems() == []


def test_a_pasted_picture_is_no_name(page: Person) -> None:
    """Nothing is typed, nothing is stored."""
    page.clicks(section(page).adder.entry)
    QApplication.clipboard().setImage(QImage(40, 40, QImage.Format.Format_RGB32))
    page.keys(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    page.keys(Qt.Key.Key_Return)
    page.waits()
    assert page.journal.therapies.on(DAY) == []


def test_a_half_typed_name_is_kept(page: Person, open_window: Callable[..., Person]) -> None:
    """It is there again after a restart, and is no treatment yet."""
    page.clicks(section(page).adder.entry)
    page.types("Mass")
    path = page.journal.path
    assert page.closes()
    again = open_window(path)
    again.until(lambda: again.page.day.isVisible())
    assert section(again).adder.entry.text() == "Mass"
    assert again.journal.therapies.on(DAY) == []


def test_tab_goes_down_the_lines(page: Person) -> None:
    """Each new line comes after those before it and before what adds another."""
    has(page, "Massage")
    page.clicks(section(page).adder.entry)
    page.types("Shockwave")
    page.keys(Qt.Key.Key_Return)
    page.until(lambda: len(section(page).rows) == 2)
    page.brings_into_sight(section(page))
    first, second = sorted(section(page).rows.values(), key=VisitRow.y)
    page.button("Done", first).setFocus()
    order = []
    while section(page).isAncestorOf(page.focused):
        order.append(page.focused)
        page.keys(Qt.Key.Key_Tab)
    places = [1 if first.isAncestorOf(stop) else 2 if second.isAncestorOf(stop) else 3 for stop in order]
    assert places == sorted(places)
    assert len(order) == 2 * 5 + 5
