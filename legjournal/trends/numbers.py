"""The numbers behind the pictures: read once, and after an entry only what it was about."""

from collections.abc import Mapping
from dataclasses import dataclass

from legjournal.journal import Journal
from legjournal.progress import Progress, unheard
from legjournal.storage.history import Changed
from legjournal.trends.by_day import ByDay
from legjournal.trends.changes import Words, appointments_by_day, changes_by_day
from legjournal.trends.facts import Facts, Outcome
from legjournal.trends.loading import brought_up_to_date, load
from legjournal.trends.period import DAY, Period

LATEST = 60  # days of a first picture


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the journal says by day. Values are never changed: an entry makes new ones.

    whole: from the first day recorded, or the first one read, to today. complete: whether all of the journal
    was read, and not its last days only. sessions: the days with one, as the value 1.
    """

    facts: Facts
    whole: Period
    complete: bool
    values: Mapping[Outcome, ByDay]
    sessions: ByDay
    changes: Words
    appointments: Words


def read(journal: Journal, progress: Progress = unheard) -> Numbers:
    """All of them. `progress` may raise to give up."""
    facts = load(journal)
    progress(0.7)
    numbers = _numbers(journal, facts, complete=True)
    progress(1.0)
    return numbers


def read_latest(journal: Journal, progress: Progress = unheard) -> Numbers:
    """Those of the last weeks, for a first picture."""
    today = journal.clock.today()
    days = frozenset(today - n * DAY for n in range(LATEST))
    facts = brought_up_to_date(journal, Facts({}), Changed(days=days))
    progress(0.9)
    return _numbers(journal, facts, complete=False)


def read_again(journal: Journal, numbers: Numbers, changed: Changed, progress: Progress = unheard) -> Numbers:
    """The numbers after an action; of the days only those it was about are read."""
    facts = brought_up_to_date(journal, numbers.facts, changed)
    progress(0.5)
    return _numbers(journal, facts, complete=numbers.complete)


def _numbers(journal: Journal, facts: Facts, *, complete: bool) -> Numbers:
    today = journal.clock.today()
    changes, appointments = changes_by_day(journal), appointments_by_day(journal)
    first = min(facts.days, default=today) if complete else today - (LATEST - 1) * DAY
    return Numbers(
        facts=facts,
        whole=Period(min(first, today), today),
        complete=complete,
        values={outcome: ByDay(facts.values(outcome)) for outcome in Outcome},
        sessions=ByDay({day: 1 for day, known in facts.days.items() if known.session}),
        changes=changes,
        appointments=appointments,
    )
