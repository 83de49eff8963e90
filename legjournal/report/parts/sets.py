"""The sets of the routine by exercise and side: planned and done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, distinct, func, or_
from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal.entries.titles import exercise
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.routine import EasierVersion, Plan, PlanItem, Session, SetDone
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """An exercise, or one side of it, over the period.

    planned: the sets the plan asked for on the days with a session; None where no plan had it. days: those on
    which a set of the exercise was done. easier: days on which it was done in its easier version.
    """

    name: str
    side: Side | None
    planned: int | None
    done: int
    days: int
    easier: int


@dataclass(frozen=True, slots=True)
class _Planned:
    sets: int = 0
    each_side: bool = False


def exercises(journal: Journal, period: Period, names: Mapping[str, str]) -> tuple[ExerciseLine, ...]:
    """Those planned or done, in the order of the latest plan; where a side was named, a line for each.

    A set ticked for both sides as one is a set of each. names: of own exercises, by their key.
    """
    with journal.store.read() as session:
        planned = _planned(session, period)
        done = {row.exercise: row for row in session.exec(_done(period))}
        easier = dict(session.exec(_easier(period)).all())
    keys = dict.fromkeys((*planned, *sorted(done)))
    return tuple(
        line
        for key in keys
        for line in _of_exercise(exercise(key, names), planned.get(key), done.get(key), easier.get(key, 0))
    )


def _of_exercise(name: str, planned: _Planned | None, done: Any, easier: int) -> Iterator[ExerciseLine]:
    sets, days = planned.sets if planned else None, done.days if done else 0
    if (planned and planned.each_side) or (done and done.sided):
        yield ExerciseLine(name, Side.LEFT, sets, done.left if done else 0, days, easier)
        yield ExerciseLine(name, Side.RIGHT, sets, done.right if done else 0, days, easier)
    else:
        yield ExerciseLine(name, None, sets, done.sets if done else 0, days, easier)


def _planned(session: DatabaseSession, period: Period) -> dict[str, _Planned]:
    """What the plans of the sessions asked for; two sessions on one day are one."""
    days = (
        select(col(Session.plan_id).label("plan_id"), func.count(distinct(col(Session.date))).label("days"))
        .where(col(Session.date).between(period.first, period.last))
        .group_by(col(Session.plan_id))
        .subquery()
    )
    items = (
        select(PlanItem.exercise, PlanItem.sets * days.c.days, PlanItem.each_side)
        .join(days, col(PlanItem.plan_id) == days.c.plan_id)
        .join(Plan, col(PlanItem.plan_id) == col(Plan.id))
        .order_by(col(Plan.started).desc(), col(Plan.id), col(PlanItem.position))
    )
    found: dict[str, _Planned] = {}
    for key, sets, each_side in session.exec(items):
        known = found.get(key, _Planned())
        found[key] = _Planned(known.sets + sets, known.each_side or each_side)
    return found


def _done(period: Period) -> Any:
    """Each exercise with its sets; a set ticked twice on one day, in halves or as one, is one."""
    boxes = (
        select(  # type: ignore[call-overload]  # SQLModel's overloads end at four columns
            SetDone.exercise,
            Session.date,
            SetDone.number,
            func.max(_is_of(Side.LEFT)).label("left"),
            func.max(_is_of(Side.RIGHT)).label("right"),
            func.max(case((col(SetDone.side).is_(None), 0), else_=1)).label("sided"),
        )
        .join(Session, col(SetDone.session_id) == col(Session.id))
        .where(col(Session.date).between(period.first, period.last))
        .group_by(col(SetDone.exercise), col(Session.date), col(SetDone.number))
        .subquery()
    )
    at = boxes.c
    return select(  # type: ignore[call-overload]
        at.exercise,
        func.count(distinct(at.date)).label("days"),
        func.count().label("sets"),
        func.sum(at.left).label("left"),
        func.sum(at.right).label("right"),
        func.max(at.sided).label("sided"),
    ).group_by(at.exercise)


def _is_of(side: Side) -> Any:
    return case((or_(col(SetDone.side).is_(None), col(SetDone.side) == side), 1), else_=0)


def _easier(period: Period) -> Any:
    return (
        select(EasierVersion.exercise, func.count(distinct(col(Session.date))))
        .join(Session, col(EasierVersion.session_id) == col(Session.id))
        .where(col(Session.date).between(period.first, period.last))
        .group_by(col(EasierVersion.exercise))
    )
