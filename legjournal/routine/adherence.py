"""What each week of the routine was and what was planned for it. Pure, and by dates alone.

**Sessions** of a week are its days with a session: two goes on one day are one, since a plan asks for days,
and half in the morning with half in the evening is what it asks for. A session on a day of rest, on a
skipped day or in a pause is a session.

**The target** of a week is worked out day by day, from the plan in force on each day that is not paused.
Fixed days ask for themselves. *N times a week* asks for N sevenths a day, and the sum of the week is taken
to the nearest whole session. So a week under one plan has that plan's number, whatever else was changed in
it. A plan that begins, ends or changes within the week counts for its days, and a pause takes its days
away; a week that is paused from end to end, or has no plan, has no target. A day that is skipped or called
rest leaves the target as it is: who skips has a week no nearer to it and no further from it.

**A week counts** among those on target or not when it has a target and a plan on each of its seven days.
The present week is neither until its target is reached or its Sunday has passed (`on_target` is None).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from legjournal.models.routine import DayOffKind, SkipReason

DAY = timedelta(days=1)


class DayStatus(StrEnum):
    """What a day of the week was, for the routine."""

    NOTHING = "nothing"
    SESSION = "session"
    REST = "rest"
    SKIPPED = "skipped"
    PAUSED = "paused"


class WeeklyAim(Protocol):
    """How often a plan asks for a session: on fixed days (0 Monday to 6 Sunday), or a number of times."""

    @property
    def times_a_week(self) -> int | None: ...
    @property
    def weekdays(self) -> Collection[int] | None: ...


class PlanPeriod(WeeklyAim, Protocol):
    """A plan with the days it is in force; of two on one day, the one begun last and then written last."""

    @property
    def started(self) -> date: ...
    @property
    def stopped(self) -> date | None: ...
    @property
    def recorded_at(self) -> datetime: ...


class PausePeriod(Protocol):
    """A pause; `ended` is its last day, None while it goes on."""

    @property
    def started(self) -> date: ...
    @property
    def ended(self) -> date | None: ...
    @property
    def reason(self) -> SkipReason | None: ...


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday, as it stands on `today`.

    planned: the fixed days asked for, 0 Monday to 6 Sunday; empty where the plan is N times a week.
    target: sessions asked for, None where none were. whole: there was a plan on each of its days.
    paused_days: as `planned`. pauses: those that touch the week, the earliest first.
    """

    monday: date
    today: date
    days: tuple[DayStatus, ...]
    planned: frozenset[int] = frozenset()
    target: int | None = None
    whole: bool = False
    paused_days: frozenset[int] = frozenset()
    pauses: tuple[PausePeriod, ...] = ()

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + 6 * DAY

    @property
    def sessions(self) -> int:
        """Days with a session."""
        return self.days.count(DayStatus.SESSION)

    @property
    def is_present(self) -> bool:
        """Whether today is in it."""
        return self.monday <= self.today <= self.sunday

    @property
    def counts(self) -> bool:
        """Whether it is one of the weeks that were on target or not."""
        return self.whole and self.target is not None

    @property
    def reached(self) -> bool:
        """Whether there were as many sessions as were asked for."""
        return self.target is not None and self.sessions >= self.target

    @property
    def on_target(self) -> bool | None:
        """Whether it was on target; None for a week that does not count, and for one that may yet be."""
        if not self.counts or (self.today <= self.sunday and not self.reached):
            return None
        return self.reached


def monday_of(day: date) -> date:
    """The Monday of the week `day` is in."""
    return day - day.weekday() * DAY


def per_week(plan: WeeklyAim) -> int | None:
    """How many sessions a week a plan asks for: its fixed days where it has any, else its number of times."""
    return len(set(plan.weekdays or ())) or plan.times_a_week


def weeks(
    first: date,
    last: date,
    plans: Iterable[PlanPeriod],
    sessions: Collection[date],
    days_off: Mapping[date, DayOffKind],
    pauses: Iterable[PausePeriod],
    today: date,
) -> list[Week]:
    """The weeks that the days from `first` to `last` are in, the earliest first; see above for the terms."""
    latest_first = sorted(plans, key=lambda plan: (plan.started, plan.recorded_at), reverse=True)
    earliest_first = sorted(pauses, key=lambda pause: (pause.started, pause.ended or date.max))
    trained = frozenset(sessions)
    return [
        _week(monday, latest_first, trained, days_off, earliest_first, today)
        for monday in _mondays(first, last)
    ]


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = monday_of(first)
    while monday <= last:
        yield monday
        monday += 7 * DAY


def _week(
    monday: date,
    plans: Sequence[PlanPeriod],
    sessions: Collection[date],
    days_off: Mapping[date, DayOffKind],
    pauses: Sequence[PausePeriod],
    today: date,
) -> Week:
    days = [monday + n * DAY for n in range(7)]
    touching = tuple(pause for pause in pauses if _touches(pause, days[0], days[-1]))
    paused = frozenset(day.weekday() for day in days if any(_touches(pause, day, day) for pause in touching))
    in_force = [_in_force(day, plans) for day in days]
    asking = {day: plan for day, plan in enumerate(in_force) if plan is not None and day not in paused}
    return Week(
        monday,
        today,
        days=tuple(_status(day, sessions, days_off, day.weekday() in paused) for day in days),
        planned=frozenset(day for day, plan in asking.items() if day in (plan.weekdays or ())),
        target=_target(asking),
        whole=None not in in_force,
        paused_days=paused,
        pauses=touching,
    )


def _touches(pause: PausePeriod, first: date, last: date) -> bool:
    return pause.started <= last and (pause.ended is None or pause.ended >= first)


def _in_force(day: date, plans: Sequence[PlanPeriod]) -> PlanPeriod | None:
    return next((plan for plan in plans if plan.started <= day <= (plan.stopped or day)), None)


def _status(
    day: date, sessions: Collection[date], days_off: Mapping[date, DayOffKind], paused: bool
) -> DayStatus:
    if day in sessions:
        return DayStatus.SESSION
    if day in days_off:
        return DayStatus(days_off[day])
    return DayStatus.PAUSED if paused else DayStatus.NOTHING


def _target(asking: Mapping[int, WeeklyAim]) -> int | None:
    """What the plans of a week's days ask for together; None for nothing."""
    fixed = sum(day in plan.weekdays for day, plan in asking.items() if plan.weekdays)
    sevenths = sum(plan.times_a_week or 0 for plan in asking.values() if not plan.weekdays)
    return fixed + round(sevenths / 7) or None
