"""The weekly checks, and the activities of the person's own from check to check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col, select

from legjournal.journal import Journal
from legjournal.models.weekly import WeeklyCheck
from legjournal.report.parts.function import scored
from legjournal.report.parts.spans import Step, in_spans, step_for
from legjournal.trends.figures import Mean, mean
from legjournal.trends.period import Period
from legjournal.weekly import QUESTIONS


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check, by the day it was filled in, or the checks of a month or year that begins with `first`.

    scores: 0 to 10, in the order of the columns, with how many answers each is of.
    """

    first: date
    scores: tuple[Mean, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """step: Step.DAY where each row is one check.

    questions: average pain, enjoyment, everyday activities, as `weekly.QUESTIONS` names them.
    activities: a column for each name, 0 cannot to 10 as before, the one begun first at the left.
    """

    step: Step
    questions: tuple[CheckRow, ...]
    names: tuple[str, ...]
    activities: tuple[CheckRow, ...]


NO_CHECKS = Checks(Step.DAY, (), (), ())


def checks(journal: Journal, period: Period) -> Checks:
    """Those of the period with any answer, the earliest first; a row a month or year where they are many."""
    step = step_for(period, Step.WEEK)
    step = Step.DAY if step is Step.WEEK else step
    names, scores = _scored(journal, period)
    answered = [(day, tuple(scores)) for day, *scores in _answered(journal, period)]
    return Checks(step, _rows(answered, step, period), names, _rows(scores, step, period))


def _answered(journal: Journal, period: Period) -> list[Any]:
    columns: list[Any] = [getattr(WeeklyCheck, name) for name in ("date", *QUESTIONS)]
    found = select(*columns).where(col(WeeklyCheck.date).between(period.first, period.last))
    with journal.store.read() as session:
        rows = session.exec(found.order_by(col(WeeklyCheck.date)))
        return [row for row in rows if any(score is not None for score in row[1:])]


def _scored(journal: Journal, period: Period) -> tuple[tuple[str, ...], list[tuple[date, tuple[Any, ...]]]]:
    """The activities' names, and what was scored on each day: a place for each of them."""
    names: dict[str, str] = {}
    by_day: dict[date, dict[str, int | None]] = {}
    for key, name, day, score in scored(journal, period):
        names[key] = name
        by_day.setdefault(day, {})[key] = score
    rows = [(day, tuple(by_day[day].get(key) for key in names)) for day in sorted(by_day)]
    return tuple(names.values()), rows


def _rows(dated: Sequence[tuple[date, tuple[Any, ...]]], step: Step, period: Period) -> tuple[CheckRow, ...]:
    return tuple(
        CheckRow(first, tuple(mean(column) for column in zip(*rows, strict=True)))
        for first, rows in in_spans(dated, step, period).items()
    )
