"""Sets, repetitions and seconds as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from legjournal import phrases
from legjournal.routine.typed_doses import bounds, range_in_words, read_range, read_seconds


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("10 to 15", (10, 15)),
        ("10-15", (10, 15)),
        (" 10 – 15 ", (10, 15)),
        ("8 or 10", (8, 10)),
        ("12", (12, 12)),
        ("15 to 10", (15, 10)),
        ("0", (0, 0)),
        ("10 to", None),
        ("ten", None),
        ("", None),
        ("10 15", None),
        ("-3", None),
    ],
)
def test_repetitions(typed: str, read: tuple[int, int] | None) -> None:
    """From and to in the ways they are written; whether they can be is not said here."""
    assert read_range(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("5", 5),
        ("30 seconds", 30),
        ("45 s", 45),
        ("2 min", 120),
        ("1 minute 30", 90),
        ("1 min 30 sec", 90),
        ("10 minutes", 600),
        ("", 0),
        ("none", 0),
        ("a while", None),
        ("-5", None),
        ("2 min 3 min", None),
    ],
)
def test_lengths(typed: str, read: int | None) -> None:
    """Seconds, minutes or both; nothing is no hold at all."""
    assert read_seconds(typed) == read


@given(some.integers(0, 100_000))
def test_a_length_is_read_as_it_is_written(seconds: int) -> None:
    """What stands in the field after it was understood means the same."""
    assert read_seconds(phrases.seconds(seconds)) == seconds


@given(some.integers(0, 99_999), some.integers(0, 99_999))
def test_a_range_is_read_as_it_is_written(few: int, many: int) -> None:
    """So does a range."""
    assert read_range(range_in_words(few, many)) == (few, many)


@given(some.text(max_size=20))
def test_whatever_is_typed(typed: str) -> None:
    """Nothing that is typed breaks the reading."""
    read_range(typed)
    read_seconds(typed)


def test_the_bounds_are_those_of_a_plan() -> None:
    """They stand once, on the fields of a plan's item."""
    assert bounds("sets") == (1, 20)
    assert bounds("repetitions_to") == (1, 200)
    assert bounds("hold_seconds") == (0, 600)
    assert bounds("rest_seconds") == (0, 900)
