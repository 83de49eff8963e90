"""The nights: the last fourteen one by one, and what a period of them comes to beside the sleep figures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Integer, func, type_coerce
from sqlmodel import Session, col, select

from legjournal import sleep
from legjournal.charts.night_row import BEGINS, NapTime, NightRow
from legjournal.clock import with_offset
from legjournal.journal import Journal
from legjournal.models.nights import Awakening, Nap, Night
from legjournal.trends.dated_rows import rows
from legjournal.trends.figures import Mean, mean
from legjournal.trends.period import DAY, Period

MOST_ROWS = 14


@dataclass(frozen=True, slots=True)
class NightFigures:
    """Of one period.

    naps: minutes asleep in naps, of the days with naps whose lengths are all known. nap_days: all days
    with a nap. walked: nights on which the person had to walk about, of `walked_of` that say so or not.
    """

    quality: Mean
    walked: int
    walked_of: int
    nap_days: int
    naps: Mean


@dataclass(frozen=True, slots=True)
class Nights:
    """rows: the last nights of the period, the earliest first. before: the period before, as `figures`.

    untimed_naps: those of the days of `rows` of which it was not written down when they began.
    """

    rows: tuple[NightRow, ...]
    untimed_naps: int
    figures: NightFigures
    before: NightFigures


_NOTHING = NightFigures(Mean(0, None), 0, 0, 0, Mean(0, None))
NO_NIGHTS = Nights((), 0, _NOTHING, _NOTHING)


def nights(journal: Journal, period: Period, before: Period) -> Nights:
    """The nights of a period, and the figures of the one before."""
    last = Period(max(period.first, period.last - (MOST_ROWS - 1) * DAY), period.last)
    with journal.store.read() as session:
        return Nights(
            rows=tuple(_rows(session, last, journal.clock.zone)),
            untimed_naps=sum(nap.started is None for nap in rows(session, last, Nap, Nap.started)),
            figures=_figures(session, period),
            before=_figures(session, before),
        )


def night_rows(journal: Journal, period: Period) -> tuple[NightRow, ...]:
    """Each night that ended in the period, the earliest first, also one of which nothing is known."""
    with journal.store.read() as session:
        return tuple(_rows(session, period, journal.clock.zone))


def _figures(session: Session, period: Period) -> NightFigures:
    answered = select(
        func.count(col(Night.quality)),
        func.avg(col(Night.quality)),
        func.count(col(Night.had_to_walk_about)),
        func.sum(type_coerce(col(Night.had_to_walk_about), Integer)),
    )
    within = answered.where(col(Night.date).between(period.first, period.last))
    rated, quality, walked_of, walked = session.exec(within).one()
    by_day: dict[date, list[Any]] = defaultdict(list)
    for nap in rows(session, period, Nap, Nap.minutes):
        by_day[nap.date].append(nap)
    return NightFigures(
        quality=Mean(rated, quality),
        walked=walked or 0,
        walked_of=walked_of,
        nap_days=len(by_day),
        naps=mean(map(sleep.napping, by_day.values())),
    )


def _rows(session: Session, last: Period, zone: tzinfo) -> Iterable[NightRow]:
    """A row for each night, also for one of which nothing is known."""
    nights = {night.date: night for night in rows(session, last, Night, *_TIMES)}
    noted: dict[date, list[datetime]] = defaultdict(list)
    for awakening in rows(session, last, Awakening, Awakening.noted_at):
        noted[awakening.date].append(awakening.noted_at)
    naps: dict[date, list[NapTime]] = defaultdict(list)
    # What was slept on the evening before a night lies in the row of that night.
    for nap in rows(session, Period(last.first - DAY, last.last), Nap, Nap.started, Nap.minutes):
        if nap.started is not None:
            naps[_row_of(nap.started)].append(NapTime(nap.started, _after(nap.started, nap.minutes, zone)))
    for day in last:
        yield _row(day, nights.get(day), sorted(noted[day]), naps[day], zone)


_TIMES: tuple[Any, ...] = (
    Night.got_into_bed,
    Night.tried_to_sleep,
    Night.minutes_to_fall_asleep,
    Night.minutes_awake,
    Night.final_waking,
    Night.got_out_of_bed,
    Night.woken_by_legs,
)


def _row(day: date, night: Any | None, noted: list[datetime], naps: list[NapTime], zone: tzinfo) -> NightRow:
    naps = sorted(naps, key=lambda nap: nap.started)
    if night is None:
        return NightRow(day, recorded=bool(noted), noted_at=tuple(noted), naps=tuple(naps))
    asleep = sleep.figures(night).time_asleep
    return NightRow(
        date=day,
        recorded=True,
        got_into_bed=night.got_into_bed,
        # Without sleep the minutes to fall asleep are all those up to getting up.
        fell_asleep=None if asleep == 0 else _after(night.tried_to_sleep, night.minutes_to_fall_asleep, zone),
        final_waking=night.final_waking,
        got_out_of_bed=night.got_out_of_bed,
        asleep_min=asleep,
        awake_min=night.minutes_awake,
        woken_by_legs=night.woken_by_legs,
        noted_at=tuple(noted),
        naps=tuple(naps),
    )


def _row_of(instant: datetime) -> date:
    """The night in whose row a time lies."""
    return instant.date() + DAY if instant.time() >= BEGINS else instant.date()


def _after(begin: datetime | None, minutes: int | None, zone: tzinfo) -> datetime | None:
    """Elapsed minutes later, as the clock on the wall showed it."""
    if begin is None or minutes is None:
        return None
    return with_offset((begin + timedelta(minutes=minutes)).astimezone(zone))
