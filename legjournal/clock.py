"""The journal's clock: what time it is in the UK, and which day an hour belongs to."""

import time as system
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from legjournal.errors import FutureDay

LONDON = ZoneInfo("Europe/London")
DAY_STARTS_AT = 4  # o'clock: before it, it is still the evening before
NIGHT_BEGINS, NIGHT_ENDS = 23, 5  # o'clock


def _system_now() -> datetime:
    return datetime.now(UTC)


class NoSuchTime(ValueError):
    """A wall-clock time that the March change of clocks leaves out."""


class Clock:
    """Tells the time in one zone; tests and the sample journal bring their own `source`."""

    def __init__(self, source: Callable[[], datetime] = _system_now, zone: ZoneInfo = LONDON) -> None:
        self._source = source
        self.zone = zone

    def now(self) -> datetime:
        """The present instant as local time with its UTC offset."""
        return with_offset(self._source().astimezone(self.zone))

    def today(self) -> date:
        """The diary's day: shortly after midnight is still the evening before."""
        return self.day_of(self.now())

    def is_night(self) -> bool:
        """Whether it is between 11pm and 5am: who writes now most likely lies awake."""
        hour = self.now().hour
        return hour >= NIGHT_BEGINS or hour < NIGHT_ENDS

    def day_of(self, instant: datetime) -> date:
        """The diary day an instant belongs to."""
        return day_of_wall(instant.astimezone(self.zone))

    def refuse_future(self, day: date) -> None:
        """Raise FutureDay for a diary day that has not come yet."""
        if day > self.today():
            raise FutureDay

    def at(self, day: date, wall: time, *, later: bool = False) -> datetime:
        """The local instant of a wall-clock time; `later` takes the second of an hour that comes twice.

        Raises NoSuchTime for a time that does not exist on that day.
        """
        naive = datetime.combine(day, wall)
        local = naive.replace(tzinfo=self.zone, fold=int(later))
        if local.astimezone(UTC).astimezone(self.zone).replace(tzinfo=None) != naive:
            raise NoSuchTime(naive.isoformat())
        return with_offset(local)

    def instants(self, day: date, wall: time) -> tuple[datetime, ...]:
        """Every local instant at which clocks showed `wall` on `day`, in their order.

        One on any day but two: none in the hour that March leaves out, two in the hour that October repeats.
        """
        local = datetime.combine(day, wall, self.zone)
        if local.utcoffset() == local.replace(fold=1).utcoffset():
            return (with_offset(local),)  # by far the quickest way to know, and almost always so
        try:
            first, second = self.at(day, wall), self.at(day, wall, later=True)
        except NoSuchTime:
            return ()
        return (first,) if first == second else (first, second)

    def on_page(self, day: date, wall: time) -> datetime:
        """The local instant of a clock time on the diary page of `day`: before 4am the night has gone on.

        Raises NoSuchTime as `at` does.
        """
        return self.at(_date_on_page(day, wall), wall)

    def instants_on_page(self, day: date, wall: time) -> tuple[datetime, ...]:
        """Every local instant of a clock time on the diary page of `day`, as `instants` has them."""
        return self.instants(_date_on_page(day, wall), wall)

    def latest(self, wall: time) -> datetime | None:
        """When clocks last showed `wall`, within the day up to now; None in the hour March leaves out."""
        now = self.now()
        for day in (now.date(), now.date() - timedelta(days=1)):
            for instant in reversed(self.instants(day, wall)):
                if now - timedelta(days=1) < instant <= now:
                    return instant
        return None


def running_seconds() -> float:
    """Seconds since some moment long ago. They go on while the computer sleeps, and nobody can set them."""
    # Python's own monotonic() stands still in a sleep of Linux and of macOS; Windows counts it.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(system, name):
            return system.clock_gettime(getattr(system, name))
    return system.monotonic()


def _date_on_page(day: date, wall: time) -> date:
    return day if wall.hour >= DAY_STARTS_AT else day + timedelta(days=1)


def day_of_wall(local: datetime) -> date:
    """The diary day of a local time, as the clock on the wall showed it."""
    return (local.replace(tzinfo=None) - timedelta(hours=DAY_STARTS_AT)).date()


def with_offset(instant: datetime) -> datetime:
    """The same local time carrying its plain UTC offset, so that differences are elapsed time."""
    offset = instant.utcoffset()
    assert offset is not None, "an instant needs its zone"
    return instant.replace(tzinfo=timezone(offset), fold=0)
