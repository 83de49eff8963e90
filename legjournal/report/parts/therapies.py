"""What was tried, how often and at what price."""

from dataclasses import dataclass
from datetime import date

from legjournal.journal import Journal
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class TherapyLine:
    """A therapy tried in the period; the cost is None where none was written."""

    name: str
    sessions: int
    cost_pence: int | None
    before: float | None
    after: float | None
    started: date | None = None
    stopped: date | None = None


def therapies(journal: Journal, period: Period) -> tuple[TherapyLine, ...]:
    """What was tried in the period."""
    return tuple(
        TherapyLine(
            course.name,
            course.sessions,
            course.cost_pence,
            course.before,
            course.after,
            course.started,
            course.stopped,
        )
        for course in journal.therapies.between(period.first, period.last)
    )
