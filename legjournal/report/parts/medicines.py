"""The medicines as the person takes them, and what changed when."""

from dataclasses import dataclass
from datetime import date

from legjournal.journal import Journal
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """A medicine as typed, with its dates.

    new_dose: it was in use before, at another dose. dose_changed: it went on at another dose after.
    """

    name: str
    dose: str | None
    regularity: str
    started: date | None
    stopped: date | None
    new_dose: bool = False
    dose_changed: bool = False


def medicines(journal: Journal, period: Period) -> tuple[MedicineLine, ...]:
    """What was taken in the period."""
    changes = journal.medicines.changes()
    return tuple(
        MedicineLine(
            row.name,
            row.dose,
            row.regularity.value,
            row.started,
            row.stopped,
            new_dose=row.id in changes.values(),
            dose_changed=row.id in changes,
        )
        for row in journal.medicines.taken_between(period.first, period.last)
    )
