"""Nights, filed under the morning they end on."""

from datetime import date, datetime, time, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.clock import NoSuchTime
from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.sleep import figures

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_a_night_belongs_to_the_morning_it_ends_on(journal: Journal) -> None:
    """A clock time from midday on is of the evening before, one before midday of the morning."""
    of_night = journal.nights.time_of_night
    assert of_night(TODAY, time(22, 30)) == datetime(2026, 11, 21, 22, 30, tzinfo=EVENING.tzinfo)
    assert of_night(TODAY, time(0, 30)) == datetime(2026, 11, 22, 0, 30, tzinfo=EVENING.tzinfo)
    assert of_night(TODAY, time(11, 59)).date() == TODAY
    assert of_night(TODAY, time(12)).date() == TODAY - DAY


def test_a_time_in_the_gap_of_march_does_not_exist(journal: Journal) -> None:
    """1.30am on 28 March 2027 was never on any clock."""
    with pytest.raises(NoSuchTime):
        journal.nights.time_of_night(date(2027, 3, 28), time(1, 30))


def test_every_instant_of_a_clock_time_in_a_night(journal: Journal) -> None:
    """The October night has two of 1.30am, an hour apart, the March night none; each night has one 11pm."""
    of_night = journal.nights.times_of_night
    first, second = of_night(date(2026, 10, 25), time(1, 30))
    assert second - first == timedelta(hours=1)
    assert of_night(date(2027, 3, 28), time(1, 30)) == ()
    [evening] = of_night(date(2026, 10, 25), time(23))
    assert evening.date() == date(2026, 10, 24)


def test_who_sleeps_until_the_afternoon_woke_on_that_day(journal: Journal, clock: HandClock) -> None:
    """Half past twelve is of last evening for going to bed, and for waking until it has come."""
    of_night = journal.nights.times_of_night
    clock.set(datetime(2026, 11, 22, 13, 0))
    [woke] = of_night(TODAY, time(12, 30), waking=True)
    [to_bed] = of_night(TODAY, time(12, 30))
    [later] = of_night(TODAY, time(15), waking=True)
    assert (woke.date(), to_bed.date(), later.date()) == (TODAY, TODAY - DAY, TODAY - DAY)
    clock.set(datetime(2026, 11, 22, 8, 0))
    assert of_night(TODAY, time(12, 30), waking=True) == (to_bed,)


def test_the_second_of_two_is_kept_with_its_offset(journal: Journal) -> None:
    """From the file comes the very instant that was stored, not the other one the clocks showed so."""
    morning = date(2026, 10, 25)
    first, second = journal.nights.times_of_night(morning, time(1, 30))
    journal.nights.record(morning, tried_to_sleep=first, final_waking=second)
    night = journal.nights.ending_on(morning)
    assert (night.tried_to_sleep.isoformat(), night.final_waking.isoformat()) == (
        "2026-10-25T01:30:00+01:00",
        "2026-10-25T01:30:00+00:00",
    )


def test_the_example_night_is_stored_and_worked_out(journal: Journal) -> None:
    """Bed 10.30pm, tried 11pm, 60 and 45 minutes awake, woke 6.30am, up 7am: 345 of 510 minutes."""
    of_night = journal.nights.time_of_night
    changed = journal.nights.record(
        TODAY,
        got_into_bed=of_night(TODAY, time(22, 30)),
        tried_to_sleep=of_night(TODAY, time(23)),
        minutes_to_fall_asleep=60,
        minutes_awake=45,
        final_waking=of_night(TODAY, time(6, 30)),
        got_out_of_bed=of_night(TODAY, time(7)),
    )
    assert changed.days == {TODAY}
    night = figures(journal.nights.ending_on(TODAY))
    assert (night.time_asleep, night.time_in_bed, round(night.efficiency, 1)) == (345, 510, 67.6)


def test_octobers_night_is_elapsed_time_from_the_file(journal: Journal) -> None:
    """Stored and read again, 11pm to 7am over the change of October 2026 is 9 hours."""
    morning = date(2026, 10, 25)
    of_night = journal.nights.time_of_night
    journal.nights.record(
        morning, got_into_bed=of_night(morning, time(23)), got_out_of_bed=of_night(morning, time(7))
    )
    assert figures(journal.nights.ending_on(morning)).time_in_bed == 540


def test_answers_come_one_by_one(journal: Journal) -> None:
    """Each answer is kept as it comes; what is not answered is None and not 0."""
    journal.nights.record(TODAY, wakings=0)
    journal.nights.record(TODAY, had_to_walk_about=False)
    night = journal.nights.ending_on(TODAY)
    assert (night.wakings, night.had_to_walk_about, night.woken_by_legs, night.quality) == (
        0,
        False,
        None,
        None,
    )


def test_the_last_answer_taken_back_takes_the_night(journal: Journal) -> None:
    """A night without any answer left is not a recorded night; a No is an answer."""
    journal.nights.record(TODAY, wakings=3, had_to_walk_about=False)
    journal.nights.record(TODAY, wakings=None)
    assert journal.nights.ending_on(TODAY) is not None
    journal.nights.record(TODAY, had_to_walk_about=None)
    assert journal.nights.ending_on(TODAY) is None


def test_a_night_that_has_not_ended_is_refused(journal: Journal, clock: HandClock) -> None:
    """Tomorrow morning's night waits for tomorrow, which begins at 4am."""
    with pytest.raises(FutureDay):
        journal.nights.record(TODAY + DAY, wakings=1)
    clock.set(datetime(2026, 11, 23, 4, 0))
    assert journal.nights.record(TODAY + DAY, wakings=1)


def test_a_contradiction_keeps_what_was_there(journal: Journal) -> None:
    """An answer that cannot be true beside the others is refused, and they stay as they were."""
    journal.nights.record(TODAY, wakings=2, woken_by_legs=2)
    with pytest.raises(ValidationError, match="more by legs than wakings"):
        journal.nights.record(TODAY, woken_by_legs=3)
    assert journal.nights.ending_on(TODAY).woken_by_legs == 2


@pytest.mark.parametrize(
    "answers",
    [{"wakings": 100}, {"minutes_awake": 961}, {"quality": 11}, {"wakings": 1.5}, {"snoring": 1}],
    ids=str,
)
def test_what_no_night_can_be_is_refused(journal: Journal, answers: dict[str, object]) -> None:
    """Numbers past their bounds and unknown questions are refused."""
    with pytest.raises(ValidationError):
        journal.nights.record(TODAY, **answers)
    assert journal.nights.ending_on(TODAY) is None
