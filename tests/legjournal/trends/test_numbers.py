"""The numbers behind the pictures: read at once, in part, and again after an entry."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hand_clock import HandClock

from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.trends.facts import Outcome
from legjournal.trends.numbers import LATEST, Numbers, read, read_again, read_latest

TODAY = date(2026, 11, 22)
SCORE = {"kind": Kind.PAIN, "side": Side.LEFT, "score": 9}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred days."""
    path = tmp_path_factory.mktemp("numbers") / "sample.legjournal"
    write_sample(path, days=100, seed=2, last=TODAY).close()
    return path


@pytest.fixture
def filled(sample: Path, tmp_path: Path, clock: HandClock):
    """A journal of one's own with them."""
    path = tmp_path / "filled.legjournal"
    path.write_bytes(sample.read_bytes())
    with Journal.open(path, clock) as opened:
        yield opened


def _by_day(numbers: Numbers, first: date) -> dict[tuple[str, date], float | None]:
    days = [first + timedelta(days=n) for n in range((TODAY - first).days + 1)]
    return {(of, day): numbers.values[of].mean(day, day).value for of in Outcome for day in days}


def test_an_empty_journal_is_today_only(journal: Journal) -> None:
    """There is nothing to draw, and that is no fault."""
    numbers = read(journal)
    assert (numbers.whole.first, numbers.whole.last) == (TODAY, TODAY)
    assert numbers.complete


def test_the_latest_days_are_those_of_the_whole(filled: Journal) -> None:
    """A first picture has the very numbers that all of it will have, of the last days."""
    latest, whole = read_latest(filled), read(filled)
    assert not latest.complete
    assert len(latest.whole) == LATEST
    assert len(whole.whole) == 100
    assert _by_day(latest, latest.whole.first) == _by_day(whole, latest.whole.first)


def test_after_an_entry_the_numbers_are_those_of_reading_anew(filled: Journal) -> None:
    """What was changed is there, and nothing else is another."""
    before = read(filled)
    changed = filled.symptoms.add(TODAY - timedelta(days=70), **SCORE)
    after = read_again(filled, before, changed)

    assert _by_day(after, after.whole.first) == _by_day(read(filled), after.whole.first)
    assert _by_day(after, after.whole.first) != _by_day(before, before.whole.first)
