"""What More unfolds in a row of the legs, and the time on the row of the urge to move."""

import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from legjournal.models.diary import Kind, Side, Symptom
from ui.diary.symptom_details import HELPED, WORD, SymptomDetails
from ui.diary.symptom_row import SymptomRow
from ui.widgets.chip import Chip

DAY = date(2026, 11, 22)
EVENING = "2026-11-22T{}:00+00:00"
NOT_A_TIME = "This is not a time of day. Try 10.30pm or 22:30."


@pytest.fixture
def legs(person: Person) -> Person:
    """A person who has marked a pain of 6 in the left calf and unfolded its row."""
    person.until(lambda: person.page.legs.urge.isVisible())
    person.marks_place(Side.LEFT, "calf", "6")
    unfold(person, row(person))
    return person


def row(person: Person, number: int = 0) -> SymptomRow:
    """A row beside the drawing; the urge to move is the last."""
    found: list[SymptomRow] = person.page.legs.findChildren(SymptomRow)
    shown = [row for row in found if row.isVisible()]
    return sorted(shown, key=lambda row: row.mapTo(person.window, row.rect().topLeft()).y())[number]


def unfold(person: Person, which: SymptomRow) -> SymptomDetails:
    """Press More."""
    person.clicks(which.more)
    person.until(lambda: which.details is not None and which.details.isVisible())
    assert which.details is not None
    return which.details


def details(person: Person) -> SymptomDetails:
    """What More unfolded in the first row."""
    found = row(person).details
    assert found is not None
    return found


def stored(person: Person, kind: Kind | None = None) -> Symptom:
    """The one symptom of the day as it lies in the file, or the one of a kind."""
    [found] = [each for each in person.journal.symptoms.on(person.window.day) if kind in (None, each.kind)]
    return found


def editor(inside: QWidget, name: str) -> QWidget:
    """The field whose name begins so."""
    fields = [*inside.findChildren(QLineEdit), *inside.findChildren(QPlainTextEdit)]
    return next(field for field in fields if field.accessibleName().startswith(name))


def said(field: QWidget) -> str:
    """The sentence beside a field."""
    return field.accessibleDescription()


def fill(person: Person, name: str, words: str) -> QWidget:
    """Type into a field of the first row, and leave it."""
    field = editor(details(person), name)
    person.types_into(field, words)
    return field


def press(person: Person, words: str) -> None:
    """Press a button or a chip of the first row by its first words for a screen reader."""
    buttons = details(person).findChildren(QAbstractButton)
    button = next(each for each in buttons if each.isVisible() and each.accessibleName().startswith(words))
    person.clicks(button)
    person.waits()


def test_everything_about_a_pain(legs: Person) -> None:
    """Its times, what helped, words and a note are stored with it, and said in one line of the row."""
    fill(legs, "Began at", "8")
    fill(legs, "Eased at", "half nine")
    fill(legs, "What helped", " walking ")
    press(legs, "aching")
    fill(legs, "Anything else", "After the stairs.")

    row_in_file = stored(legs)
    assert row_in_file.occurred_at == datetime.fromisoformat(EVENING.format("20:00"))
    assert row_in_file.eased_at == datetime.fromisoformat(EVENING.format("21:30"))
    assert (row_in_file.helped, row_in_file.words, row_in_file.note) == (
        "walking",
        ["aching"],
        "After the stairs.",
    )
    line = "pain · aching · from 8pm · eased 9.30pm · walking helped · with a note"
    assert legs.reads(row(legs))[:2] == ["Left calf", line]


def test_answers_are_there_again(legs: Person, open_window: Callable[..., Person]) -> None:
    """A restart finds the row folded, with the line that says it all, and unfolded with every answer."""
    fill(legs, "Began at", "8pm")
    fill(legs, "What helped", "walking")
    press(legs, "burning")
    path = legs.journal.path
    assert legs.closes()
    again = open_window(path)
    again.until(lambda: len(again.page.legs.findChildren(SymptomRow)) == 2)
    assert row(again).details is None
    assert again.reads(row(again))[1] == "pain · burning · from 8pm · walking helped"

    unfold(again, row(again))
    assert editor(details(again), "Began at").text() == "8pm"
    assert editor(details(again), "What helped").text() == "walking"
    assert [chip.words for chip in details(again).findChildren(Chip) if chip.isChecked()] == ["burning"]


