"""Plans over time: changed from a day on, stopped, taken away, and the advice decided against."""

from datetime import date, timedelta

import pytest
from hand_clock import EVENING
from sqlmodel import select

from legjournal.errors import BeforeLatestPlan
from legjournal.journal import Journal
from legjournal.models.routine import PlanFields, PlanItem, PlanItemFields
from legjournal.routine.advice import Advice
from legjournal.routine.boxes import SetToDo

TODAY = EVENING.date()
DAY = timedelta(days=1)
BRIDGE, PLANK = PlanItemFields(exercise="glute-bridge"), PlanItemFields(exercise="plank")


def _begins(journal: Journal, name: str, started: date, *items: PlanItemFields) -> str:
    journal.plans.adopt(PlanFields(name=name, started=started, times_a_week=3), items or (BRIDGE,))
    return journal.plans.latest().id


def _over_time(journal: Journal) -> list[tuple[str, date, date | None]]:
    return [(plan.name, plan.started, plan.stopped) for plan in journal.plans.all()]


def _in_force(journal: Journal) -> list[str]:
    return [item.exercise for item in journal.plans.items(journal.plans.on(TODAY))]


def _items_there(journal: Journal) -> int:
    with journal.store.read() as session:
        return len(session.exec(select(PlanItem)).all())


def test_a_plan_changed_on_its_first_day_leaves_no_stump(journal: Journal) -> None:
    """Second thoughts on the same day take its place: one plan with its new exercises and its sessions."""
    first = _begins(journal, "First thought", TODAY, BRIDGE, PLANK)
    journal.sessions.tick(TODAY, SetToDo("glute-bridge", 1))
    second = _begins(journal, "Second thought", TODAY, PLANK)
    assert _over_time(journal) == [("Second thought", TODAY, None)]
    assert first == second == journal.sessions.on(TODAY)[0].plan_id
    assert _in_force(journal) == ["plank"]
    assert _items_there(journal) == 1
    journal.history.undo()
    assert _over_time(journal) == [("First thought", TODAY, None)]
    assert _in_force(journal) == [
        "glute-bridge",
        "plank",
    ]


def test_an_exercise_that_stays_in_a_plan_keeps_its_earlier_versions(journal: Journal) -> None:
    """Changed on the plan's first day it is the same entry with another dose, in another place."""
    _begins(journal, "Mine", TODAY, BRIDGE, PLANK)
    before = {item.exercise: item.id for item in journal.plans.items(journal.plans.latest())}
    _begins(journal, "Mine", TODAY, PLANK, PlanItemFields(exercise="glute-bridge", sets=1))
    after = journal.plans.items(journal.plans.latest())
    assert [(item.exercise, item.sets, item.position) for item in after] == [
        ("plank", 3, 0),
        ("glute-bridge", 1, 1),
    ]
    assert {item.exercise: item.id for item in after} == before


@pytest.mark.parametrize("days", [-400, -31])
def test_no_plan_begins_before_the_latest(journal: Journal, days: int) -> None:
    """Neither before the present one nor before one still to come; nothing is changed by the attempt."""
    _begins(journal, "Old", TODAY - 30 * DAY)
    _begins(journal, "To come", TODAY + 7 * DAY)
    before = _over_time(journal)
    for started in (TODAY + days * DAY, TODAY, TODAY + 6 * DAY):
        with pytest.raises(BeforeLatestPlan, match=r"^Your latest plan begins on 29 November 2026\. Please"):
            _begins(journal, "New", started)
    assert _over_time(journal) == before
    _begins(journal, "New", TODAY + 7 * DAY)
    assert _over_time(journal) == [
        ("Old", TODAY - 30 * DAY, TODAY + 6 * DAY),
        ("New", TODAY + 7 * DAY, None),
    ]


def test_a_plan_is_stopped_from_a_day_on(journal: Journal) -> None:
    """Its weeks stay; what would have begun later is gone; a new plan can follow after a gap."""
    _begins(journal, "Old", TODAY - 30 * DAY)
    _begins(journal, "To come", TODAY + 7 * DAY)
    journal.plans.stop(TODAY)
    assert _over_time(journal) == [("Old", TODAY - 30 * DAY, TODAY - DAY)]
    assert journal.plans.on(TODAY - DAY).name == "Old"
    assert journal.plans.on(TODAY) is None
    assert _items_there(journal) == 1
    journal.history.undo()
    assert [name for name, *_ in _over_time(journal)] == ["Old", "To come"]
    journal.history.redo()
    _begins(journal, "New", TODAY + 3 * DAY)
    assert journal.plans.on(TODAY + 2 * DAY) is None
    assert journal.plans.on(TODAY + 3 * DAY).name == "New"


def test_a_plan_stopped_on_its_first_day_goes_and_what_was_done_stays(journal: Journal) -> None:
    """Nothing is left of it but the session, which belongs to no plan then."""
    _begins(journal, "Mine", TODAY)
    journal.sessions.tick(TODAY, SetToDo("glute-bridge", 1))
    journal.plans.stop(TODAY)
    assert _over_time(journal) == []
    assert _items_there(journal) == 0
    [session] = journal.sessions.on(TODAY)
    assert session.plan_id is None
    assert journal.sessions.sets_done(TODAY).keys() == {SetToDo("glute-bridge", 1)}
    assert not journal.plans.stop(TODAY)


def test_a_plan_taken_away_gives_its_time_back(journal: Journal) -> None:
    """The plan that ended for it goes on as if nothing had been meant; one that ended before stays ended."""
    _begins(journal, "First", TODAY - 30 * DAY)
    journal.plans.stop(TODAY - 10 * DAY)
    _begins(journal, "Old", TODAY - 5 * DAY)
    to_come = _begins(journal, "To come", TODAY + 7 * DAY)
    journal.plans.remove(to_come)
    assert _over_time(journal) == [
        ("First", TODAY - 30 * DAY, TODAY - 11 * DAY),
        ("Old", TODAY - 5 * DAY, None),
    ]
    assert not journal.plans.remove(to_come)


def test_advice_decided_against_is_remembered_for_its_plan(journal: Journal) -> None:
    """Also when that is changed on its first day or from a day on; a plan without is asked anew."""
    plan = PlanFields(name="Mine", started=TODAY - DAY, times_a_week=7)
    journal.plans.adopt(plan, [BRIDGE], {Advice.NO_REST, Advice.NO_CORE})
    latest = journal.plans.latest()
    assert journal.plans.accepted(latest) == set(Advice)
    journal.plans.adopt(plan.model_copy(update={"started": TODAY}), [BRIDGE], {Advice.NO_REST})
    assert journal.plans.accepted(latest) == set()
    assert journal.plans.accepted(journal.plans.latest()) == {Advice.NO_REST}
    _begins(journal, "Another", TODAY + DAY)
    assert journal.plans.accepted(journal.plans.latest()) == set()


@pytest.mark.parametrize(
    "stored", [7, [], {"plan": 1}, {"accepted": ["no_rest"]}, {"plan": "x", "accepted": 5}]
)
def test_what_somebody_else_wrote_is_no_decision(journal: Journal, stored: object) -> None:
    """Then the advice is said."""
    _begins(journal, "Mine", TODAY)
    journal.preferences.choose("plan_advice", stored)
    assert journal.plans.accepted(journal.plans.latest()) == set()
