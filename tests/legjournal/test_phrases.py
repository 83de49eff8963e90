"""What a Briton types, and what is shown."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.phrases import clock, clock_then, read_number


@pytest.mark.parametrize(
    ("shown", "moment"),
    [
        ("10.30pm", time(22, 30)),
        ("7am", time(7)),
        ("7.05am", time(7, 5)),
        ("midnight", time(0)),
        ("12.01am", time(0, 1)),
        ("midday", time(12)),
        ("12.30pm", time(12, 30)),
        ("11.59pm", time(23, 59)),
        ("9.14pm", datetime(2026, 11, 22, 21, 14)),
    ],
)
def test_times_are_shown_as_the_nhs_writes_them(shown: str, moment: time | datetime) -> None:
    """5.30pm with a point, no space and no needless minutes; midday and midnight in words."""
    assert clock(moment) == shown


def test_which_of_two_is_said_where_there_were_two() -> None:
    """On the night the clocks go back 1.30am came twice: each is told from the other; no other time is."""
    first, second = Clock().instants(date(2026, 10, 25), time(1, 30))
    assert (clock_then(first), clock_then(second)) == ("1.30am, the first", "1.30am, the second")
    for wall in (time(0, 59), time(2), time(22, 30)):
        [once] = Clock().instants(date(2026, 10, 25), wall)
        assert clock_then(once) == clock(once)


@pytest.mark.parametrize(("typed", "number"), [("0", 0), (" 12 ", 12), ("007", 7), ("999999", 999999)])
def test_a_whole_number_is_read(typed: str, number: int) -> None:
    """Digits are a number, with room around them or without."""
    assert read_number(typed) == number


@pytest.mark.parametrize(
    "typed", ["", " ", "-1", "+1", "1.5", "1,000", "two", "1e3", "٣", "１２", "²", "1234567", "1 2"]
)
def test_what_is_not_a_whole_number_is_not_read(typed: str) -> None:
    """Signs, points, words and digits of other scripts are no answer, rather than a surprising one."""
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("minutes", "long", "short"),
    [
        (0, "0 minutes", "0 min"),
        (1, "1 minute", "1 min"),
        (45, "45 minutes", "45 min"),
        (60, "1 hour", "1 h"),
        (61, "1 hour 1 minute", "1 h 1 min"),
        (120, "2 hours", "2 h"),
        (345, "5 hours 45 minutes", "5 h 45 min"),
        (390, "6 hours 30 minutes", "6 h 30 min"),
        (59.7, "1 hour", "1 h"),
        (345.4, "5 hours 45 minutes", "5 h 45 min"),
    ],
)
def test_lengths_of_time(minutes: float, long: str, short: str) -> None:
    """Hours and minutes in words, singular where there is one, rounded to the minute first."""
    assert phrases.length(minutes) == long
    assert phrases.short_length(minutes) == short


@pytest.mark.parametrize(
    ("pence", "shown"),
    [
        (0, "£0"),
        (5, "£0.05"),
        (850, "£8.50"),
        (8000, "£80"),
        (24000, "£240"),
        (123456, "£1,234.56"),
        (100_000_000, "£1,000,000"),
    ],
)
def test_money(pence: int, shown: str) -> None:
    """Pounds without needless pence, thousands with a comma."""
    assert phrases.money(pence) == shown


DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£40", 4000),
        ("40", 4000),
        (" £ 40 ", 4000),
        ("12.50", 1250),
        ("12.5", 1250),
        ("£1,200", 120_000),
        ("1,200,000.99", 120_000_099),
        ("80p", 80),
        ("40 pounds", 4000),
        ("0", 0),
        ("Free", 0),
    ],
)
def test_an_amount_is_read(typed: str, pence: int) -> None:
    """As a Briton types what something cost."""
    assert phrases.read_money(typed) == pence


@pytest.mark.parametrize(
    "typed", ["", "£", "12,50", "1,20", "4.555", "-4", "40-50", "about 40", "٤٠", "4.", "9" * 20_000]
)
def test_what_is_not_an_amount_is_not_guessed_at(typed: str) -> None:
    """A comma for the point, two amounts, a word: the person is asked again."""
    assert phrases.read_money(typed) is None


@given(st.integers(min_value=0, max_value=100_000_000))
def test_every_amount_is_read_as_it_is_shown(pence: int) -> None:
    """What the journal writes into a field it understands itself."""
    assert phrases.read_money(phrases.money(pence)) == pence


def test_days_in_words() -> None:
    """22 November 2026, with its weekday or without its year if asked; short for an axis."""
    assert phrases.day(DAY) == "22 November 2026"
    assert phrases.day(DAY, weekday=True) == "Sunday 22 November 2026"
    assert phrases.day(DAY, weekday=True, year=False) == "Sunday 22 November"
    assert phrases.day(date(2026, 2, 1), year=False) == "1 February"
    assert phrases.short_day(DAY) == "22 Nov"
    assert phrases.short_day(DAY, year=True) == "22 Nov 2026"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2026, 10, 26), DAY, "26 October to 22 November 2026"),
        (date(2025, 12, 1), DAY, "1 December 2025 to 22 November 2026"),
        (date(2026, 11, 1), DAY, "1 November to 22 November 2026"),
        (DAY, DAY, "22 November 2026"),
    ],
)
def test_spans_of_days(first: date, last: date, shown: str) -> None:
    """The year stands once where it is the same, and a single day is one day."""
    assert phrases.span(first, last) == shown


def test_the_names_of_days_and_months_are_in_order() -> None:
    """Monday first, as the calendar has it, and January first."""
    monday = date(2026, 11, 16)
    assert phrases.weekdays() == [f"{monday + timedelta(days=n):%A}" for n in range(7)]
    assert phrases.months() == [f"{date(2026, month, 1):%B}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(4.6, "4.6"), (4.0, "4"), (4, "4"), (0, "0"), (10, "10"), (67.64, "67.6"), (4.96, "5"), (100.0, "100")],
)
def test_numbers_without_needless_places(value: float, shown: str) -> None:
    """4.6, and 4 where nothing follows the point."""
    assert phrases.number(value) == shown


def test_a_number_with_no_places_at_all() -> None:
    """A percentage in a sentence is a whole number."""
    assert phrases.number(67.6, places=0) == "68"
    assert phrases.number(70, places=0) == "70"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("45", "45"),
        ("45.2", "45.2"),
        (" 0.05 ", "0.05"),
        ("-2.5", "-2.5"),
        ("−2.5", "-2.5"),
        ("5.0", "5"),
        ("1250000", "1250000"),
        ("999999999.9999", "999999999.9999"),
        ("0.0001", "0.0001"),
    ],
)
def test_numbers_of_a_laboratory(typed: str, shown: str) -> None:
    """Every digit that was typed is shown again."""
    value = phrases.read_decimal(typed)
    assert value is not None
    assert phrases.decimal(value) == shown


@pytest.mark.parametrize(
    "typed", ["", "<10", "> 90", "1,250", "45,2", "45 ug", "1e5", "nan", "inf", "٤٥", ".", "5."]
)
def test_what_is_no_plain_number(typed: str) -> None:
    """Less than ten is no number, and a comma means two things."""
    assert phrases.read_decimal(typed) is None
