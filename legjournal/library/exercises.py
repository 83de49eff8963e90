"""The bundled exercises and the plans made of them."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache, partial
from typing import Annotated

from pydantic import Field

from legjournal.library.files import Content, Shelf, Source, read_shelf
from legjournal.models.routine import Area, PlanFields, PlanItemFields
from legjournal.places import ASSETS
from legjournal.words import text

CUE_LENGTH = 70  # letters of a sentence that is read at a glance from two metres away


class ExercisePage(Content):
    """How an exercise is done, a starting dose, and who had better not."""

    name: str
    area: Area
    summary: str
    equipment: str
    each_side: bool
    side: str  # which leg the left or right side is: "the leg on top"; "" where both work
    sets: int
    repetitions_from: int
    repetitions_to: int
    hold_seconds: int
    rest_seconds: int
    cue: str = Field(min_length=1, max_length=CUE_LENGTH)  # what to feel or keep still during the set
    easier_cue: str = Field(max_length=CUE_LENGTH)  # "" where there is no easier version
    start: str  # the position of the first picture, in words
    end: str  # and of the second
    steps: list[str] = Field(min_length=1)
    easier: str
    harder: str
    common_errors: list[str]
    not_for_you_if: list[str] = Field(min_length=1)
    note: str
    checked: dt.date
    sources: list[Source] = Field(min_length=1)


class PlannedExercise(Content):
    """An exercise of a bundled plan, with what differs from the exercise's own starting dose."""

    exercise: str
    sets: int | None = None
    repetitions_from: int | None = None
    repetitions_to: int | None = None
    hold_seconds: int | None = None
    rest_seconds: int | None = None
    easier: bool | None = None

    def item(self, page: ExercisePage) -> PlanItemFields:
        """It as an item of a plan; raises ValidationError for a dose that no plan can hold."""
        changes = self.model_dump(exclude={"exercise"}, exclude_none=True)
        return PlanItemFields.model_validate({**plan_item(self.exercise, page).model_dump(), **changes})


class PlanPage(Content):
    """A plan ready to use."""

    name: str
    summary: str
    times_a_week: int = Field(ge=1, le=7)
    weekdays: list[Annotated[int, Field(ge=0, le=6)]] | None = (
        None  # days that suit it, 0 Monday to 6 Sunday: a suggestion
    )
    rest_note: str
    exercises: list[PlannedExercise] = Field(min_length=1)

    @property
    def keys(self) -> list[str]:
        """The keys of its exercises, in order."""
        return [planned.exercise for planned in self.exercises]


@cache
def exercises() -> Shelf[ExercisePage]:
    """The exercises in assets/exercises, by key."""
    return read_shelf(ASSETS / "exercises", "*.toml", read_exercise)


@cache
def plans() -> Shelf[PlanPage]:
    """The plans in assets/plans, by key, in the order of their files' names."""
    return read_shelf(ASSETS / "plans", "*.toml", partial(read_plan, shelf=exercises().items))


def to_adopt(plan: PlanPage, started: dt.date) -> tuple[PlanFields, list[PlanItemFields]]:
    """The plan N times a week at its own doses, for `journal.plans.adopt`; the person names the days."""
    shelf = exercises().items
    items = [planned.item(shelf[planned.exercise]) for planned in plan.exercises]
    return PlanFields(name=plan.name, started=started, times_a_week=plan.times_a_week), items


def plan_item(key: str, page: ExercisePage) -> PlanItemFields:
    """An exercise as an item of a plan, at its starting dose."""
    return PlanItemFields(
        exercise=key,
        sets=page.sets,
        repetitions_from=page.repetitions_from,
        repetitions_to=page.repetitions_to,
        hold_seconds=page.hold_seconds,
        rest_seconds=page.rest_seconds,
        each_side=page.each_side,
    )


def exercise_name(key: str) -> str:
    """The name of a bundled exercise, or the key itself where the file is gone: history keeps its name."""
    page = exercises().items.get(key)
    return page.name if page else key.replace("-", " ").capitalize()


def read_exercise(content: str) -> ExercisePage:
    """An exercise's file; raises ValueError where a field is missing or its dose is none a plan can hold."""
    page = ExercisePage.model_validate(tomllib.loads(content))
    plan_item(page.name, page)
    return page


def read_plan(content: str, shelf: Mapping[str, ExercisePage]) -> PlanPage:
    """A plan's file; raises ValueError where it names an exercise that is not on the shelf."""
    plan = PlanPage.model_validate(tomllib.loads(content))
    for planned in plan.exercises:
        if planned.exercise not in shelf:
            raise ValueError(text("there is no exercise {key}").format(key=planned.exercise))
        planned.item(shelf[planned.exercise])
    return plan
