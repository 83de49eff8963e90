"""The four nations: the ways to help that each of them has, and which one the person lives in."""

import datetime as dt
import tomllib
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from pydantic import Field

from legjournal.library.files import Content, Source
from legjournal.places import ASSETS
from legjournal.words import text

if TYPE_CHECKING:
    from legjournal.preferences import Preferences
    from legjournal.storage.history import Changed

KEY = "nation"  # of the preference
UNASKED = "unasked"  # stands for a preference that is not there; “Not now” is one that is empty


class Nation(StrEnum):
    """Where a person gets their care."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern_ireland"


def name_of(nation: Nation) -> str:
    """The nation's name, as people write it."""
    return {
        Nation.ENGLAND: text("England"),
        Nation.SCOTLAND: text("Scotland"),
        Nation.WALES: text("Wales"),
        Nation.NORTHERN_IRELAND: text("Northern Ireland"),
    }[nation]


class Door(Content):
    """A way to help: whom one reaches, by which number, and when it is the right one."""

    name: str = Field(min_length=1)
    number: str  # as it is printed; "" where each place has its own, or none may be printed
    when: str = Field(min_length=1)
    nations: list[Nation] = Field(min_length=1)
    checked: dt.date
    source: Source


class Doors(Content):
    """All of them, the most urgent first."""

    doors: list[Door]


@cache
def doors() -> tuple[Door, ...]:
    """The doors in assets/numbers.toml. Raises OSError or ValueError when the file is not as it must be."""
    content = (ASSETS / "numbers.toml").read_text(encoding="utf-8")
    return tuple(Doors.model_validate(tomllib.loads(content)).doors)


def doors_of(nation: Nation | None) -> list[Door]:
    """The doors of one nation, the most urgent first; of none, those that all four share."""
    wanted = set(Nation) if nation is None else {nation}
    return [door for door in doors() if wanted <= set(door.nations)]


class OwnNation:
    """The nation the person chose, kept in the journal under `nation`."""

    def __init__(self, preferences: "Preferences") -> None:
        self._preferences = preferences

    def chosen(self) -> Nation | None:
        """None where none was chosen, or where an import brought what is no nation."""
        try:
            return Nation(self._preferences.get(KEY))
        except ValueError:
            return None

    def was_asked(self) -> bool:
        """Whether the person has answered, be it with “Not now”."""
        return bool(self._preferences.get(KEY, UNASKED) != UNASKED)

    def choose(self, nation: Nation | None) -> "Changed":
        """Choose a nation, or none of them. Raises ValueError for what is no nation."""
        return self._preferences.choose(KEY, None if nation is None else Nation(nation).value)
