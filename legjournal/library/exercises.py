"""The bundled exercises and the plans made of them."""

import datetime as dt
import tomllib
from functools import cache
from typing import Literal

from legjournal.library.files import Content, Shelf, Source, read_shelf
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.places import ASSETS


class ExercisePage(Content):
    """How an exercise is done, a starting dose, and who had better not."""

    name: str
    area: Literal["hip", "core"]
    summary: str
    equipment: str
    each_side: bool
    sets: int
    repetitions_from: int
    repetitions_to: int
    hold_seconds: int
    rest_seconds: int
    steps: list[str]
    easier: str
    harder: str
    common_errors: list[str]
    not_for_you_if: list[str]
    note: str
    checked: dt.date
    sources: list[Source]


class PlanPage(Content):
    """A plan ready to use."""

    name: str
    summary: str
    times_a_week: int
    rest_note: str
    exercises: list[str]


@cache
def exercises() -> Shelf[ExercisePage]:
    """The exercises in assets/exercises, by key."""
    return read_shelf(ASSETS / "exercises", "*.toml", _read_exercise)


@cache
def plans() -> Shelf[PlanPage]:
    """The plans in assets/plans, by key."""
    return read_shelf(ASSETS / "plans", "*.toml", _read_plan)


def to_adopt(plan: PlanPage, started: dt.date) -> tuple[PlanFields, list[PlanItemFields]]:
    """The plan with each exercise at its starting dose, for `journal.plans.adopt`."""
    shelf = exercises().items
    items = [plan_item(key, shelf[key]) for key in plan.exercises if key in shelf]
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


def _read_exercise(content: str) -> ExercisePage:
    return ExercisePage.model_validate(tomllib.loads(content))


def _read_plan(content: str) -> PlanPage:
    return PlanPage.model_validate(tomllib.loads(content))
