"""The doses taken, medicine by medicine and month by month."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from legjournal.clock import DAY_STARTS_AT
from legjournal.journal import Journal
from legjournal.models.medicines import Dose, Medicine, Regularity
from legjournal.report.parts.spans import Step, in_spans, spans, step_for
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class DosesOfSpan:
    """A month, or a year where there are many: how many doses, on how many days.

    amounts: the words for how much, the most often first, each with how many doses; None for no words.
    """

    first: date
    last: date
    doses: int
    days: int
    amounts: tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True)
class MedicineDoses:
    """The doses of one medicine, by its name as typed; months without a dose are left out."""

    name: str
    regularity: str
    step: Step
    spans: tuple[DosesOfSpan, ...]

    @property
    def doses(self) -> int:
        """Of the whole period."""
        return sum(span.doses for span in self.spans)


def doses(journal: Journal, period: Period) -> tuple[MedicineDoses, ...]:
    """Those with a dose in the period, what is taken as needed first; a medicine is one by its name."""
    by_name: dict[str, list[Any]] = {}
    for row in doses_a_day(journal, period):
        by_name.setdefault(row.name.casefold().strip(), []).append(row)
    found = [_medicine(rows, period) for rows in by_name.values()]
    return tuple(sorted(found, key=lambda one: (one.regularity != Regularity.AS_NEEDED, one.name.casefold())))


def doses_a_day(journal: Journal, period: Period) -> list[Any]:
    """Each day's doses of one medicine and amount: name, regularity, amount, day (ISO), doses; by day."""
    wall = func.substr(Dose.taken_at, 1, 19)
    day = func.date(wall, f"-{DAY_STARTS_AT} hours")  # shortly after midnight is still the evening before
    counted = (
        select(  # type: ignore[call-overload]  # SQLModel's overloads end at four columns
            Medicine.name, Medicine.regularity, Dose.amount, day.label("day"), func.count().label("doses")
        )
        .join(Medicine, col(Dose.medicine_id) == col(Medicine.id))
        .where(day.between(period.first.isoformat(), period.last.isoformat()))
        .group_by(col(Dose.medicine_id), col(Dose.amount), day)
        .order_by(day, col(Medicine.started))
    )
    with journal.store.read() as session:
        return list(session.exec(counted))


def _medicine(rows: list[Any], period: Period) -> MedicineDoses:
    step = step_for(period, Step.MONTH)
    by_span = in_spans(((date.fromisoformat(row.day), row) for row in rows), step, period)
    return MedicineDoses(rows[-1].name, rows[-1].regularity.value, step, tuple(_spans(by_span, period, step)))


def _spans(by_span: dict[date, list[Any]], period: Period, step: Step) -> Iterator[DosesOfSpan]:
    for span in spans(period, step):
        if rows := by_span.get(span.first):
            amounts: Counter[str | None] = Counter()
            for row in rows:
                amounts[row.amount] += row.doses
            days = len({row.day for row in rows})
            yield DosesOfSpan(span.first, span.last, amounts.total(), days, tuple(amounts.most_common()))
