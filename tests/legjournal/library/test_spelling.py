"""The nearest word to one that is misspelt, and none where it would be a guess."""

import pytest

from legjournal.library.spelling import Vocabulary, distance


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("iron", "iron", 0),
        ("ferritn", "ferritin", 1),
        ("irron", "iron", 1),
        ("iran", "iron", 1),
        ("inor", "iron", 2),
        ("ferirtin", "ferritin", 1),
        ("", "iron", 4),
        ("iron", "", 4),
    ],
)
def test_letters_between_two_words(one: str, other: str, letters: int) -> None:
    """One left out, too many, another or swapped with the next is one letter, in both directions."""
    assert distance(one, other, 9) == distance(other, one, 9) == letters
    assert distance(one, other, letters) == letters
    assert letters == 0 or distance(one, other, letters - 1) > letters - 1


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("ferittin", "ferritin"),
        ("sciatca", "sciatica"),
        ("pian", "pain"),
        ("pia", ""),  # too short to say which
        ("pxxn", ""),  # of a short word one letter may be wrong
        ("scaitca", ""),
        ("farratan", ""),  # and of a long one two
        ("a" * 20_000, ""),
    ],
)
def test_the_nearest_word(typed: str, word: str) -> None:
    """At most two letters off, of short words one, and never for a word of three letters."""
    assert Vocabulary(["ferritin", "sciatica", "pain", "iron"]).nearest(typed) == word


def test_of_two_as_near_the_more_frequent() -> None:
    """The word that the pages use more often is more likely meant."""
    assert Vocabulary(["lags", "legs", "legs"]).nearest("lugs") == "legs"
    assert Vocabulary(["lags", "lags", "legs"]).nearest("lugs") == "lags"
