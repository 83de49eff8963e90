"""Which parts of a diary page are asked."""

import pytest

from legjournal.journal import Journal
from legjournal.parts import Part, hidden_parts, hide_parts, part_names


def test_all_is_asked_until_something_is_left_out(journal: Journal) -> None:
    """A choice is kept in the journal, and may be taken back."""
    assert hidden_parts(journal.preferences) == frozenset()
    hide_parts(journal.preferences, [Part.MOOD, Part.NIGHT])
    assert hidden_parts(journal.preferences) == {Part.NIGHT, Part.MOOD}
    hide_parts(journal.preferences, [])
    assert hidden_parts(journal.preferences) == frozenset()


@pytest.mark.parametrize(
    "value", [None, "night", {"night": 1}, 7, ["a later part", None, 3, "night"]], ids=str
)
def test_a_choice_of_another_version_is_read_as_far_as_it_is_known(journal: Journal, value: object) -> None:
    """Whatever an import brings, the page is there."""
    journal.preferences.choose("hidden_parts", value)
    assert hidden_parts(journal.preferences) == ({Part.NIGHT} if isinstance(value, list) else frozenset())


def test_every_part_has_its_name() -> None:
    """No two are called alike."""
    assert set(part_names()) == set(Part)
    assert len(set(part_names().values())) == len(Part)
