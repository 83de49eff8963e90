"""The usual times, a choice of the person."""

from datetime import time
from typing import Any

import pytest

from legjournal.journal import Journal

USUAL = {"got_into_bed": time(22, 30), "got_out_of_bed": time(7)}


def test_a_choice_is_kept_and_replaced(journal: Journal) -> None:
    """None are chosen at first; a choice is kept whole, and a new one takes its place."""
    assert journal.usual_times.chosen() == {}
    journal.usual_times.choose(USUAL)
    assert journal.usual_times.chosen() == USUAL
    journal.usual_times.choose({"tried_to_sleep": time(0, 15)})
    assert journal.usual_times.chosen() == {"tried_to_sleep": time(0, 15)}


def test_a_choice_is_no_answer(journal: Journal) -> None:
    """No night comes of it, and it is not among what undo takes back."""
    journal.usual_times.choose(USUAL)
    assert journal.nights.ending_on(journal.clock.today()) is None
    assert not journal.history.undo()


@pytest.mark.parametrize(
    ("brought", "chosen"),
    [
        ("half ten", {}),
        ([1, 2], {}),
        ({"got_into_bed": "late", "wakings": "07:00", "got_out_of_bed": 7}, {}),
        ({"got_into_bed": "22:30:59+01:00"}, {"got_into_bed": time(22, 30)}),
    ],
)
def test_what_is_no_time_is_passed_over(journal: Journal, brought: Any, chosen: dict[str, time]) -> None:
    """Whatever an import brought under that name does no harm."""
    journal.preferences.choose("usual_times", brought)
    assert journal.usual_times.chosen() == chosen
