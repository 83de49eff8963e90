"""The routine of the sample journal: the plan, its sessions and the days off."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from legjournal.demo.page import Page, local, score, sometimes, stamp
from legjournal.demo.story import Kept, Story, Turn
from legjournal.models.routine import (
    DayOff,
    DayOffKind,
    EasierVersion,
    Pause,
    Plan,
    PlanItem,
    PlanItemFields,
    Session,
    SetDone,
    SkipReason,
)
from legjournal.routine.boxes import SetToDo, sets_of

_SKIPPED = {Turn.FLARE: SkipReason.FLARE, Turn.ILL: SkipReason.ILL, Turn.AWAY: SkipReason.AWAY}
MINUTES_A_SET = 2
BAD = 6  # a level of leg trouble, 0 to 10


def plan(story: Story) -> Plan:
    """The one plan, in force to the end."""
    begun = story.day(story.plan_from)
    return Plan(
        **stamp(story.rng, local(begun, 16 * 60)),
        name="Hip, glute and core, 3 days a week",
        started=begun,
        times_a_week=3,
    )


def plan_items(story: Story, plan: Plan) -> list[PlanItem]:
    """The plan's exercises, written down with it."""
    return [
        PlanItem(**stamp(story.rng, plan.recorded_at), plan_id=plan.id, **fields.model_dump())
        for fields in _planned()
    ]


def _planned() -> tuple[PlanItemFields, ...]:
    return (
        PlanItemFields(exercise="glute-bridge", position=0, hold_seconds=5),
        PlanItemFields(exercise="clamshell", position=1, repetitions_from=12, each_side=True),
        PlanItemFields(
            exercise="side-lying-leg-raise", position=2, repetitions_to=12, hold_seconds=2, each_side=True
        ),
        PlanItemFields(exercise="dead-bug", position=3, sets=2, repetitions_from=5, repetitions_to=8),
    )


def session(page: Page, plan: Plan, items: Sequence[PlanItem]) -> Iterator[Session | SetDone | EasierVersion]:
    """A session begun between 5pm and 6pm and its sets, ticked off at its end; one in five is cut short."""
    rng = page.rng
    boxes = [(item, box) for item in items for box in sets_of(item)]
    if rng.random() < 0.2:
        boxes = boxes[: rng.randrange(5, len(boxes))]
    started = local(page.day, 5 * rng.randint(204, 216))
    finished = started + timedelta(minutes=MINUTES_A_SET * len(boxes))
    row = Session(
        **stamp(rng, finished),
        date=page.day,
        plan_id=plan.id,
        started_at=started,
        finished_at=finished,
        effort=sometimes(rng, 0.7, score(rng, 5)),
        pain_during=sometimes(rng, 0.7, score(rng, 0.5 * page.level)),
    )
    yield row
    yield from _sets_done(page, row, boxes)
    yield from easier_versions(page, row)


def easier_versions(page: Page, session: Session) -> Iterator[EasierVersion]:
    """Where the legs are bad, the raise is done in its easier version."""
    if page.level > BAD:
        yield EasierVersion(
            **stamp(page.rng, session.recorded_at), session_id=session.id, exercise="side-lying-leg-raise"
        )


def pauses(story: Story) -> Iterator[Pause]:
    """The days away from home, as pauses of the plan."""
    away = [
        story.day(index)
        for index, kept in enumerate(story.kept)
        if kept is Kept.AWAY and index >= story.plan_from
    ]
    for _, days in groupby(enumerate(away), key=lambda pair: pair[1].toordinal() - pair[0]):
        run = [day for _, day in days]
        stamped = stamp(story.rng, local(run[0] - timedelta(days=1), 20 * 60))
        yield Pause(**stamped, started=run[0], ended=run[-1], reason=SkipReason.AWAY)


def _sets_done(page: Page, session: Session, boxes: list[tuple[PlanItem, SetToDo]]) -> Iterator[SetDone]:
    """The sets ticked off; half of them with the repetitions counted."""
    for item, box in boxes:
        counted = page.rng.randint(item.repetitions_from, item.repetitions_to)
        yield SetDone(
            **stamp(page.rng, session.recorded_at),
            session_id=session.id,
            exercise=box.exercise,
            number=box.number,
            side=box.side,
            repetitions=sometimes(page.rng, 0.5, counted),
        )


def day_off(page: Page) -> DayOff:
    """A day of rest, or one skipped with its reason."""
    reason = _SKIPPED.get(page.turn)
    kind = DayOffKind.SKIPPED if reason else DayOffKind.REST
    return DayOff(**stamp(page.rng, page.evening), date=page.day, kind=kind, reason=reason)
