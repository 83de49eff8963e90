"""What is said of medicines, therapies and appointments on their days."""

from datetime import date, datetime

from legjournal.clock import LONDON
from legjournal.journal import Journal
from legjournal.trends.changes import appointments_by_day, changes_by_day

DAY = date(2026, 11, 2)


def test_a_medicine_starts_changes_and_stops(journal: Journal) -> None:
    """Each is said on its day; a change of dose is one change, not a stop and a start."""
    [first] = journal.medicines.add(name="Pramipexole", dose="0.125 mg", started=date(2026, 10, 1)).rows
    journal.medicines.change(first, DAY, dose="0.25 mg")
    [second] = journal.medicines.current(DAY)
    journal.medicines.stop(second.id, date(2026, 11, 20))

    assert changes_by_day(journal) == {
        date(2026, 10, 1): ("Pramipexole 0.125 mg started",),
        DAY: ("Pramipexole changed to 0.25 mg",),
        date(2026, 11, 20): ("Pramipexole stopped",),
    }


def test_a_course_begins_with_its_first_visit_unless_said(journal: Journal) -> None:
    """Without a first day written, the first visit is the start."""
    journal.therapies.begin(DAY, "Acupuncture")

    assert changes_by_day(journal) == {DAY: ("Acupuncture started",)}


def test_two_on_one_day_are_both_said(journal: Journal) -> None:
    """None takes the place of the other."""
    journal.medicines.add(name="Iron", started=DAY)
    journal.medicines.add(name="Magnesium", started=DAY)

    assert sorted(changes_by_day(journal)[DAY]) == ["Iron started", "Magnesium started"]


def test_appointments_are_said_once_they_have_been(journal: Journal) -> None:
    """With whom it was; one still to come is no part of what has been recorded."""
    journal.appointments.add(at=datetime(2026, 11, 2, 10, tzinfo=LONDON), with_whom="Dr Shah")
    journal.appointments.add(at=datetime(2026, 12, 2, 10, tzinfo=LONDON), with_whom="Physio")

    assert appointments_by_day(journal) == {DAY: ("Dr Shah",)}