def test_kind_and_side_change_and_the_row_stays(legs: Person) -> None:
    """What it is and on which side can be put right; score, place and keyboard stay where they are."""
    before = row(legs)
    press(legs, "What is it?: cramp")
    press(legs, "Side: right")
    assert (stored(legs).kind, stored(legs).side, stored(legs).score) == (Kind.CRAMP, Side.RIGHT, 6)
    assert row(legs) is before
    assert legs.reads(before)[:2] == ["Right calf", "cramp"]
    assert before.scores.accessibleName() == "Right calf, cramp"
    assert "0  none" in legs.reads(before)
    assert legs.page.legs.chart.accessibleDescription() == "Right calf: 6"

    press(legs, "What is it?: cramp")
    assert stored(legs).kind is Kind.CRAMP
    press(legs, "Side: right")
    assert stored(legs).side is None
    assert legs.reads(before)[0] == "Calf"


def test_words_grow_and_the_latest_come_first(legs: Person) -> None:
    """A word of one's own is on at once, and is the first to be offered the next time."""
    fill(legs, "A word of your own", "zingy & <b>hot</b>")
    legs.keys(Qt.Key.Key_Space)  # Tab had come to the button that adds it
    legs.waits()
    assert stored(legs).words == ["zingy & <b>hot</b>"]
    press(legs, "burning")
    assert set(stored(legs).words or []) == {"zingy & <b>hot</b>", "burning"}

    legs.goes_to(date(2026, 11, 21))
    legs.marks_place(Side.RIGHT, "knee", "2")
    offered = [chip.words for chip in unfold(legs, row(legs)).findChildren(Chip)]
    assert set(offered[:2]) == {"zingy & <b>hot</b>", "burning"}
    assert "aching" in offered
    assert not any(chip.isChecked() for chip in details(legs).findChildren(Chip))


def test_a_word_is_there_once_and_taken_back(legs: Person) -> None:
    """Typed with a capital it is the word on offer; pressed it is gone, with the last one the answer too."""
    fill(legs, "A word of your own", "Aching")
    legs.keys(Qt.Key.Key_Space)
    legs.waits()
    assert stored(legs).words == ["aching"]
    press(legs, "aching")

    assert stored(legs).words is None
    assert legs.reads(row(legs))[1] == "pain"


def test_something_else_in_the_same_place(legs: Person) -> None:
    """A cramp beside the pain has its own row and score; the drawing shows the higher of the two."""
    press(legs, "Something else here too")
    legs.types("8")
    legs.waits()
    both = legs.journal.symptoms.on(DAY)

    assert {(each.kind, each.side, each.site, each.score) for each in both} == {
        (Kind.PAIN, Side.LEFT, "calf", 6),
        (Kind.OTHER, Side.LEFT, "calf", 8),
    }
    assert legs.page.legs.chart.accessibleDescription() == "Left calf: 8"


@pytest.mark.parametrize("name", ["Began at", "Eased at"])
def test_what_is_no_time_is_kept_and_explained(
    legs: Person, open_window: Callable[..., Person], name: str
) -> None:
    """It stays in its field with a sentence beside it, also after a restart, until it is put right."""
    field = fill(legs, name, "teatime-ish")
    assert said(field) == NOT_A_TIME
    assert stored(legs).occurred_at is stored(legs).eased_at is None
    path = legs.journal.path
    assert legs.closes()

    again = open_window(path)
    again.until(lambda: len(again.page.legs.findChildren(SymptomRow)) == 2)
    unfold(again, row(again))
    field = editor(details(again), name)
    assert (field.text(), said(field)) == ("teatime-ish", NOT_A_TIME)
    fill(again, name, "5")
    assert said(field) != NOT_A_TIME
    assert again.journal.drafts.under("symptom/") == {}
    assert {stored(again).occurred_at, stored(again).eased_at} == {
        None,
        datetime.fromisoformat(EVENING.format("17:00")),
    }


def test_times_that_contradict_each_other(legs: Person) -> None:
    """The one just typed is asked about, with a guess; putting either right stores both."""
    fill(legs, "Began at", "8pm")
    eased = fill(legs, "Eased at", "9am")
    assert said(eased) == "This is before it began, at 8pm. Did you mean 9pm?"
    assert (stored(legs).eased_at, legs.journal.drafts.under("symptom/").popitem()[1]) == (None, "9am")

    legs.presses("Did you mean 9pm?")
    assert (eased.text(), said(eased)) == ("9pm", "")
    assert stored(legs).eased_at == datetime.fromisoformat(EVENING.format("21:00"))
    fill(legs, "Eased at", "9am")

    fill(legs, "Began at", "7am")
    assert said(eased) == ""
    assert stored(legs).eased_at == datetime.fromisoformat(EVENING.format("09:00"))
    began = fill(legs, "Began at", "11am")
    assert said(began) == "This is after it eased, at 9am."
    assert stored(legs).occurred_at is None
    fill(legs, "Eased at", "12.30")
    assert said(began) == ""
    assert stored(legs).occurred_at == datetime.fromisoformat(EVENING.format("11:00"))
    assert legs.journal.drafts.under("symptom/") == {}


