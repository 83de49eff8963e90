"""Last night, typed into the window."""

import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import NIGHT, Person
from PySide6.QtCore import Qt

from legjournal import phrases
from legjournal.models.nights import Night

DAY = date(2026, 11, 22)


def stored(person: Person, day: date = DAY) -> Night:
    """The night as it lies in the file."""
    night = person.journal.nights.ending_on(day)
    return night if night is not None else Night(date=day)


def shown(person: Person, name: str) -> tuple[str, str]:
    """What stands in a field, and the sentence beside it."""
    field = person.night[name]
    return field.entry.text(), field.message.text() if field.message.isVisible() else ""


def offers(person: Person, name: str) -> list[str]:
    """The answers to press beside a field."""
    return [button.text() for button in person.night[name].offers if button.isVisible()]


def reopened(person: Person, open_window: Callable[..., Person], **how: object) -> Person:
    """The same journal in a new window."""
    path = person.journal.path
    assert person.closes()
    return open_window(path, **how)


def test_time_is_understood_the_british_way(person: Person) -> None:
    """However a Briton writes a time, it is stored as meant and shown as the British write it."""
    for name, typed, meant in (
        ("got_into_bed", "1030pm", "10.30pm"),
        ("got_into_bed", "22:30", "10.30pm"),
        ("got_into_bed", "2230", "10.30pm"),
        ("got_into_bed", "half ten", "10.30pm"),
        ("got_into_bed", "10", "10pm"),
        ("got_into_bed", "Midnight", "midnight"),
        ("tried_to_sleep", "quarter to 1", "12.45am"),
        ("final_waking", "half six", "6.30am"),
        ("got_out_of_bed", "07:05", "7.05am"),
    ):
        person.types_night(**{name: ""})
        person.types_night(**{name: typed})
        assert shown(person, name) == (meant, "")
        assert phrases.clock(getattr(stored(person), name)) == meant


def test_night_is_stored_as_it_was_lived(person: Person) -> None:
    """The evening's times are of the day before, the morning's of the day itself, with their UTC offset."""
    person.types_night(**NIGHT)

    night = stored(person)
    assert night.got_into_bed == datetime.fromisoformat("2026-11-21T22:30+00:00")
    assert night.got_out_of_bed == datetime.fromisoformat("2026-11-22T07:00+00:00")
    assert (night.minutes_to_fall_asleep, night.wakings, night.woken_by_legs) == (45, 3, 2)


def test_figures_appear(person: Person) -> None:
    """What the night comes to stands under it, with the formula within reach."""
    person.types_night(**NIGHT)

    words = person.reads(person.page.night.figures)
    assert words[:4] == ["5 hours 45 minutes", "asleep", "1 hour", "awake in between"]
    assert words[4:] == ["8 hours 30 minutes", "in bed", "67.6%", "asleep while in bed"]
    assert "8 hours 30 minutes in bed" in person.page.night.bar.accessibleDescription()
    cell = person.page.night.figures.findChildren(type(person.page.night.figures).__base__)[0]
    assert "Time in bed = got up − got into bed." in cell.toolTip()


def test_figures_wait_for_their_answers(person: Person) -> None:
    """A night without all its answers has no figure made of guesses: nothing missing counts as 0."""
    person.types_night(**{**NIGHT, "minutes_awake": ""})

    words = person.reads(person.page.night.figures)
    assert words == ["8 hours 30 minutes", "in bed"]


def test_answer_is_stored_within_a_second(person: Person) -> None:
    """Whoever stops typing need not leave the field: a second later the answer is in the file."""
    person.clicks(person.night["wakings"].entry)
    person.types("3")

    person.until(lambda: stored(person).wakings == 3, patience=1000)
    assert person.focused is person.night["wakings"].entry
    assert person.night["wakings"].entry.text() == "3"


def test_half_a_time_is_not_scolded(person: Person) -> None:
    """A pause in the middle of a time brings no sentence, and typing goes on where it was."""
    entry = person.night["got_into_bed"].entry
    person.clicks(entry)
    person.types("10.3")
    person.until(lambda: person.journal.drafts.under("night/"))
    person.waits()
    assert shown(person, "got_into_bed") == ("10.3", "")

    person.types("0pm")
    person.until(lambda: stored(person).got_into_bed is not None)
    person.waits()
    assert shown(person, "got_into_bed") == ("10.30pm", "")
    assert person.journal.drafts.under("night/") == {}


def test_enter_stores_at_once(person: Person) -> None:
    """Enter stores the answer, shows how it was understood and stays in the field."""
    person.clicks(person.night["got_into_bed"].entry)
    person.types("2230")
    person.keys(Qt.Key.Key_Return)
    person.waits()

    assert shown(person, "got_into_bed") == ("10.30pm", "")
    assert stored(person).got_into_bed is not None
    assert person.focused is person.night["got_into_bed"].entry


