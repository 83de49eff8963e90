"""The mean of the last seven days, by hand."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.trends.smoothing import weekly_mean

FIRST = date(2026, 10, 1)
DAY = timedelta(days=1)


def _on(**values: float) -> dict[date, float]:
    """Values by the number of their day: d0=4, d1=5."""
    return {FIRST + int(name[1:]) * DAY: value for name, value in values.items()}


def test_seven_days_by_hand() -> None:
    """From the fourth day on, each point is the mean of its day and of those of the six before."""
    values = {FIRST + n * DAY: float(n) for n in range(9)}
    (line,) = weekly_mean(values)
    assert line == [
        (FIRST + 3 * DAY, 1.5),  # 0 to 3
        (FIRST + 4 * DAY, 2.0),
        (FIRST + 5 * DAY, 2.5),
        (FIRST + 6 * DAY, 3.0),  # 0 to 6
        (FIRST + 7 * DAY, 4.0),  # 1 to 7
        (FIRST + 8 * DAY, 5.0),
    ]


def test_a_gap_of_three_days_is_crossed() -> None:
    """Days 0 to 3, then 7: of the seven days up to it only 1, 2, 3 and 7 have an answer."""
    (line,) = weekly_mean(_on(d0=9, d1=1, d2=2, d3=3, d7=6))
    assert line == [(FIRST + 3 * DAY, 3.75), (FIRST + 7 * DAY, 3.0)]


def test_a_gap_of_four_days_is_not() -> None:
    """The line ends, and the next begins with the fourth answer after the gap, from those answers alone."""
    before = _on(d0=1, d1=1, d2=1, d3=1)
    after = _on(d8=5, d9=5, d10=5, d11=5)
    assert weekly_mean(before | after) == [[(FIRST + 3 * DAY, 1.0)], [(FIRST + 11 * DAY, 5.0)]]


def test_too_few_answers_make_no_line() -> None:
    """Every third day is at most three in seven days; of nothing there is nothing."""
    assert weekly_mean({FIRST + 3 * n * DAY: 5.0 for n in range(20)}) == []
    assert weekly_mean({}) == []


@given(st.dictionaries(st.integers(0, 60), st.integers(0, 10), max_size=60))
def test_a_line_never_crosses_a_long_gap_nor_looks_ahead(scores: dict[int, int]) -> None:
    """Points of a line are at most four days apart, and a day's mean stays when later days are taken away."""
    values = {FIRST + n * DAY: float(score) for n, score in scores.items()}
    lines = weekly_mean(values)
    for line in lines:
        days = [day for day, _ in line]
        assert all(after - before <= 4 * DAY for before, after in pairwise(days))
    for day, mean in (point for line in lines for point in line):
        until = weekly_mean({other: value for other, value in values.items() if other <= day})
        assert until[-1][-1] == (day, pytest.approx(mean))
