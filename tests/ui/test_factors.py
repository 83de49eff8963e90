"""What may have mattered: words to press, and a list made one's own."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from legjournal.factors import LONGEST, usual
from ui.diary.factors import FactorsSection
from ui.widgets.chip import Chip

DAY = date(2026, 11, 22)


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight."""
    person.until(lambda: person.page.day.isVisible())
    return person


def factors(person: Person) -> FactorsSection:
    """The part of the page."""
    section: FactorsSection = person.page.day.factors
    return section


def stored(person: Person, day: date = DAY) -> list[str] | None:
    """What is answered in the file."""
    row = person.journal.diary.day(day)
    return row.factors if row else None


def chips(person: Person) -> list[str]:
    """The words in sight above the list, in the order of the page."""
    QApplication.processEvents()
    found = [chip for chip in factors(person).chips.findChildren(Chip) if chip.isVisible()]
    return [chip.words for chip in sorted(found, key=lambda chip: (chip.y(), chip.x()))]


def chip(person: Person, name: str) -> Chip:
    """The chip a screen reader calls so, once it is there."""
    found = [chip for chip in factors(person).findChildren(Chip) if chip.accessibleName() == name]
    person.until(lambda: len(found) == 1 and found[0].isVisible())
    return found[0]


def presses(person: Person, *names: str) -> None:
    """Click on these chips."""
    for name in names:
        person.clicks(chip(person, name))
        person.waits()


def adds(person: Person, word: str) -> None:
    """Open the list if need be, type a word and press Enter."""
    if not factors(person).list.isVisible():
        person.presses("Add your own, or change this list")
    assert factors(person).list.adder.entry.hasFocus()
    person.types(word)
    person.keys(Qt.Key.Key_Return)
    person.waits()


def test_nothing_is_pressed_and_nothing_is_answered(page: Person) -> None:
    """A new page offers the usual words, then that there was none of them; not answered is no answer."""
    assert chips(page) == [*usual(), "None of these"]
    assert not any(chip.isChecked() for chip in factors(page).findChildren(Chip))
    assert stored(page) is None


def test_words_are_pressed_and_taken_back(page: Person) -> None:
    """Several may be on; the last one off is not answered again, and no page is left behind."""
    presses(page, "walk", "alcohol")
    assert stored(page) == ["alcohol", "walk"]
    presses(page, "walk")
    assert stored(page) == ["alcohol"]
    presses(page, "alcohol")
    assert page.journal.diary.day(DAY) is None


def test_none_of_these_is_an_answer(page: Person) -> None:
    """It takes the words off, a word takes it off, and pressed again it is not answered."""
    presses(page, "walk", "None of these")
    assert stored(page) == []
    assert not chip(page, "walk").isChecked()
    presses(page, "alcohol")
    assert stored(page) == ["alcohol"]
    assert not chip(page, "None of these").isChecked()
    presses(page, "None of these", "None of these")
    assert stored(page) is None


def test_words_by_keyboard(page: Person) -> None:
    """Arrows go from word to word, Space presses, and Tab comes after the last row of numbers."""
    page.page.day.rows["tiredness"].setFocus()
    page.keys(Qt.Key.Key_Tab)
    assert page.focused is chip(page, usual()[0])
    page.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space)
    page.waits()
    assert stored(page) == [usual()[1]]
    assert page.focused is chip(page, usual()[1])


def test_three_fast_presses_are_three_words(page: Person) -> None:
    """No save that comes back late takes a word off again."""
    for name in ("walk", "massage", "nicotine"):
        page.clicks(chip(page, name))
    page.waits()
    assert stored(page) == ["nicotine", "walk", "massage"]


def test_pressing_is_undone(page: Person) -> None:
    """One undo a press; the chips follow the file."""
    presses(page, "walk", "alcohol")
    page.window.menus.undo_requested.emit()
    page.until(lambda: not chip(page, "alcohol").isChecked())
    assert stored(page) == ["walk"]
    page.window.menus.redo_requested.emit()
    page.until(lambda: chip(page, "alcohol").isChecked())


def test_an_own_word_is_added_and_pressed_at_once(page: Person) -> None:
    """It stands at the end of the list from then on, and the line is ready for the next."""
    adds(page, "long drive")
    assert stored(page) == ["long drive"]
    assert chips(page) == [*usual(), "long drive", "None of these"]
    adds(page, "Walk")
    assert stored(page) == ["walk", "long drive"]
    page.presses("Done with the list")
    page.goes_to(DAY - timedelta(days=1))
    assert chips(page) == [*usual(), "long drive", "None of these"]
    assert stored(page, DAY - timedelta(days=1)) is None


