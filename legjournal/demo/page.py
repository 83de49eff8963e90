"""One day of the story as the writers of rows need it, and how they stamp what they write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from statistics import fmean
from typing import Any, TypeVar

from legjournal.clock import Clock, NoSuchTime
from legjournal.demo.story import Kept, Story, Turn

TEN_PM = 22 * 60  # minutes after midnight
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """One day. `level`, `level_before` (the day before) and `level_of_week` are leg trouble, 0 to 10.

    onset: when the urge to move began. morning, evening: when the person typed, if anything.
    """

    rng: Random
    day: date
    kept: Kept
    turn: Turn
    level: float
    level_before: float
    level_of_week: float
    onset: datetime
    morning: datetime
    evening: datetime
    is_last: bool


def pages(story: Story) -> Iterator[Page]:
    """Every day of the story in order, the empty ones too."""
    for index in range(story.days):
        yield _page(story, index)


def _page(story: Story, index: int) -> Page:
    rng, day = story.rng, story.day(index)
    onset = local(day, _onset(story, index))
    delay = _days_late(rng)
    if index + delay >= story.days:
        delay = 0
    evening = min(rng.randint(1230, 1365), _latest(story, index + delay))
    return Page(
        rng=rng,
        day=day,
        kept=story.kept[index],
        turn=story.turns[index],
        level=story.levels[index],
        level_before=story.levels[max(index - 1, 0)],
        level_of_week=fmean(story.levels[max(index - 6, 0) : index + 1]),
        onset=onset,
        morning=local(day, 1440 * delay + rng.randint(450, 540)),
        # Nobody tells of the urge to move before it has begun.
        evening=max(local(day, 1440 * delay + evening), onset + timedelta(minutes=10)),
        is_last=index == story.days - 1,
    )


def _onset(story: Story, index: int) -> int:
    """Minutes after midnight, 6pm to 9.30pm: earlier than usual on a day of bad legs."""
    minutes = story.onset(index) + story.rng.gauss(0, 15) - 5 * (story.levels[index] - 5)
    return min(max(fives(minutes), 18 * 60), 21 * 60 + 30)


def _days_late(rng: Random) -> int:
    return rng.randint(1, 3) if rng.random() < 0.15 else 0


def _latest(story: Story, index: int) -> int:
    """The last minute of a day at which the person may still be typing."""
    return TEN_PM if index == story.days - 1 else 24 * 60


def local(day: date, minutes: int) -> datetime:
    """The local time so many minutes after midnight of `day`, negative for the evening before."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    try:
        return Clock().at(wall.date(), wall.time())
    except NoSuchTime:  # the hour that the clocks leave out in March
        return Clock().at(wall.date(), (wall + timedelta(hours=1)).time())


def stamp(rng: Random, typed: datetime) -> dict[str, Any]:
    """The columns every row has: its name, and when it was typed (UTC)."""
    instant = typed.astimezone(UTC)
    return {"id": f"{rng.getrandbits(128):032x}", "recorded_at": instant, "changed_at": instant}


def score(rng: Random, level: float) -> int:
    """A level as the person would put it in a whole number, 0 to 10."""
    return min(max(round(rng.gauss(level, 0.6)), 0), 10)


def sometimes(rng: Random, chance: float, value: T) -> T | None:
    """The answer, or None where the person left it out."""
    return value if rng.random() < chance else None


def fives(minutes: float) -> int:
    """Minutes as people give them, to the nearest 5."""
    return 5 * round(minutes / 5)
