"""Times of day as a Briton types them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.phrases import clock, clock_of_two
from legjournal.typed_times import Likely, read_clock, says_second

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
