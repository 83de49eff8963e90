"""Values by day: the mean of any stretch, and a smooth line of a part that is that of the whole."""

from datetime import date, timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.trends.by_day import ByDay
from legjournal.trends.figures import Mean
from legjournal.trends.smoothing import weekly_mean

DAY = timedelta(days=1)
FIRST = date(2026, 9, 1)
days = st.dictionaries(st.integers(0, 120).map(lambda n: FIRST + n * DAY), st.integers(0, 10))
stretches = st.tuples(st.integers(-10, 130), st.integers(0, 60))


@given(days, stretches)
def test_the_mean_is_that_of_the_days_that_have_a_value(
    values: dict[date, int], where: tuple[int, int]
) -> None:
    """As many as there are between the two days, and none is None, never 0."""
    first = FIRST + where[0] * DAY
    last = first + where[1] * DAY
    known = [value for day, value in values.items() if first <= day <= last]
    found = ByDay(values).mean(first, last)
    assert found.n == len(known)
    assert found.value == (pytest.approx(fmean(known)) if known else None)


@given(days, stretches)
def test_a_part_is_smoothed_like_the_whole(values: dict[date, int], where: tuple[int, int]) -> None:
    """The smooth line of some days has on each of them what the line of all days has there."""
    first = FIRST + where[0] * DAY
    last = first + where[1] * DAY
    whole = dict(point for line in weekly_mean(values) for point in line)
    part = dict(point for line in ByDay(values).smoothed(first, last) for point in line)
    assert part == pytest.approx({day: value for day, value in whole.items() if first <= day <= last})


def test_no_value_at_all() -> None:
    """Nothing has no mean and no line."""
    nothing = ByDay({})
    assert nothing.mean(FIRST, FIRST) == Mean(0, None)
    assert nothing.smoothed(FIRST, FIRST) == []
