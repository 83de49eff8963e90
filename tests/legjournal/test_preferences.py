"""The person's own choices."""

import pytest
from hand_clock import HandClock

from legjournal.journal import Journal


@pytest.mark.parametrize("value", ["night", 150, 1.5, True, False, None, ["a", 1], {"a": [None]}, "", "½ ✓"])
def test_a_choice_comes_back_as_what_it_was(journal: Journal, clock: HandClock, value: object) -> None:
    """False is False and not a word, None is a choice, lists stay lists, after a restart too."""
    journal.preferences.choose("thing", value)
    journal.close()
    with Journal.open(journal.path, clock) as again:
        assert again.preferences.get("thing", "another") == value


def test_without_a_choice_there_is_the_default(journal: Journal) -> None:
    """Asking for what was never chosen writes nothing."""
    assert journal.preferences.get("theme") is None
    assert journal.preferences.get("theme", "light") == "light"


def test_a_choice_replaces_the_last_one(journal: Journal) -> None:
    """One value a name; the same again is no change."""
    journal.preferences.choose("theme", "night")
    assert journal.preferences.choose("theme", "dark")
    assert not journal.preferences.choose("theme", "dark")
    assert journal.preferences.get("theme") == "dark"
