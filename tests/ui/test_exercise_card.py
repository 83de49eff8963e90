"""How an exercise is done: its pictures, who had better not, the steps, and where they come from."""

import base64

import pytest
from person import Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from legjournal.library.exercises import exercises
from ui.routine.exercise_sources import ExerciseSources
from ui.tabs import ROUTINE
from ui.widgets.drawing import DrawingView

DOT = base64.b64decode(  # a picture of one point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return ROUTINE


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who has turned to the routine."""
    person.turns_to(2)
    person.until(lambda: person.page.exercise.isVisible())
    return person


def _reads_about(reader: Person, name: str) -> list[str]:
    """Press “How” of an exercise and read its card."""
    reader.presses(f"How to do the {name}")
    summary = next(page.summary for page in exercises().items.values() if page.name.lower() == name)
    reader.until(lambda: summary in reader.reads(reader.page.exercise))
    return reader.reads(reader.page.exercise)


def _drawings(reader: Person) -> list[DrawingView]:
    views = reader.page.exercise.findChildren(DrawingView)
    return [view for view in views if view.isVisible()]


def test_who_had_better_not_is_told_before_the_steps(reader: Person) -> None:
    """Apart from the rest by words and by crosses; the steps have hanging numbers."""
    page = exercises().items["clamshell"]
    words = _reads_about(reader, "clamshell")

    assert words.index("Not for you if") < words.index("Steps")
    assert words[words.index(page.not_for_you_if[0]) - 1] == "✗"
    assert words[words.index("Steps") + 1 :][:4] == ["1.", page.steps[0], "2.", page.steps[1]]
    assert "Checked 22 November 2026 · 7 sources" in words
    assert reader.page.exercise.accessibleName() == "Clamshell"


def test_what_it_takes_is_told(reader: Person) -> None:
    """The starting dose, what one needs, and which leg a side is."""
    said = "\n".join(_reads_about(reader, "clamshell"))
    assert "To begin with: 3 × 12 to 15 each side, rest 1 minute." in said
    assert "You need: a mat or firm bed, and a pillow if you like." in said
    assert "“Left” and “right” mean the leg on top." in said


def test_pictures_stand_with_both_versions(reader: Person) -> None:
    """Start and end above the words, and those of the easier version beside its own."""
    page = exercises().items["clamshell"]
    _reads_about(reader, "clamshell")
    usual, easier = _drawings(reader)
    assert page.start in usual.accessibleDescription()
    assert page.end in usual.accessibleDescription()
    assert page.easier_cue in easier.accessibleDescription()
    assert usual.mapToGlobal(QPoint()).y() < easier.mapToGlobal(QPoint()).y()


def test_a_picture_of_ones_own_takes_the_place(reader: Person) -> None:
    """As soon as it is stored; the easier version keeps its drawing."""
    _reads_about(reader, "clamshell")
    reader.sitting.runner.run(lambda: reader.journal.exercises.set_picture("clamshell", DOT))
    reader.waits()
    reader.until(lambda: _drawings(reader)[0].accessibleDescription() == "Your own picture.")


def test_sources_are_shown_with_their_addresses(reader: Person) -> None:
    """Unfolded, each source can be read, copied and opened by its address; the wheel moves the page."""
    _reads_about(reader, "clamshell")
    card = reader.page.exercise
    reader.presses("Where this comes from", card)
    shown = next(sources for sources in card.findChildren(ExerciseSources) if sources.isVisible())

    sources = exercises().items["clamshell"].sources
    for source, text in zip(sources, shown.texts, strict=True):
        assert text.toPlainText().startswith(source.title)
        assert text.toPlainText().endswith(source.address)
        assert f'href="{source.address}"' in text.toHtml()
        assert text.document().size().height() <= text.viewport().height()
        assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse

    bar = reader.page.scroller.verticalScrollBar()
    reader.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    at = shown.texts[-1].mapTo(reader.window, QPoint(20, 20))
    QTest.wheelEvent(reader.window.windowHandle(), at, QPoint(0, 120))
    reader.until(lambda: bar.value() < bar.maximum())


def test_a_note_of_ones_own_stands_above_the_steps(reader: Person) -> None:
    """What a physio said is read before what the page says, as it was typed, and as soon as it is stored."""
    card = reader.page.exercise
    assert card.title.text() == "Glute bridge"
    note = "Ms Shah: <b>2 sets</b> of 8, not 3."
    reader.sitting.runner.run(lambda: reader.journal.exercises.set_note("glute-bridge", note))
    reader.waits()

    reader.until(lambda: note in reader.reads(card))
    words = reader.reads(card)
    assert words.index("Your note") < words.index("Not for you if") < words.index("Steps")


def test_an_own_exercise_is_read_as_it_was_typed(reader: Person) -> None:
    """Its steps are numbered like the others; one without any says so."""
    known = reader.journal.exercises
    reader.sitting.runner.run(lambda: known.add("Wall sit", steps=["Back to the wall.", "Sit & stay."]))
    reader.waits()
    reader.sitting.runner.run(lambda: known.add("Heel raise"))
    reader.waits()
    card = reader.page.exercise
    card.show_exercise(known.get("own-wall-sit"))
    reader.until(lambda: reader.reads(card)[2:] == ["1.", "Back to the wall.", "2.", "Sit & stay."])
    card.show_exercise(known.get("own-heel-raise"))
    reader.until(lambda: reader.reads(card) == ["Heel raise", "Nothing is written about it yet."])


def test_every_exercise_can_be_read(reader: Person) -> None:
    """Each bundled exercise opens in the card."""
    for key, page in exercises().items.items():
        reader.presses(f"How to do the {page.name.lower()}")
        assert reader.page.exercise.title.text() == page.name, key
