"""Times, dates, lengths of time and money as the British write them, read and written.

Forms after the NHS content style guide: 5.30pm, midday, midnight, 22 November 2026, 6 hours 30 minutes.
"""

import re
from datetime import date, datetime, time

from legjournal.clock import Clock
from legjournal.words import plural, text

_POUNDS = re.compile(r"£?([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.([0-9]{1,2}))?")
_PENCE = re.compile(r"([0-9]{1,4})p")


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


def clock_then(instant: datetime) -> str:
    """As `clock`, with which of the two it was where clocks showed that time twice in that night."""
    both = Clock().instants(instant.date(), instant.time())
    return clock_of_two(instant, second=instant == both[1]) if len(both) == 2 else clock(instant)


def length(minutes: float) -> str:
    """5 hours 45 minutes, from minutes."""
    hours, rest = divmod(round(minutes), 60)
    parts = [plural("{n} hour", "{n} hours", hours).format(n=hours)] if hours else []
    if rest or not hours:
        parts.append(plural("{n} minute", "{n} minutes", rest).format(n=rest))
    return " ".join(parts)


def seconds(n: int) -> str:
    """30 seconds, 1 minute, 1 minute 30 seconds."""
    minutes, rest = divmod(n, 60)
    parts = [plural("{n} minute", "{n} minutes", minutes).format(n=minutes)] if minutes else []
    if rest or not minutes:
        parts.append(plural("{n} second", "{n} seconds", rest).format(n=rest))
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


def begun_large(words: str) -> str:
    """The words as a sentence or a title begins."""
    return words[:1].upper() + words[1:]


def count(n: int) -> str:
    """13,978."""
    return f"{n:,}"


def decimal(value: float) -> str:
    """45.2, or 45: every digit of a number that was typed."""
    return f"{value:.15g}"


def number(value: float, places: int = 1) -> str:
    """4.6; 4 where nothing follows the point."""
    return f"{value:.{places}f}".removesuffix("." + "0" * places)
