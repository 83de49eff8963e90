"""Which session is led: a new one, the one that was begun, or the one asked for."""

from datetime import date, datetime

import pytest
from hand_clock import HandClock

from legjournal.clock import running_seconds
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.routine.boxes import SetToDo
from legjournal.routine.guiding import undertake

TODAY = date(2026, 11, 22)
FIRST, SECOND = SetToDo("clamshell", 1, Side.LEFT), SetToDo("clamshell", 2, Side.LEFT)


@pytest.fixture
def planned(journal: Journal) -> Journal:
    """A journal with a plan of one exercise."""
    item = PlanItemFields(exercise="clamshell", sets=2, each_side=True)
    journal.plans.adopt(PlanFields(name="Mine", started=TODAY), [item])
    return journal


def test_a_new_one(planned: Journal) -> None:
    """Nothing is stored by it, and each has an id of its own."""
    one, other = undertake(planned, TODAY), undertake(planned, TODAY)
    assert one is not None and other is not None and one.session_id != other.session_id
    assert one.guide(running_seconds).box == FIRST
    assert planned.sessions.on(TODAY) == []


def test_the_one_that_was_begun(planned: Journal) -> None:
    """Its sets are done, and the exercises it was made easier in are easier."""
    planned.sessions.tick(TODAY, FIRST, "a")
    planned.sessions.choose_version(TODAY, "a", "clamshell", True)
    begun = undertake(planned, TODAY)
    assert begun is not None and begun.session_id == "a"
    guide = begun.guide(running_seconds)
    assert (guide.box, guide.is_easier) == (SECOND, True)


def test_a_finished_one_is_not_gone_on_with(planned: Journal, clock: HandClock) -> None:
    """Of several the unfinished one, the last of them; one that is asked for by its id all the same."""
    for session_id, minute in (("a", 0), ("b", 10), ("c", 20)):
        clock.set(datetime(2026, 11, 22, 18, minute))
        planned.sessions.tick(TODAY, FIRST, session_id)
    planned.sessions.record("c", finished_at=clock.now())
    assert undertake(planned, TODAY).session_id == "b"
    assert undertake(planned, TODAY, "a").session_id == "a"
    finished = undertake(planned, TODAY, "c")
    assert finished.guide(running_seconds).done == {FIRST}


def test_habits_are_followed(planned: Journal) -> None:
    """The first side, the seconds to get ready, sides counted as one, and rests that are off."""
    planned.habits.choose(first_side=Side.RIGHT, ready_seconds=8, rests=False)
    guide = undertake(planned, TODAY).guide(running_seconds)
    assert guide.box.side is Side.RIGHT and guide.seconds_left == 8
    planned.plans.count_sides_as_one(planned.plans.on(TODAY).id, True)
    assert [box.side for box in undertake(planned, TODAY).guide(running_seconds).boxes] == [None, None]


def test_sets_counted_otherwise_before(planned: Journal) -> None:
    """Both sides were ticked; counted as one since, that set is done."""
    planned.sessions.tick(TODAY, FIRST, "a")
    planned.sessions.tick(TODAY, SetToDo("clamshell", 1, Side.RIGHT), "a")
    planned.plans.count_sides_as_one(planned.plans.on(TODAY).id, True)
    guide = undertake(planned, TODAY).guide(running_seconds)
    assert guide.done == {SetToDo("clamshell", 1)}
    assert guide.box == SetToDo("clamshell", 2)


def test_without_a_plan(journal: Journal) -> None:
    """There is nothing to lead through, nor where a plan has no exercises."""
    assert undertake(journal, TODAY) is None
    journal.plans.adopt(PlanFields(name="Empty", started=TODAY), [])
    assert undertake(journal, TODAY) is None


def test_the_clock_of_a_session_goes_on() -> None:
    """It never goes back."""
    assert running_seconds() <= running_seconds()
