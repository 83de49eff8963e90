"""Mutated files and files made up by hypothesis: refused in a sentence, or taken whole and taken back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torture.hostile_files import DICTIONARY, furnished, import_hostile, mutants, open_hostile

from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE

WORDS = st.sampled_from(DICTIONARY) | st.text(max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda value: st.lists(value, max_size=3) | st.dictionaries(WORDS, value, max_size=3),
    max_leaves=4,
)
TIMES = {"recorded_at": "2026-11-22T21:14:00Z", "changed_at": "2026-11-22T21:14:00Z"}


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A table and an entry that is nearly one of its own."""
    name = draw(st.sampled_from(sorted(BY_TABLE)))
    fields = sorted(BY_TABLE[name].model_fields)
    answers = draw(st.dictionaries(st.sampled_from(fields), VALUES, max_size=4))
    return name, {"id": "a", "rev": 1, "date": "2026-11-21", **TIMES, **answers}


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with its export beside it."""
    with furnished(tmp_path_factory.mktemp("hostile")) as journal:
        yield journal


def test_a_mutated_export_breaks_nothing(journal: Journal) -> None:
    """Of two hundred most are refused, some can be true; the journal is the same in the end."""
    export = journal.path.with_name("all.json").read_bytes()
    taken = [
        import_hostile(mutant, journal, journal.path.with_name("in.json")) for mutant in mutants(export, 200)
    ]
    assert 0 < sum(taken) < len(taken)


def test_a_mutated_journal_is_told_apart(journal: Journal, tmp_path: Path) -> None:
    """The opening says what it is, or opens it; what it refuses it does not touch."""
    content = journal.path.read_bytes()
    for mutant in (*mutants(content[:200] + content[4096:5000], 100), *mutants(content, 50)):
        open_hostile(mutant, tmp_path / "in.legjournal")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=entries())
def test_an_entry_made_up_breaks_nothing(journal: Journal, entry: tuple[str, dict[str, Any]]) -> None:
    """It is refused, or brought in and taken back by one undo."""
    name, answers = entry
    whole = {"format": "legjournal", "version": 1, "tables": {name: [answers]}}
    import_hostile(json.dumps(whole).encode(), journal, journal.path.with_name("in.json"))
