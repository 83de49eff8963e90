"""One day of the routine, read at once: what is planned for it, and what was done."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from legjournal.models.routine import DayOff, Pause, Plan, PlanItemFields, Session, SetDone
from legjournal.routine.boxes import SetToDo
from legjournal.routine.exercises import KnownExercises
from legjournal.routine.habits import Chosen

if TYPE_CHECKING:
    from legjournal.journal import Journal


@dataclass(frozen=True, slots=True)
class SessionDone:
    """A session with its ticks. easier: the exercises done in their easier version."""

    row: Session
    sets: dict[SetToDo, SetDone]
    easier: set[str]


@dataclass(frozen=True, slots=True)
class RoutineDay:
    """What a page about one day of the routine shows.

    items: those of the plan in force, in their order. exercises: every exercise there is, by key.
    """

    day: date
    plan: Plan | None = None
    items: list[PlanItemFields] = field(default_factory=list)
    sessions: list[SessionDone] = field(default_factory=list)
    off: DayOff | None = None
    pause: Pause | None = None
    exercises: KnownExercises = field(default_factory=KnownExercises)
    habits: Chosen = field(default_factory=Chosen)

    def session(self, session_id: str) -> SessionDone | None:
        """One of its sessions, by id; None where nothing was ticked in it yet."""
        return next((done for done in self.sessions if done.row.id == session_id), None)


def routine_of(journal: "Journal", day: date) -> RoutineDay:
    """Read `day` out of a journal."""
    plan = journal.plans.on(day)
    return RoutineDay(
        day,
        plan,
        journal.plans.planned(plan) if plan else [],
        [
            SessionDone(
                row, journal.sessions.sets_done(day, row.id), journal.sessions.easier_versions(row.id)
            )
            for row in journal.sessions.on(day)
        ],
        journal.days_off.on(day),
        next(iter(journal.days_off.pauses(day, day)), None),
        journal.exercises.all(),
        journal.habits.chosen(),
    )
