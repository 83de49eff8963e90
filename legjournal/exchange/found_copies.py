"""Which conflict copies beside the journal hold something that it does not have."""

from collections.abc import Iterator
from pathlib import Path

from legjournal.errors import JournalError
from legjournal.exchange.compare import compare
from legjournal.exchange.comparison import Plan
from legjournal.journal import Journal
from legjournal.progress import Progress, unheard
from legjournal.storage.conflict_copies import conflict_copies, is_sure


def worth_looking_at(journal: Journal, progress: Progress = unheard) -> list[Plan]:
    """What each such copy would bring. `progress` is told 0 to 1, and may raise.

    A copy that brings nothing is passed over, and so is one that cannot be read, or somebody else's journal
    that only has a similar name.
    """
    copies = conflict_copies(journal.path)
    found: list[Plan] = []
    for number, copy in enumerate(copies):
        progress(number / len(copies))
        found += _worth(journal, copy)
    return found


def _worth(journal: Journal, copy: Path) -> Iterator[Plan]:
    try:
        plan = compare(journal, copy, journal.store.key)  # a copy of a locked journal has the same key
    except JournalError:
        return
    if plan and (plan.related or is_sure(copy, journal.path)):
        yield plan
