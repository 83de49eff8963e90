"""The figures of a period: how complete it is, the nights, the scores. They are those of page one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legjournal.clock import Clock
from legjournal.report.parts.loaded import Loaded
from legjournal.trends.figures import Mean, SleepSummary, mean, summarise_sleep
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of the period was recorded, and how much of it on the day itself."""

    days: int
    recorded: int
    same_day: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The worst score of each day that has one: how many days, their mean, the highest."""

    days: int
    mean: float | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one period. effect: how much the legs got in the way of the day, 0 to 10."""

    completeness: Completeness
    sleep: SleepSummary
    pain: Scores
    pain_left: Scores
    pain_right: Scores
    urge_to_move: Scores
    effect: Mean


def figures(loaded: Loaded, period: Period, clock: Clock) -> Figures:
    """Work them out."""
    return Figures(
        completeness=_completeness(loaded, period, clock),
        sleep=summarise_sleep(loaded.nights),
        pain=scores(loaded.pain),
        pain_left=scores(loaded.pain_left),
        pain_right=scores(loaded.pain_right),
        urge_to_move=scores(loaded.urge),
        effect=mean(day.effect for day in loaded.days),
    )


def scores(by_day: Mapping[date, int]) -> Scores:
    """Of the worst score of each day."""
    found = mean(by_day.values())
    return Scores(days=found.n, mean=found.value, worst=max(by_day.values(), default=None))


def _completeness(loaded: Loaded, period: Period, clock: Clock) -> Completeness:
    same_day = sum(clock.day_of(typed) == day for day, typed in loaded.first_typed.items())
    return Completeness(days=len(period), recorded=len(loaded.first_typed), same_day=same_day)
