"""The journal's clock over midnight and over both changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hand_clock import EVENING, HandClock
from hypothesis import given
from hypothesis import strategies as st

from legjournal.clock import LONDON, Clock, NoSuchTime, with_offset

OCTOBER, MARCH = date(2026, 10, 25), date(2027, 3, 28)


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (_utc(2026, 11, 22, 21, 14), date(2026, 11, 22)),
        (_utc(2026, 11, 22, 23, 59, 59), date(2026, 11, 22)),
        (_utc(2026, 11, 23, 0, 0), date(2026, 11, 22)),
        (_utc(2026, 11, 23, 3, 59, 59), date(2026, 11, 22)),
        (_utc(2026, 11, 23, 4, 0), date(2026, 11, 23)),
        # In summer 4am in London is 3am UTC.
        (_utc(2026, 7, 1, 2, 59), date(2026, 6, 30)),
        (_utc(2026, 7, 1, 3, 0), date(2026, 7, 1)),
        # October: 4am is the sixth hour after midnight, at 4am UTC.
        (_utc(2026, 10, 25, 3, 59), date(2026, 10, 24)),
        (_utc(2026, 10, 25, 4, 0), date(2026, 10, 25)),
        # March: 4am is the fourth hour after midnight, at 3am UTC.
        (_utc(2027, 3, 28, 2, 59), date(2027, 3, 27)),
        (_utc(2027, 3, 28, 3, 0), date(2027, 3, 28)),
        (_utc(2027, 1, 1, 0, 30), date(2026, 12, 31)),
        (_utc(2028, 3, 1, 1, 0), date(2028, 2, 29)),
    ],
)
def test_until_4am_it_is_the_evening_before(instant: datetime, day: date) -> None:
    """Midnight belongs to the evening before; at 4am by the clock on the wall a new day begins."""
    clock = HandClock(instant)
    assert clock.today() == clock.day_of(instant) == day


def test_now_carries_the_plain_offset_of_london() -> None:
    """Winter is +00:00 and summer +01:00, as plain offsets, so that differences are elapsed time."""
    clock = HandClock()
    assert clock.now().isoformat() == "2026-11-22T21:14:00+00:00"
    assert clock.now().tzinfo == UTC
    clock.set(datetime(2026, 7, 1, 21, 14))
    assert clock.now().isoformat() == "2026-07-01T21:14:00+01:00"
    assert type(clock.now().tzinfo) is timezone


def test_a_computer_abroad_still_tells_the_time_in_the_uk() -> None:
    """The same instant, told by a computer in Auckland, is the same evening."""
    abroad = EVENING.astimezone(timezone(timedelta(hours=13)))
    assert HandClock(abroad).now() == EVENING
    assert HandClock(abroad).today() == EVENING.date()


def test_by_itself_the_clock_shows_the_present() -> None:
    """Without a source of its own it asks the computer."""
    before = datetime.now(UTC)
    assert before <= Clock().now() <= datetime.now(UTC)


@pytest.mark.parametrize("wall", [time(1), time(1, 0, 1), time(1, 30), time(1, 59, 59)])
def test_the_hour_that_march_leaves_out_does_not_exist(wall: time) -> None:
    """Between 1am and 2am on the last Sunday of March there is no time."""
    with pytest.raises(NoSuchTime):
        Clock().at(MARCH, wall)


def test_either_side_of_the_gap_is_one_minute_apart() -> None:
    """On that night 12.59am is followed by 2am."""
    before, after = Clock().at(MARCH, time(0, 59)), Clock().at(MARCH, time(2))
    assert after - before == timedelta(minutes=1)
    assert (before.isoformat(), after.isoformat()) == (
        "2027-03-28T00:59:00+00:00",
        "2027-03-28T02:00:00+01:00",
    )


def test_the_hour_that_comes_twice_is_asked_for_by_name() -> None:
    """1.30am on the last Sunday of October is summer time first and an hour later winter time."""
    first, second = Clock().at(OCTOBER, time(1, 30)), Clock().at(OCTOBER, time(1, 30), later=True)
    assert (first.utcoffset(), second.utcoffset()) == (timedelta(hours=1), timedelta())
    assert second - first == timedelta(hours=1)


def test_later_means_nothing_where_an_hour_comes_once() -> None:
    """Asked for the later of one, the clock gives that one."""
    assert Clock().at(OCTOBER, time(22), later=True) == Clock().at(OCTOBER, time(22))


@pytest.mark.parametrize(
    ("day", "wall", "offsets"),
    [
        (OCTOBER, time(1, 30), [1, 0]),
        (OCTOBER, time(0, 59), [1]),
        (OCTOBER, time(2), [0]),
        (MARCH, time(1, 30), []),
        (MARCH, time(0, 59), [0]),
        (MARCH, time(2), [1]),
        (date(2026, 7, 1), time(1, 30), [1]),
    ],
)
def test_every_instant_of_a_clock_time(day: date, wall: time, offsets: list[int]) -> None:
    """None in March's gap, both in October's hour in their order, one at any other time."""
    found = Clock().instants(day, wall)
    assert [instant.utcoffset() for instant in found] == [timedelta(hours=hours) for hours in offsets]
    assert all(instant.replace(tzinfo=None) == datetime.combine(day, wall) for instant in found)


def test_with_offset_keeps_the_wall_clock() -> None:
    """Both hours of the doubled one keep what the wall showed and differ by their offset alone."""
    doubled = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    first, second = with_offset(doubled), with_offset(doubled.replace(fold=1))
    assert first.replace(tzinfo=None) == second.replace(tzinfo=None) == datetime(2026, 10, 25, 1, 30)
    assert second - first == timedelta(hours=1)


@given(st.dates(date(1972, 1, 1), date(2100, 1, 1)), st.times())
def test_what_the_clock_gives_is_the_time_asked_for(day: date, wall: time) -> None:
    """Any wall-clock time that exists comes back on that day, at that time, with an offset of 0 or 1 hour."""
    try:
        instant = Clock().at(day, wall)
    except NoSuchTime:
        assert (day.month, day.weekday(), wall.hour) in {(3, 6, 1), (3, 6, 2)}
        return
    assert instant.replace(tzinfo=None) == datetime.combine(day, wall)
    assert instant.utcoffset() in {timedelta(), timedelta(hours=1)}
    assert Clock().day_of(instant) == (day if wall >= time(4) else day - timedelta(days=1))
