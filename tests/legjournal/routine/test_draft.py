"""A plan while it is being made."""

from datetime import date

import pytest
from hand_clock import EVENING

from legjournal.journal import Journal
from legjournal.library.exercises import plans
from legjournal.models.routine import PlanItemFields
from legjournal.routine.advice import Advice
from legjournal.routine.draft import Fault, ItemDraft, PlanDraft

TODAY = EVENING.date()


def _item(**typed: str) -> ItemDraft:
    usual = {"exercise": "plank", "sets": "3", "repetitions": "10 to 15", "hold": "", "rest": "1 minute"}
    return ItemDraft(**{**usual, **typed})


@pytest.mark.parametrize("key", plans().items)
def test_a_ready_plan_begins_as_it_is(key: str) -> None:
    """Read at once, it is the plan that one press would have begun."""
    draft = PlanDraft.of_page(plans().items[key], TODAY)
    plan, items = draft.read()
    assert (plan.name, plan.started, plan.weekdays) == (plans().items[key].name, TODAY, None)
    assert [item.exercise for item in items] == plans().items[key].keys
    assert draft.faults() == {}


def test_the_present_plan_comes_back_as_it_was(journal: Journal) -> None:
    """Every dose and choice; the advice decided against comes with it."""
    items = [
        PlanItemFields(exercise="clamshell", sets=2, repetitions_from=8, repetitions_to=8, each_side=True),
        PlanItemFields(exercise="plank", hold_seconds=90, rest_seconds=0, easier=True),
    ]
    draft = PlanDraft(name=" Mine ", weekdays=[4, 1], sides_as_one=True, started=TODAY)
    draft.items = [ItemDraft.of(item) for item in items]
    journal.plans.adopt(*draft.read(), {Advice.NO_REST})
    plan = journal.plans.latest()
    again = PlanDraft.of_plan(
        plan, journal.plans.items(plan), date(2026, 12, 1), journal.plans.accepted(plan)
    )
    assert (again.name, again.weekdays, again.times_a_week, again.sides_as_one) == (
        "Mine",
        [1, 4],
        None,
        True,
    )
    assert again.items == draft.items
    assert again.accepted == [Advice.NO_REST]
    assert again.items[1].hold == "1 minute 30 seconds"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"sets": "0"}, Fault.TOO_FEW),
        ({"sets": "21"}, Fault.TOO_MANY),
        ({"sets": ""}, Fault.MISSING),
        ({"sets": "three"}, Fault.UNREAD),
        ({"repetitions": "10000"}, Fault.TOO_MANY),
        ({"repetitions": "10 to 10000"}, Fault.TOO_MANY),
        ({"repetitions": "0"}, Fault.TOO_FEW),
        ({"repetitions": "15 to 10"}, Fault.BACKWARDS),
        ({"repetitions": ""}, Fault.MISSING),
        ({"repetitions": "some"}, Fault.UNREAD),
        ({"hold": "601"}, Fault.TOO_MANY),
        ({"hold": "a while"}, Fault.UNREAD),
        ({"rest": "16 minutes"}, Fault.TOO_MANY),
    ],
    ids=str,
)
def test_what_nobody_can_do_is_named_by_its_field(typed: dict[str, str], fault: Fault) -> None:
    """One fault, of that field alone; the plan waits and keeps what was typed."""
    item = _item(**typed)
    [name] = typed
    assert item.faults() == {name: fault}
    assert item.read() is None
    draft = PlanDraft(name="Mine", started=TODAY, items=[item])
    assert draft.read() is None
    assert PlanDraft.model_validate_json(draft.model_dump_json()) == draft


@pytest.mark.parametrize(
    "typed", [{"hold": "10 minutes"}, {"sets": "20", "repetitions": "200"}, {"rest": ""}]
)
def test_the_bounds_themselves_can_be(typed: dict[str, str]) -> None:
    """Up to the last second."""
    assert _item(**typed).read() is not None


def test_a_plan_has_a_name_days_and_an_exercise() -> None:
    """Each of them is missed by its name."""
    draft = PlanDraft(started=TODAY)
    assert draft.faults() == {"name": Fault.MISSING, "items": Fault.MISSING}
    draft.weekdays = []
    assert draft.faults()["often"] is Fault.MISSING
    draft.weekdays, draft.times_a_week = None, None
    assert draft.faults()["often"] is Fault.MISSING
    draft.name = "x" * 2001
    assert draft.faults()["name"] is Fault.TOO_MANY


def test_an_exercise_starts_at_its_dose(journal: Journal) -> None:
    """A bundled one at that of its page, an own one at the usual, with its sides."""
    journal.exercises.add("Mine", each_side=True)
    known = journal.exercises.all()
    assert ItemDraft.at_start(known["glute-bridge"]).read().hold_seconds == 5
    own = ItemDraft.at_start(known["own-mine"])
    assert (own.sets, own.repetitions, own.hold, own.rest, own.each_side) == (
        "3",
        "10 to 15",
        "",
        "1 minute",
        True,
    )


def test_exercises_are_moved_no_further_than_the_ends() -> None:
    """Up, down, and where they end up."""
    draft = PlanDraft(started=TODAY, items=[_item(exercise=key) for key in "abc"])
    assert draft.move(0, 1) == 1
    assert draft.move(2, 1) == 2
    assert draft.move(1, -1) == 0
    assert draft.move(0, -1) == 0
    assert [item.exercise for item in draft.items] == ["a", "b", "c"]
