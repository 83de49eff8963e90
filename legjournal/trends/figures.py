"""Descriptive figures over a period, pure, from loaded rows: counts, means, and how many they come from.

A mean is of the days or nights that have an answer. Where there is none it is None, never 0.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Protocol

from legjournal.models.diary import Kind, Side
from legjournal.sleep import NightTimes, figures
from legjournal.trends.period import DAY


class SymptomFacts(Protocol):
    """What the figures need to know of a symptom."""

    @property
    def date(self) -> date: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def side(self) -> Side | None: ...
    @property
    def score(self) -> int | None: ...


class DatedNight(NightTimes, Protocol):
    """A night with the morning it belongs to."""

    @property
    def date(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and the number of days or nights it is of."""

    n: int
    value: float | None


@dataclass(frozen=True, slots=True)
class SleepSummary:
    """Nights of a period. Means in minutes; efficiency in per cent of the time in bed."""

    nights: int
    time_in_bed: Mean
    time_asleep: Mean
    to_fall_asleep: Mean
    awake_in_night: Mean
    wakings: Mean
    woken_by_legs: Mean
    efficiency: Mean
    disturbed: int  # nights woken twice or more by the legs
    disturbed_of: int  # nights where that was answered


def mean(values: Iterable[float | None]) -> Mean:
    """The mean of the values that are there."""
    known = [value for value in values if value is not None]
    return Mean(len(known), fmean(known) if known else None)


def summarise_sleep(nights: Sequence[NightTimes]) -> SleepSummary:
    """Figures of the nights; efficiency of the period = total time asleep / total time in bed.

    Only nights that have both times count in the efficiency.
    """
    each = [figures(night) for night in nights]
    whole = [
        (night.time_in_bed, night.time_asleep)
        for night in each
        if night.time_in_bed and night.time_asleep is not None
    ]
    in_bed = sum(bed for bed, _ in whole)
    by_legs = [night.woken_by_legs for night in nights if night.woken_by_legs is not None]
    return SleepSummary(
        nights=len(nights),
        time_in_bed=mean(night.time_in_bed for night in each),
        time_asleep=mean(night.time_asleep for night in each),
        to_fall_asleep=mean(night.minutes_to_fall_asleep for night in nights),
        awake_in_night=mean(night.minutes_awake for night in nights),
        wakings=mean(night.wakings for night in nights),
        woken_by_legs=mean(by_legs),
        efficiency=Mean(len(whole), 100 * sum(asleep for _, asleep in whole) / in_bed if in_bed else None),
        disturbed=sum(times >= 2 for times in by_legs),
        disturbed_of=len(by_legs),
    )


def worst_by_day(
    symptoms: Iterable[SymptomFacts], kind: Kind, sides: Collection[Side | None] | None = None
) -> dict[date, int]:
    """For each day the highest score of a kind, on the given sides only if any are given."""
    worst: dict[date, int] = {}
    for symptom in symptoms:
        if symptom.kind == kind and symptom.score is not None and (sides is None or symptom.side in sides):
            worst[symptom.date] = max(symptom.score, worst.get(symptom.date, 0))
    return worst


def asleep_by_day(nights: Iterable[DatedNight]) -> dict[date, int]:
    """Minutes asleep by the morning the night ended on, for the nights that tell."""
    return {night.date: asleep for night in nights if (asleep := figures(night).time_asleep) is not None}


def day_after(
    pain: Mapping[date, int], session_days: Collection[date], recorded: Collection[date]
) -> tuple[Mean, Mean]:
    """Mean worst pain on days after a session, and on days after a recorded day without one.

    A day before which nothing was recorded is in neither: whether it was a rest day is not known.
    """
    after_session = [score for day, score in pain.items() if day - DAY in session_days]
    after_rest = [
        score for day, score in pain.items() if day - DAY in recorded and day - DAY not in session_days
    ]
    return mean(after_session), mean(after_rest)
