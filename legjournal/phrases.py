"""Times, dates, lengths of time and money as the British write them, read and written.

Forms after the NHS content style guide: 5.30pm, midday, midnight, 22 November 2026, 6 hours 30 minutes.
"""

import re
from datetime import date, datetime, time
from enum import Enum, auto

from legjournal.words import plural, text


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
_POUNDS = re.compile(r"£?([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.([0-9]{1,2}))?")
_PENCE = re.compile(r"([0-9]{1,4})p")


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


def read_number(typed: str) -> int | None:
    """A whole number from 0, or None if `typed` is not one."""
    plain = typed.strip()
    return int(plain) if re.fullmatch(r"[0-9]{1,6}", plain) else None


def read_decimal(typed: str) -> float | None:
    """A number as a laboratory writes it, 45.2 or -2.5, or None if `typed` is not one.

    None also for 1,250: it is more than a thousand to one reader and a little more than one to another.
    """
    plain = typed.strip().replace("−", "-")
    return float(plain) if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,4})?", plain) else None


def read_money(typed: str) -> int | None:
    """The pence a Briton means by £40, 40, 12.50, 1,200 or 80p, or None if `typed` is no amount."""
    plain = re.sub(r"\s+|pounds?$", "", typed.strip().lower())
    if plain in {"free", "nothing"}:
        return 0
    if match := _PENCE.fullmatch(plain):
        return int(match[1])
    if match := _POUNDS.fullmatch(plain):
        pounds, pence = match.groups()
        return int(pounds.replace(",", "")) * 100 + int((pence or "").ljust(2, "0"))
    return None


def clock(instant: datetime | time) -> str:
    """10.30pm, 7am, midday, midnight."""
    hour, minute = instant.hour, instant.minute
    if (hour, minute) == (0, 0):
        return text("midnight")
    if (hour, minute) == (12, 0):
        return text("midday")
    half = text("am") if hour < 12 else text("pm")
    minutes = f".{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{half}"


def clock_of_two(instant: datetime | time, *, second: bool) -> str:
    """1.30am, the second: on the night the clocks go back this time comes twice."""
    words = text("{time}, the second") if second else text("{time}, the first")
    return words.format(time=clock(instant))


def length(minutes: float) -> str:
    """5 hours 45 minutes, from minutes."""
    hours, rest = divmod(round(minutes), 60)
    parts = [plural("{n} hour", "{n} hours", hours).format(n=hours)] if hours else []
    if rest or not hours:
        parts.append(plural("{n} minute", "{n} minutes", rest).format(n=rest))
    return " ".join(parts)


def short_length(minutes: float) -> str:
    """5 h 45 min, where room is short."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return text("{rest} min").format(rest=rest)
    return (
        text("{hours} h {rest} min").format(hours=hours, rest=rest)
        if rest
        else text("{hours} h").format(hours=hours)
    )


def weekdays() -> list[str]:
    """Monday to Sunday."""
    return [
        text("Monday"),
        text("Tuesday"),
        text("Wednesday"),
        text("Thursday"),
        text("Friday"),
        text("Saturday"),
        text("Sunday"),
    ]


def months() -> list[str]:
    """January to December."""
    return [
        text("January"),
        text("February"),
        text("March"),
        text("April"),
        text("May"),
        text("June"),
        text("July"),
        text("August"),
        text("September"),
        text("October"),
        text("November"),
        text("December"),
    ]


def day(when: date, *, weekday: bool = False, year: bool = True) -> str:
    """22 November 2026; with its weekday or without its year if asked."""
    parts = [weekdays()[when.weekday()]] if weekday else []
    parts += [str(when.day), months()[when.month - 1]]
    if year:
        parts.append(str(when.year))
    return " ".join(parts)


def moment(when: datetime, today: date) -> str:
    """today, 9.14pm; yesterday, 9.14pm; Friday 20 November 2026, 9.14pm."""
    days_ago = (today - when.date()).days
    near = {0: text("today"), 1: text("yesterday")}
    return text("{day}, {time}").format(
        day=near.get(days_ago) or day(when.date(), weekday=True), time=clock(when)
    )


def short_day(when: date, *, year: bool = False) -> str:
    """22 Nov, for the axis of a chart and the column of a table."""
    short = f"{when.day} {months()[when.month - 1][:3]}"
    return f"{short} {when.year}" if year else short


def span(first: date, last: date) -> str:
    """26 October to 22 November 2026; 22 November 2026 where both are the same day."""
    if first == last:
        return day(last)
    return text("{first} to {last}").format(first=day(first, year=first.year != last.year), last=day(last))


def money(pence: int) -> str:
    """£240, or £8.50."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def cut(words: str, most: int) -> str:
    """`words` in at most `most` letters, with … where there were more."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def decimal(value: float) -> str:
    """45.2, or 45: every digit of a number that was typed."""
    return f"{value:.15g}"


def number(value: float, places: int = 1) -> str:
    """4.6; 4 where nothing follows the point."""
    return f"{value:.{places}f}".removesuffix("." + "0" * places)
