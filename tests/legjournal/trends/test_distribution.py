"""Counts of scores and times of onset, by hand."""

from datetime import date, time

import pytest

from legjournal.trends.distribution import OnsetsOfMonth, clock_time, onsets_by_month, score_counts
from legjournal.trends.facts import DayFacts, Facts, Outcome
from legjournal.trends.period import Period

DAYS = Facts(
    {
        date(2026, 9, 29): DayFacts(pain=0, onset=11 * 60),  # 11pm
        date(2026, 9, 30): DayFacts(pain=4, onset=13 * 60),  # 1am
        date(2026, 10, 1): DayFacts(pain=4),
        date(2026, 10, 2): DayFacts(pain=10, onset=8 * 60 + 30),  # 8.30pm
        date(2026, 10, 3): DayFacts(onset=9 * 60),
    }
)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def test_each_score_has_its_days() -> None:
    """From 0 to 10; a day without an answer is counted nowhere."""
    assert score_counts(DAYS, Outcome.PAIN) == (1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1)
    assert score_counts(DAYS, Outcome.PAIN, OCTOBER) == (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1)
    assert sum(score_counts(DAYS, Outcome.MOOD)) == 0


def test_the_mean_of_eleven_and_one_is_midnight() -> None:
    """An onset after midnight is later than one before it, not twenty-two hours earlier."""
    september, october = onsets_by_month(DAYS)
    assert september == OnsetsOfMonth(date(2026, 9, 1), 2, 720.0, 660, 780)
    assert clock_time(september.mean) == time(0, 0)
    assert (clock_time(september.earliest), clock_time(september.latest)) == (time(23), time(1))
    assert october == OnsetsOfMonth(date(2026, 10, 1), 2, 525.0, 510, 540)
    assert onsets_by_month(DAYS, OCTOBER) == [october]


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(0, time(12)), (570, time(21, 30)), (719.6, time(0)), (720, time(0)), (959, time(3, 59))],
)
def test_minutes_after_midday_are_a_time_of_the_clock(minutes: float, shown: time) -> None:
    """To the nearest minute."""
    assert clock_time(minutes) == shown
