"""The nights and naps of the sample journal."""

from datetime import datetime, timedelta
from random import Random

from legjournal.demo.page import Page, fives, local, score, sometimes, stamp
from legjournal.demo.sayings import NIGHT_NOTES
from legjournal.models.diary import Kind, Side
from legjournal.models.nights import Awakening, Nap, Night


def night(page: Page) -> Night:
    """The night that ended on the page's morning, worse after an evening of bad legs."""
    rng, legs = page.rng, page.level_before
    bed, tried, waking, up = _times(page)
    latency = fives(rng.triangular(10, 90, 10 + 7 * legs))
    wakings = min(max(round(rng.gauss(0.5 * legs, 1)), 0), 6)
    by_legs = sum(rng.random() < 0.25 + 0.05 * legs for _ in range(wakings))
    asleep_or_awake = (waking - tried).total_seconds() / 60 - latency
    awake = fives(min(wakings * rng.uniform(8, 30), 150, max(asleep_or_awake - 120, 0)))
    return Night(
        **stamp(rng, max(page.morning, up + timedelta(minutes=5))),
        date=page.day,
        got_into_bed=bed,
        tried_to_sleep=tried,
        minutes_to_fall_asleep=latency,
        wakings=wakings,
        woken_by_legs=by_legs,
        minutes_awake=sometimes(rng, 0.96, awake),
        final_waking=waking,
        minutes_trying_to_sleep_again=sometimes(rng, 0.6, _trying_again(page, waking, up)),
        got_out_of_bed=up,
        quality=sometimes(rng, 0.85, score(rng, 8.5 - 0.6 * legs - 0.012 * awake)),
        had_to_walk_about=sometimes(rng, 0.9, by_legs > 0 and rng.random() < 0.15 * legs),
        note=sometimes(rng, 0.06, rng.choice(NIGHT_NOTES)),
    )


def awakening(page: Page, night: Night) -> Awakening | None:
    """A note made at the worst hour of some of the nights in which the legs woke one."""
    # Dice of its own, so that the rest of the story stays the same with and without it.
    rng = Random(night.id)  # noqa: S311 - a made-up person's nights
    if not night.woken_by_legs or rng.random() > 0.3 or night.tried_to_sleep is None:
        return None
    since = local(page.day, 5 * rng.randint(12, 54))
    noted = since + timedelta(minutes=5 * rng.randint(2, 8))
    return Awakening(
        **stamp(rng, noted),
        date=page.day,
        noted_at=noted,
        awake_since=sometimes(rng, 0.7, since),
        kind=rng.choice((Kind.URGE, Kind.URGE, Kind.PAIN)),
        side=rng.choice(list(Side)),
        score=score(rng, page.level_before + 1),
        had_to_walk_about=sometimes(rng, 0.5, night.had_to_walk_about),
    )


def nap(page: Page) -> Nap:
    """An hour or less in the afternoon."""
    rng = page.rng
    return Nap(
        **stamp(rng, page.evening),
        date=page.day,
        started=local(page.day, 5 * rng.randint(162, 192)),
        minutes=5 * rng.randint(3, 12),
    )


def _times(page: Page) -> tuple[datetime, datetime, datetime, datetime]:
    """Into bed (9.45pm to 12.30am), tried to sleep, last woke (5am to 7.30am), got up."""
    rng = page.rng
    bed = fives(rng.triangular(-135, 30, -80))
    tried = bed + 5 * rng.randint(1, 8)
    waking = fives(rng.triangular(300, 450, 395))
    up = waking + 5 * rng.randint(1, 12)
    return local(page.day, bed), local(page.day, tried), local(page.day, waking), local(page.day, up)


def _trying_again(page: Page, waking: datetime, up: datetime) -> int:
    lying = round((up - waking).total_seconds() / 60)
    return fives(lying * page.rng.choice((0, 0.5, 0.8)) - 2)
