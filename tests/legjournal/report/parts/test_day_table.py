"""The table of the days, against a fortnight worked out by hand."""

from datetime import date, datetime, timedelta

import pytest
from hand_clock import EVENING, HandClock

from legjournal.journal import Journal
from legjournal.report.parts.day_table import DayRow, DayTable, day_table
from legjournal.report.parts.loaded import load
from legjournal.report.parts.spans import Step
from legjournal.routine.boxes import SetToDo
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

TODAY = EVENING.date()
DAY = timedelta(days=1)
NONE = Mean(0, None)


def _table(journal: Journal, period: Period) -> DayTable:
    return day_table(load(journal, period), period)


def _one(value: float) -> Mean:
    return Mean(1, value)


def _empty(day: date) -> DayRow:
    return DayRow(day, day, 0, NONE, NONE, NONE, NONE, NONE, NONE, 0, 0)


@pytest.fixture
def few_days(journal: Journal) -> Journal:
    """Yesterday in full, today only a pain in both legs; nothing on the two days before."""
    journal.symptoms.add(TODAY - DAY, kind="pain", side="left", site="calf", score=6)
    journal.symptoms.add(TODAY - DAY, kind="pain", side="left", site="thigh", score=3)
    journal.symptoms.add(TODAY - DAY, kind="urge to move", side="both", score=5)
    journal.symptoms.add(TODAY, kind="pain", side="both", site="calf", score=2)
    journal.diary.record(TODAY - DAY, effect=0)
    journal.diary.mark_bad_day(TODAY - DAY)
    journal.sessions.tick(TODAY - DAY, SetToDo("glute-bridge", 1))
    journal.nights.record(TODAY - DAY, woken_by_legs=2)
    return journal


def test_each_day_has_its_row(few_days: Journal) -> None:
    """The worst of each side, a pain in both for either; a 0 is an answer; a gap is a row without any."""
    found = _table(few_days, Period(TODAY - 3 * DAY, TODAY))
    assert found.step is Step.DAY
    assert found.rows == (
        _empty(TODAY - 3 * DAY),
        _empty(TODAY - 2 * DAY),
        DayRow(TODAY - DAY, TODAY - DAY, 1, _one(6), NONE, _one(5), NONE, _one(2), _one(0), 1, 1),
        DayRow(TODAY, TODAY, 1, _one(2), _one(2), NONE, NONE, NONE, NONE, 0, 0),
    )


def test_a_long_period_has_weeks_with_how_many_days_they_are_of(few_days: Journal) -> None:
    """Over 372 days a row is a week: the mean of the days that have an answer, and their number."""
    found = _table(few_days, Period(TODAY - 371 * DAY, TODAY))
    assert found.step is Step.WEEK
    assert found.rows[-1] == DayRow(
        TODAY - 6 * DAY, TODAY, 2, Mean(2, 4), _one(2), _one(5), NONE, _one(2), _one(0), 1, 1
    )
    assert found.rows[0].recorded == 0


def test_the_night_the_clocks_go_back_is_an_hour_longer(journal: Journal, clock: HandClock) -> None:
    """From half past eleven to half past six that night are eight hours."""
    morning = date(2026, 10, 25)
    at = journal.nights.time_of_night
    journal.nights.record(
        morning,
        tried_to_sleep=at(morning, datetime(2026, 10, 24, 23, 30).time()),
        minutes_to_fall_asleep=0,
        minutes_awake=0,
        final_waking=at(morning, datetime(2026, 10, 25, 6, 30).time()),
    )
    [row] = _table(journal, Period(morning, morning)).rows
    assert row.asleep_min == _one(480)


def test_an_empty_journal_has_only_gaps(journal: Journal) -> None:
    """No number is 0 where nothing was answered."""
    assert _table(journal, Period(TODAY, TODAY)).rows == (_empty(TODAY),)
