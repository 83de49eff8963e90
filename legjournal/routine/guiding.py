"""Which session is to be guided through: one that was begun, or a new one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from legjournal.models.row import new_id
from legjournal.routine.guide import Guide
from legjournal.routine.of_day import RoutineDay, SessionDone, routine_of

if TYPE_CHECKING:
    from legjournal.journal import Journal


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A session of a day that has a plan. Nothing is stored of it before its first set is done."""

    routine: RoutineDay
    session_id: str

    def guide(self, now: Callable[[], float]) -> Guide:
        """Who leads through it. now: seconds, as `legjournal.clock.running_seconds` has them."""
        begun = self.routine.session(self.session_id)
        return Guide(
            self.routine.items,
            done=begun.sets if begun else (),
            easier=begun.easier if begun else (),
            first_side=self.routine.habits.first_side,
            sides_as_one=self.routine.plan is not None and self.routine.plan.sides_as_one,
            rests=self.routine.habits.rests,
            ready_seconds=self.routine.habits.ready_seconds,
            now=now,
        )


def undertake(journal: "Journal", day: date, session_id: str | None = None) -> Undertaking | None:
    """The session of this id, begun or not; None for it: the unfinished one of `day`, or a new one.

    None where no exercise is planned for `day`.
    """
    routine = routine_of(journal, day)
    if not routine.items:
        return None
    begun = unfinished(routine)
    chosen = session_id or (begun.row.id if begun else new_id())
    return Undertaking(routine, chosen)


def unfinished(routine: RoutineDay) -> SessionDone | None:
    """The session of the day that was begun and not finished; of several the one begun last."""
    return next((done for done in reversed(routine.sessions) if done.row.finished_at is None), None)
