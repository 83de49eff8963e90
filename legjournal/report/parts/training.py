"""The routine in detail: the plan in force, its weeks, sets by exercise and side, effort and pain during."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import col, select

from legjournal.entries.titles import exercise
from legjournal.journal import Journal
from legjournal.models.routine import DayOff, DayOffKind, Exercise, Plan, Session, SkipReason
from legjournal.report.parts.sessions import SessionLine, sessions
from legjournal.report.parts.sets import ExerciseLine, exercises
from legjournal.report.parts.spans import Step, in_spans, step_for
from legjournal.routine.adherence import DayStatus, Week, per_week
from legjournal.routine.dose import dose_words
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

MOST_DRAWN = 60  # weeks a chart has room for


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """An exercise of the plan with its dose in words. easier: it is planned in its easier version."""

    name: str
    dose: str
    easier: bool


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """The plan at the end of the period. weekdays: 0 Monday to 6 Sunday, empty where it names none."""

    name: str
    started: date
    per_week: int | None
    weekdays: tuple[int, ...]
    exercises: tuple[PlannedExercise, ...]


@dataclass(frozen=True, slots=True)
class WeeksLine:
    """A week from Monday to Sunday, or those that begin in one month or year. Days, but for `planned`.

    planned: sessions asked for, None where none were. done: days with a session.
    """

    first: date
    last: date
    planned: int | None
    done: int
    rest: int
    skipped: int
    paused: int


@dataclass(frozen=True, slots=True)
class Training:
    """weeks: those the period touches, each whole, as the Routine tab has them; empty where they are too many
    to draw. lines: the same in a table; step: what a line stands for. reasons: of the skipped days of those
    weeks, the most often first; None where none was given. sessions: empty where they are too many to list.
    """

    plan: PlanInForce | None
    weeks: tuple[Week, ...]
    step: Step
    lines: tuple[WeeksLine, ...]
    reasons: tuple[tuple[SkipReason | None, int], ...]
    exercises: tuple[ExerciseLine, ...]
    effort: Mean
    pain_during: Mean
    sessions: tuple[SessionLine, ...] = ()


NO_TRAINING = Training(None, (), Step.WEEK, (), (), (), Mean(0, None), Mean(0, None))


def training(
    journal: Journal, period: Period, weeks: Sequence[Week], in_force: Plan | None, pain: Mapping[date, int]
) -> Training:
    """weeks: those the period touches; in_force: the plan at its end; pain: the worst of each day."""
    step = step_for(period, Step.WEEK)
    names = _own_names(journal)
    effort, pain_during = _felt(journal, period)
    return Training(
        plan=_plan(journal, in_force, names) if in_force else None,
        weeks=tuple(weeks) if len(weeks) <= MOST_DRAWN else (),
        step=step,
        lines=_lines(weeks, step),
        reasons=_reasons(journal, Period(weeks[0].monday, weeks[-1].sunday)),
        exercises=exercises(journal, period, names),
        effort=effort,
        pain_during=pain_during,
        sessions=sessions(journal, period, pain),
    )


def _own_names(journal: Journal) -> dict[str, str]:
    with journal.store.read() as session:
        return dict(session.exec(select(Exercise.key, Exercise.name)).all())


def _plan(journal: Journal, plan: Plan, names: Mapping[str, str]) -> PlanInForce:
    planned = [
        PlannedExercise(exercise(item.exercise, names), dose_words(item), item.easier)
        for item in journal.plans.planned(plan)
    ]
    weekdays = tuple(sorted(set(plan.weekdays or ())))
    return PlanInForce(plan.name, plan.started, per_week(plan), weekdays, tuple(planned))


def _lines(weeks: Sequence[Week], step: Step) -> tuple[WeeksLine, ...]:
    whole = Period(weeks[0].monday, weeks[-1].sunday)
    return tuple(map(_line, in_spans(((week.monday, week) for week in weeks), step, whole).values()))


def _line(weeks: Sequence[Week]) -> WeeksLine:
    days = Counter(status for week in weeks for status in week.days)
    asked = [week.target for week in weeks if week.target is not None]
    return WeeksLine(
        weeks[0].monday,
        weeks[-1].sunday,
        sum(asked) if asked else None,
        done=days[DayStatus.SESSION],
        rest=days[DayStatus.REST],
        skipped=days[DayStatus.SKIPPED],
        paused=days[DayStatus.PAUSED],
    )


def _reasons(journal: Journal, weeks: Period) -> tuple[tuple[SkipReason | None, int], ...]:
    """Why days were skipped that had no session after all."""
    trained = select(col(Session.date))
    counted = (
        select(col(DayOff.reason), func.count())
        .where(col(DayOff.date).between(weeks.first, weeks.last), DayOff.kind == DayOffKind.SKIPPED)
        .where(col(DayOff.date).not_in(trained))
        .group_by(col(DayOff.reason))
    )
    with journal.store.read() as session:
        found: Counter[SkipReason | None] = Counter(dict(session.exec(counted).all()))
    return tuple(found.most_common())


def _felt(journal: Journal, period: Period) -> tuple[Mean, Mean]:
    """Effort and pain during, of the sessions that have them."""
    effort, pain = col(Session.effort), col(Session.pain_during)
    wanted = select(func.count(effort), func.avg(effort), func.count(pain), func.avg(pain))
    with journal.store.read() as session:
        found = session.exec(wanted.where(col(Session.date).between(period.first, period.last))).one()
    return Mean(*found[:2]), Mean(*found[2:])
