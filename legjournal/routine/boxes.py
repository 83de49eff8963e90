"""The boxes of a checklist: one for each set, and for each side where the sides are done apart."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields


@dataclass(frozen=True, slots=True)
class SetToDo:
    """One box of the checklist. `side` is None for an exercise done with both legs at once, or counted so."""

    exercise: str
    number: int
    side: Side | None = None


def sets_of(
    item: PlanItemFields, first_side: Side = Side.LEFT, *, sides_as_one: bool = False
) -> list[SetToDo]:
    """The boxes of a plan's item in the order they are done in: every set of one side, then of the other.

    sides_as_one: the person counts left and right as one set.
    """
    sides: Sequence[Side | None] = (None,)
    if item.each_side and not sides_as_one:
        sides = (Side.RIGHT, Side.LEFT) if first_side is Side.RIGHT else (Side.LEFT, Side.RIGHT)
    return [SetToDo(item.exercise, number, side) for side in sides for number in range(1, item.sets + 1)]


def is_done(box: SetToDo, done: Collection[SetToDo]) -> bool:
    """Whether a box counts as ticked, also where its sides were counted otherwise when it was ticked.

    A set of both sides is done when both were; a side is done when the set of both was.
    """
    if box in done:
        return True
    if box.side is not None:
        return SetToDo(box.exercise, box.number) in done
    return all(SetToDo(box.exercise, box.number, side) in done for side in (Side.LEFT, Side.RIGHT))
