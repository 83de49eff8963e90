"""What a test looks at in the versions of entries."""

from datetime import date

from sqlmodel import func, select

from legjournal.journal import Journal
from legjournal.library.exercises import plans, to_adopt
from legjournal.models.revision import Revision
from legjournal.versions import Entry


def only(entries: list[Entry]) -> Entry:
    """The one entry there is."""
    [entry] = entries
    return entry


def titles(entries: list[Entry]) -> list[str]:
    """What the entries are called, deleted ones in brackets."""
    return [f"({entry.title})" if entry.is_deleted else entry.title for entry in entries]


def adopt_plan(journal: Journal, day: date) -> None:
    """Begin the first plan of the shelf."""
    plan, items = to_adopt(plans().items["hip-glute-and-core"], day)
    journal.plans.adopt(plan, items[:2])


def revisions(journal: Journal) -> int:
    """How many revisions the file has."""
    with journal.store.read() as session:
        return session.exec(select(func.count()).select_from(Revision)).one()
