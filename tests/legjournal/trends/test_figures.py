"""Counts and means over a period, against figures worked out by hand."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.clock import LONDON
from legjournal.models.diary import Kind, Side
from legjournal.models.nights import NightFields
from legjournal.trends.figures import Mean, asleep_by_day, day_after, mean, summarise_sleep, worst_by_day
from legjournal.trends.period import Period

MONDAY = date(2026, 11, 16)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Felt:
    """A symptom with what the figures need."""

    date: date
    kind: Kind = Kind.PAIN
    side: Side | None = Side.LEFT
    score: int | None = None


class DatedNight(NightFields):
    """A night with its morning."""

    date: date


def _night(day: date = MONDAY, hours: int = 8, **answers: int | None) -> DatedNight:
    """In bed and trying from 11pm, awake and up `hours` later."""
    bed = datetime.combine(day - DAY, time(23), tzinfo=LONDON)
    up = bed + timedelta(hours=hours)
    times = {"got_into_bed": bed, "tried_to_sleep": bed, "final_waking": up, "got_out_of_bed": up}
    return DatedNight.model_construct(**dict.fromkeys(NightFields.model_fields), date=day).model_copy(
        update={**times, **answers}
    )


def test_a_mean_is_of_what_was_answered() -> None:
    """Missing answers are left out of the sum and of the count; 0 is in both."""
    assert mean([4, None, 0, 8, None]) == Mean(3, 4.0)


def test_without_answers_there_is_no_mean() -> None:
    """Of nothing the mean is None, not 0."""
    assert mean([]) == mean([None, None]) == Mean(0, None)


def test_a_period_has_both_its_ends() -> None:
    """From Monday to Sunday are seven days; one day is a period; backwards is none."""
    week = Period(MONDAY, MONDAY + 6 * DAY)
    assert len(week) == 7
    assert list(week) == [MONDAY + n * DAY for n in range(7)]
    assert list(Period(MONDAY, MONDAY)) == [MONDAY]
    with pytest.raises(ValueError, match="on or after"):
        Period(MONDAY, MONDAY - DAY)


@pytest.mark.parametrize(
    ("first", "last", "mondays"),
    [
        (MONDAY, MONDAY + 6 * DAY, [MONDAY]),
        (MONDAY, MONDAY + 5 * DAY, []),
        (MONDAY + DAY, MONDAY + 6 * DAY, []),
        (MONDAY + DAY, MONDAY + 12 * DAY, []),
        (MONDAY + DAY, MONDAY + 13 * DAY, [MONDAY + 7 * DAY]),
        (MONDAY - DAY, MONDAY + 14 * DAY, [MONDAY, MONDAY + 7 * DAY]),
        (MONDAY, MONDAY, []),
        (MONDAY + 6 * DAY, MONDAY + 6 * DAY, []),
    ],
)
def test_weeks_are_those_that_lie_wholly_in_the_period(first: date, last: date, mondays: list[date]) -> None:
    """A week that is cut at either end is not counted against anybody."""
    assert Period(first, last).weeks() == mondays


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 400))
def test_every_week_of_a_period_is_whole_and_none_is_missed(first: date, days: int) -> None:
    """The Mondays are just those whose Sunday is in the period too."""
    period = Period(first, first + (days - 1) * DAY)
    whole = [day for day in period if day.weekday() == 0 and day + 6 * DAY <= period.last]
    assert period.weeks() == whole


def test_the_worst_of_a_day_is_of_one_kind_and_side() -> None:
    """The highest score of each day; other kinds, other sides and symptoms without a score are left out."""
    felt = [
        Felt(MONDAY, score=3),
        Felt(MONDAY, score=6),
        Felt(MONDAY, side=Side.RIGHT, score=9),
        Felt(MONDAY, kind=Kind.URGE, score=10),
        Felt(MONDAY + DAY, score=0),
        Felt(MONDAY + 2 * DAY, score=None),
        Felt(MONDAY + 3 * DAY, side=None, score=4),
    ]
    assert worst_by_day(felt, Kind.PAIN) == {MONDAY: 9, MONDAY + DAY: 0, MONDAY + 3 * DAY: 4}
    assert worst_by_day(felt, Kind.PAIN, (Side.LEFT, Side.BOTH)) == {MONDAY: 6, MONDAY + DAY: 0}
    assert worst_by_day(felt, Kind.CRAMP) == {}


def test_sleep_of_a_period_is_worked_out_from_its_nights() -> None:
    """Means of the answered, and efficiency as all the sleep over all the time in bed."""
    nights = [
        _night(hours=8, minutes_to_fall_asleep=60, minutes_awake=60, wakings=4, woken_by_legs=2),
        _night(hours=4, minutes_to_fall_asleep=0, minutes_awake=0, wakings=0, woken_by_legs=0),
        _night(hours=6, minutes_to_fall_asleep=30),
        _night(wakings=2, woken_by_legs=1, got_into_bed=None, final_waking=None),
    ]
    found = summarise_sleep(nights)
    assert found.nights == 4
    assert found.time_in_bed == Mean(3, 360)  # 480, 240 and 360 minutes
    assert found.time_asleep == Mean(2, 300)  # 360 and 240
    assert found.to_fall_asleep == Mean(3, 30)
    assert found.awake_in_night == Mean(2, 30)
    assert found.wakings == Mean(3, 2)
    assert found.woken_by_legs == Mean(3, 1)
    assert found.efficiency == Mean(2, pytest.approx(100 * 600 / 720))  # not the mean of 75 and 100
    assert (found.disturbed, found.disturbed_of) == (1, 3)


def test_no_nights_have_no_figures() -> None:
    """Of no nights every figure is None and the counts are 0."""
    found = summarise_sleep([])
    means = (found.time_in_bed, found.time_asleep, found.to_fall_asleep, found.wakings, found.efficiency)
    assert set(means) == {Mean(0, None)}
    assert (found.nights, found.disturbed, found.disturbed_of) == (0, 0, 0)


def test_a_night_without_sleep_is_in_the_mean() -> None:
    """A night of 6 hours and one of none are 3 hours a night; how long it was to a first sleep is counted."""
    slept = _night(MONDAY, minutes_to_fall_asleep=60, minutes_awake=60)
    awake = _night(MONDAY + DAY, minutes_to_fall_asleep=480, final_waking=None)
    summary = summarise_sleep([slept, awake])
    assert summary.time_asleep == Mean(2, 180.0)
    assert summary.to_fall_asleep == Mean(2, 270.0)
    assert summary.awake_in_night == Mean(1, 60.0)


def test_sleep_by_day_has_the_nights_that_tell() -> None:
    """A night without all its answers is a gap in the chart, and one of no sleep is 0."""
    nights = [
        _night(MONDAY, 8, minutes_to_fall_asleep=60, minutes_awake=0),
        _night(MONDAY + DAY, 8, minutes_to_fall_asleep=480, minutes_awake=0),
        _night(MONDAY + 2 * DAY, 8, minutes_awake=0),
    ]
    assert asleep_by_day(nights) == {MONDAY: 420, MONDAY + DAY: 0}


def test_the_day_after_an_unknown_day_is_in_neither() -> None:
    """After a session, after a recorded day without one, and after a gap, which is not called rest."""
    session, rest, gap = MONDAY, MONDAY + 2 * DAY, MONDAY + 4 * DAY
    pain = {session + DAY: 2, rest + DAY: 6, gap + DAY: 10}
    recorded = {session, session + DAY, rest, rest + DAY, gap + DAY}
    after_session, after_rest = day_after(pain, {session}, recorded)
    assert after_session == Mean(1, 2)
    assert after_rest == Mean(1, 6)


def test_a_day_between_two_sessions_is_after_one() -> None:
    """A day that itself has a session still counts by the day before it."""
    pain = {MONDAY: 1, MONDAY + DAY: 3, MONDAY + 2 * DAY: 5}
    days = {MONDAY, MONDAY + DAY}
    assert day_after(pain, days, pain.keys()) == (Mean(2, 4), Mean(0, None))


def test_without_pain_nothing_is_compared() -> None:
    """Sessions alone make no figure."""
    assert day_after({}, {MONDAY}, {MONDAY}) == (Mean(0, None), Mean(0, None))
