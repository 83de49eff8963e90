"""Days as a Briton types them."""

import re
from datetime import date, timedelta

from legjournal.phrases import months, weekdays
from legjournal.words import text

_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:[ ,/.-]+(?P<year>[0-9]{4}|[0-9]{2}))?"
_DAYS = [
    re.compile(pattern)
    for pattern in (
        rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?: of)?[ -]*(?P<month>[a-z]{{3,}})\.?{_YEAR}",
        rf"(?P<month>[a-z]{{3,}})\.? *(?P<day>[0-9]{{1,2}}){_ORDINAL}{_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})[ /.-]+(?P<month>[0-9]{{1,2}}){_YEAR}",
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
    )
]
EARLIEST = 1900  # a year: what is typed before it is a slip


def read_day(typed: str, today: date) -> date | None:
    """The day a Briton means by `typed`, or None if it is not one.

    Understands 3 March 2026, 3rd Mar 26, 3/3/2026, 2026-03-03, today, yesterday; 3 March without its year is
    the last one there was.
    """
    plain = " ".join(typed.lower().split())
    near = {text("today"): today, text("yesterday"): today - timedelta(days=1)}
    if plain in near:
        return near[plain]
    names = "|".join(weekdays()).lower()
    plain = re.sub(rf"^(?:{names})[ ,]+", "", plain)
    match = next(filter(None, (pattern.fullmatch(plain) for pattern in _DAYS)), None)
    month = _month(match["month"]) if match else None
    if match is None or month is None:
        return None
    return _day(int(match["day"]), month, match["year"], today)


def _month(typed: str) -> int | None:
    """1 to 12 from a number or the beginning of a name."""
    if typed.isdigit():
        return int(typed)
    names = [name.lower() for name in months()]
    return next((number for number, name in enumerate(names, start=1) if name.startswith(typed)), None)


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is None:
        years = range(today.year, today.year - 9, -1)  # the last 29 February may be 8 years ago
    elif len(year) == 2:
        century = 2000 if int(year) <= today.year % 100 + 10 else 1900
        years = range(century + int(year), century + int(year) + 1)
    else:
        years = range(int(year), int(year) + 1)
    there = (_date(each, month, day) for each in years if each >= EARLIEST)
    return next((found for found in there if found and (year or found <= today)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
