"""Naps of a diary day."""

from datetime import date, datetime, time, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.models.row import new_id
from legjournal.sleep import figures, napping

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_several_naps_a_day(journal: Journal, clock: HandClock) -> None:
    """Naps keep the order in which they were written, each with its own answers."""
    [began] = journal.clock.instants_on_page(TODAY, time(11, 40))
    journal.naps.record(TODAY, first := new_id(), started=began, minutes=45)
    clock.set(datetime(2026, 11, 22, 21, 15))
    changed = journal.naps.record(TODAY, second := new_id(), minutes=20)
    assert (changed.tables, changed.days, changed.rows) == ({"nap"}, {TODAY}, (second,))

    naps = journal.naps.on(TODAY)
    assert [(nap.id, nap.started, nap.minutes) for nap in naps] == [(first, began, 45), (second, None, 20)]
    assert napping(naps) == 65
    assert journal.naps.on(TODAY - DAY) == []


def test_answers_come_one_by_one_and_go_again(journal: Journal) -> None:
    """The first answer makes a nap, another joins it, and with the last taken back it is gone."""
    nap_id = new_id()
    assert not journal.naps.record(TODAY, nap_id, minutes=None)
    journal.naps.record(TODAY, nap_id, minutes=30)
    journal.naps.record(TODAY, nap_id, started=journal.clock.instants_on_page(TODAY, time(14))[0])
    assert [nap.minutes for nap in journal.naps.on(TODAY)] == [30]
    journal.naps.record(TODAY, nap_id, minutes=None)
    assert len(journal.naps.on(TODAY)) == 1
    journal.naps.record(TODAY, nap_id, started=None)
    assert journal.naps.on(TODAY) == []


def test_a_removed_nap_comes_back_by_undo(journal: Journal) -> None:
    """Removing takes the nap off its page once; undo puts the same one back."""
    journal.naps.record(TODAY, nap_id := new_id(), minutes=30)
    assert journal.naps.remove(nap_id)
    assert not journal.naps.remove(nap_id)
    journal.history.undo()
    assert [(nap.id, nap.minutes) for nap in journal.naps.on(TODAY)] == [(nap_id, 30)]


def test_naps_are_never_part_of_the_night(journal: Journal) -> None:
    """A night comes to the same with a nap beside it as without."""
    at = journal.nights.time_of_night
    journal.nights.record(TODAY, got_into_bed=at(TODAY, time(23)), got_out_of_bed=at(TODAY, time(7)))
    before = figures(journal.nights.ending_on(TODAY))
    journal.naps.record(TODAY, new_id(), minutes=90)
    assert figures(journal.nights.ending_on(TODAY)) == before


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        (time(4), "2026-10-24T04:00:00+01:00"),
        (time(11, 40), "2026-10-24T11:40:00+01:00"),
        (time(23, 30), "2026-10-24T23:30:00+01:00"),
        (time(0, 30), "2026-10-25T00:30:00+01:00"),
        (time(3, 59), "2026-10-25T03:59:00+00:00"),
    ],
)
def test_the_day_of_a_nap_lasts_until_4am(journal: Journal, wall: time, instant: str) -> None:
    """A clock time before 4am is still of the same diary day, whatever the clocks do in between."""
    [found] = journal.clock.instants_on_page(date(2026, 10, 24), wall)
    assert found.isoformat() == instant
    assert journal.clock.day_of(found) == date(2026, 10, 24)


def test_what_no_nap_can_be_is_refused(journal: Journal) -> None:
    """A day to come, a length past its bounds and an unknown question are refused, and nothing is kept."""
    with pytest.raises(FutureDay):
        journal.naps.record(TODAY + DAY, new_id(), minutes=1)
    for answers in ({"minutes": 961}, {"minutes": -1}, {"snoring": 1}):
        with pytest.raises(ValidationError):
            journal.naps.record(TODAY, new_id(), **answers)
    assert journal.naps.on(TODAY) == []
