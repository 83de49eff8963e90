"""What comparing two journals comes to: values only, for a person to look at and `merge` to carry out."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from legjournal.exchange.parsing import HIGHEST_REV
from legjournal.models.record import BY_TABLE
from legjournal.models.row import KEPT_BY_JOURNAL, Fields, Row
from legjournal.storage.stored_rows import Stored
from legjournal.storage.tables import from_stored, table_of


class Version(StrEnum):
    """Which of two versions of an entry."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that only the other journal has."""

    table: str
    stored: Stored


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry both journals have, each in its own version.

    agreed: the answers that stand whichever version is chosen. disputed: the names of those that differ;
    empty when there is nothing to ask.
    """

    table: str
    mine: Stored
    theirs: Stored
    agreed: Stored
    disputed: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The entry's name in the open journal."""
        return str(self.mine["id"])

    @property
    def later(self) -> Version:
        """The version written later, as far as the two clocks tell."""
        newer = self.theirs["changed_at"] > self.mine["changed_at"]
        return Version.THEIRS if newer else Version.MINE

    def outcome(self, chosen: Version) -> Stored:
        """What the entry says if `chosen` is."""
        source = self.theirs if chosen is Version.THEIRS else self.mine
        return {**self.agreed, **{name: source[name] for name in self.disputed}}


@dataclass(frozen=True, slots=True)
class Plan:
    """What another journal would bring.

    new: entries only it has. newer: entries it has later answers to, which contradict nothing here.
    differing: entries for the person to decide on, the newest day first. related: whether the two have any
    entry in common.
    """

    other: Path
    new: tuple[Entry, ...]
    newer: tuple[Difference, ...]
    differing: tuple[Difference, ...]
    related: bool

    def __bool__(self) -> bool:
        """Whether there is anything to bring together."""
        return bool(self.new or self.newer or self.differing)


def refuse_untrue(table: str, stored: Stored) -> None:
    """Raise ValueError or TypeError for what cannot be true, though the file's own rules let it pass."""
    answers = from_stored(table_of(BY_TABLE[table]), stored)
    if not 1 <= stored["rev"] <= HIGHEST_REV:
        raise ValueError("more changes than a person makes")
    for fields in _fields_of(table):
        fields.model_validate({name: answers[name] for name in fields.model_fields})


def difference(table: str, mine: Stored, theirs: Stored, base: Stored | None) -> Difference:
    """Two versions of an entry joined answer by answer. base: what it was when the journals parted.

    An answer only one of the two gave, or only one of them changed, stands. Where the joined answers cannot
    all be true, the two versions are left whole.
    """
    agreed, disputed = _joined(mine, theirs, base or {})
    joined = Difference(table, mine, theirs, agreed, disputed)
    if all(_can_be_true(joined, version) for version in Version):
        return joined
    apart = tuple(name for name in (*agreed, *disputed) if mine[name] != theirs[name])
    same = {name: value for name, value in agreed.items() if name not in apart}
    return Difference(table, mine, theirs, same, apart)


def _joined(mine: Stored, theirs: Stored, base: Stored) -> tuple[Stored, tuple[str, ...]]:
    agreed: Stored = {}
    disputed: list[str] = []
    for name in (name for name in mine if name not in KEPT_BY_JOURNAL):
        here, there = mine[name], theirs[name]
        if here == there or (name in base and there == base[name]):
            agreed[name] = here
        elif name in base and here == base[name]:
            agreed[name] = there
        elif here is None or there is None:
            agreed[name] = there if here is None else here
        else:
            disputed.append(name)
    return agreed, tuple(disputed)


def _can_be_true(found: Difference, chosen: Version) -> bool:
    """Whether the joined answers hold together. Only a rule over several of them can be broken by joining."""
    fields = _fields_of(found.table)
    if not any(kind.__pydantic_decorators__.model_validators for kind in fields):
        return True
    try:
        refuse_untrue(found.table, {**found.mine, **found.outcome(chosen)})
    except (ValueError, TypeError):
        return False
    return True


@cache
def _fields_of(table: str) -> tuple[type[Fields], ...]:
    """What a person may fill in of a row of this table."""
    kinds = (kind for kind in BY_TABLE[table].__mro__ if issubclass(kind, Fields))
    return tuple(kind for kind in kinds if kind is not Fields and not issubclass(kind, Row))
