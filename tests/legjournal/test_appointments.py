"""Appointments: when, with whom, what to ask, what was agreed."""

from datetime import date, datetime, time, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.journal import Journal

TODAY = EVENING.date()
DAY = timedelta(days=1)


def _at(clock: HandClock, day: date) -> datetime:
    return clock.at(day, time(10, 20))


def test_appointments_come_in_the_order_of_their_time(journal: Journal, clock: HandClock) -> None:
    """However they were typed, the earliest is first."""
    for days in (5, -5, 1):
        journal.appointments.add(at=_at(clock, TODAY + days * DAY), with_whom=f"in {days}")
    assert [row.with_whom for row in journal.appointments.all()] == ["in -5", "in 1", "in 5"]


def test_order_is_by_instant_and_not_by_the_wall(journal: Journal, clock: HandClock) -> None:
    """Of two appointments in the doubled hour, the summer-time one is the earlier."""
    october = date(2026, 10, 25)
    journal.appointments.add(at=clock.at(october, time(1, 10), later=True), with_whom="second")
    journal.appointments.add(at=clock.at(october, time(1, 50)), with_whom="first")
    assert [row.with_whom for row in journal.appointments.all()] == ["first", "second"]


def test_the_next_appointment_is_the_first_to_come(journal: Journal, clock: HandClock) -> None:
    """One that is past is not next; one beginning this minute is; after the last there is none."""
    for days in (-5, 1, 5):
        journal.appointments.add(at=_at(clock, TODAY + days * DAY), with_whom=f"in {days}")
    assert journal.appointments.next_after(clock.now()).with_whom == "in 1"
    assert journal.appointments.next_after(_at(clock, TODAY + DAY)).with_whom == "in 1"
    assert journal.appointments.next_after(_at(clock, TODAY + 6 * DAY)) is None


def test_an_appointment_holds_questions_and_what_was_agreed(journal: Journal, clock: HandClock) -> None:
    """Questions first; what was agreed is added later and leaves them."""
    added = journal.appointments.add(at=_at(clock, TODAY), with_whom="Dr Patel", questions=["Is it iron?"])
    journal.appointments.change(added.rows[0], agreed="A blood test.")
    [row] = journal.appointments.all()
    assert (row.with_whom, row.questions, row.agreed) == ("Dr Patel", ["Is it iron?"], "A blood test.")
    assert not journal.appointments.change("no such appointment", agreed="x")


@pytest.mark.parametrize(
    "answers",
    [{"with_whom": ""}, {"with_whom": None}, {"questions": ["1", "2", "3", "4"]}, {"at": "soon"}],
    ids=str,
)
def test_an_appointment_has_somebody_a_time_and_three_questions_at_most(
    journal: Journal, clock: HandClock, answers: dict[str, object]
) -> None:
    """A nine-minute appointment holds three questions, and is with somebody at some time."""
    with pytest.raises(ValidationError):
        journal.appointments.add(**{"at": _at(clock, TODAY), "with_whom": "GP", **answers})
    assert journal.appointments.all() == []


def test_an_appointment_is_removed_and_brought_back(journal: Journal, clock: HandClock) -> None:
    """One that is gone already changes nothing; undo brings the last one back with its questions."""
    row = journal.appointments.add(at=_at(clock, TODAY), with_whom="Dr Shah", questions=["Iron?"]).rows[0]
    journal.appointments.remove(row)
    assert journal.appointments.get(row) is None
    assert journal.appointments.remove(row).tables == frozenset()
    journal.history.undo()
    assert journal.appointments.get(row).questions == ["Iron?"]
