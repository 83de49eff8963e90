"""The sentences of the world's faults."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from legjournal import errors

GIVEN = {
    "computer": "ANNA-LAPTOP",
    "since": "today, 9.14pm",
    "path": Path("/home/sam/Noël {0} %s.legjournal"),
    "version": 2,
    "known": 1,
    "reason": "disk quota exceeded",
    "command": "backup",
    "why": "The disk is full.",
    "flaw": "The file is damaged.",
    "group": 7,
    "day": "3 March 2026",
}


def _kinds(kind: type[errors.JournalError] = errors.JournalError) -> Iterator[type[errors.JournalError]]:
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from _kinds(child)


WITH_A_SENTENCE = [kind for kind in _kinds() if "__init__" in vars(kind)]


@pytest.mark.parametrize("kind", WITH_A_SENTENCE, ids=lambda kind: kind.__name__)
def test_a_fault_is_one_sentence_a_person_can_read(kind: type[errors.JournalError]) -> None:
    """On one line, to its full stop, with the file named as it is and no name of ours in it."""
    names = list(inspect.signature(kind.__init__).parameters)[1:]
    sentence = str(kind(*(GIVEN[name] for name in names)))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert kind.__name__ not in sentence
    if "path" in names:
        assert GIVEN["path"].name in sentence


def test_no_two_faults_say_the_same() -> None:
    """A person who reads two different sentences has two different faults."""
    sentences = {
        str(kind(*(GIVEN[name] for name in list(inspect.signature(kind.__init__).parameters)[1:])))
        for kind in WITH_A_SENTENCE
    }
    assert len(sentences) == len(WITH_A_SENTENCE) > 15


def test_a_fault_of_saving_says_nothing_of_what_was_typed() -> None:
    """Faults of a save take no words of the person's at all."""
    saves = [kind for kind in WITH_A_SENTENCE if issubclass(kind, errors.NotSaved)]
    assert len(saves) >= 5
    assert all(len(inspect.signature(kind.__init__).parameters) == 1 for kind in saves)
