"""Medicines, blood tests, therapy courses and appointments of the sample journal.

A row that holds the end of something (stopped, agreed) is stamped with the day of that end.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple

from legjournal.demo.page import TEN_PM, local, score, sometimes, stamp
from legjournal.demo.sayings import AGREED, QUESTIONS
from legjournal.demo.story import YEAR, Kept, Story
from legjournal.models.appointments import Appointment
from legjournal.models.medicines import Medicine, Regularity, TestResult
from legjournal.models.row import Row
from legjournal.models.therapies import TherapyCourse, TherapySession

FRIDAY = 4  # as date.weekday() counts
IRON_DAYS = 10  # until the iron tablets are taken less often


class Offer(NamedTuple):
    """A therapy somewhere, at a price a session."""

    name: str
    place: str
    page: str  # key of the resource page
    pence: int
    note: str | None = None


SHOCKWAVE = Offer("Shockwave therapy", "Riverside Physio (made up)", "shockwave", 8000, "Right hip")
LATER_OFFERS = (
    Offer("Acupuncture", "Mill Lane Clinic (made up)", "acupuncture", 5500),
    Offer("Massage", "Old Bakery Therapies (made up)", "massage-and-heat", 4500),
)


def painkiller(story: Story) -> Medicine:
    """Paracetamol, taken as needed since long before the journal."""
    return Medicine(
        **stamp(story.rng, _evening(story, story.first)),
        name="Paracetamol",
        dose="1 g",
        regularity=Regularity.AS_NEEDED,
        started=story.day(-500),
        why="leg pain",
    )


def medicines(story: Story) -> Iterator[Medicine]:
    """The night-time tablets that were stopped, and the iron tablets that came soon after."""
    stopped = story.day(story.tablets_stopped)
    yield Medicine(
        **stamp(story.rng, _evening(story, stopped)),
        name="Diphenhydramine",
        dose="50 mg at night",
        started=story.day(-45),
        stopped=stopped,
        why="bought at a chemist to help me sleep",
    )
    yield from _iron(story)


def _iron(story: Story) -> Iterator[Medicine]:
    """Once a day to begin with, then less often; in a journal that ends before, only the beginning."""
    begun, changed = story.day(story.iron_begun), story.day(story.iron_begun + IRON_DAYS)
    has_changed = changed <= story.last
    first = Medicine(
        **stamp(story.rng, _evening(story, changed if has_changed else begun)),
        name="Ferrous fumarate",
        dose="210 mg once a day",
        started=begun,
        stopped=changed - timedelta(days=1) if has_changed else None,
        why="low iron on blood test",
    )
    yield first
    if has_changed:
        dice = Random(first.id)  # noqa: S311 - of its own, so that all else of a sample stays as it was
        yield Medicine(
            **stamp(dice, first.recorded_at),
            name="Ferrous fumarate",
            dose="210 mg every other day",
            started=changed,
            why="low iron on blood test; upset stomach",
            replaces=first.id,
        )


def test_results(story: Story) -> Iterator[TestResult]:
    """Ferritin before the iron tablets, and 12 weeks into them or, in a short journal, long before."""
    yield _ferritin(story, story.iron_begun - 3, 24)
    if story.iron_begun + 84 < story.days:
        yield _ferritin(story, story.iron_begun + 84, 58)
    else:
        yield _ferritin(story, -200, 41)


def _ferritin(story: Story, index: int, number: float) -> TestResult:
    taken = story.day(_on_a_weekday(story, index))
    known = _evening(story, max(taken, story.first))
    return TestResult(
        **stamp(story.rng, known), name="Ferritin", number=number, unit="micrograms/L", date=taken
    )


def therapies(story: Story) -> Iterator[Row]:
    """Shockwave in the first half; in a journal of more than 2 years another course every year."""
    yield from _course(story, int(0.4 * story.days), SHOCKWAVE)
    if story.days <= 2 * YEAR:
        return
    for year in range(1, story.days // YEAR):
        begin = year * YEAR + story.rng.randint(40, 200)
        yield from _course(story, begin, LATER_OFFERS[year % len(LATER_OFFERS)])


def _course(story: Story, begin: int, offer: Offer) -> Iterator[Row]:
    planned = story.rng.randint(3, 6)
    weekly = range(max(_on_a_weekday(story, begin), 0), story.days, 7)
    at_home = [index for index in weekly if story.kept[index] is not Kept.AWAY]
    visits = at_home[:planned]
    if not visits:
        return
    end = story.day(visits[-1])
    course = TherapyCourse(
        **stamp(story.rng, _evening(story, end)),
        name=offer.name,
        place=offer.place,
        page=offer.page,
        price_pence=offer.pence,
        planned_sessions=planned,
        started=story.day(visits[0]),
        stopped=end if len(visits) == planned else None,
        note=offer.note,
    )
    yield course
    for index in visits:
        yield _visit(story, course, index)


def _visit(story: Story, course: TherapyCourse, index: int) -> TherapySession:
    rng, day = story.rng, story.day(index)
    before = score(rng, story.levels[index])
    return TherapySession(
        **stamp(rng, _evening(story, day)),
        course_id=course.id,
        date=day,
        cost_pence=course.price_pence,
        before=before,
        after=sometimes(rng, 0.9, max(before - rng.randint(0, 2), 0)),
    )


def appointments(story: Story) -> Iterator[Appointment]:
    """A GP or a physio every two or three months, and a physio 4 days after the last day."""
    with_whom = "GP"
    for day in _appointment_days(story):
        yield _past_appointment(story, day, with_whom)
        with_whom = "Physio" if with_whom == "GP" else "GP"
    booked = max(story.first, story.last - timedelta(days=9))
    yield Appointment(
        **stamp(story.rng, _evening(story, booked)),
        at=local(story.last + timedelta(days=4), 10 * 60 + 20),
        with_whom="Physio",
        questions=story.rng.sample(QUESTIONS["Physio"], 3),
    )


def _appointment_days(story: Story) -> Iterator[date]:
    """Weekdays at home, two or three months apart."""
    index = story.rng.randint(12, 25)
    while index < story.days:
        if story.day(index).weekday() <= FRIDAY and story.kept[index] is not Kept.AWAY:
            yield story.day(index)
            index += story.rng.randint(55, 95)
        else:
            index += 1


def _past_appointment(story: Story, day: date, with_whom: str) -> Appointment:
    rng = story.rng
    return Appointment(
        **stamp(rng, _evening(story, day)),
        at=local(day, 10 * rng.randint(54, 100)),
        with_whom=with_whom,
        questions=rng.sample(QUESTIONS[with_whom], rng.randint(1, 3)),
        agreed=rng.choice(AGREED[with_whom]),
    )


def _on_a_weekday(story: Story, index: int) -> int:
    """The same day, or the Friday before a weekend; counted from the first day."""
    return index - max(story.day(index).weekday() - FRIDAY, 0)


def _evening(story: Story, day: date) -> datetime:
    return local(day, story.rng.randint(1230, TEN_PM))
