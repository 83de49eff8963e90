"""What is read from a journal, and that after an entry it is what reading anew would give."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hand_clock import HandClock

from legjournal.clock import LONDON
from legjournal.demo.sample import sample_rows
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.models.routine import PlanFields
from legjournal.storage.history import Changed
from legjournal.trends.facts import DayFacts, Stretch
from legjournal.trends.loading import brought_up_to_date, load

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
EVENING = TODAY - DAY

Entry = Callable[[Journal], Changed]


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


def test_a_day_is_read_as_it_was_written(journal: Journal) -> None:
    """Every part of a page, a night by its morning, a dose before 4am by the evening before."""
    journal.diary.record(EVENING, effect=3, mood=6, tiredness=0, factors=["walk"])
    for side, score in ((Side.LEFT, 4), (Side.RIGHT, 7), (Side.LEFT, None)):
        journal.symptoms.add(EVENING, kind=Kind.PAIN, side=side, score=score)
    for began in (_at(TODAY, 0, 30), _at(EVENING, 21), _at(EVENING, 9)):  # 9am is no evening
        journal.symptoms.add(EVENING, kind=Kind.URGE, side=Side.BOTH, score=5, occurred_at=began)
    journal.nights.record(
        EVENING,
        tried_to_sleep=_at(EVENING - DAY, 23),
        minutes_to_fall_asleep=30,
        minutes_awake=60,
        woken_by_legs=2,
        wakings=3,
        final_waking=_at(EVENING, 7),
    )
    medicine = journal.medicines.add(name="Paracetamol", dose="1 g", started=EVENING).rows[0]
    journal.medicines.record_dose(medicine, _at(TODAY, 1))
    course = journal.therapies.add(name="Massage", place="Town").rows[0]
    journal.therapies.add_visit(course, date=EVENING)
    journal.days_off.rest(TODAY)
    facts = load(journal)
    assert facts.days == {
        EVENING: DayFacts(
            pain=7,
            pain_left=4,
            pain_right=7,
            urge=5,
            asleep=390,
            woken_by_legs=2,
            effect=3,
            mood=6,
            tiredness=0,
            onset=9 * 60,
            pressed=["walk"],
            written=True,
            taken=frozenset({medicine}),
            visited=frozenset({course}),
        ),
        TODAY: DayFacts(day_off=True),
    }
    assert facts.medicines == (Stretch(medicine, "Paracetamol", EVENING, None, "1 g"),)
    assert facts.courses == (Stretch(course, "Massage", None, None, "Town"),)
    assert facts.words["walk"] and "walk" in facts.usual


def test_a_bad_day_and_no_more_tells_nothing(journal: Journal) -> None:
    """It is not written about; an answer, a note or a symptom of any kind is."""
    journal.diary.mark_bad_day(TODAY)
    journal.diary.record(TODAY - DAY, factors=[])
    journal.diary.record(TODAY - 2 * DAY, note="Rain.")
    journal.symptoms.add(TODAY - 3 * DAY, kind=Kind.CRAMP)
    written = {day: known.written for day, known in load(journal).days.items()}
    assert list(written.values()) == [True, True, True, False]
    assert list(written) == sorted(written)


def _mood(journal: Journal) -> Changed:
    return journal.diary.record(TODAY, mood=9)


def _pain(journal: Journal) -> Changed:
    return journal.symptoms.add(TODAY - 3 * DAY, kind=Kind.PAIN, side=Side.BOTH, score=10)


def _night(journal: Journal) -> Changed:
    return journal.nights.record(TODAY - 2 * DAY, wakings=9, woken_by_legs=9)


def _session(journal: Journal) -> Changed:
    day = TODAY - 4 * DAY
    if journal.days_off.on(day):
        return journal.days_off.clear(day)
    return journal.days_off.rest(day)


def _dose_at_night(journal: Journal) -> Changed:
    medicine = journal.medicines.current(TODAY)[0]
    return journal.medicines.record_dose(medicine.id, _at(TODAY, 2))


def _medicine_gone(journal: Journal) -> Changed:
    return journal.medicines.remove(journal.medicines.current(TODAY)[0].id)


def _medicine_stopped(journal: Journal) -> Changed:
    return journal.medicines.stop(journal.medicines.current(TODAY)[0].id, TODAY)


def _visit(journal: Journal) -> Changed:
    return journal.therapies.add_visit(journal.therapies.logs()[0].course.id, date=TODAY - DAY)


def _course_gone(journal: Journal) -> Changed:
    return journal.therapies.remove_course(journal.therapies.logs()[0].course.id)


def _plan(journal: Journal) -> Changed:
    return journal.plans.adopt(PlanFields(name="New", started=TODAY, times_a_week=3), [])


def _word(journal: Journal) -> Changed:
    return journal.factors.add("choir")


@pytest.mark.parametrize(
    "entry",
    [
        _mood,
        _pain,
        _night,
        _session,
        _dose_at_night,
        _medicine_gone,
        _medicine_stopped,
        _visit,
        _course_gone,
        _plan,
        _word,
    ],
)
def test_after_an_entry_only_its_days_are_read(journal: Journal, entry: Entry) -> None:
    """And all is as if read anew, also when the entry is taken back; the facts before stay as they were."""
    journal.store.add_all(sample_rows(60, 3, TODAY))
    before = load(journal)
    as_read = load(journal)
    changed = entry(journal)
    after = brought_up_to_date(journal, before, changed)
    assert after == load(journal) != before
    assert before == as_read
    assert brought_up_to_date(journal, after, journal.history.undo()) == load(journal)


def test_after_many_days_all_is_read_anew(journal: Journal, clock: HandClock) -> None:
    """An import changes more days than are worth looking for one by one."""
    empty = load(journal)
    changed = journal.store.add_all(sample_rows(120, 3, TODAY))
    assert brought_up_to_date(journal, empty, changed) == load(journal)
    assert empty.days == {}
