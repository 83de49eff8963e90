"""From what SQLite reports to what the person reads."""

from contextlib import closing
from datetime import date

import pytest
from hand_clock import EVENING
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from legjournal import errors
from legjournal.journal import Journal
from legjournal.storage.engine import connect
from legjournal.storage.faults import as_sentences

REPORTS = {
    "database or disk is full": errors.DiskFull,
    "attempt to write a readonly database": errors.ReadOnly,
    "database is locked": errors.SaveBusy,
    "database table is locked": errors.SaveBusy,
    "disk I/O error": errors.DiskFault,
    "unable to open database file": errors.DiskFault,
    "database disk image is malformed": errors.DamagedInside,
    "file is not a database": errors.DamagedInside,
    "Could not decode to UTF-8 column 'note' with text '\\xff'": errors.DamagedInside,
}


@pytest.mark.parametrize(("report", "fault"), REPORTS.items(), ids=REPORTS)
def test_each_report_is_its_own_fault(report: str, fault: type[errors.JournalError]) -> None:
    """A full disk is never called locked, and nothing of the statement is passed on."""
    with pytest.raises(fault) as told, as_sentences():
        raise OperationalError("INSERT …", {"note": "private"}, dbapi2.OperationalError(report))
    assert type(told.value) is fault
    assert told.value.__cause__ is None
    assert "private" not in str(told.value)


def test_an_entry_changed_elsewhere_is_a_fault_of_its_own() -> None:
    """What SQLAlchemy calls stale, a person calls changed in another window."""
    with pytest.raises(errors.ChangedElsewhere), as_sentences():
        raise StaleDataError


def test_letters_that_cannot_be_read_are_damage() -> None:
    """A name or a text that is no UTF-8 any more can only come from a damaged file."""
    with pytest.raises(errors.DamagedInside), as_sentences():
        b"\xff".decode()


@pytest.mark.parametrize("bug", [IntegrityError, DatabaseError])
def test_a_bug_stays_a_bug(bug: type[DatabaseError]) -> None:
    """A broken rule of the tables is ours to mend, not the person's to read."""
    with pytest.raises(bug), as_sentences():
        raise bug("INSERT …", {}, dbapi2.IntegrityError("CHECK constraint failed: score"))


def test_when_nothing_is_wrong_nothing_happens() -> None:
    """Words pass through, and so do faults of other kinds."""
    with as_sentences():
        pass
    with pytest.raises(KeyError), as_sentences():
        raise KeyError


def test_a_value_no_longer_what_it_was_is_damage(journal: Journal) -> None:
    """A date with a letter in it, as a flipped bit leaves one, is told as damage and is no bug."""
    journal.diary.record(EVENING.date(), mood=4)
    with closing(connect(journal.path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE diary_day SET date = '2026-0q-22'")
    with pytest.raises(errors.DamagedInside):
        journal.diary.marks(date(2026, 1, 1), date(2026, 12, 31))