def test_arrows_move_a_time(person: Person) -> None:
    """Arrow up and down move a time by five minutes, over midnight as well."""
    person.types_night(got_into_bed="11.55pm")
    person.night["got_into_bed"].entry.setFocus()
    person.keys(Qt.Key.Key_Up)
    assert person.night["got_into_bed"].entry.text() == "midnight"
    person.keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
    person.keys(Qt.Key.Key_Tab)
    person.waits()

    assert stored(person).got_into_bed == datetime.fromisoformat("2026-11-21T23:50+00:00")


NOT_A_TIME = "This is not a time of day. Try 10.30pm or 22:30."
NOT_A_COUNT = "Please give a whole number from 0 to 99."
NOT_MINUTES = "Please give a whole number from 0 to 960."


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("got_into_bed", "late", NOT_A_TIME),
        ("final_waking", "6.75am", NOT_A_TIME),
        ("wakings", "a few", NOT_A_COUNT),
        ("wakings", "100", NOT_A_COUNT),
        ("minutes_to_fall_asleep", "99999999999999999999", NOT_MINUTES),
    ],
)
def test_what_is_no_answer_is_kept_and_explained(
    person: Person, open_window: Callable[..., Person], name: str, typed: str, sentence: str
) -> None:
    """It stays in its field with a sentence beside it, today, after turning the page and after a restart."""
    person.types_night(**{name: typed})
    assert shown(person, name) == (typed, sentence)
    assert person.night[name].entry.accessibleDescription() == sentence
    assert getattr(stored(person), name) is None

    person.goes_to(date(2026, 11, 21))
    assert shown(person, name) == ("", "")
    person.goes_to(DAY)
    assert shown(person, name) == (typed, sentence)

    person = reopened(person, open_window)
    assert shown(person, name) == (typed, sentence)
    assert getattr(stored(person), name) is None

    person.types_night(**{name: "11pm" if "time" in sentence else "7"})
    assert shown(person, name)[1] == ""
    assert getattr(stored(person), name) is not None
    assert person.journal.drafts.under("night/") == {}


def test_emptied_field_is_not_answered(person: Person) -> None:
    """An answer that is taken out of its field is not answered again, not 0."""
    person.types_night(wakings="0")
    assert stored(person).wakings == 0

    person.types_night(wakings="")
    assert stored(person).wakings is None
    assert shown(person, "wakings") == ("", "")


def test_slip_of_am_and_pm_is_guessed(person: Person) -> None:
    """A time that would be right in the other half of the day is asked about, never changed."""
    person.types_night(**{**NIGHT, "got_out_of_bed": "7pm"})

    assert shown(person, "got_out_of_bed") == ("7pm", "This is before “Got into bed”, 10.30pm.")
    assert offers(person, "got_out_of_bed") == ["Did you mean 7am?"]
    assert stored(person).got_out_of_bed is None
    assert stored(person).final_waking is not None

    person.presses("Did you mean 7am?")
    assert shown(person, "got_out_of_bed") == ("7am", "")
    assert offers(person, "got_out_of_bed") == []
    assert stored(person).got_out_of_bed == datetime.fromisoformat("2026-11-22T07:00+00:00")


