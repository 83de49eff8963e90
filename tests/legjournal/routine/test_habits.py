"""How the person likes their sessions."""

from datetime import time

import pytest
from pydantic import ValidationError

from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.routine.habits import Chosen


def test_a_new_journal_has_the_usual_habits(journal: Journal) -> None:
    """Left first, rests timed, at six in the evening; to ask writes nothing."""
    chosen = journal.habits.chosen()
    assert (chosen.first_side, chosen.rests, chosen.session_time) == (Side.LEFT, True, time(18))
    assert chosen.calendar_days == []
    assert journal.preferences.get("first_side") is None


def test_habits_are_chosen_one_or_several_at_a_time(journal: Journal) -> None:
    """Each is a preference in plain words; those not named stay; the same again is no change."""
    journal.habits.choose(first_side=Side.RIGHT, session_time=time(7, 5))
    journal.habits.choose(rests=False)
    journal.habits.choose(calendar_days=[5, 1, 1, 3], ready_seconds=0)
    assert journal.habits.chosen() == Chosen(
        first_side=Side.RIGHT, rests=False, ready_seconds=0, session_time=time(7, 5), calendar_days=[1, 3, 5]
    )
    stored = [journal.preferences.get(name) for name in ("first_side", "rests", "session_time")]
    assert stored == ["right", False, "07:05"]
    assert not journal.habits.choose(rests=False)


@pytest.mark.parametrize(
    "habit",
    [
        {"first_side": Side.BOTH},
        {"rests": "yes"},
        {"ready_seconds": -1},
        {"ready_seconds": 61},
        {"session_time": "evening"},
        {"calendar_days": [7]},
        {"shoes": "on"},
    ],
    ids=str,
)
def test_what_cannot_be_a_habit_is_refused(journal: Journal, habit: dict[str, object]) -> None:
    """Nothing of it is kept."""
    with pytest.raises(ValidationError):
        journal.habits.choose(**habit)
    assert journal.habits.chosen() == Chosen()


def test_what_somebody_else_wrote_is_passed_over_one_by_one(journal: Journal) -> None:
    """A habit that an import spoilt is the usual one; its neighbours are as they were chosen."""
    journal.habits.choose(first_side=Side.RIGHT)
    for name, value in {
        "rests": 7,
        "session_time": "25:00",
        "calendar_days": "Mon",
        "ready_seconds": 1e9,
    }.items():
        journal.preferences.choose(name, value)
    assert journal.habits.chosen() == Chosen(first_side=Side.RIGHT)
