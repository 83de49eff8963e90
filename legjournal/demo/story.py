"""What befalls the fictional person: how the legs are each day, and what of the day is written down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from math import pi, sin
from random import Random

HALF_YEAR = 182  # days
YEAR = 365


class Kept(Enum):
    """What of one day is written down."""

    ALL = auto()
    NIGHT = auto()
    EVENING = auto()
    BAD_DAY = auto()
    NOTHING = auto()
    AWAY = auto()  # on holiday, without the computer


class Turn(Enum):
    """What becomes of the routine on one day."""

    NOTHING = auto()
    SESSION = auto()
    REST = auto()
    FLARE = auto()
    ILL = auto()
    AWAY = auto()


@dataclass(frozen=True, slots=True)
class Story:
    """The whole of it. Every list has one value a day.

    flares: what a flare adds to the level, 0 outside one. levels: leg trouble, 0 to 10.
    plan_from, tablets_stopped, iron_begun: days counted from the first, 0.
    """

    rng: Random
    first: date
    last: date
    kept: list[Kept]
    turns: list[Turn]
    flares: list[float]
    levels: list[float]
    plan_from: int
    tablets_stopped: int
    iron_begun: int

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return len(self.levels)

    def day(self, index: int) -> date:
        """The date of a day counted from the first; may lie outside the story."""
        return self.first + timedelta(days=index)

    def onset(self, index: int) -> int:
        """When the urge to move usually begins, in minutes after midnight.

        It creeps from 9.15pm to 7.30pm while the night-time tablets are taken, and half the way back after.
        """
        creeping = max(1, min(100, self.tablets_stopped))
        earlier = 105 * _ramp(index - self.tablets_stopped + creeping, creeping)
        return round(1275 - earlier + 55 * _ramp(index - self.tablets_stopped, 60))


def tell(days: int, seed: int, last: date) -> Story:
    """The story of `days` days (at least 1) up to `last`; the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - a made-up person's days; nothing is kept secret with it
    first = last - timedelta(days=days - 1)
    tablets_stopped = int(0.6 * days)
    iron_begun = min(tablets_stopped + 8, days - 1)
    plan_from = min(10, days // 3)
    flares = _flares(rng, days)
    kept = _kept(rng, first, flares)
    turns = _turns(rng, first, kept, flares, plan_from)
    levels = list(_levels(rng, flares, turns, tablets_stopped, iron_begun))
    return Story(rng, first, last, kept, turns, flares, levels, plan_from, tablets_stopped, iron_begun)


def _flares(rng: Random, days: int) -> list[float]:
    """How much a flare adds to each day, 0 outside one: 3 to 6 flares a year of 5 to 12 days."""
    added = [0.0] * days
    for begin, length in _flare_spans(rng, days):
        height = rng.uniform(1.8, 3.2)
        for n in range(min(length, days - begin)):
            added[begin + n] = height * sin(pi * (n + 1) / (length + 1))
    return added


def _flare_spans(rng: Random, days: int) -> Iterator[tuple[int, int]]:
    """First day and length of each flare that begins within `days`; they never touch."""
    for year in range(0, days, YEAR):
        flares = rng.randint(3, 6)
        room = YEAR // flares
        for n in range(flares):
            length = rng.randint(5, 12)
            begin = year + n * room + rng.randrange(room - length)
            if begin < days:
                yield begin, length


def _kept(rng: Random, first: date, flares: list[float]) -> list[Kept]:
    kept = [_kept_of_day(rng, flare > 0) for flare in flares]
    clock_changes = _clock_changes(first, len(flares))
    for half_year in range(0, len(kept), HALF_YEAR):
        leaving = half_year + rng.randint(20, 100)
        if any(index - leaving in range(10) for index in clock_changes):
            leaving += 10
        back = min(leaving + rng.randint(6, 9), len(kept))
        for index in range(leaving, back):
            kept[index] = Kept.AWAY
    # A year always shows both nights of the clock changes, and the window opens on the last page.
    for index in (*clock_changes, len(kept) - 1):
        kept[index] = Kept.ALL
    return kept


def _clock_changes(first: date, days: int) -> list[int]:
    """The last Sundays of March and October, counted from the first day."""
    sundays = range(6 - first.weekday(), days, 7)
    dates = {index: first + timedelta(days=index) for index in sundays}
    return [index for index, day in dates.items() if day.month in (3, 10) and day.day > 24]


def _kept_of_day(rng: Random, flare: bool) -> Kept:
    weights = (70, 7, 7, 9, 7) if flare else (77, 7, 8, 1, 7)
    return rng.choices((Kept.ALL, Kept.NIGHT, Kept.EVENING, Kept.BAD_DAY, Kept.NOTHING), weights)[0]


# Weekdays, 0 Monday; no Sundays and no neighbours, so there is always a day between two sessions.
_WEEKS = ((0, 2, 4), (0, 2, 5), (0, 3, 5), (1, 3, 5), (1, 4), (0, 3), (2, 5))


def _turns(rng: Random, first: date, kept: list[Kept], flares: list[float], plan_from: int) -> list[Turn]:
    turns: list[Turn] = []
    week = rng.choice(_WEEKS)
    for index, flare in enumerate(flares):
        weekday = (first.weekday() + index) % 7
        if weekday == 0:
            week = rng.choice(_WEEKS)
        if index < plan_from or kept[index] in (Kept.NOTHING, Kept.AWAY, Kept.BAD_DAY):
            turns.append(Turn.NOTHING)
        else:
            turns.append(_turn_of_day(rng, weekday in week, flare > 0))
    return turns


def _turn_of_day(rng: Random, planned: bool, flare: bool) -> Turn:
    chance = rng.random()
    if not planned:
        return Turn.REST if chance < 0.4 else Turn.NOTHING
    if flare and chance < 0.5:
        return Turn.FLARE
    if chance > 0.94:
        return Turn.ILL if chance > 0.97 else Turn.AWAY
    return Turn.SESSION


def _levels(
    rng: Random, flares: list[float], turns: list[Turn], tablets_stopped: int, iron_begun: int
) -> Iterator[float]:
    """Leg trouble day by day: each is much like the one before, with slower swings of months beneath."""
    day_to_day = season = 0.0
    for index, flare in enumerate(flares):
        day_to_day = 0.8 * day_to_day + rng.gauss(0, 0.5)
        season = 0.99 * season + rng.gauss(0, 0.06)
        relief = 0.8 * _ramp(index - tablets_stopped, 21) + 1.1 * _ramp(index - iron_begun, 56)
        if index and turns[index - 1] is Turn.SESSION:
            relief += 0.4
        yield min(max(4.9 + day_to_day + season + flare - relief, 0.2), 9.8)


def _ramp(past: float, length: float) -> float:
    """From 0 to 1 over `length` days."""
    return min(max(past / length, 0.0), 1.0)
