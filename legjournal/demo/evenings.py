"""What the person of the sample journal writes in the evening: the day, the legs, the tablets."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from legjournal.demo.page import Page, local, score, sometimes, stamp
from legjournal.demo.sayings import DAY_NOTES, FACTORS, HELPED, MANAGED_EASIER, MANAGED_HARDER, WORDS
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.medicines import Dose, Medicine


def diary_day(page: Page) -> DiaryDay:
    """The day's page, with an answer missing here and there."""
    rng = page.rng
    managed = MANAGED_HARDER if page.level > 5.5 else MANAGED_EASIER
    return DiaryDay(
        **stamp(rng, page.evening),
        date=page.day,
        managed=sometimes(rng, 0.75, rng.choice(managed)),
        effect=sometimes(rng, 0.95, score(rng, page.level - 0.6)),
        mood=sometimes(rng, 0.85, score(rng, 8 - 0.5 * page.level)),
        tiredness=sometimes(rng, 0.85, score(rng, 2 + 0.7 * page.level_before)),
        factors=sometimes(rng, 0.85, _factors(rng)),
        note=sometimes(rng, 0.1, rng.choice(DAY_NOTES)),
    )


def bad_day(page: Page) -> DiaryDay:
    """The one press of a bad day, between 6pm and 10pm, with everything else not answered."""
    pressed = local(page.day, page.rng.randint(1080, 1320))
    return DiaryDay(**stamp(page.rng, pressed), date=page.day, bad_day_at=pressed)


def _factors(rng: Random) -> list[str]:
    """What was pressed; on some evenings that it was none of these."""
    return [factor for factor, chance in FACTORS.items() if rng.random() < chance]


def symptoms(page: Page) -> Iterator[Symptom]:
    """What was felt in the legs: most evenings the calf and the urge to move, on some the hip or a cramp."""
    rng = page.rng
    if rng.random() < 0.85:
        yield _calf(page)
    if rng.random() < 0.5:
        yield _hip(page)
    if rng.random() < 0.9:
        yield _urge(page)
    if rng.random() < 0.02 * page.level and not page.is_last:
        yield _cramp(page)


def _calf(page: Page) -> Symptom:
    felt = local(page.day, 5 * page.rng.randint(192, 234))
    return _symptom(page, Kind.PAIN, felt, page.level, side=Side.LEFT, site="calf")


def _hip(page: Page) -> Symptom:
    felt = sometimes(page.rng, 0.8, local(page.day, 5 * page.rng.randint(144, 216)))
    return _symptom(page, Kind.PAIN, felt, page.level - 1.3, side=Side.RIGHT, site="outer-hip")


def _urge(page: Page) -> Symptom:
    return _symptom(page, Kind.URGE, page.onset, page.level + 0.6, side=Side.BOTH)


def _cramp(page: Page) -> Symptom:
    """At night, between 11pm and 3.30am: still this day, but typed the next morning at the earliest."""
    felt = local(page.day, 5 * page.rng.randint(276, 330))
    morning = local(page.day + timedelta(days=1), page.rng.randint(450, 540))
    return Symptom(
        **stamp(page.rng, max(morning, page.morning)),
        date=page.day,
        kind=Kind.CRAMP,
        side=Side.LEFT,
        site="calf",
        score=score(page.rng, page.level + 1),
        occurred_at=felt,
        eased_at=felt + timedelta(minutes=page.rng.randint(2, 10)),
        helped="stretching",
    )


def _symptom(page: Page, kind: Kind, felt: datetime | None, level: float, **where: Any) -> Symptom:
    rng, typed = page.rng, page.evening
    return Symptom(
        **stamp(rng, typed),
        **where,
        date=page.day,
        kind=kind,
        score=sometimes(rng, 0.98, score(rng, level)),
        occurred_at=felt,
        eased_at=_eased(rng, felt, typed),
        helped=rng.choice(HELPED),
        words=sometimes(rng, 0.6, rng.sample(WORDS[kind], rng.randint(1, 2))),
    )


def _eased(rng: Random, felt: datetime | None, typed: datetime) -> datetime | None:
    """When it eased, if the person wrote it down and it had eased by the time of typing."""
    eased = felt and sometimes(rng, 0.6, felt + timedelta(minutes=5 * rng.randint(4, 24)))
    return eased if eased and eased < typed else None


def doses(page: Page, painkiller: Medicine) -> Iterator[Dose]:
    """Paracetamol on the worse days: at 6pm or so, and on the worst at midday too."""
    rng = page.rng
    for minutes, bearable in ((1080, 4.5), (750, 6.5)):
        if rng.random() < 0.25 * (page.level - bearable):
            taken = local(page.day, minutes + 5 * rng.randint(0, 12))
            yield Dose(**stamp(rng, page.evening), medicine_id=painkiller.id, taken_at=taken, amount="1 g")
