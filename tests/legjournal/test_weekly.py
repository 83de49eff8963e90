"""The weekly check: when it is due, what it holds, and the activities followed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hand_clock import EVENING
from pydantic import ValidationError

from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.weekly import Followed

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_the_latest_weekly_check_is_the_newest_until_a_day(journal: Journal) -> None:
    """Asked of a day, the check of that day or of the last one before it."""
    assert journal.weekly.latest(TODAY) is None
    journal.weekly.record(TODAY - 7 * DAY, average_pain=6)
    journal.weekly.record(TODAY, average_pain=4, enjoyment=0)
    assert journal.weekly.latest(TODAY).average_pain == 4
    assert journal.weekly.latest(TODAY - DAY).average_pain == 6
    assert journal.weekly.latest(TODAY - 8 * DAY) is None


def test_a_weekly_check_is_answered_and_taken_back(journal: Journal) -> None:
    """0 is an answer, not answered is none, and a check without any is gone."""
    journal.weekly.record(TODAY, enjoyment=0)
    check = journal.weekly.latest(TODAY)
    assert (check.enjoyment, check.average_pain, check.everyday_activities, check.skipped) == (
        0,
        None,
        None,
        None,
    )
    journal.weekly.record(TODAY, enjoyment=None)
    assert journal.weekly.latest(TODAY) is None
    with pytest.raises(FutureDay):
        journal.weekly.record(TODAY + DAY, enjoyment=1)
    with pytest.raises(ValidationError):
        journal.weekly.record(TODAY, enjoyment=11)


def write_days(journal: Journal, days: int, until: date = TODAY) -> None:
    """Have something written on so many days, up to `until`; two entries on one day are one day."""
    for back in range(days):
        journal.diary.record(until - back * DAY, mood=5)
        journal.nights.record(until - back * DAY, quality=5)


def test_the_first_check_waits_for_seven_written_days(journal: Journal) -> None:
    """Nights count as well as days, and days to come do not."""
    assert not journal.weekly.is_due(TODAY)
    write_days(journal, 6)
    assert not journal.weekly.is_due(TODAY)
    journal.nights.record(TODAY - 20 * DAY, quality=5)
    assert journal.weekly.is_due(TODAY)
    assert not journal.weekly.is_due(TODAY - DAY)


@pytest.mark.parametrize("how", ["answered", "skipped", "an activity only"])
def test_the_next_check_is_due_after_seven_days(journal: Journal, how: str) -> None:
    """Counted from the last one, whatever became of it."""
    write_days(journal, 8)
    if how == "answered":
        journal.weekly.record(TODAY, enjoyment=3)
    elif how == "skipped":
        journal.weekly.skip(TODAY)
    else:
        journal.weekly.follow(TODAY, "Sit through a film")
        assert journal.weekly.is_due(TODAY)
        journal.weekly.score(TODAY, journal.weekly.sheet(TODAY).activities[0].id, 4)
    assert [journal.weekly.is_due(TODAY + days * DAY) for days in (0, 6, 7)] == [False, False, True]


def test_a_skipped_check_asks_nothing_and_is_not_filled(journal: Journal) -> None:
    """It can be filled in all the same, and then is not skipped any more."""
    journal.weekly.skip(TODAY)
    assert not journal.weekly.sheet(TODAY).is_filled
    journal.weekly.record(TODAY, average_pain=0)
    assert journal.weekly.latest(TODAY).skipped is None
    assert journal.weekly.sheet(TODAY).is_filled
    journal.history.undo()
    assert journal.weekly.latest(TODAY).skipped is True


def test_an_activity_is_followed_scored_and_ended(journal: Journal) -> None:
    """After its end its numbers stand where they were given, and it can go on later."""
    journal.weekly.follow(TODAY - 7 * DAY, "Sit through a film")
    [film] = journal.weekly.sheet(TODAY).activities
    journal.weekly.score(TODAY - 7 * DAY, film.id, 3)
    journal.weekly.score(TODAY - 7 * DAY, film.id, 4)
    journal.weekly.change_activity(film.id, stopped=TODAY - DAY, name="Sit through a long film")
    assert journal.weekly.sheet(TODAY).activities == ()
    ended = Followed(film.id, "Sit through a long film", 4, ended=True)
    assert journal.weekly.sheet(TODAY - 7 * DAY).activities == (ended,)
    journal.weekly.follow(TODAY, "SIT THROUGH A LONG FILM")
    assert journal.weekly.sheet(TODAY).activities == (replace(ended, score=None, ended=False),)


def test_a_score_of_an_activity_is_taken_back(journal: Journal) -> None:
    """One number a day, and none leaves no trace."""
    journal.weekly.follow(TODAY, "Sit through a film")
    [film] = journal.weekly.sheet(TODAY).activities
    journal.weekly.score(TODAY, film.id, 0)
    assert journal.weekly.sheet(TODAY).is_filled
    journal.weekly.score(TODAY, film.id, None)
    assert not journal.weekly.sheet(TODAY).is_filled
    assert not journal.weekly.score(TODAY, film.id, None)
    with pytest.raises(ValidationError):
        journal.weekly.score(TODAY, film.id, 11)


def test_no_more_than_three_activities_at_a_time(journal: Journal) -> None:
    """A fourth changes nothing until one has ended; one of the name is there once."""
    for name in ("Film", "Stairs", "film", "Garden"):
        journal.weekly.follow(TODAY, name)
    assert not journal.weekly.follow(TODAY, "Cinema")
    names = sorted(activity.name for activity in journal.weekly.sheet(TODAY).activities)
    assert names == ["Film", "Garden", "Stairs"]
    journal.weekly.change_activity(journal.weekly.sheet(TODAY).activities[0].id, stopped=TODAY)
    assert journal.weekly.follow(TODAY, "Cinema")
    with pytest.raises(FutureDay):
        journal.weekly.follow(TODAY + DAY, "Bus")
