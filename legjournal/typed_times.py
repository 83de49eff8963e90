"""Times of day as a Briton types them, read; what is not a time is not guessed at."""

import re
from datetime import time
from enum import Enum, auto


class Likely(Enum):
    """Which half of the day a bare hour most likely means."""

    EVENING = auto()  # going to bed: 10 is 10pm, 1 is 1am
    MORNING = auto()  # waking: 7 is 7am
    AFTERNOON = auto()  # the day's own hours: 3 is 3pm, 8 is 8pm
    DAYTIME = auto()  # a nap: 11 is 11am, 2 is 2pm


_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), start=1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NAMED = {"midnight": 0, "midday": 12, "noon": 12}  # o'clock
_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_FIVES = {"5", "10", "15", "20", "25"}  # what a Briton counts from the hour without saying minutes
_LONGEST_TIME = 60  # letters: "twenty-five minutes past eleven o'clock in the evening" and a little more

_NAMED_TIME = re.compile(r"(?:12(?:[.:]00)? ?)?(midnight|midday|noon)")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[.,:;h· ]?([0-5][0-9]))? ?(am|pm)?")
_SPOKEN = re.compile(
    r"(?:a )?(?:half(?: ?past)?|(quarter|[0-9]{1,2})( minutes?| mins?)? ?(past|to)) ?"
    r"([0-9]{1,2}|midnight|midday|noon) ?(am|pm)?"
)
_WHICH = re.compile(r",?\s*(?:the )?(first|second)$")


def read_clock(typed: str, likely: Likely) -> time | None:
    """The time of day a Briton means by `typed`, or None if it is not a time.

    Understands 10.30pm, 1030pm, 22:30, 2230, 10, ten thirty, half ten, quarter to 7, twenty past 6, 25 to 7,
    five past midnight, 10 at night, 6 in the morning, midday, midnight; and what `clock_of_two` writes.
    """
    if len(typed) > _LONGEST_TIME:
        return None
    plain = _WHICH.sub("", " ".join(typed.lower().split()))
    if match := _CLOCK.fullmatch(plain):
        return _written(match, likely)  # as nearly always
    if said := re.search(r" (?:in the|this) (morning|afternoon|evening)$", plain):
        plain = plain[: said.start()] + " " + _HALVES[said[1]]
    elif said := re.search(r" (?:at|last) night$", plain):
        plain, likely = plain[: said.start()], Likely.EVENING
    plain = _in_figures(plain)
    if match := _NAMED_TIME.fullmatch(plain):
        return time(_NAMED[match[1]])
    if match := _SPOKEN.fullmatch(plain):
        return _spoken(match, likely)
    if match := _CLOCK.fullmatch(plain):
        return _written(match, likely)
    return None


def says_second(typed: str) -> bool | None:
    """Whether a time that comes twice is said to be the second; None where it is not said which."""
    found = _WHICH.search(typed.lower().strip())
    return None if found is None else found[1] == "second"


def _in_figures(plain: str) -> str:
    """The same in the fewest forms: numbers in figures, am and pm without points, no o'clock."""
    plain = re.sub(r"^at ", "", plain)
    plain = re.sub(r" ?o['’]? ?clock", "", plain)
    plain = re.sub(r"^([0-9]{2}[.:]?[0-9]{2}) ?(?:h|hrs|hours)$", r"\1", plain)
    plain = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", plain)
    plain = re.sub(r"\b(half|quarter)(?=[a-z])", r"\1 ", plain)
    plain = re.sub(r" ?([ap])\.? ?m?\.?$", r" \1m", plain)
    return re.sub(rf"(?:({'|'.join(_TENS)})\b ?)?([a-z]+)?", _figure, plain.removesuffix("."))


def _figure(words: re.Match[str]) -> str:
    """25 for twenty five, 20 30 for twenty thirty; a word that is no number stays."""
    tens, word = words[1], words[2] or ""
    unit = _NUMBERS.get(word)
    if tens and unit and unit < 10:
        return str(_TENS[tens] + unit)
    last = str(unit or _TENS.get(word) or word)
    return f"{_TENS[tens]} {last}".rstrip() if tens else last


def _spoken(said: re.Match[str], likely: Likely) -> time | None:
    part, counted, way, hour, half = said.groups()
    minutes = _minutes_said(part, counted=bool(counted))
    if minutes is None or (hour not in _NAMED and not 1 <= int(hour) <= 12) or (hour in _NAMED and half):
        return None
    number = _NAMED[hour] if hour in _NAMED else int(hour)
    minutes = -minutes if way == "to" else minutes
    if half:  # ten to twelve pm is 11.50pm: the half is that of the time, not of the hour
        since_midnight = (number * 60 + minutes) % (12 * 60) + (12 * 60 if half == "pm" else 0)
    else:
        full = number if hour in _NAMED else _likely_hour(number, likely)
        since_midnight = (full * 60 + minutes) % (24 * 60)
    return time(since_midnight // 60, since_midnight % 60)


def _minutes_said(part: str | None, *, counted: bool) -> int | None:
    """Minutes from the hour. 7 to 8 is not one time but two: odd minutes must be called minutes."""
    if part is None:
        return 30
    if part == "quarter":
        return None if counted else 15
    return int(part) if part in _FIVES or (counted and 1 <= int(part) <= 29) else None


def _written(figures: re.Match[str], likely: Likely) -> time | None:
    hour, minute, half = figures.groups()
    literal = len(hour) == 2 and hour.startswith("0")
    return _time(int(hour), int(minute or 0), half, likely, literal=literal)


def _time(hour: int, minute: int, half: str | None, likely: Likely, *, literal: bool = False) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    if hour > 24 or (hour == 24 and minute):
        return None
    if hour in (0, 24) or hour > 12 or literal:
        return time(hour % 24, minute)
    return time(_likely_hour(hour, likely), minute)


def _likely_hour(hour: int, likely: Likely) -> int:
    match likely:
        case Likely.EVENING:
            return hour % 12 if hour == 12 or hour < 6 else hour + 12
        case Likely.MORNING:
            return hour
        case Likely.AFTERNOON:
            return hour if hour == 12 else hour + 12
        case Likely.DAYTIME:
            return hour if hour >= 9 else hour + 12
