"""Nights in words: their names, the sentence for a picture of them, and the numbers it has."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from legjournal import phrases
from legjournal.charts.night_row import BEGINS, NightRow
from legjournal.clock import Clock
from legjournal.trends.period import DAY
from legjournal.words import plural, text

_NONE = "–"


def summary(nights: Sequence[NightRow]) -> str:
    """12 of 14 nights recorded. Asleep 4 h 50 min to 7 h 10 min in 11 nights. Woken by the legs 17 times …"""
    recorded = sum(night.recorded for night in nights)
    parts = [
        plural("{n} of {m} night recorded.", "{n} of {m} nights recorded.", len(nights)).format(
            n=recorded, m=len(nights)
        )
    ]
    asleep = [night.asleep_min for night in nights if night.asleep_min is not None]
    if asleep:
        pattern = plural(
            "Asleep {least} to {most} in {n} night.", "Asleep {least} to {most} in {n} nights.", len(asleep)
        )
        least, most = phrases.length(min(asleep)), phrases.length(max(asleep))
        parts.append(pattern.format(least=least, most=most, n=len(asleep)))
    by_legs = [night.woken_by_legs for night in nights if night.woken_by_legs is not None]
    if by_legs:
        times = plural("{n} time", "{n} times", sum(by_legs)).format(n=sum(by_legs))
        pattern = plural(
            "Woken by the legs {times} in {n} night.",
            "Woken by the legs {times} in {n} nights.",
            len(by_legs),
        )
        parts.append(pattern.format(times=times, n=len(by_legs)))
    return " ".join(parts)


def in_words(night: NightRow) -> tuple[str, ...]:
    """The row of the table that has the numbers of the picture."""
    if not night.recorded:
        return (name(night), text("not recorded"), "", "", "", "", "", _naps_in_words(night))
    return (
        name(night),
        _from_to(night.got_into_bed, night.got_out_of_bed),
        _from_to(night.fell_asleep, night.final_waking),
        *figures(night),
        "; ".join(phrases.clock_then(instant) for instant in night.noted_at),
        _naps_in_words(night),
    )


def header() -> tuple[str, ...]:
    """What stands over the columns of `in_words`."""
    return (
        text("Night"),
        text("In bed"),
        text("From falling asleep to last waking"),
        text("Asleep"),
        text("Awake in the night"),
        text("Woken by the legs"),
        text("Noted while awake"),
        text("Naps"),
    )


def _from_to(first: datetime | None, last: datetime | None) -> str:
    if first is None and last is None:
        return ""
    ends = (phrases.clock_then(end) if end else text("not known") for end in (first, last))
    return text("{first} to {last}").format(**dict(zip(("first", "last"), ends, strict=True)))


def _naps_in_words(night: NightRow) -> str:
    return "; ".join(_from_to(nap.started, nap.ended) for nap in night.naps)


def figures(night: NightRow) -> tuple[str, str, str]:
    """Asleep, awake, and how often by the legs: what stands at the end of its row."""
    return (
        _NONE if night.asleep_min is None else phrases.short_length(night.asleep_min),
        _NONE if night.awake_min is None else phrases.short_length(night.awake_min),
        _NONE if night.woken_by_legs is None else str(night.woken_by_legs),
    )


def name(night: NightRow) -> str:
    """8 to 9 Nov: from the evening to the morning."""
    evening = night.date - DAY
    first = str(evening.day) if evening.month == night.date.month else phrases.short_day(evening)
    return text("{first} to {last}").format(first=first, last=phrases.short_day(night.date))


def full_name(night: NightRow) -> str:
    """Night to Sunday 22 November 2026."""
    return text("Night to {morning}").format(morning=phrases.day(night.date, weekday=True))


@cache
def change(night: date) -> str:
    """What the clocks did in a night, if they were changed."""
    offsets = [Clock().at(day, BEGINS).utcoffset() for day in (night - DAY, night)]
    if offsets[0] == offsets[1]:
        return ""
    went_back = offsets[0] > offsets[1]  # type: ignore[operator]  # each carries its offset
    if went_back:
        return text("the clocks went back: the hour from 1am came twice")
    return text("the clocks went forward: there was no hour from 1am")
