"""The journal and a plain dictionary are told the same, and say the same."""

from hypothesis import HealthCheck, settings
from torture.machine import JournalMachine, LockedMachine

FEW = settings(
    max_examples=10, stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow], deadline=None
)


class TestJournal(JournalMachine.TestCase):
    """Whatever is done in whatever order, also undone, backed up, gone back to, and killed."""

    settings = FEW


class TestLockedJournal(LockedMachine.TestCase):
    """And so with an encrypted journal."""

    settings = settings(FEW, max_examples=5)
