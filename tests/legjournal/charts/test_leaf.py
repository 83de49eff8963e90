"""Leaves of a calendar: months and years that are turned, and never lead beyond what there is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.charts.leaf import MONTH, YEAR, Leaf, leaves
from legjournal.trends.period import Period

WHOLE = Period(date(2024, 2, 20), date(2026, 11, 22))
NEWEST = Leaf(WHOLE, WHOLE.last)


def test_a_month_has_its_own_days() -> None:
    """From the first to the last, and of the present one only some have come."""
    assert NEWEST.period == Period(date(2026, 11, 1), date(2026, 11, 30))
    assert NEWEST.come == Period(date(2026, 11, 1), date(2026, 11, 22))
    assert NEWEST.name == "November 2026"
    february = NEWEST.at(date(2024, 2, 25))
    assert len(february.period) == 29
    assert february.at_first


def test_a_year_has_twelve_months() -> None:
    """One after the other, none left out."""
    year = NEWEST.of_months(YEAR)
    assert year.name == "2026"
    assert year.at_last
    assert [month.first.month for month in year.each_month] == [*range(1, 13)]
    assert sum(map(len, year.each_month)) == len(year.period) == 365


def test_turning_goes_through_the_turn_of_the_year() -> None:
    """Eleven months before November is December, and there and back is the same month."""
    december = NEWEST.turned(-11)
    assert december.name == "December 2025"
    assert december.turned(11).period == NEWEST.period


@given(st.integers(-500, 500), st.sampled_from([MONTH, YEAR]))
def test_no_turn_leads_beyond_what_there_is(leaves: int, months: int) -> None:
    """However far it is turned, there are days of the journal on the leaf."""
    leaf = NEWEST.of_months(months).turned(leaves)
    assert leaf.period.first <= WHOLE.last
    assert leaf.period.last >= WHOLE.first
    assert leaf.come.last <= WHOLE.last


@pytest.mark.parametrize("months", [MONTH, YEAR])
def test_before_the_first_month_of_all_there_is_none(months: int) -> None:
    """A year mistyped as 0001 makes no fault."""
    leaf = Leaf(Period(date.min, WHOLE.last), date.min, months)
    assert leaf.turned(-1).period == leaf.period


def test_a_period_is_on_its_months_or_its_years() -> None:
    """Each day on one of the leaves, in their order."""
    short = Period(date(2025, 12, 31), date(2026, 1, 2))
    assert [leaf.name for leaf in leaves(short, 3)] == ["December 2025", "January 2026"]
    assert [leaf.name for leaf in leaves(short, 1)] == ["2025", "2026"]
    assert [leaf.name for leaf in leaves(WHOLE, 3)] == ["2024", "2025", "2026"]


def test_the_newest_leaf_stays_the_newest_after_midnight() -> None:
    """On the first of the next month it is that month's; an older leaf stays where it is."""
    later = Period(WHOLE.first, date(2026, 12, 1))
    assert NEWEST.within(later).name == "December 2026"
    assert NEWEST.turned(-3).within(later).name == "August 2026"
