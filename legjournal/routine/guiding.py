"""What a guided session needs of the journal: the plan of the day, and what of it is done already."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from legjournal.models.row import new_id
from legjournal.routine.boxes import SetToDo
from legjournal.routine.guide import Guide

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.routine import PlanItemFields, Session
    from legjournal.routine.exercises import KnownExercise
    from legjournal.routine.habits import Chosen


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A session to be guided through: a new one, or one that was begun.

    exercises: those of the items by their keys, as the person knows them.
    """

    day: date
    session_id: str
    items: "list[PlanItemFields]"
    exercises: "dict[str, KnownExercise]"
    sides_as_one: bool
    habits: "Chosen"
    done: frozenset[SetToDo] = frozenset()
    easier: frozenset[str] = frozenset()

    def guide(self, now: Callable[[], float]) -> Guide:
        """Who leads through it. now: seconds, as `legjournal.clock.running_seconds` has them."""
        return Guide(
            self.items,
            done=self.done,
            easier=self.easier,
            first_side=self.habits.first_side,
            sides_as_one=self.sides_as_one,
            rests=self.habits.rests,
            ready_seconds=self.habits.ready_seconds,
            now=now,
        )


def unfinished(journal: "Journal", day: date) -> "Session | None":
    """The session of `day` that was begun and not finished; of several the one begun last."""
    return next((row for row in reversed(journal.sessions.on(day)) if row.finished_at is None), None)


def undertake(journal: "Journal", day: date, session_id: str | None = None) -> Undertaking | None:
    """Go on with the session of this id, or begin it; None where no plan is in force.

    session_id: where it is None, the unfinished session of `day`, or a new one. Nothing is stored before its
    first set is done.
    """
    plan = journal.plans.on(day)
    if plan is None:
        return None
    begun = unfinished(journal, day) if session_id is None else None
    chosen = session_id or (begun.id if begun else new_id())
    items = journal.plans.planned(plan)
    return Undertaking(
        day,
        chosen,
        items,
        {item.exercise: journal.exercises.get(item.exercise) for item in items},
        plan.sides_as_one,
        journal.habits.chosen(),
        frozenset(journal.sessions.sets_done(day, chosen)),
        frozenset(journal.sessions.easier_versions(chosen)),
    )
