"""The usual times, filled in with one press and counted only when they are confirmed."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from person import Person
from PySide6.QtCore import Qt

from legjournal.models.nights import Night
from ui.diary.usual_dialog import UsualTimesDialog

DAY = date(2026, 11, 22)
USUAL = {
    "got_into_bed": time(22, 30),
    "tried_to_sleep": time(23),
    "final_waking": time(6, 30),
    "got_out_of_bed": time(7),
}
SHOWN = {
    "got_into_bed": "10.30pm",
    "tried_to_sleep": "11pm",
    "final_waking": "6.30am",
    "got_out_of_bed": "7am",
}
NOT_YET = "usual, not confirmed yet"


@pytest.fixture
def settled(person: Person) -> Person:
    """A person who has chosen their usual times."""
    person.journal.usual_times.choose(USUAL)
    return person


def stored(person: Person, day: date = DAY) -> Night:
    """The night as it lies in the file."""
    return person.journal.nights.ending_on(day) or Night(date=day)


def clocks(person: Person) -> dict[str, str]:
    """What stands in the clock fields."""
    return {name: person.night[name].entry.text() for name in USUAL}


def waiting(person: Person) -> set[str]:
    """The fields that say their time is not confirmed, in words and by the look of the field."""
    fields = {name: person.night[name] for name in USUAL}
    told = {name for name, field in fields.items() if field.message.text() == NOT_YET}
    assert told == {name for name, field in fields.items() if field.entry.property("usual")}
    assert told == {name for name, field in fields.items() if field.entry.font().italic()}
    return told


def test_filled_is_not_answered(settled: Person) -> None:
    """One press fills the empty fields, leaves what was typed, stores nothing and works out nothing."""
    settled.types_night(final_waking="5am")
    settled.presses("Fill in my usual times")

    assert clocks(settled) == SHOWN | {"final_waking": "5am"}
    assert waiting(settled) == USUAL.keys() - {"final_waking"}
    night = stored(settled)
    assert (night.got_into_bed, night.tried_to_sleep, night.got_out_of_bed) == (None, None, None)
    assert settled.reads(settled.page.night.figures) == []
    assert settled.night["got_into_bed"].entry.accessibleDescription() == NOT_YET
    assert settled.journal.drafts.under("night/") == {}


def test_one_press_confirms_all(settled: Person) -> None:
    """“These are right” has the keyboard; it stores all four in one step, which one undo takes back."""
    settled.presses("Fill in my usual times")
    assert settled.focused is settled.page.night.usual.right
    settled.keys(Qt.Key.Key_Space)
    settled.waits()

    assert waiting(settled) == set()
    night = stored(settled)
    assert night.got_into_bed == datetime.fromisoformat("2026-11-21T22:30+00:00")
    assert night.got_out_of_bed == datetime.fromisoformat("2026-11-22T07:00+00:00")
    assert settled.reads(settled.page.night.figures) == ["8 hours 30 minutes", "in bed"]
    assert settled.focused is settled.night["minutes_to_fall_asleep"].entry

    settled.chooses_in_menu("Undo")
    settled.waits()
    assert stored(settled).rev == 0
    assert set(clocks(settled).values()) == {""}


def test_enter_or_typing_confirms_one(settled: Person) -> None:
    """Enter says that the one time is right, typing over another makes it one's own, Tab says nothing."""
    settled.presses("Fill in my usual times")
    settled.night["got_into_bed"].entry.setFocus()
    settled.keys(Qt.Key.Key_Return)
    settled.waits()
    assert waiting(settled) == USUAL.keys() - {"got_into_bed"}

    settled.types_night(tried_to_sleep="11.45pm")
    settled.night["final_waking"].entry.setFocus()
    settled.keys(Qt.Key.Key_Tab)
    settled.night["got_out_of_bed"].entry.setFocus()
    settled.keys(Qt.Key.Key_Up, Qt.Key.Key_Tab)
    settled.waits()
    assert waiting(settled) == {"final_waking"}
    night = stored(settled)
    assert night.got_into_bed is not None
    assert night.tried_to_sleep == datetime.fromisoformat("2026-11-21T23:45+00:00")
    assert night.got_out_of_bed == datetime.fromisoformat("2026-11-22T07:05+00:00")
    assert night.final_waking is None