def test_a_word_is_taken_off_the_list_and_brought_back(page: Person) -> None:
    """Where it was pressed it stays in sight on its day, also when that day is opened again."""
    presses(page, "walk")
    page.presses("Add your own, or change this list")
    presses(page, "walk: on my list", "nicotine: on my list")
    assert "nicotine" not in chips(page)
    assert chips(page)[-2:] == ["walk", "None of these"]
    assert stored(page) == ["walk"]
    page.goes_to(DAY - timedelta(days=1))
    assert {"walk", "nicotine"}.isdisjoint(chips(page))
    page.goes_to(DAY)
    assert chip(page, "walk").isChecked()

    page.presses("Add your own, or change this list")
    presses(page, "nicotine: on my list", "walk: on my list")
    assert chips(page) == [*usual(), "None of these"]


def test_a_word_taken_back_stays_in_sight(page: Person) -> None:
    """A word that is on no list does not slip away under the mouse."""
    page.journal.diary.record(DAY - timedelta(days=1), factors=["gardening"])
    page.goes_to(DAY - timedelta(days=1))
    presses(page, "gardening")
    assert stored(page, DAY - timedelta(days=1)) is None
    presses(page, "gardening")
    assert stored(page, DAY - timedelta(days=1)) == ["gardening"]


def test_tab_finds_an_own_word_where_it_stands(page: Person) -> None:
    """After the words before it and before None of these."""
    adds(page, "long drive")
    chip(page, usual()[-1]).setFocus()
    page.keys(Qt.Key.Key_Tab)
    assert page.focused is chip(page, "long drive")
    page.keys(Qt.Key.Key_Tab)
    assert page.focused is chip(page, "None of these")


def test_hostile_words_are_only_words(page: Person, hostile: str) -> None:
    """What is pasted is a word letter for letter, or it is explained why not, within a second."""
    page.presses("Add your own, or change this list")
    began = time.monotonic()
    page.pastes(hostile)
    page.keys(Qt.Key.Key_Return)
    page.waits()
    page.window.grab()
    assert time.monotonic() - began < 1
    adder = factors(page).list.adder
    if len(hostile) <= LONGEST:
        assert stored(page) == [hostile]
        assert hostile in chips(page)
    else:
        assert stored(page) is None
        assert adder.entry.text() == hostile
        assert "Please use at most 60 letters" in adder.message.text()
    assert page.journal.problems() == []


def test_what_is_not_added_is_kept(page: Person, open_window: Callable[..., Person]) -> None:
    """A word typed and left is there again after a restart, with the list open, and is on no day yet."""
    page.presses("Add your own, or change this list")
    page.types("long dr")
    path = page.journal.path
    assert page.closes()
    again = open_window(path)
    again.until(lambda: again.page.day.isVisible())
    assert factors(again).list.adder.entry.text() == "long dr"
    assert factors(again).list.isVisible()
    assert stored(again) is None
    adder = factors(again).list.adder
    again.clicks(adder.entry)
    again.types("ive")
    again.presses("Add: One of your own")
    assert stored(again) == ["long drive"]
    assert again.journal.drafts.under("day/") == {}


def test_a_pasted_picture_is_no_word(page: Person) -> None:
    """Nothing is typed, nothing is stored."""
    page.presses("Add your own, or change this list")
    QApplication.clipboard().setImage(QImage(40, 40, QImage.Format.Format_RGB32))
    page.keys(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    page.keys(Qt.Key.Key_Return)
    page.waits()
    assert factors(page).list.adder.entry.text() == ""
    assert stored(page) is None


def test_a_long_word_breaks_into_lines(open_window: Callable[..., Person], page: Person) -> None:
    """At 200 % in a narrow window every chip fits the card, and is tall enough for its words."""
    page.journal.diary.record(DAY, factors=["w" * LONGEST, "walk"])
    path = page.journal.path
    assert page.closes()
    narrow = open_window(path, text_size=200)
    narrow.window.resize(640, 700)
    narrow.until(lambda: narrow.page.day.isVisible())
    narrow.brings_into_sight(factors(narrow))
    section = factors(narrow)
    assert section.width() < 640
    found = section.chips.findChildren(Chip)
    assert all(chip.geometry().right() <= section.width() for chip in found)
    assert all(chip.height() >= chip.heightForWidth(chip.width()) for chip in found)
