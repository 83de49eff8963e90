"""A plan while it is being made: as it was typed, what can be read of it, and what cannot be."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from legjournal import phrases
from legjournal.library.exercises import PlanPage, plan_item, to_adopt
from legjournal.limits import NAME_LIMIT
from legjournal.models.diary import Side
from legjournal.models.routine import Plan, PlanFields, PlanItemFields
from legjournal.phrases import read_number
from legjournal.routine.advice import Advice
from legjournal.routine.exercises import KnownExercise
from legjournal.routine.typed_doses import bounds, range_in_words, read_range, read_seconds


class Fault(StrEnum):
    """Why something typed is no answer."""

    MISSING = "missing"
    UNREAD = "unread"
    TOO_FEW = "too few"
    TOO_MANY = "too many"
    BACKWARDS = "backwards"


class ItemDraft(BaseModel):
    """One exercise of it. sets, repetitions, hold, rest: as they are typed."""

    model_config = ConfigDict(hide_input_in_errors=True)

    exercise: str
    sets: str
    repetitions: str
    hold: str
    rest: str
    each_side: bool = False
    easier: bool = False

    @classmethod
    def of(cls, item: PlanItemFields) -> Self:
        """A plan's item as it is typed."""
        return cls(
            exercise=item.exercise,
            sets=str(item.sets),
            repetitions=range_in_words(item.repetitions_from, item.repetitions_to),
            hold=_typed_seconds(item.hold_seconds),
            rest=_typed_seconds(item.rest_seconds),
            each_side=item.each_side,
            easier=item.easier,
        )

    @classmethod
    def at_start(cls, known: KnownExercise) -> Self:
        """An exercise at its starting dose; an own one at that of a plan's item."""
        if known.page is not None:
            return cls.of(plan_item(known.key, known.page))
        return cls.of(PlanItemFields(exercise=known.key, each_side=known.each_side))

    def faults(self) -> dict[str, Fault]:
        """What is not right, by the name of the field."""
        sets = read_number(self.sets)
        found = {
            "sets": _missing_or(self.sets, sets is None) or _outside("sets", sets),
            "repetitions": self._fault_of_repetitions(),
            "hold": _fault_of_seconds("hold_seconds", self.hold),
            "rest": _fault_of_seconds("rest_seconds", self.rest),
        }
        return {name: fault for name, fault in found.items() if fault is not None}

    def read(self) -> PlanItemFields | None:
        """It as an item of a plan, or None while something is not right."""
        if self.faults():
            return None
        few, many = read_range(self.repetitions) or (0, 0)
        return PlanItemFields(
            exercise=self.exercise,
            sets=read_number(self.sets) or 0,
            repetitions_from=few,
            repetitions_to=many,
            hold_seconds=read_seconds(self.hold) or 0,
            rest_seconds=read_seconds(self.rest) or 0,
            each_side=self.each_side,
            easier=self.easier,
        )

    def _fault_of_repetitions(self) -> Fault | None:
        read = read_range(self.repetitions)
        if read is None:
            return _missing_or(self.repetitions, unread=True)
        few, many = read
        return (
            (Fault.BACKWARDS if few > many else None)
            or _outside("repetitions_from", few)
            or _outside("repetitions_to", many)
        )


class PlanDraft(BaseModel):
    """The whole of it. weekdays: None while it is so many times a week. accepted: advice decided against.

    first_side: asked along with it, and kept as a habit.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    name: str = ""
    times_a_week: int | None = 3
    weekdays: list[int] | None = None
    sides_as_one: bool = False
    first_side: Side = Side.LEFT
    started: date
    items: list[ItemDraft] = []
    accepted: list[Advice] = []

    @classmethod
    def of_page(cls, page: PlanPage, started: date) -> Self:
        """A ready plan to begin with."""
        plan, items = to_adopt(page, started)
        return cls._of(plan, items, started)

    @classmethod
    def of_plan(
        cls, plan: Plan, items: Iterable[PlanItemFields], started: date, accepted: Iterable[Advice]
    ) -> Self:
        """A plan that is there, to change from `started` on."""
        made = cls._of(plan, items, started)
        made.accepted = sorted(accepted)
        return made

    @classmethod
    def _of(cls, plan: PlanFields, items: Iterable[PlanItemFields], started: date) -> Self:
        return cls(
            name=plan.name,
            times_a_week=plan.times_a_week,
            weekdays=plan.weekdays,
            sides_as_one=plan.sides_as_one,
            started=started,
            items=[ItemDraft.of(item) for item in items],
        )

    def faults(self) -> dict[str, Fault]:
        """What is not right with the plan as such: its `name`, how `often`, its `items`."""
        found = {}
        if not self.name.strip():
            found["name"] = Fault.MISSING
        elif len(self.name.strip()) > NAME_LIMIT:
            found["name"] = Fault.TOO_MANY
        if not (self.times_a_week if self.weekdays is None else self.weekdays):
            found["often"] = Fault.MISSING
        if not self.items:
            found["items"] = Fault.MISSING
        return found

    def read(self) -> tuple[PlanFields, list[PlanItemFields]] | None:
        """The plan for `journal.plans.adopt`, or None while something is not right."""
        items = [item.read() for item in self.items]
        whole = [item for item in items if item is not None]
        if self.faults() or len(whole) < len(items):
            return None
        plan = PlanFields(
            name=self.name.strip(),
            started=self.started,
            times_a_week=self.times_a_week if self.weekdays is None else None,
            weekdays=None if self.weekdays is None else sorted(self.weekdays),
            sides_as_one=self.sides_as_one,
        )
        return plan, whole

    def move(self, place: int, by: int) -> int:
        """Move the exercise at `place`, counted from 0, within the ends; where it is then."""
        there = max(0, min(place + by, len(self.items) - 1))
        self.items.insert(there, self.items.pop(place))
        return there


def _typed_seconds(seconds: int) -> str:
    return phrases.seconds(seconds) if seconds else ""


def _fault_of_seconds(name: str, typed: str) -> Fault | None:
    seconds = read_seconds(typed)
    return Fault.UNREAD if seconds is None else _outside(name, seconds)


def _missing_or(typed: str, unread: bool) -> Fault | None:
    if not typed.strip():
        return Fault.MISSING
    return Fault.UNREAD if unread else None


def _outside(name: str, number: int | None) -> Fault | None:
    least, most = bounds(name)
    if number is None or least <= number <= most:
        return None
    return Fault.TOO_FEW if number < least else Fault.TOO_MANY
