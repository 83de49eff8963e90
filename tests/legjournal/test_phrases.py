"""What a Briton types, and what is shown."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal import phrases
from legjournal.phrases import Likely, clock, clock_of_two, read_clock, read_number, says_second

EVENING, MORNING, AFTERNOON = Likely.EVENING, Likely.MORNING, Likely.AFTERNOON


def _time(clock_time: str) -> time:
    return time.fromisoformat(clock_time)


# Typed -> what it means in the evening, in the morning and in the afternoon.
BARE_HOURS = {
    "10": ("22:00", "10:00", "22:00"),
    "10.30": ("22:30", "10:30", "22:30"),
    "10:30": ("22:30", "10:30", "22:30"),
    "1030": ("22:30", "10:30", "22:30"),
    "10 30": ("22:30", "10:30", "22:30"),
    "10h30": ("22:30", "10:30", "22:30"),
    "10 o'clock": ("22:00", "10:00", "22:00"),
    "10 o’clock": ("22:00", "10:00", "22:00"),
    "10 oclock": ("22:00", "10:00", "22:00"),
    "half ten": ("22:30", "10:30", "22:30"),
    "half past ten": ("22:30", "10:30", "22:30"),
    "half past 10": ("22:30", "10:30", "22:30"),
    "Half Ten": ("22:30", "10:30", "22:30"),
    "quarter past nine": ("21:15", "09:15", "21:15"),
    "quarter to 7": ("18:45", "06:45", "18:45"),
    "quarter to seven": ("18:45", "06:45", "18:45"),
    "quarter to one": ("00:45", "00:45", "12:45"),
    "quarter to twelve": ("23:45", "11:45", "11:45"),
    "half twelve": ("00:30", "12:30", "12:30"),
    "9": ("21:00", "09:00", "21:00"),
    "930": ("21:30", "09:30", "21:30"),
    "9.05": ("21:05", "09:05", "21:05"),
    "7": ("19:00", "07:00", "19:00"),
    "6": ("18:00", "06:00", "18:00"),
    "5": ("05:00", "05:00", "17:00"),
    "3": ("03:00", "03:00", "15:00"),
    "1.15": ("01:15", "01:15", "13:15"),
    "12": ("00:00", "12:00", "12:00"),
    "12.30": ("00:30", "12:30", "12:30"),
    "  11 ": ("23:00", "11:00", "23:00"),
    "10.": ("22:00", "10:00", "22:00"),
    "at 10.30": ("22:30", "10:30", "22:30"),
    "10,30": ("22:30", "10:30", "22:30"),
    "10;30": ("22:30", "10:30", "22:30"),
    "10·30": ("22:30", "10:30", "22:30"),
    "ten": ("22:00", "10:00", "22:00"),
    "ten o'clock": ("22:00", "10:00", "22:00"),
    "ten thirty": ("22:30", "10:30", "22:30"),
    "six forty-five": ("18:45", "06:45", "18:45"),
    "seven twenty five": ("19:25", "07:25", "19:25"),
    "halften": ("22:30", "10:30", "22:30"),
    "half-past ten": ("22:30", "10:30", "22:30"),
    "a quarter to 7": ("18:45", "06:45", "18:45"),
    "ten to eleven": ("22:50", "10:50", "22:50"),
    "10 to 11": ("22:50", "10:50", "22:50"),
    "twenty past 6": ("18:20", "06:20", "18:20"),
    "25 to 7": ("18:35", "06:35", "18:35"),
    "twenty-five to seven": ("18:35", "06:35", "18:35"),
    "5past6": ("18:05", "06:05", "18:05"),
    "7 minutes past 6": ("18:07", "06:07", "18:07"),
    "1 minute to 6": ("17:59", "05:59", "17:59"),
    "1.30, the second": ("01:30", "01:30", "13:30"),
}

# Typed -> what it means of a nap.
DAYTIME = {"9": "09:00", "10.45": "10:45", "11": "11:00", "12": "12:00", "1": "13:00", "half two": "14:30"}
DAYTIME |= {"8": "20:00", "quarter to one": "12:45", "9pm": "21:00", "0830": "08:30"}

# Typed -> what it means at any time of the day.
PLAIN = {
    "10.30pm": "22:30",
    "10:30pm": "22:30",
    "1030pm": "22:30",
    "10:30 p.m.": "22:30",
    "10.30 PM": "22:30",
    "10.30 p m": "22:30",
    "10.30p": "22:30",
    "10pm": "22:00",
    "10 pm": "22:00",
    "7a": "07:00",
    "7am": "07:00",
    "7 a.m.": "07:00",
    "7 o'clock am": "07:00",
    "22:30": "22:30",
    "22.30": "22:30",
    "2230": "22:30",
    "22 30": "22:30",
    "22h30": "22:30",
    "22": "22:00",
    "13": "13:00",
    "0730": "07:30",
    "07:30": "07:30",
    "07.30": "07:30",
    "07": "07:00",
    "0030": "00:30",
    "00:30": "00:30",
    "0.30": "00:30",
    "0": "00:00",
    "24": "00:00",
    "24:00": "00:00",
    "12am": "00:00",
    "12.30am": "00:30",
    "12pm": "12:00",
    "12.30pm": "12:30",
    "half ten pm": "22:30",
    "half past ten pm": "22:30",
    "half past 10pm": "22:30",
    "quarter to seven am": "06:45",
    "quarter past 6 am": "06:15",
    "midnight": "00:00",
    "Midnight": "00:00",
    "12 midnight": "00:00",
    "midday": "12:00",
    "12 midday": "12:00",
    "noon": "12:00",
    "12 noon": "12:00",
    "1.15am": "01:15",
    "10pm.": "22:00",
    "10.30 p.m": "22:30",
    "ten pm": "22:00",
    "tenpm": "22:00",
    "2230h": "22:30",
    "22:30 hrs": "22:30",
    "twenty two thirty": "22:30",
    "five past midnight": "00:05",
    "ten to midnight": "23:50",
    "half past midnight": "00:30",
    "quarter past noon": "12:15",
    "12.00 noon": "12:00",
    "ten to twelve pm": "23:50",
    "ten to twelve am": "11:50",
    "quarter to one pm": "12:45",
    "half past twelve am": "00:30",
    "10.30 in the evening": "22:30",
    "6 in the morning": "06:00",
    "half six this morning": "06:30",
    "3 in the afternoon": "15:00",
    "10 at night": "22:00",
    "1 at night": "01:00",
    "12 at night": "00:00",
    "11 last night": "23:00",
    "1.30am, the second": "01:30",
    "1.30am the first": "01:30",
}

NOT_A_TIME = [
    "",
    " ",
    "about ten",
    "late",
    "25",
    "24.30",
    "10.60",
    "10.5",
    "10.300",
    "13pm",
    "0pm",
    "0.30am",
    "half thirteen",
    "half 0",
    "half to ten",
    "quarter",
    "half",
    "half past",
    "quarter to",
    "ten to ten to ten",
    "-10",
    "10-11",
    "10pmpm",
    "pm",
    "10pm?",
    "10.30.30",
    "123456",
    "½ ten",
    "ten\x00",
    "am I asleep",
    "7 to 8",
    "30 past 6",
    "10 to 10.30",
    "10 20 5",
    "ten past",
    "20 to",
    "half past midnight am",
    "quarter minutes past 6",
    "30 minutes past 6",
    "forty",
    "fifty past 6",
    "10ish",
    "around 10.30",
    "the second",
    "10.30pm or 11",
    "１０",
    "10.30pm" + " " * 60,
    "10" * 10_000,
]


@pytest.mark.parametrize(("typed", "meant"), BARE_HOURS.items(), ids=BARE_HOURS)
def test_a_bare_hour_means_what_is_likely(typed: str, meant: tuple[str, str, str]) -> None:
    """Without am or pm, 10 is 10pm in the evening and 10am in the morning."""
    assert tuple(read_clock(typed, likely) for likely in (EVENING, MORNING, AFTERNOON)) == tuple(
        map(_time, meant)
    )


@pytest.mark.parametrize(("typed", "meant"), DAYTIME.items(), ids=DAYTIME)
def test_a_bare_hour_of_a_nap_is_in_the_daytime(typed: str, meant: str) -> None:
    """Of a nap 11 is 11am and 2 is 2pm."""
    assert read_clock(typed, Likely.DAYTIME) == _time(meant)


@pytest.mark.parametrize(("typed", "meant"), PLAIN.items(), ids=PLAIN)
def test_a_plain_time_means_the_same_at_any_hour(typed: str, meant: str) -> None:
    """With am, pm or 24 hours there is nothing to guess."""
    assert {read_clock(typed, likely) for likely in Likely} == {_time(meant)}


@pytest.mark.parametrize("typed", NOT_A_TIME, ids=repr)
def test_what_is_not_a_time_is_not_guessed_at(typed: str) -> None:
    """Words that are no time stay words: better a question than a wrong time."""
    assert {read_clock(typed, likely) for likely in Likely} == {None}


@pytest.mark.parametrize("likely", Likely, ids=lambda likely: likely.name.lower())
def test_every_minute_is_read_as_it_is_shown(likely: Likely) -> None:
    """What the journal shows for any of the 1,440 minutes of a day, it understands."""
    for minute in range(24 * 60):
        moment = time(minute // 60, minute % 60)
        assert read_clock(clock(moment), likely) == moment
        assert read_clock(f"{moment:%H:%M}", likely) == moment or 1 <= moment.hour <= 12
        assert read_clock(f"{moment:%H%M}", likely) == moment or 10 <= moment.hour <= 12
        for second in (False, True):
            words = clock_of_two(moment, second=second)
            assert (read_clock(words, likely), says_second(words)) == (moment, second)
        assert says_second(clock(moment)) is None


_WORDS = [
    "half",
    "quarter",
    "past",
    "to",
    "a",
    "ten",
    "twenty",
    "five",
    "10",
    "30",
    "6",
    ".",
    ":",
    "am",
    "pm",
    "midnight",
    "noon",
    "at",
    "night",
    "o'clock",
    "-",
]


@given(
    st.text(max_size=20) | st.lists(st.sampled_from(_WORDS), max_size=7).map(" ".join),
    st.sampled_from(Likely),
)
def test_anything_typed_is_a_time_or_nothing(typed: str, likely: Likely) -> None:
    """No text at all makes the reader fail."""
    found = read_clock(typed, likely)
    assert found is None or (found.second, found.microsecond) == (0, 0)


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
