"""Words as they were meant: the nearest of a vocabulary to one that is not in it."""

from collections import Counter
from collections.abc import Iterable

SHORTEST = 4  # letters of a word that is looked at; shorter ones are near to too many
LONG = 8  # letters from which two may be wrong
LONGEST = 30  # letters; nothing longer is a word


class Vocabulary:
    """The words of a text, and how often each stands there."""

    def __init__(self, words: Iterable[str]) -> None:
        self._times = Counter(words)
        self._letters = {word: frozenset(word) for word in self._times}

    def beginning_with(self, letters: str) -> list[str]:
        """The words that begin so."""
        return [word for word in self._times if word.startswith(letters)]

    def nearest(self, typed: str) -> str:
        """The word with the fewest letters wrong, of several the most frequent one; "" where none is near.

        One may be wrong, of a longer word two: left out, too many, another, or in its neighbour's place.
        """
        if not SHORTEST <= len(typed) <= LONGEST:
            return ""
        most = 2 if len(typed) >= LONG else 1
        near = ((distance(typed, word, most), -self._times[word], word) for word in self._alike(typed, most))
        return min((found for found in near if found[0] <= most), default=(0, 0, ""))[2]

    def _alike(self, typed: str, most: int) -> list[str]:
        """The few worth measuring: about as long, and of about the same letters."""
        letters = frozenset(typed)
        return [
            word
            for word, others in self._letters.items()
            if abs(len(word) - len(typed)) <= most
            and len(word) >= SHORTEST
            and len(letters ^ others) <= 2 * most
        ]


def distance(one: str, other: str, most: int) -> int:
    """How many letters are left out, too many, wrong or swapped with the next (optimal string alignment).

    Where that is more than `most`, any number above it.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, its in enumerate(other, 1):
            least = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != its))
            if row > 1 and column > 1 and letter == other[column - 2] and its == one[row - 2]:
                least = min(least, before[column - 2] + 1)
            line.append(least)
        if min(line) > most:
            return most + 1
        before, above = above, line
    return above[-1]
