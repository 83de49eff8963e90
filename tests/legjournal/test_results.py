"""Test results: a number, its unit and its day, and no word about it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hand_clock import EVENING
from pydantic import ValidationError

from legjournal.errors import FutureDay
from legjournal.journal import Journal

TODAY = EVENING.date()
MAY = date(2026, 5, 2)
FERRITIN = {"name": "Ferritin", "number": 24, "unit": "micrograms/L", "date": MAY}


def test_results_come_newest_first(journal: Journal) -> None:
    """By the day of the test, whenever they were typed."""
    for number, day in ((41, TODAY), (24, MAY), (58, TODAY - timedelta(days=90))):
        journal.results.add(**{**FERRITIN, "number": number, "date": day})

    assert [row.number for row in journal.results.all()] == [41, 58, 24]


def test_a_series_is_of_one_test(journal: Journal) -> None:
    """Capitals and spaces do not tell tests apart; each keeps its name, number and unit as typed."""
    for name, number, unit in (
        ("Ferritin", 24, "ug/L"),
        (" ferritin", 58.25, "micrograms/L"),
        ("HbA1c", 41, None),
    ):
        journal.results.add(name=name, number=number, unit=unit, date=MAY)

    assert {(row.name, row.number, row.unit) for row in journal.results.series("FERRITIN ")} == {
        ("Ferritin", 24, "ug/L"),
        (" ferritin", 58.25, "micrograms/L"),
    }


def test_a_result_is_put_right_removed_and_back(journal: Journal) -> None:
    """A slip of the pen is the same row; what was removed comes back with undo, on its day."""
    added = journal.results.add(**FERRITIN)
    journal.results.correct(added.rows[0], number=42)
    assert (added.tables, added.days) == ({"test_result"}, {MAY})
    assert [row.number for row in journal.results.all()] == [42]

    journal.results.remove(added.rows[0])
    assert journal.results.all() == []
    assert journal.history.undo().days == {MAY}
    assert [row.number for row in journal.results.all()] == [42]
    assert not journal.results.correct("gone", number=1)
    assert not journal.results.remove("gone")


@pytest.mark.parametrize(
    "answers",
    [
        {"name": ""},
        {"name": "x" * 2001},
        {"number": "<10"},
        {"number": float("inf")},
        {"number": float("nan")},
        {"unit": "x" * 2001},
        {"date": None},
    ],
)
def test_what_is_no_result_is_refused(journal: Journal, answers: dict[str, Any]) -> None:
    """A number is needed, and a name and a day; nothing is stored otherwise."""
    with pytest.raises(ValidationError):
        journal.results.add(**{**FERRITIN, **answers})
    added = journal.results.add(**FERRITIN).rows[0]
    with pytest.raises(ValidationError):
        journal.results.correct(added, **answers)
    assert [row.number for row in journal.results.all()] == [24]


def test_a_result_of_tomorrow_is_refused(journal: Journal) -> None:
    """No laboratory knows it yet."""
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(FutureDay):
        journal.results.add(**{**FERRITIN, "date": tomorrow})
    added = journal.results.add(**FERRITIN).rows[0]
    with pytest.raises(FutureDay):
        journal.results.correct(added, date=tomorrow)
