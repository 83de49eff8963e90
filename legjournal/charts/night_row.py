"""One night with the day after it, from 6pm to 6pm: what is known of it, and where its times lie."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from legjournal.clock import Clock
from legjournal.trends.period import DAY

HOURS = 24
BEGINS = time(18)  # on the evening before; the row ends at the same hour


@dataclass(frozen=True, slots=True)
class NapTime:
    """A sleep in the daytime; `ended` is None where its length is not known."""

    started: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class NightRow:
    """The night that ended on `date`. Times carry their offset; None is not answered.

    recorded: whether anything at all is known of it. fell_asleep: trying to sleep and the minutes it took.
    noted_at: times noted while awake. naps: those of the same 24 hours.
    """

    date: date
    recorded: bool
    got_into_bed: datetime | None = None
    fell_asleep: datetime | None = None
    final_waking: datetime | None = None
    got_out_of_bed: datetime | None = None
    asleep_min: int | None = None
    awake_min: int | None = None
    woken_by_legs: int | None = None
    noted_at: tuple[datetime, ...] = ()
    naps: tuple[NapTime, ...] = ()


def hours_after_six(instant: datetime, night: date) -> float:
    """Where a time lies in the row of a night, by the clock on the wall: 6pm is 0, midnight is 6.

    The hour that October repeats has the room of one; the hour that March leaves out stays empty.
    """
    wall = instant.replace(tzinfo=None)
    hours = (wall - datetime.combine(night - DAY, BEGINS)) / timedelta(hours=1)
    both = Clock().instants(wall.date(), wall.time())
    if len(both) < 2:
        return hours
    return hours // 1 + (hours % 1 + (instant == both[1])) / 2


def goes_beyond(night: NightRow) -> bool:
    """Whether a time lies outside the 24 hours of the row."""
    ends = [night.got_into_bed, night.got_out_of_bed, *(nap.ended for nap in night.naps)]
    return any(end and not 0 <= hours_after_six(end, night.date) <= HOURS for end in ends)


def lone_times(night: NightRow) -> list[datetime]:
    """Times that begin or end something whose other end is not known."""
    pairs = [(night.got_into_bed, night.got_out_of_bed), (night.fell_asleep, night.final_waking)]
    pairs += [(nap.started, nap.ended) for nap in night.naps]
    return [end for pair in pairs if None in pair for end in pair if end is not None]
