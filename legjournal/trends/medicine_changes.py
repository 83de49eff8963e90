"""What changed of the medicines, and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legjournal.journal import Journal
from legjournal.models.medicines import Medicine
from legjournal.trends.period import Period


class What(StrEnum):
    """What happened to a medicine on a day."""

    STARTED = "started"
    CHANGED = "changed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class MedicineChange:
    """One change. Name, doses and why as typed; before: the dose until then, of a medicine that changed."""

    date: date
    what: What
    name: str
    dose: str | None
    before: str | None
    why: str | None


def medicine_changes(journal: Journal, period: Period) -> tuple[MedicineChange, ...]:
    """Those of the period, the earliest first."""
    followed = journal.medicines.changes()
    found = [
        change
        for thread in journal.medicines.histories()
        for change in _changes(thread, followed)
        if change.date in period
    ]
    return tuple(sorted(found, key=lambda change: (change.date, change.name.casefold())))


def _changes(thread: Sequence[Medicine], followed: Mapping[str, str]) -> Iterator[MedicineChange]:
    """followed: which row took the place of which, without a break; the end of such a one is no stop."""
    before = {followed[row.id]: row for row in thread if row.id in followed}
    for row in thread:
        if row.started is not None:
            yield _began(row, row.started, before.get(row.id))
        if row.stopped is not None and row.id not in followed:
            yield MedicineChange(row.stopped, What.STOPPED, row.name, row.dose, None, row.why)


def _began(row: Medicine, day: date, before: Medicine | None) -> MedicineChange:
    if before is None:
        return MedicineChange(day, What.STARTED, row.name, row.dose, None, row.why)
    return MedicineChange(day, What.CHANGED, row.name, row.dose, before.dose, row.why)
