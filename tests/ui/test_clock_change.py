"""The two nights on which the clocks change, typed into the window."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt

from legjournal.clock import LONDON
from legjournal.models.nights import Night

OCTOBER, MARCH = date(2026, 10, 25), date(2027, 3, 28)
TWICE = "The clocks went back that night, so 1.30am came twice. Which one?"
FIRST, SECOND = "The first, before that", "The second, after that"


@pytest.fixture
def opened(open_window: Callable[..., Person], tmp_path: Path, clock: HandClock) -> Callable[[date], Person]:
    """Opens a new journal on the morning of a day."""

    def on(day: date) -> Person:
        clock.set(datetime(day.year, day.month, day.day, 9, 0))
        person = open_window(tmp_path / "journal.legjournal", clock=clock)
        person.presses("Start my journal")
        return person

    return on


def stored(person: Person) -> Night:
    """The night of October's change as it lies in the file."""
    return person.journal.nights.ending_on(OCTOBER) or Night(date=OCTOBER)


def shown(person: Person, name: str) -> tuple[str, str]:
    """What stands in a field, and the sentence beside it."""
    field = person.night[name]
    return field.entry.text(), field.message.text() if field.message.isVisible() else ""


@pytest.mark.parametrize(
    ("press", "offset", "words", "asleep"),
    [(FIRST, "+01:00", "first", "6 hours"), (SECOND, "+00:00", "second", "5 hours")],
)
def test_an_hour_that_comes_twice_is_asked_once(
    opened: Callable[[date], Person], press: str, offset: str, words: str, asleep: str
) -> None:
    """Until then it does not count; answered, it is stored with its offset, shown, and not asked again."""
    person = opened(OCTOBER)
    person.types_night(tried_to_sleep="1.30", final_waking="6.30", got_out_of_bed="7")
    person.types_night(minutes_to_fall_asleep="0", minutes_awake="0")
    assert shown(person, "tried_to_sleep") == ("1.30", TWICE)
    assert stored(person).tried_to_sleep is None
    assert person.journal.drafts.under(f"night/{OCTOBER}/") == {"tried_to_sleep": "1.30"}
    assert person.reads(person.page.night.figures) == []

    person.presses(press)
    assert stored(person).tried_to_sleep.isoformat() == f"2026-10-25T01:30:00{offset}"
    assert shown(person, "tried_to_sleep") == (f"1.30am, the {words}", "")
    assert person.reads(person.page.night.figures)[:2] == [asleep, "asleep"]
    assert person.journal.drafts.under(f"night/{OCTOBER}/") == {}

    person.goes_to(date(2026, 10, 24))
    person.goes_to(OCTOBER)
    person.types_night(wakings="1")
    assert shown(person, "tried_to_sleep") == (f"1.30am, the {words}", "")
    assert stored(person).tried_to_sleep.isoformat() == f"2026-10-25T01:30:00{offset}"


def test_the_question_is_named_for_a_screen_reader(opened: Callable[[date], Person]) -> None:
    """The field reads its question out with both answers, and each button says which one it is."""
    person = opened(OCTOBER)
    person.types_night(tried_to_sleep="1.30")
    field = person.night["tried_to_sleep"]

    assert field.entry.accessibleDescription() == f"{TWICE} {FIRST} {SECOND}"
    names = [button.accessibleName() for button in field.offers]
    assert names == ["The first, before they went back", "The second, after they went back"]


def test_what_only_one_of_the_two_can_be_is_not_asked(opened: Callable[[date], Person]) -> None:
    """Beside an answer that settles it, an hour that comes twice is the one that can be true."""
    person = opened(OCTOBER)
    person.types_night(got_into_bed="1.45, the first", tried_to_sleep="1.15")
    assert shown(person, "tried_to_sleep") == ("1.15am, the second", "")
    assert stored(person).tried_to_sleep.isoformat() == "2026-10-25T01:15:00+00:00"

    person.types_night(tried_to_sleep="", got_into_bed="1.50, the second")
    person.types_night(tried_to_sleep="1.20")
    assert shown(person, "tried_to_sleep") == ("1.20", "This is before “Got into bed”, 1.50am, the second.")
    assert stored(person).tried_to_sleep is None


def test_a_slip_elsewhere_does_not_answer_the_question(opened: Callable[[date], Person]) -> None:
    """Beside an answer that cannot be true, that one is asked about, and which of the two as before."""
    person = opened(OCTOBER)
    person.types_night(tried_to_sleep="1.30", got_out_of_bed="7pm")

    assert shown(person, "tried_to_sleep") == ("1.30", TWICE)
    assert shown(person, "got_out_of_bed")[1] == "This is before “Tried to sleep”, 1.30am, the first."
    person.presses("Did you mean 7am?")
    assert shown(person, "got_out_of_bed") == ("7am", "")
    assert shown(person, "tried_to_sleep") == ("1.30", TWICE)


def test_a_later_answer_can_settle_the_question(opened: Callable[[date], Person]) -> None:
    """A question that another answer decides goes away by itself, and the answer counts."""
    person = opened(OCTOBER)
    person.types_night(tried_to_sleep="1.30")
    assert shown(person, "tried_to_sleep")[1] == TWICE
    person.types_night(got_into_bed="1.45am, the first")

    assert shown(person, "tried_to_sleep") == ("1.30am, the second", "")
    assert stored(person).tried_to_sleep.isoformat() == "2026-10-25T01:30:00+00:00"


def test_arrows_keep_which_one_it_was(opened: Callable[[date], Person]) -> None:
    """Moved by five minutes, the second stays the second; out of that hour there is only one."""
    person = opened(OCTOBER)
    person.types_night(got_out_of_bed="1.50am, the second")
    person.night["got_out_of_bed"].entry.setFocus()
    person.keys(Qt.Key.Key_Up)
    assert person.night["got_out_of_bed"].entry.text() == "1.55am, the second"
    person.keys(Qt.Key.Key_Up, Qt.Key.Key_Tab)
    person.waits()

    assert shown(person, "got_out_of_bed") == ("2am", "")
    assert stored(person).got_out_of_bed == datetime(2026, 10, 25, 2, 0, tzinfo=LONDON)


@pytest.mark.parametrize(("day", "in_bed"), [(OCTOBER, "9 hours"), (MARCH, "7 hours")])
def test_the_bar_is_of_elapsed_time(opened: Callable[[date], Person], day: date, in_bed: str) -> None:
    """From 11pm to 7am the bar is as long as the night was: nine hours of nineteen, seven of seventeen."""
    person = opened(day)
    person.types_night(got_into_bed="11pm", got_out_of_bed="7am")
    assert person.reads(person.page.night.figures) == [in_bed, "in bed"]

    bar = person.page.night.bar
    bar.resize(1901, bar.height())
    bed = bar.palette().alternateBase().color()
    picture = bar.grab().toImage()
    long = sum(picture.pixelColor(x, round(0.3 * bar.height())) == bed for x in range(picture.width()))
    hours = {OCTOBER: 9 / 19, MARCH: 7 / 17}[day]
    assert abs(long / picture.width() - hours) < 0.01
