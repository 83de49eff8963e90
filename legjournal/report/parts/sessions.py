"""The sessions of the routine one by one, where they are few enough to be read so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import distinct, func
from sqlmodel import col, select

from legjournal.journal import Journal
from legjournal.models.routine import PlanItem, Session, SetDone
from legjournal.trends.period import DAY, Period

MOST_LISTED = 60


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session. Scores 0 to 10; None where nothing was answered.

    done: exercises with a set done. planned: those in its plan, None without one. pain_day_after: the worst.
    """

    date: date
    minutes: int | None
    done: int
    planned: int | None
    effort: int | None
    pain_during: int | None
    pain_day_after: int | None


def sessions(journal: Journal, period: Period, pain: Mapping[date, int]) -> tuple[SessionLine, ...]:
    """Those of the period in their order; none at all where they are more than MOST_LISTED.

    pain: the worst of each day.
    """
    with journal.store.read() as session:
        rows = session.exec(_wanted(period)).all()
    return tuple(_line(row, pain) for row in rows) if len(rows) <= MOST_LISTED else ()


def _wanted(period: Period) -> Any:
    """One more than are listed."""
    done = select(func.count(distinct(col(SetDone.exercise)))).where(SetDone.session_id == Session.id)
    planned = select(func.count()).where(PlanItem.plan_id == Session.plan_id)
    return (
        select(
            Session,
            done.scalar_subquery().label("done"),
            planned.scalar_subquery().label("planned"),
        )
        .where(col(Session.date).between(period.first, period.last))
        .order_by(col(Session.date), col(Session.recorded_at), col(Session.id))
        .limit(MOST_LISTED + 1)
    )


def _line(row: Any, pain: Mapping[date, int]) -> SessionLine:
    session: Session = row.Session
    return SessionLine(
        session.date,
        _minutes(session),
        row.done,
        row.planned if session.plan_id else None,
        session.effort,
        session.pain_during,
        pain.get(session.date + DAY),
    )


def _minutes(session: Session) -> int | None:
    if session.started_at is None or session.finished_at is None:
        return None
    return round((session.finished_at - session.started_at).total_seconds() / 60)