def test_a_night_of_it(legs: Person) -> None:
    """On a day that is over, what eased before it began eased the next morning; 1am is that night's too."""
    legs.goes_to(date(2026, 11, 21))
    legs.marks_place(Side.LEFT, "calf", "6")
    unfold(legs, row(legs))
    fill(legs, "Began at", "11pm")
    fill(legs, "Eased at", "5am")
    assert stored(legs).eased_at == datetime.fromisoformat("2026-11-22T05:00:00+00:00")
    fill(legs, "Began at", "1am")
    assert stored(legs).occurred_at == datetime.fromisoformat("2026-11-22T01:00:00+00:00")


def test_a_morning_follows_the_evening_typed_after_it(legs: Person) -> None:
    """Typed first, 5am is this morning's; once it is known that it began at 11pm, it is the next one's."""
    legs.goes_to(date(2026, 11, 21))
    legs.marks_place(Side.LEFT, "calf", "6")
    unfold(legs, row(legs))
    fill(legs, "Eased at", "5am")
    fill(legs, "Began at", "11pm")

    assert stored(legs).occurred_at == datetime.fromisoformat("2026-11-21T23:00:00+00:00")
    assert stored(legs).eased_at == datetime.fromisoformat("2026-11-22T05:00:00+00:00")


def test_the_urge_has_its_time_on_its_row(person: Person, open_window: Callable[..., Person]) -> None:
    """When it began is answered without More and without a score, and is there after a restart."""
    person.until(lambda: person.page.legs.urge.isVisible())
    began = person.page.legs.urge.times.began
    person.types_into(began.entry, "920pm")
    assert began.entry.text() == "9.20pm"
    assert (stored(person).kind, stored(person).score) == (Kind.URGE, None)
    assert stored(person).occurred_at == datetime.fromisoformat(EVENING.format("21:20"))
    path = person.journal.path
    assert person.closes()

    again = open_window(path)
    again.until(lambda: again.page.legs.urge.isVisible())
    entry = again.page.legs.urge.times.began.entry
    assert entry.text() == "9.20pm"
    again.types_into(entry, "")
    assert again.journal.symptoms.on(DAY) == []


def test_the_urge_can_be_told_more_of(person: Person) -> None:
    """Side, easing, what helped and words belong to the one urge of the day."""
    person.until(lambda: person.page.legs.urge.isVisible())
    urge = person.page.legs.urge
    unfold(person, urge)
    person.types_into(editor(urge.details, "What helped"), "walking")
    for words in ("Side: left", "crawling"):
        person.clicks(
            next(b for b in urge.findChildren(QAbstractButton) if b.accessibleName().startswith(words))
        )
    person.waits()

    only = stored(person)
    assert (only.kind, only.side, only.site, only.helped) == (Kind.URGE, Side.LEFT, None, "walking")
    assert person.reads(urge)[:2] == ["Urge to move, left leg", "crawling · walking helped"]


def test_what_is_no_time_of_the_urge_is_kept(person: Person, open_window: Callable[..., Person]) -> None:
    """Also where nothing else is said of it: then there is only the draft, which counts for nothing."""
    person.until(lambda: person.page.legs.urge.isVisible())
    began = person.page.legs.urge.times.began
    person.types_into(began.entry, "after tea")
    assert began.message.text() == NOT_A_TIME
    assert person.journal.symptoms.on(DAY) == []
    person.goes_to(date(2026, 11, 21))
    assert (began.entry.text(), began.message.isVisible()) == ("", False)
    path = person.journal.path
    assert person.closes()

    again = open_window(path)
    again.until(lambda: again.page.legs.urge.isVisible())
    began = again.page.legs.urge.times.began
    assert (began.entry.text(), began.message.text()) == ("after tea", NOT_A_TIME)


def test_an_hour_that_does_not_exist(
    open_window: Callable[..., Person], tmp_path: Path, clock: HandClock
) -> None:
    """In the night the clocks go forward half past one is explained."""
    clock.set(datetime(2027, 3, 28, 3, 30))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    person.until(lambda: person.page.legs.urge.isVisible())
    began = person.page.legs.urge.times.began
    person.types_into(began.entry, "1.30am")

    assert began.message.text() == "The clocks went forward that night: this time did not exist."
    assert person.journal.symptoms.on(date(2027, 3, 27)) == []


def test_more_folds_again(legs: Person) -> None:
    """By keyboard as by mouse; what was being typed is stored; another day begins folded."""
    helped = editor(details(legs), "What helped")
    legs.types_into(helped, "")
    helped.setFocus()
    legs.types("a walk")
    row(legs).more.setFocus()
    legs.keys(Qt.Key.Key_Space)
    legs.waits()
    assert not details(legs).isVisible()
    assert stored(legs).helped == "a walk"
    assert row(legs).more.text() == "▸ More"

    legs.keys(Qt.Key.Key_Space)
    legs.until(lambda: details(legs).isVisible())
    legs.goes_to(date(2026, 11, 21))
    legs.goes_to(DAY)
    legs.until(lambda: not row(legs).more.isChecked())
    assert row(legs).details is None


