"""What the person can do: the activities of their own, then and now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col, select

from legjournal.journal import Journal
from legjournal.models.weekly import Activity, ActivityScore
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with its first and its last score of the period, 0 cannot to 10 as before.

    With only one score, that one is `now` and `then` is None.
    """

    name: str
    then: int | None
    then_on: date | None
    now: int
    now_on: date


def activities(journal: Journal, period: Period) -> tuple[ActivityLine, ...]:
    """Those scored in the period, the one begun first at the top."""
    by_activity: dict[str, list[tuple[str, date, int]]] = {}
    for activity_id, *line in scored(journal, period):
        by_activity.setdefault(activity_id, []).append(tuple(line))
    return tuple(_line(scores) for scores in by_activity.values())


def scored(journal: Journal, period: Period) -> list[Any]:
    """Each score of the period: the activity's id and name, the day, and the score; by activity and day."""
    found = (
        select(  # type: ignore[call-overload]  # SQLModel's overloads want columns only
            Activity.id, Activity.name, ActivityScore.date, ActivityScore.score
        )
        .join(ActivityScore, col(ActivityScore.activity_id) == col(Activity.id))
        .where(col(ActivityScore.date).between(period.first, period.last))
        .where(col(ActivityScore.score).is_not(None))
        .order_by(col(Activity.started), col(Activity.name), col(ActivityScore.date))
    )
    with journal.store.read() as session:
        return list(session.exec(found))


def _line(scores: list[tuple[str, date, int]]) -> ActivityLine:
    (name, first_on, first), (_, last_on, last) = scores[0], scores[-1]
    once = len(scores) == 1
    return ActivityLine(name, None if once else first, None if once else first_on, last, last_on)
