"""What may have mattered on a day: a list of words to press, which the person makes their own."""

from collections.abc import Iterable

from pydantic import BaseModel

from legjournal.preferences import Preferences
from legjournal.storage.history import Changed
from legjournal.words import text

KEY = "factors"  # of the preference the person's own list lies in
LONGEST = 60  # letters: more would be a note, not a word to press


class OwnList(BaseModel):
    """How the person's list differs from the one the journal brings."""

    own: list[str] = []
    hidden: list[str] = []


class Factors:
    """The list to press from. What was pressed is kept with its day (`DiaryDay.factors`), word for word."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def words(self) -> dict[str, bool]:
        """Every word, the person's own at the end, and whether it is on the list or was taken off."""
        chosen = self._chosen()
        hidden = set(map(bare, chosen.hidden))
        return {word: bare(word) not in hidden for word in (*usual(), *chosen.own)}

    def add(self, word: str) -> Changed:
        """Put a word on the list, or one that was taken off back on it."""
        chosen = self._chosen()
        known = [*usual(), *chosen.own]
        own = chosen.own if spelled(word, known) in known else [*chosen.own, word]
        return self._choose(own, _without(word, chosen.hidden))

    def hide(self, word: str) -> Changed:
        """Take a word off the list. The days that have it keep it."""
        chosen = self._chosen()
        return self._choose(chosen.own, [*_without(word, chosen.hidden), word])

    def _chosen(self) -> OwnList:
        try:
            return OwnList.model_validate(self._preferences.get(KEY, {}))
        except ValueError:  # brought in from a file that somebody else wrote
            return OwnList()

    def _choose(self, own: list[str], hidden: list[str]) -> Changed:
        return self._preferences.choose(KEY, OwnList(own=own, hidden=hidden).model_dump())


def spelled(word: str, words: Iterable[str]) -> str:
    """`word` as it stands among `words` already, in capitals or not; or as it is."""
    return next((other for other in words if bare(other) == bare(word)), word)


def usual() -> list[str]:
    """What is often named as bearing on the legs or on sleep; none of it is advice."""
    return [
        text("caffeine after midday"),
        text("alcohol"),
        text("nicotine"),
        text("late meal"),
        text("long sitting"),
        text("long standing"),
        text("walk"),
        text("hard exercise"),
        text("stretching"),
        text("massage"),
        text("warm bath"),
        text("heat pad"),
    ]


def _without(word: str, words: Iterable[str]) -> list[str]:
    return [other for other in words if bare(other) != bare(word)]


def bare(word: str) -> str:
    """A word as it is compared: in capitals or not is the same."""
    return word.strip().casefold()
