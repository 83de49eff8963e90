"""The ticks of the time axis: named as closely as their words allow."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from legjournal.charts import time_axis
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.scene import Label
from legjournal.trends.period import Period

MONDAY = date(2026, 11, 16)
EM = 10


def _labels(days: int, width: float) -> list[Label]:
    across = Across(Period(MONDAY, MONDAY + timedelta(days=days - 1)), width, EM)
    down = Down(200, EM, changes=0, legend=1, asleep=False, disturbed=False)
    return [item for item in time_axis.draw(across, down) if isinstance(item, Label)]


def test_a_wide_week_names_each_day() -> None:
    """Seven days with room for seven names have them all."""
    assert len(_labels(7, 900)) == 7


def test_years_are_named_by_their_number() -> None:
    """Fifty years have years for ticks."""
    assert all(label.words.isdigit() for label in _labels(18_262, 600))


@pytest.mark.parametrize("days", [1, 7, 28, 91, 120, 121, 365, 3652, 18_262])
@pytest.mark.parametrize("width", [320, 600, 1200])
def test_names_lie_apart(days: int, width: float) -> None:
    """Whatever the period, names do not touch."""
    halves = [(label.x, length(label.words) * EM / 2) for label in _labels(days, width)]
    assert all(left + half < right - other for (left, half), (right, other) in pairwise(halves))
