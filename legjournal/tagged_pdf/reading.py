"""Where words end, so that lines are read aloud as they are meant."""

from collections.abc import Iterator


class Reading:
    """How far a text has been drawn, piece by piece, and whether a word ends there.

    Pieces may have lost the spaces around them; an address broken over lines has none where it breaks.
    """

    def __init__(self, text: str) -> None:
        self._ends = frozenset(_word_ends(text))
        self._letters = 0

    def ends_word(self, piece: str) -> bool:
        """Whether a space follows `piece`, which comes next in the text."""
        self._letters += _letters(piece)
        return self._letters in self._ends


def _word_ends(text: str) -> Iterator[int]:
    """How many letters come before each space of a text."""
    letters = 0
    for word in text.split()[:-1]:
        letters += len(word)
        yield letters


def _letters(piece: str) -> int:
    return sum(map(len, piece.split()))
