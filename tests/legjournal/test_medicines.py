"""Medicines, with when they began and ended."""

from datetime import timedelta

from hand_clock import EVENING

from legjournal.journal import Journal
from legjournal.models.medicines import Medicine

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_medicines_of_a_period_are_those_in_use_in_it(journal: Journal) -> None:
    """Begun before its end and not stopped before its beginning; without dates it is always in use."""
    first, last = TODAY - 10 * DAY, TODAY
    uses = {
        "always": (None, None),
        "stopped on the first day": (None, first),
        "begun on the last day": (last, None),
        "before": (first - 9 * DAY, first - DAY),
        "after": (last + DAY, None),
        "within": (first + DAY, last - DAY),
        "around": (first - DAY, last + DAY),
    }
    with journal.store.change() as change:
        for name, (started, stopped) in uses.items():
            change.session.add(Medicine(name=name, started=started, stopped=stopped, regularity="regular"))
    found = [row.name for row in journal.medicines.taken_between(first, last)]
    assert found == ["always", "stopped on the first day", "around", "within", "begun on the last day"]
