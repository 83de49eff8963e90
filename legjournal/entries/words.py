"""An entry of any table in plain words, from its columns as they lie in the file.

`names`: how other entries are called, by their id, and own exercises, by their key (see `names_of`). Where a
name is missing the line is left out, for an id says nothing to a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import union_all
from sqlmodel import Session, select

from legjournal.entries.fields import NAMED, FieldWords, fields_of
from legjournal.entries.titles import Names, exercise, title_of
from legjournal.models.medicines import Medicine
from legjournal.models.record import BY_TABLE
from legjournal.models.routine import Exercise, Plan
from legjournal.models.therapies import TherapyCourse
from legjournal.models.weekly import Activity
from legjournal.storage.tables import from_stored, table_of

Stored = Mapping[str, Any]
NO_NAMES: Names = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One answered field."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One field as two versions of an entry have it; None where it is not answered."""

    label: str
    one: str | None
    other: str | None

    @property
    def differs(self) -> bool:
        """Whether the two versions say something else here."""
        return self.one != self.other


def title(table: str, stored: Stored, names: Names = NO_NAMES) -> str:
    """What the entry is called in a list: “Last night”, “Left outer hip, pain”."""
    return title_of(table, _answers(table, stored), names)


def lines(table: str, stored: Stored, names: Names = NO_NAMES) -> tuple[Line, ...]:
    """The answered fields in the order in which they are asked."""
    return tuple(Line(pair.label, pair.one) for pair in side_by_side(table, stored, None, names) if pair.one)


def side_by_side(
    table: str, one: Stored | None, other: Stored | None, names: Names = NO_NAMES
) -> tuple[Pair, ...]:
    """Two versions of one entry, field by field as far as either has an answer; None: no entry at all."""
    first, second = _answers(table, one), _answers(table, other)
    pairs = [
        Pair(field.label, said(field, first, names), said(field, second, names)) for field in fields_of(table)
    ]
    return tuple(pair for pair in pairs if pair.one or pair.other)


def names_of(session: Session) -> dict[str, str]:
    """How the entries that others refer to are called."""
    named = union_all(*(select(kind.id, kind.name) for kind in (Plan, Medicine, TherapyCourse, Activity)))
    own = select(Exercise.key, Exercise.name)
    return {key: name for found in (named, own) for key, name in session.execute(found)}


def said(field: FieldWords, answers: Mapping[str, Any], names: Names) -> str | None:
    """One answer in words, from Python values; None where there is none."""
    answer = answers.get(field.column)
    if answer is None:
        return None
    if field.say == NAMED:
        return exercise(answer, names) if field.column == "exercise" else names.get(answer)
    assert callable(field.say)
    return field.say(answer) or None


def _answers(table: str, stored: Stored | None) -> dict[str, Any]:
    if stored is None:
        return {}
    lies_in = table_of(BY_TABLE[table])
    known = {name: value for name, value in stored.items() if name in lies_in.columns}
    return from_stored(lies_in, known)
