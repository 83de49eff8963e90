"""The weekly check."""

from datetime import timedelta

import pytest
from hand_clock import EVENING
from pydantic import ValidationError

from legjournal.errors import FutureDay
from legjournal.journal import Journal

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
