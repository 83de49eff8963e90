"""The legend below a chart: a key and its words for each part that is drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legjournal.charts.frame import Across, Down, length
from legjournal.charts.scene import Box, Fill, Label, Line, Mark, Role, Shape
from legjournal.words import text

_KEY = 2.2  # room for a key, in heights of the text
_GAP = 1.6  # from one entry to the next


@dataclass(frozen=True, slots=True)
class Stroke:
    """The key of a line of scores."""

    role: Role
    shape: Shape


@dataclass(frozen=True, slots=True)
class Dot:
    """The key of scores that are not joined by a line."""

    role: Role
    shape: Shape


Key = Stroke | Dot | Shape | Role | Fill | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the legend: its key, if it has one, from `x`, then its words."""

    x: float
    key: Key
    words: str


def explained(*, disturbed: bool, asleep: bool, days_to_a_point: int) -> Iterator[tuple[Key, str]]:
    """What has to be said of a chart beside the names of its lines."""
    if disturbed:
        yield Shape.TRIANGLE, text("woken twice or more by the legs")
    if asleep:
        yield Role.BAR, text("hours asleep")
    if days_to_a_point > 1:
        each = (
            text("each point and bar: average of {span}") if asleep else text("each point: average of {span}")
        )
        yield None, each.format(span=_span(days_to_a_point))
    yield None, text("gap: nothing recorded")


def _span(days: int) -> str:
    if days == 7:
        return text("7 days")
    if days > 364 and days % 364 == 0:
        return text("{n} years").format(n=days // 364)
    return text("{n} weeks").format(n=days // 7)


def place(parts: Iterable[tuple[Key, str]], across: Across) -> list[list[Entry]]:
    """The entries in rows, each with where it starts."""
    rows: list[list[Entry]] = [[]]
    x = across.left
    for key, words in parts:
        wide = (_KEY * across.em if key else 0.0) + length(words) * across.em
        if rows[-1] and x + wide > across.width:
            rows.append([])
            x = across.left
        rows[-1].append(Entry(x, key, words))
        x += wide + _GAP * across.em
    return rows


def draw(rows: Sequence[Sequence[Entry]], down: Down) -> Iterator[Line | Label | Mark | Box]:
    """Each key and then its words, row by row."""
    for number, row in enumerate(rows):
        y = down.legend_y(number)
        for entry in row:
            yield from _key(entry, y, down.em)
            yield Label(entry.x + (_KEY * down.em if entry.key else 0), y, entry.words)


def _key(entry: Entry, y: float, em: float) -> Iterator[Line | Mark | Box]:
    x, middle = entry.x, (entry.x + 0.9 * em, y - 0.35 * em)
    match entry.key:
        case Stroke(role, shape):
            yield Line(((x, middle[1]), (x + 1.8 * em, middle[1])), role)
            yield Mark(*middle, 0.26 * em, shape, role)
        case Dot(role, shape):
            yield Mark(*middle, 0.26 * em, shape, role)
        case Shape() as shape:
            yield Mark(*middle, 0.32 * em, shape, Role.AXIS)
        case Fill() as fill:
            yield Box(x, y - 0.8 * em, 1.8 * em, 0.95 * em, Role.AXIS, fill)
        case Role.BAR:
            yield Box(x + 0.6 * em, y - 0.8 * em, 0.7 * em, 0.9 * em, Role.BAR)
        case Role() as role:
            yield Line(((x, middle[1]), (x + 1.8 * em, middle[1])), role)
