"""The diary asks what the person wants to be asked, and misses nothing else."""

from datetime import date

from person import Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from legjournal.parts import Part, hidden_parts
from ui.diary.day_mark import BOTH, Half, mark_of
from ui.diary.parts_dialog import PartsDialog

DAY = date(2026, 11, 22)


def presses_box(person: Person, *parts: Part) -> None:
    """Open what the diary asks, press the boxes of these parts, and close it."""
    person.window.menus.parts_requested.emit()
    dialog = person.dialog(PartsDialog)
    for part in parts:
        box = dialog.boxes[part]
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    person.presses("Done", dialog)
    person.returns()


def test_a_part_that_is_left_out_is_not_asked(sample: Person) -> None:
    """The night and the mood go at once, stay away, and come back as they were."""
    sample.until(lambda: sample.page.notes.isVisible())
    mood = sample.page.day.parts["mood"]
    presses_box(sample, Part.NIGHT, Part.MOOD)
    assert hidden_parts(sample.journal.preferences) == {Part.NIGHT, Part.MOOD}
    assert not sample.page.night.isVisible() and not mood.isVisible()
    assert sample.page.legs.isVisible() and sample.page.day.parts["effect"].isVisible()
    sample.turns_to(2)
    sample.turns_to(1)
    assert not sample.page.night.isVisible()

    before = sample.journal.nights.ending_on(DAY)
    presses_box(sample, Part.NIGHT, Part.MOOD)
    assert sample.page.night.isVisible() and mood.isVisible()
    assert sample.journal.nights.ending_on(DAY) == before


def test_the_whole_card_goes_with_the_last_of_its_parts(sample: Person) -> None:
    """With nothing of the day asked, no empty card is left."""
    sample.until(lambda: sample.page.notes.isVisible())
    presses_box(
        sample,
        Part.MANAGED,
        Part.EFFECT,
        Part.MOOD,
        Part.TIREDNESS,
        Part.FACTORS,
        Part.MEDICINES,
        Part.THERAPIES,
        Part.NOTES,
    )
    assert not sample.page.day.isVisible() and not sample.page.notes.isVisible()
    assert sample.page.legs.isVisible()


def test_what_is_not_asked_is_never_missing(sample: Person) -> None:
    """Without the nights a recorded day is a full disc, and the legend says so."""
    halves = sample.page.side.month.grid
    assert halves.halves == BOTH
    presses_box(sample, Part.NIGHT)
    assert halves.halves == Half.DAY
    marked = [mark_of(mark, halves.halves) for mark in halves.marks.values() if mark.day]
    assert marked and set(marked) == {BOTH}
    assert "recorded" in sample.reads(sample.page.side)


def test_with_all_asked_the_halves_tell_night_from_day(sample: Person) -> None:
    """The left half is the night, the right one the day; neither by colour alone."""
    grid = sample.page.side.month.grid
    found = {mark_of(mark, grid.halves) for mark in grid.marks.values()}
    assert found == {Half.NIGHT, Half.DAY, BOTH}
    assert {"night", "day", "both"} <= set(sample.reads(sample.page.side))


def test_the_calendar_says_the_day_aloud(sample: Person) -> None:
    """Whoever does not see the mark hears it."""
    description = sample.page.side.month.grid.accessibleDescription()
    assert description.startswith("Sunday 22 November 2026, night recorded, day recorded, worst leg score ")


def test_every_box_says_what_it_is(sample: Person) -> None:
    """Each is named in the words of the page."""
    sample.window.menus.parts_requested.emit()
    dialog = sample.dialog(PartsDialog)
    names = [box.text() for box in dialog.findChildren(QCheckBox)]
    assert len(names) == len(set(names)) == len(Part)
    dialog.close()
