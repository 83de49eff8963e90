"""Sets, repetitions and seconds as a person types them, and the bounds a plan has for them."""

import re

from annotated_types import Ge, Le

from legjournal.models.routine import PlanItemFields
from legjournal.phrases import read_number
from legjournal.words import text

_RANGE = re.compile(r"([0-9]{1,6})\s*(?:-|–|—|to|or)\s*([0-9]{1,6})")
_LENGTH = re.compile(
    r"(?:(?P<minutes>[0-9]{1,6})\s*(?:m|min|mins|minute|minutes)\b)?\s*"
    r"(?:(?P<seconds>[0-9]{1,6})\s*(?:s|sec|secs|second|seconds)?)?"
)
NOTHING = frozenset({"no", "none", "nothing", "-", "–"})


def bounds(name: str) -> tuple[int, int]:
    """The least and the most that a plan's item takes as its answer `name`."""
    metadata = PlanItemFields.model_fields[name].metadata
    least = next(int(bound.ge) for bound in metadata if isinstance(bound, Ge))  # type: ignore[call-overload]
    most = next(int(bound.le) for bound in metadata if isinstance(bound, Le))  # type: ignore[call-overload]
    return least, most


def read_range(typed: str) -> tuple[int, int] | None:
    """From and to: 10 to 15, 10-15, or 12 for both; None where it is neither. Any numbers will do."""
    plain = typed.strip().lower()
    if (one := read_number(plain)) is not None:
        return one, one
    match = _RANGE.fullmatch(plain)
    return (int(match[1]), int(match[2])) if match else None


def range_in_words(few: int, many: int) -> str:
    """10 to 15, or 12."""
    return str(few) if few == many else text("{few} to {many}").format(few=few, many=many)


def read_seconds(typed: str) -> int | None:
    """The seconds in 5, 30 seconds, 2 min or 1 minute 30; 0 for nothing typed, None where it is no length."""
    plain = typed.strip().lower()
    if not plain or plain in NOTHING:
        return 0
    match = _LENGTH.fullmatch(plain)
    if match is None:
        return None
    return int(match["minutes"] or 0) * 60 + int(match["seconds"] or 0)