def test_leaving_the_day_leaves_them_unanswered(settled: Person) -> None:
    """What nobody confirmed is gone with the page, and was never an answer."""
    settled.presses("Fill in my usual times")
    settled.scores(settled.page.night.quality, 5)
    assert waiting(settled) == set(USUAL)
    settled.goes_to(date(2026, 11, 21))
    assert waiting(settled) == set()
    settled.goes_to(DAY)

    assert set(clocks(settled).values()) == {""}
    assert stored(settled).got_into_bed is None


def test_they_can_be_taken_out_again(settled: Person) -> None:
    """A press fills them in, another takes them out, and nothing else is touched."""
    settled.types_night(final_waking="5am")
    settled.presses("Fill in my usual times")
    settled.presses("Take them out")

    assert {name for name, words in clocks(settled).items() if words} == {"final_waking"}
    assert settled.button("Fill in my usual times") is not None


def test_a_usual_time_that_cannot_be_true_is_explained(settled: Person) -> None:
    """Confirmed beside an answer it contradicts, it is explained and kept as typed, not counted."""
    settled.types_night(got_out_of_bed="6am")
    settled.presses("Fill in my usual times")
    settled.presses("These are right")

    assert settled.night["final_waking"].message.text() == "This is after “Got up”, 6am."
    assert stored(settled).final_waking is None
    assert settled.journal.drafts.under(f"night/{DAY}/") == {"final_waking": "6.30am"}


def test_choosing_them_for_the_first_time(person: Person) -> None:
    """With none chosen the button asks for them, offers tonight's, explains what is none, then fills in."""
    person.types_night(got_into_bed="10.30pm")
    person.presses("Fill in my usual times")
    dialog = person.dialog(UsualTimesDialog)
    assert {name: field.entry.text() for name, field in dialog.fields.items()} == {
        "got_into_bed": "10.30pm",
        "tried_to_sleep": "",
        "final_waking": "",
        "got_out_of_bed": "",
    }
    for name, words in (("final_waking", "late"), ("got_out_of_bed", "7pm")):
        dialog.fields[name].entry.setFocus()
        person.types(words)
    person.presses("Keep these", dialog)
    assert dialog.isVisible()
    assert dialog.fields["final_waking"].message.text() == "This is not a time of day. Try 10.30pm or 22:30."
    person.until(lambda: person.button("Did you mean 7am?", dialog))
    person.presses("Did you mean 7am?", dialog)
    dialog.fields["final_waking"].entry.clear()
    person.presses("Keep these", dialog)

    assert not dialog.isVisible()
    assert person.journal.usual_times.chosen() == {"got_into_bed": time(22, 30), "got_out_of_bed": time(7)}
    assert waiting(person) == {"got_out_of_bed"}
    assert stored(person).got_out_of_bed is None


def test_changing_them(settled: Person, open_window: Callable[..., Person]) -> None:
    """“My usual times…” shows those chosen; a changed one is filled in from then on, also after a restart."""
    settled.presses("My usual times…")
    dialog = settled.dialog(UsualTimesDialog)
    assert {name: field.entry.text() for name, field in dialog.fields.items()} == SHOWN
    dialog.fields["got_out_of_bed"].entry.setFocus()
    dialog.fields["got_out_of_bed"].entry.clear()
    settled.types("half seven")
    settled.presses("Keep these", dialog)
    assert waiting(settled) == set()

    path = settled.journal.path
    assert settled.closes()
    again = open_window(path)
    again.presses("Fill in my usual times")
    assert clocks(again) == SHOWN | {"got_out_of_bed": "7.30am"}
