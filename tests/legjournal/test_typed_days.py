"""Days as they are typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal import phrases
from legjournal.typed_days import read_day

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 March 2026", "2026-03-03"),
        ("3rd of march 2026", "2026-03-03"),
        ("March 3, 2026", "2026-03-03"),
        ("Tuesday 3 March 2026", "2026-03-03"),
        ("tuesday, 3 mar 26", "2026-03-03"),
        ("3-Mar-2026", "2026-03-03"),
        ("3/3/2026", "2026-03-03"),
        ("03.03.26", "2026-03-03"),
        ("3-3-26", "2026-03-03"),
        ("3 3 2026", "2026-03-03"),
        ("2026-03-03", "2026-03-03"),
        ("3 march", "2026-03-03"),
        ("3/3", "2026-03-03"),
        ("  22   nov ", "2026-11-22"),
        ("23 November", "2025-11-23"),
        ("1 sept", "2026-09-01"),
        ("1 Dec.", "2025-12-01"),
        ("29 February", "2024-02-29"),
        ("1/12/98", "1998-12-01"),
        ("1/12/27", "2027-12-01"),
        ("Today", "2026-11-22"),
        ("yesterday", "2026-11-21"),
    ],
)
def test_days_as_they_are_typed(typed: str, meant: str) -> None:
    """Day before month, as in Britain; without a year it is the last such day there was."""
    assert read_day(typed, DAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "March 2026",
        "2026",
        "31 June 2026",
        "29/2/2026",
        "13/13/2026",
        "0/1/2026",
        "3",
        "3 ma 2026",
        "3 March 1026",
        "3/3/202",
        "3//",
        "٣ March 2026",
        "<b>3 March</b>",
        "30 February",
        "3 March 2026 or so",
    ],
)
def test_what_is_no_day(typed: str) -> None:
    """Half a date is none: nothing is guessed for the other half."""
    assert read_day(typed, DAY) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_that_is_shown_can_be_read(day: date) -> None:
    """What stands in a field is what it means, also cut short with its year."""
    assert read_day(phrases.day(day), DAY) == day
    assert read_day(phrases.day(day, weekday=True), DAY) == day
    assert read_day(phrases.short_day(day, year=True), DAY) == day
    assert read_day(day.isoformat(), DAY) == day


@given(st.text(max_size=60))
def test_no_words_upset_the_reading_of_days(typed: str) -> None:
    """They are a day or they are not."""
    read_day(typed, DAY)
