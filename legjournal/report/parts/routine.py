"""The routine: sessions, weeks on target, and the day after."""

from collections.abc import Iterable
from dataclasses import dataclass

from legjournal.models.routine import Plan
from legjournal.report.parts.loaded import Loaded
from legjournal.routine.adherence import Week, per_week
from legjournal.trends.figures import Mean, day_after
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class RoutineSummary:
    """Sessions of the period, and the plan in force at its end.

    Weeks: those from Monday to Sunday wholly in the period, under a plan from end to end, each with the
    target it had; one paused from end to end is not among them. `routine.adherence` says how they
    are counted.
    """

    sessions: int
    target_per_week: int | None
    weeks: int
    weeks_on_target: int | None
    day_after_session: Mean
    day_after_rest: Mean


def routine(period: Period, loaded: Loaded, weeks: Iterable[Week], plan: Plan | None) -> RoutineSummary:
    """weeks: those the period touches; of them count those wholly in it, the one that ends with today too."""
    whole = (week for week in weeks if period.first <= week.monday and week.sunday <= period.last)
    counted = [week for week in whole if week.counts and week.sunday <= week.today]
    days = {row.date for row in loaded.sessions}
    after_session, after_rest = day_after(loaded.pain, days, loaded.first_typed.keys())
    return RoutineSummary(
        sessions=len(loaded.sessions),
        target_per_week=per_week(plan) if plan else None,
        weeks=len(counted),
        weeks_on_target=sum(week.reached for week in counted) if counted else None,
        day_after_session=after_session,
        day_after_rest=after_rest,
    )
