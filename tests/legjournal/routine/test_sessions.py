"""The plan in force, ticks, sessions and rest."""

from datetime import datetime, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.routine import DayOff, DayOffKind, PlanFields, PlanItemFields, SkipReason
from legjournal.routine.adherence import DayStatus
from legjournal.routine.boxes import SetToDo, sets_of

TODAY = EVENING.date()  # a Sunday
MONDAY = TODAY - timedelta(days=6)
DAY = timedelta(days=1)
BRIDGE = SetToDo("glute-bridge", 1)


def _plan(name: str, started, **more) -> PlanFields:
    return PlanFields(name=name, started=started, times_a_week=3, **more)


ITEMS = [
    PlanItemFields(exercise="glute-bridge", sets=2),
    PlanItemFields(exercise="clamshell", sets=2, each_side=True),
]


def test_an_item_is_as_many_boxes_as_there_are_sets_to_do() -> None:
    """Both legs at once is a box a set; side by side it is the left's boxes and then the right's."""
    bridge, clamshell = ITEMS
    assert sets_of(bridge) == [SetToDo("glute-bridge", 1), SetToDo("glute-bridge", 2)]
    assert sets_of(clamshell) == [
        SetToDo("clamshell", 1, Side.LEFT),
        SetToDo("clamshell", 2, Side.LEFT),
        SetToDo("clamshell", 1, Side.RIGHT),
        SetToDo("clamshell", 2, Side.RIGHT),
    ]


def test_a_plan_is_in_force_from_its_day_on(journal: Journal) -> None:
    """Before it began there is no plan; its exercises keep their order."""
    journal.plans.adopt(_plan("Mine", TODAY), ITEMS)
    assert journal.plans.on(TODAY - DAY) is None
    plan = journal.plans.on(TODAY)
    assert plan.name == "Mine"
    assert journal.plans.on(TODAY + 400 * DAY).id == plan.id
    assert [(item.exercise, item.position, item.sets) for item in journal.plans.items(plan)] == [
        ("glute-bridge", 0, 2),
        ("clamshell", 1, 2),
    ]


def test_a_new_plan_leaves_the_earlier_weeks_as_they_were(journal: Journal) -> None:
    """The old plan ends the day before, and its weeks still show it."""
    journal.plans.adopt(_plan("Old", TODAY - 30 * DAY), ITEMS)
    journal.plans.adopt(_plan("New", TODAY), ITEMS[:1])
    old, new = journal.plans.on(TODAY - DAY), journal.plans.on(TODAY)
    assert (old.name, old.stopped, new.name, new.stopped) == ("Old", TODAY - DAY, "New", None)
    assert len(journal.plans.items(old)) == 2
    assert len(journal.plans.items(new)) == 1


def test_a_plan_changed_on_the_day_it_began_is_the_newer_one(journal: Journal, clock: HandClock) -> None:
    """Second thoughts on the same day: the later plan counts, and tomorrow too."""
    journal.plans.adopt(_plan("First thought", TODAY), ITEMS)
    clock.set(EVENING + timedelta(minutes=5))
    journal.plans.adopt(_plan("Second thought", TODAY), ITEMS)
    assert journal.plans.on(TODAY).name == "Second thought"
    assert journal.plans.on(TODAY + DAY).name == "Second thought"


def test_a_first_tick_begins_the_session(journal: Journal) -> None:
    """The session of today has the time of its first tick and the plan of the day."""
    journal.plans.adopt(_plan("Mine", TODAY), ITEMS)
    changed = journal.sessions.tick(TODAY, BRIDGE)
    [session] = journal.sessions.on(TODAY)
    assert session.started_at == EVENING
    assert session.plan_id == journal.plans.on(TODAY).id
    assert journal.sessions.sets_done(TODAY).keys() == {BRIDGE}
    assert changed.tables == {"session", "set_done"}


def test_a_tick_of_an_earlier_day_has_no_made_up_time(journal: Journal) -> None:
    """Filled in later, nobody knows when the session began."""
    journal.sessions.tick(TODAY - DAY, BRIDGE)
    [session] = journal.sessions.on(TODAY - DAY)
    assert session.started_at is None
    assert session.plan_id is None


def test_ticks_of_a_day_are_one_session(journal: Journal) -> None:
    """Further ticks join it; ticking the same box again changes nothing; left and right are two boxes."""
    left, right = SetToDo("clamshell", 1, Side.LEFT), SetToDo("clamshell", 1, Side.RIGHT)
    for box in (BRIDGE, left, right):
        assert journal.sessions.tick(TODAY, box)
    assert not journal.sessions.tick(TODAY, left)
    assert len(journal.sessions.on(TODAY)) == 1
    assert journal.sessions.sets_done(TODAY).keys() == {BRIDGE, left, right}


def test_a_tick_tells_what_was_really_done(journal: Journal) -> None:
    """Repetitions and seconds differ from the plan where the person says so, and are None otherwise."""
    journal.sessions.tick(TODAY, BRIDGE, repetitions=8, seconds=0)
    journal.sessions.tick(TODAY, SetToDo("plank", 1))
    done = journal.sessions.sets_done(TODAY)
    assert (done[BRIDGE].repetitions, done[BRIDGE].seconds) == (8, 0)
    assert (done[SetToDo("plank", 1)].repetitions, done[SetToDo("plank", 1)].seconds) == (None, None)


