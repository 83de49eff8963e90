"""Of the copies beside the journal only those are spoken of that hold something new."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock

from legjournal.exchange.found_copies import worth_looking_at
from legjournal.exchange.merge import merge
from legjournal.journal import Journal

TODAY = EVENING.date()


def _copy(journal: Journal, name: str, mood: int | None = None) -> Path:
    """A copy of the journal beside it, in which the other computer may have written something."""
    path = journal.path.with_name(name)
    shutil.copy(journal.path, path)
    if mood is not None:
        with Journal.open(path, HandClock()) as other:
            other.diary.record(TODAY, mood=mood)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "j (Ann's conflicted copy 2026-11-22).legjournal",
        "j.sync-conflict-20261122-101010-ABCDEFG.legjournal",
        "j-ANNS-LAPTOP.legjournal",
        "j (1).legjournal",
    ],
)
def test_a_copy_with_something_new_is_found_until_it_is_brought_in(journal: Journal, name: str) -> None:
    """Whatever program made it; once its entries are here nothing more is said of it."""
    journal.diary.record(TODAY - timedelta(days=1), mood=5)
    copy = _copy(journal, name, mood=3)

    [plan] = worth_looking_at(journal)
    assert plan.other == copy
    merge(journal, plan, {})
    assert worth_looking_at(journal) == []


def test_what_brings_nothing_is_passed_over(journal: Journal) -> None:
    """A copy that is equal or older, one that is damaged, and a file that is no journal at all."""
    journal.diary.record(TODAY, mood=5)
    _copy(journal, "j (1).legjournal")
    _copy(journal, "j (conflicted copy 2026-11-22 101010).legjournal").write_bytes(b"cut short")
    journal.path.with_name("j-notes.legjournal").write_text("Dear diary")
    journal.diary.record(TODAY, mood=6)
    assert worth_looking_at(journal) == []


def test_somebody_elses_journal_is_left_alone(journal: Journal) -> None:
    """A similar name alone is no reason to speak of it: the two share no entry."""
    journal.diary.record(TODAY, mood=5)
    with Journal.create(journal.path.with_name("j-2.legjournal"), HandClock()) as theirs:
        theirs.diary.record(TODAY, mood=3)
    assert worth_looking_at(journal) == []


def test_several_copies_and_progress(journal: Journal) -> None:
    """Each is looked at in turn."""
    journal.diary.record(TODAY - timedelta(days=1), mood=5)
    copies = [_copy(journal, f"j ({number}).legjournal", mood=number) for number in (1, 2)]
    told: list[float] = []
    assert [plan.other for plan in worth_looking_at(journal, told.append)] == copies
    assert told == [0.0, 0.5]