def test_guess_is_taken_by_keyboard(person: Person) -> None:
    """From the next field Shift and Tab lead back to the offer, Space takes it, and Tab goes on."""
    person.types_night(**{**NIGHT, "final_waking": "6.30pm"})
    person.night["minutes_trying_to_sleep_again"].entry.setFocus()
    person.keys(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
    assert person.focused.text() == "Did you mean 6.30am?"
    assert person.night["final_waking"].entry.accessibleDescription().endswith("Did you mean 6.30am?")

    person.keys(Qt.Key.Key_Space)
    person.waits()
    assert stored(person).final_waking == datetime.fromisoformat("2026-11-22T06:30+00:00")
    person.keys(Qt.Key.Key_Tab)
    assert person.focused is person.night["minutes_trying_to_sleep_again"].entry


def test_no_guess_where_none_is_true(person: Person) -> None:
    """A time that is wrong in either half of the day is only named as out of order."""
    person.types_night(final_waking="6.30am", got_out_of_bed="5am")

    assert shown(person, "got_out_of_bed") == ("5am", "This is before “Last woke”, 6.30am.")
    assert offers(person, "got_out_of_bed") == []


def test_an_earlier_answer_may_be_the_wrong_one(person: Person, open_window: Callable[..., Person]) -> None:
    """Correcting the other field of a contradiction clears the sentence and stores both."""
    person.types_night(final_waking="6.30am", got_out_of_bed="5am")
    person.goes_to(date(2026, 11, 21))
    person.goes_to(DAY)
    person = reopened(person, open_window)
    assert shown(person, "got_out_of_bed") == ("5am", "This is before “Last woke”, 6.30am.")
    assert stored(person).got_out_of_bed is None

    person.types_night(final_waking="4.30am")
    assert shown(person, "got_out_of_bed") == ("5am", "")
    assert stored(person).final_waking is not None
    assert stored(person).got_out_of_bed is not None
    assert person.journal.drafts.under("night/") == {}


def test_the_field_just_typed_in_is_the_one_asked_about(person: Person) -> None:
    """Of two answers that contradict each other the earlier one stands and the new one is explained."""
    person.types_night(final_waking="6.30am", tried_to_sleep="7am")

    assert shown(person, "tried_to_sleep") == ("7am", "This is after “Last woke”, 6.30am.")
    assert offers(person, "tried_to_sleep") == ["Did you mean 7pm?"]
    assert shown(person, "final_waking") == ("6.30am", "")


def test_wrong_correction_takes_the_old_answer_away(person: Person) -> None:
    """An answer typed over with something that cannot be true is no longer stored as true."""
    person.types_night(**NIGHT)
    person.types_night(got_out_of_bed="5am")
    assert stored(person).got_out_of_bed is None
    assert person.reads(person.page.night.figures) == [
        "5 hours 45 minutes",
        "asleep",
        "1 hour",
        "awake in between",
    ]

    person.types_night(got_out_of_bed="7am")
    assert stored(person).got_out_of_bed is not None


def test_more_than_sixteen_hours(person: Person) -> None:
    """A night longer than 16 hours is nearly always a slip: it is asked about."""
    person.types_night(got_out_of_bed="7am", got_into_bed="1pm")

    assert shown(person, "got_into_bed") == ("1pm", "That makes more than 16 hours in bed.")
    assert offers(person, "got_into_bed") == ["Did you mean 1am?"]


def test_more_awake_than_the_night_had(person: Person) -> None:
    """Minutes awake that do not fit between falling asleep and waking are explained."""
    person.types_night(tried_to_sleep="11pm", final_waking="6am", minutes_to_fall_asleep="120")
    person.types_night(minutes_awake="301")

    assert shown(person, "minutes_awake") == ("301", "That is more time awake than the night had.")
    assert stored(person).minutes_awake is None
    person.types_night(minutes_to_fall_asleep="119")
    assert shown(person, "minutes_awake") == ("301", "")
    assert stored(person).minutes_awake == 301


def test_minutes_that_do_not_fit_are_the_ones_asked_about(person: Person) -> None:
    """Of a night too short for falling asleep the minutes are explained, whichever was typed last."""
    person.types_night(tried_to_sleep="11pm", minutes_to_fall_asleep="500", final_waking="6.30am")

    sentence = "That is more time awake than the night had."
    assert shown(person, "minutes_to_fall_asleep") == ("500", sentence)
    assert shown(person, "minutes_awake") == ("", "")
    assert stored(person).final_waking is not None


def test_trying_again_ends_with_getting_up(person: Person) -> None:
    """More minutes of trying to sleep again than there were before getting up are explained."""
    person.types_night(final_waking="6.30am", minutes_trying_to_sleep_again="31", got_out_of_bed="7am")

    assert shown(person, "minutes_trying_to_sleep_again") == (
        "31",
        "That is longer than from “Last woke” to “Got up”.",
    )
    person.types_night(minutes_trying_to_sleep_again="30")
    assert stored(person).minutes_trying_to_sleep_again == 30


def test_legs_cannot_wake_more_often_than_one_woke(person: Person) -> None:
    """More wakings by the legs than wakings are explained; raising the wakings puts it right."""
    sentence = "The legs cannot have woken you more often than you were awake."
    person.types_night(wakings="2", woken_by_legs="3")
    assert shown(person, "woken_by_legs") == ("3", sentence)
    assert stored(person).woken_by_legs is None

    person.types_night(wakings="4")
    assert shown(person, "woken_by_legs") == ("3", "")
    assert (stored(person).wakings, stored(person).woken_by_legs) == (4, 3)


def test_hour_left_out_in_march(open_window: Callable[..., Person], tmp_path: Path, clock: HandClock) -> None:
    """In the night the clocks go forward half past one does not exist: it is said, and kept as typed."""
    clock.set(datetime(2027, 3, 28, 9, 0))
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    person.types_night(got_into_bed="11pm", tried_to_sleep="1.30am")
    assert shown(person, "tried_to_sleep") == (
        "1.30am",
        "The clocks went forward that night: this time did not exist.",
    )
    assert stored(person, date(2027, 3, 28)).tried_to_sleep is None

    person.presses("Did you mean 2.30am?")
    person.types_night(got_out_of_bed="7am")
    assert shown(person, "tried_to_sleep") == ("2.30am", "")
    assert "7 hours" in person.reads(person.page.night.figures)
    assert person.page.night.aside.text() == "Saturday evening to this morning, the clocks went forward"


def test_hostile_text_is_only_text(person: Person, hostile: str) -> None:
    """Whatever is pasted into a field stands there letter for letter, is kept, and holds nothing up."""
    for name, field in person.night.items():
        field.entry.setFocus()
        began = time.monotonic()
        person.pastes(hostile)
        person.keys(Qt.Key.Key_Tab)
        person.window.grab()
        assert time.monotonic() - began < 1
        person.waits()

        assert shown(person, name)[0] == hostile
        assert shown(person, name)[1] in (NOT_A_TIME, NOT_A_COUNT, NOT_MINUTES)
    assert stored(person).rev == 0
    assert person.journal.drafts.under(f"night/{DAY}/") == dict.fromkeys(person.night, hostile)
    assert person.journal.problems() == []
