"""The routine: sessions, weeks on target, and the day after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legjournal.journal import Journal
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


def routine(journal: Journal, period: Period, loaded: Loaded, pain: Mapping[date, int]) -> RoutineSummary:
    """pain: the worst of each day."""
    plan = journal.plans.on(period.last)
    weeks = [week for week in _whole_weeks(journal, period) if week.counts]
    days = {row.date for row in loaded.sessions}
    after_session, after_rest = day_after(pain, days, loaded.first_typed.keys())
    return RoutineSummary(
        sessions=len(loaded.sessions),
        target_per_week=per_week(plan) if plan else None,
        weeks=len(weeks),
        weeks_on_target=sum(week.reached for week in weeks) if weeks else None,
        day_after_session=after_session,
        day_after_rest=after_rest,
    )


def _whole_weeks(journal: Journal, period: Period) -> list[Week]:
    """The weeks wholly in the period, the one that ends with today among them."""
    mondays = period.weeks()
    if not mondays:
        return []
    found = journal.weeks.between(mondays[0], mondays[-1])
    return [week for week in found if week.sunday <= week.today]
