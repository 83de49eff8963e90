"""The nights of a report, against nights worked out by hand."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hand_clock import HandClock

from legjournal.clock import Clock
from legjournal.journal import Journal
from legjournal.models.row import new_id
from legjournal.report.parts.nights import MOST_ROWS, nights
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

DAY = timedelta(days=1)
FORTNIGHT = Period(date(2026, 11, 9), date(2026, 11, 22))
BEFORE = Period(date(2026, 10, 26), date(2026, 11, 8))


def _nov(day: int) -> date:
    return date(2026, 11, day)


def _at(morning: date, hour: int, minute: int = 0) -> datetime:
    return Clock().at(morning - DAY if hour >= 18 else morning, time(hour, minute))


def test_a_row_has_the_times_and_what_they_come_to(journal: Journal) -> None:
    """23:00 and an hour to fall asleep is midnight; 330 minutes less 45 awake is 285 asleep."""
    journal.nights.record(
        _nov(20),
        got_into_bed=_at(_nov(20), 22, 30),
        tried_to_sleep=_at(_nov(20), 23),
        minutes_to_fall_asleep=60,
        minutes_awake=45,
        final_waking=_at(_nov(20), 5, 30),
        got_out_of_bed=_at(_nov(20), 6),
        wakings=3,
        woken_by_legs=2,
    )
    rows = nights(journal, FORTNIGHT, BEFORE).rows
    assert [row.date for row in rows] == list(FORTNIGHT)
    assert [row.date for row in rows if row.recorded] == [_nov(20)]
    row = rows[11]
    assert row.fell_asleep == _at(_nov(20), 0)
    assert (row.asleep_min, row.awake_min, row.woken_by_legs) == (285, 45, 2)


def test_falling_asleep_is_told_by_the_clock_that_was_put_back_meanwhile(journal: Journal) -> None:
    """To sleep at 23:30 summer time, and three hours of it: 1.30am on the wall, for the second time."""
    night = date(2026, 10, 25)
    journal.nights.record(night, tried_to_sleep=_at(night, 23, 30), minutes_to_fall_asleep=180)
    [row] = nights(journal, Period(night, night), Period(night - DAY, night - DAY)).rows
    assert row.fell_asleep == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert row.fell_asleep.utcoffset() == timedelta(0)


def test_a_night_without_sleep_has_no_time_of_falling_asleep(journal: Journal) -> None:
    """Its minutes to fall asleep last until getting up; 0 asleep is an answer."""
    journal.nights.record(
        _nov(22),
        tried_to_sleep=_at(_nov(22), 23),
        minutes_to_fall_asleep=420,
        got_out_of_bed=_at(_nov(22), 6),
    )
    row = nights(journal, FORTNIGHT, BEFORE).rows[-1]
    assert (row.recorded, row.asleep_min, row.fell_asleep) == (True, 0, None)


def test_what_was_noted_at_night_makes_a_row(journal: Journal, clock: HandClock) -> None:
    """Its times in their order, also where the morning was never answered."""
    for hour in (4, 2):
        clock.set(datetime(2026, 11, 22, hour, 10))
        journal.awakenings.note(kind="urge to move")
    row = nights(journal, FORTNIGHT, BEFORE).rows[-1]
    assert row.recorded
    assert row.noted_at == (_at(_nov(22), 2, 10), _at(_nov(22), 4, 10))


def test_a_nap_lies_in_the_24_hours_it_was_taken_in(journal: Journal) -> None:
    """At 2pm in the row of that day, at 7pm in that of the night to come, without a time in none."""
    journal.naps.record(_nov(20), new_id(), started=_at(_nov(20), 14), minutes=30)
    journal.naps.record(_nov(20), new_id(), started=Clock().at(_nov(20), time(19)), minutes=15)
    journal.naps.record(_nov(20), new_id(), minutes=10)
    found = nights(journal, FORTNIGHT, BEFORE)
    rows = {row.date: row.naps for row in found.rows if row.naps}
    assert found.untimed_naps == 1
    assert rows.keys() == {_nov(20), _nov(21)}
    assert (rows[_nov(20)][0].started, rows[_nov(20)][0].ended) == (_at(_nov(20), 14), _at(_nov(20), 14, 30))
    assert rows[_nov(21)][0].ended == Clock().at(_nov(20), time(19, 15))


def test_the_figures_of_both_periods_are_of_what_was_answered(journal: Journal) -> None:
    """Quality of two nights, walking about on one of two; a day with a nap of unknown length has no mean."""
    journal.nights.record(_nov(20), quality=4, had_to_walk_about=True)
    journal.nights.record(_nov(21), quality=7)
    journal.nights.record(_nov(22), had_to_walk_about=False)
    journal.nights.record(_nov(8), quality=1, had_to_walk_about=True)
    for day, minutes in ((20, 30), (20, 20), (21, 40), (22, None)):
        journal.naps.record(_nov(day), new_id(), started=Clock().at(_nov(day), time(14)), minutes=minutes)
    found = nights(journal, FORTNIGHT, BEFORE)
    assert found.figures.quality == Mean(2, 5.5)
    assert (found.figures.walked, found.figures.walked_of) == (1, 2)
    assert (found.figures.nap_days, found.figures.naps) == (3, Mean(2, 45))
    assert found.before.quality == Mean(1, 1)
    assert (found.before.walked, found.before.walked_of, found.before.nap_days) == (1, 1, 0)


@pytest.mark.parametrize(("days", "rows"), [(1, 1), (13, 13), (400, MOST_ROWS)])
def test_there_are_at_most_fourteen_rows_the_last_one_of_the_last_day(
    journal: Journal, days: int, rows: int
) -> None:
    """A shorter period has a row for each of its days, also of an empty journal."""
    period = Period(_nov(22) - (days - 1) * DAY, _nov(22))
    found = nights(journal, period, Period(period.first - DAY, period.first - DAY)).rows
    assert len(found) == rows
    assert found[-1].date == _nov(22)
    assert not any(row.recorded for row in found)
