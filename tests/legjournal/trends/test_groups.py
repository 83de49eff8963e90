"""Numbers, means and quarters of groups, against hand-worked ones and against scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from legjournal.trends.groups import Group, group


def test_a_group_by_hand() -> None:
    """Of 1, 2, 3, 4 and 10: the mean is 4, the middle half lies from 2 to 4."""
    assert group([10, 1, 2, 4, 3]) == Group(5, 4.0, 2.0, 4.0)


def test_quarters_lie_between_two_answers() -> None:
    """Of 2, 4, 4, 6 the places of the quarters are 0.75 and 2.25 along, counted from 0."""
    assert group([2, 4, 4, 6]) == Group(4, 4.0, 3.5, 4.5)


def test_what_is_not_answered_is_in_no_group() -> None:
    """None is left out of the number and the mean; 0 is in both; of nothing there is no mean."""
    assert group([None, 0, None, 4]) == Group(2, 2.0, 1.0, 3.0)
    assert group([None]) == Group(0, None, None, None)


@given(st.lists(st.integers(0, 960), min_size=1, max_size=60))
def test_a_group_is_what_scipy_says(values: list[int]) -> None:
    """Number, mean and the width between the quarters."""
    found = group(values)
    assert found.low is not None and found.high is not None
    assert (found.n, found.mean) == (len(values), pytest.approx(stats.tmean(values)))
    assert found.high - found.low == pytest.approx(stats.iqr(values))