def test_tab_goes_down_the_unfolded_rows(legs: Person) -> None:
    """From the scores of a row Tab goes through what is unfolded beneath them, and then to the next row."""
    legs.marks_place(Side.RIGHT, "knee", "2")
    unfold(legs, row(legs, 1))
    unfold(legs, legs.page.legs.urge)
    legs.until(lambda: not legs.page.legs.urge.details.visibleRegion().isEmpty())
    row(legs).more.setFocus()
    stops = []
    while legs.page.legs.isAncestorOf(legs.focused):
        stops.append(legs.focused)
        legs.keys(Qt.Key.Key_Tab)
        assert not legs.focused.visibleRegion().isEmpty()
    tops = [stop.mapTo(legs.page.legs, stop.rect().topLeft()).y() for stop in stops]
    parts = [next(n for n in range(3) if row(legs, n).isAncestorOf(stop)) for stop in stops]

    assert len(stops) > 60
    assert parts == sorted(parts)
    assert all(after > before - 60 for before, after in pairwise(tops))  # a line of words to press
    assert legs.page.day.isAncestorOf(legs.focused)


def test_undo_takes_back_what_was_said(legs: Person) -> None:
    """Ctrl+Z shows the row as it was before."""
    press(legs, "What is it?: cramp")
    row(legs).scores.setFocus()
    legs.keys(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    legs.waits()

    assert legs.reads(row(legs))[1] == "pain"
    assert details(legs).kind.answer is Kind.PAIN


def test_two_rows_can_be_told_apart_by_ear(legs: Person) -> None:
    """Unfolded together, no two of their fields and buttons are called the same."""
    legs.marks_place(Side.RIGHT, "knee", "2")
    unfold(legs, row(legs, 1))
    unfold(legs, legs.page.legs.urge)
    found = [*legs.page.legs.findChildren(QAbstractButton), *legs.page.legs.findChildren(QLineEdit)]
    names = [each.accessibleName() for each in found if each.isVisible()]

    assert len(names) > 80
    assert len(set(names)) == len(names)
    assert "Began at, Right knee, pain" in names


def test_hostile_text_is_only_text(legs: Person, hostile: str) -> None:
    """Whatever is pasted into a field stands there letter for letter, is stored or kept and explained."""
    for name in ("Began at", "Eased at", "What helped", "A word of your own", "Anything else"):
        field = editor(details(legs), name)
        legs.brings_into_sight(field)
        field.setFocus()
        began = time.monotonic()
        legs.pastes(hostile)
        legs.keys(Qt.Key.Key_Return if name.startswith("A word") else Qt.Key.Key_Tab)
        legs.window.grab()
        assert time.monotonic() - began < 1
        legs.waits()
    drafts = {place.split("/")[1]: typed for place, typed in legs.journal.drafts.under("symptom/").items()}

    assert (drafts["occurred_at"], drafts["eased_at"]) == (hostile, hostile)
    assert stored(legs).note == hostile
    if len(hostile) > WORD:
        assert (stored(legs).words, drafts["words"]) == (None, hostile)
        assert "too long" in said(editor(details(legs), "A word of your own"))
    else:
        assert stored(legs).words == [hostile]
        assert [chip.words for chip in details(legs).findChildren(Chip) if chip.isChecked()] == [hostile]
    if len(hostile) > HELPED:
        assert (stored(legs).helped, drafts["helped"]) == (None, hostile)
        assert "too long" in said(editor(details(legs), "What helped"))
    else:
        assert stored(legs).helped == hostile
    assert legs.journal.problems() == []


def test_a_pasted_picture_is_no_answer(legs: Person) -> None:
    """Nothing in a row takes a picture, and nothing minds one."""
    QApplication.clipboard().setImage(QImage(300, 300, QImage.Format.Format_RGB32))
    before = stored(legs)
    fields = [*row(legs).findChildren(QLineEdit), *row(legs).findChildren(QPlainTextEdit)]
    for field in [*fields, legs.page.legs.places.field.entry]:
        field.setFocus()
        legs.keys(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
        legs.keys(Qt.Key.Key_Return, Qt.Key.Key_Tab)
    legs.waits()

    assert len(fields) == 5
    assert stored(legs).note in (None, "\n")  # Enter begins a line in a note
    assert stored(legs).model_dump(exclude={"note", "rev", "digest", "changed_at"}) == before.model_dump(
        exclude={"note", "rev", "digest", "changed_at"}
    )