@pytest.mark.parametrize(
    "done", [{"repetitions": -1}, {"repetitions": 10_001}, {"seconds": "long"}, {"weight": 5}], ids=str
)
def test_what_no_set_can_be_is_refused(journal: Journal, done: dict[str, object]) -> None:
    """A set outside its bounds is refused and begins no session."""
    with pytest.raises(ValidationError):
        journal.sessions.tick(TODAY, BRIDGE, **done)
    assert journal.sessions.on(TODAY) == []


def test_a_tick_taken_back_leaves_the_others(journal: Journal) -> None:
    """Unticking one box keeps the session and the rest of its boxes."""
    other = SetToDo("glute-bridge", 2)
    journal.sessions.tick(TODAY, BRIDGE)
    journal.sessions.tick(TODAY, other)
    journal.sessions.untick(TODAY, BRIDGE)
    assert journal.sessions.sets_done(TODAY).keys() == {other}
    assert len(journal.sessions.on(TODAY)) == 1
    assert not journal.sessions.untick(TODAY, BRIDGE)


def test_an_empty_session_vanishes(journal: Journal) -> None:
    """The last tick taken back takes its session, so that the day is as if nothing had happened."""
    journal.sessions.tick(TODAY, BRIDGE)
    journal.sessions.untick(TODAY, BRIDGE)
    assert journal.sessions.on(TODAY) == []
    assert journal.weeks.days(MONDAY)[6] is DayStatus.NOTHING


@pytest.mark.parametrize("answers", [{"effort": 0}, {"pain_during": 3}, {"note": "hard"}], ids=str)
def test_a_session_with_an_answer_stays(journal: Journal, answers: dict[str, object]) -> None:
    """What the person said of a session is not thrown away with its last tick."""
    journal.sessions.tick(TODAY, BRIDGE)
    [session] = journal.sessions.on(TODAY)
    journal.sessions.record(session.id, **answers)
    journal.sessions.untick(TODAY, BRIDGE)
    [kept] = journal.sessions.on(TODAY)
    assert {name: getattr(kept, name) for name in answers} == answers


def test_answers_about_a_session_can_be_taken_back(journal: Journal) -> None:
    """Effort and pain are stored, changed and taken back; a session that is gone changes nothing."""
    journal.sessions.tick(TODAY, BRIDGE)
    [session] = journal.sessions.on(TODAY)
    journal.sessions.record(session.id, effort=6, pain_during=2)
    journal.sessions.record(session.id, effort=None)
    [session] = journal.sessions.on(TODAY)
    assert (session.effort, session.pain_during) == (None, 2)
    with pytest.raises(ValidationError):
        journal.sessions.record(session.id, effort=11)
    assert not journal.sessions.record("no such session", effort=3)


def test_rest_is_recorded_and_taken_back(journal: Journal) -> None:
    """A rest day is a kind of day of its own; taking it back leaves nothing."""
    journal.days_off.rest(TODAY)
    assert journal.days_off.on(TODAY).kind is DayOffKind.REST
    assert not journal.days_off.rest(TODAY)
    journal.days_off.clear(TODAY)
    assert journal.days_off.on(TODAY) is None
    assert not journal.days_off.clear(TODAY)


def test_rest_instead_of_a_skip_has_no_reason(journal: Journal) -> None:
    """A day that was skipped for a flare and is now called rest is simply rest; its note stays."""
    with journal.store.change() as change:
        change.session.add(DayOff(date=TODAY, kind=DayOffKind.SKIPPED, reason=SkipReason.FLARE, note="sore"))
    journal.days_off.rest(TODAY)
    row = journal.days_off.on(TODAY)
    assert (row.kind, row.reason, row.note) == (DayOffKind.REST, None, "sore")


def test_a_day_to_come_takes_no_tick_and_no_rest(journal: Journal) -> None:
    """Tomorrow is refused for both."""
    for write in (
        lambda: journal.sessions.tick(TODAY + DAY, BRIDGE),
        lambda: journal.days_off.rest(TODAY + DAY),
    ):
        with pytest.raises(FutureDay):
            write()
    assert journal.sessions.on(TODAY + DAY) == []


def test_a_week_tells_each_day(journal: Journal) -> None:
    """Session, rest, skip and nothing, Monday first; a day of rest with a session was a session."""
    journal.sessions.tick(MONDAY, BRIDGE)
    journal.days_off.rest(MONDAY + DAY)
    with journal.store.change() as change:
        change.session.add(DayOff(date=MONDAY + 2 * DAY, kind=DayOffKind.SKIPPED, reason=SkipReason.AWAY))
    journal.days_off.rest(TODAY)
    journal.sessions.tick(TODAY, BRIDGE)
    nothing = DayStatus.NOTHING
    assert journal.weeks.days(MONDAY) == [
        DayStatus.SESSION,
        DayStatus.REST,
        DayStatus.SKIPPED,
        nothing,
        nothing,
        nothing,
        DayStatus.SESSION,
    ]
    assert journal.weeks.days(MONDAY - 7 * DAY) == [nothing] * 7


def test_shortly_after_midnight_is_still_the_evenings_session(journal: Journal, clock: HandClock) -> None:
    """A first box ticked at ten past midnight begins the session of the evening, at that time."""
    clock.set(datetime(2026, 11, 23, 0, 10))
    journal.sessions.tick(clock.today(), BRIDGE)
    [session] = journal.sessions.on(TODAY)
    assert session.started_at == clock.now()
