"""The table of the days: a row each, or a row a week, month or year where they are many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from legjournal.report.parts.loaded import Loaded
from legjournal.report.parts.spans import Step, in_spans, spans, step_for
from legjournal.trends.figures import Mean, mean
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day, or several with the means of those that have an answer.

    recorded: days on which anything was written. The scores are the worst of each day, 0 to 10; effect is how
    much the legs got in the way of the day. sessions, bad_days: days with one, days marked as bad.
    """

    first: date
    last: date
    recorded: int
    pain_left: Mean
    pain_right: Mean
    urge_to_move: Mean
    asleep_min: Mean
    woken_by_legs: Mean
    effect: Mean
    sessions: int
    bad_days: int


@dataclass(frozen=True, slots=True)
class DayTable:
    """step: what each row stands for."""

    step: Step
    rows: tuple[DayRow, ...]


NO_DAYS = DayTable(Step.DAY, ())


def day_table(loaded: Loaded, period: Period) -> DayTable:
    """Every day of the period has its place, also one on which nothing was written."""
    step = step_for(period)
    left, right, urge, asleep, by_legs, effect = (
        in_spans(values.items(), step, period) for values in _scores(loaded)
    )
    recorded, sessions, bad_days = (in_spans(days.items(), step, period) for days in _marks(loaded))
    rows = (
        DayRow(
            first=span.first,
            last=span.last,
            recorded=len(recorded[span.first]),
            pain_left=mean(left[span.first]),
            pain_right=mean(right[span.first]),
            urge_to_move=mean(urge[span.first]),
            asleep_min=mean(asleep[span.first]),
            woken_by_legs=mean(by_legs[span.first]),
            effect=mean(effect[span.first]),
            sessions=len(sessions[span.first]),
            bad_days=len(bad_days[span.first]),
        )
        for span in spans(period, step)
    )
    return DayTable(step, tuple(rows))


def _scores(loaded: Loaded) -> Iterable[Mapping[date, int]]:
    """The numbers of each day, in the order of the columns."""
    yield from (loaded.pain_left, loaded.pain_right, loaded.urge, loaded.asleep, loaded.woken_by_legs)
    yield {day.date: day.effect for day in loaded.days if day.effect is not None}


def _marks(loaded: Loaded) -> Iterable[Mapping[date, Any]]:
    """What days are: written on, with a session, bad."""
    yield loaded.first_typed
    yield dict.fromkeys(row.date for row in loaded.sessions)
    yield dict.fromkeys(day.date for day in loaded.days if day.bad_day_at is not None)
