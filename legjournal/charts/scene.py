"""A picture as plain geometry: what the window paints and the report draws, one geometry for two pens.

Lengths are in the unit of the pen (pixels or points), y runs downwards, colours are roles the pen knows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legjournal.charts.curves import Path, Point


class Role(StrEnum):
    """What a stroke or a mark stands for; a pen gives it a colour, a weight and a dash."""

    AXIS = "axis"
    GRID = "grid"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    BAR = "bar"
    NOTE = "note"


class Shape(StrEnum):
    """The shape of a mark, so that a series is never told by its colour alone."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


HOLLOW = frozenset({Shape.SQUARE, Shape.DIAMOND})  # drawn as an edge around the ground
# Around the centre of a mark, in its size; y runs downwards. A disc has none.
CORNERS: Mapping[Shape, tuple[Point, ...]] = {
    Shape.SQUARE: ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)),
    Shape.TRIANGLE: ((0.0, -1.0), (1.0, 1.0), (-1.0, 1.0)),
    Shape.DIAMOND: ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
}


class Fill(StrEnum):
    """How a surface is filled, so that what is more is denser, also on a photocopy."""

    TINT = "tint"  # even and pale: the bar of a chart
    EMPTY = "empty"
    SPARSE = "sparse"
    CROSSED = "crossed"
    DENSE = "dense"
    SOLID = "solid"


@dataclass(frozen=True, slots=True)
class Line:
    """An open line through `points`."""

    points: tuple[Point, ...]
    role: Role
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A small mark around its centre; `size` is its radius."""

    x: float
    y: float
    size: float
    shape: Shape
    role: Role


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    fill: Fill = Fill.TINT


@dataclass(frozen=True, slots=True)
class Area:
    """A surface within curves."""

    path: Path
    role: Role
    fill: Fill = Fill.EMPTY


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line; (x, y) is the start, middle or end of their base line, as `anchor` says."""

    x: float
    y: float
    words: str
    anchor: str = "start"
    bold: bool = False


Item = Line | Mark | Box | Area | Label


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the cursor of the window rests: a day, a night, a bar, from its top left corner.

    row: that of the table with its numbers; None where nothing was recorded. first, last: the days it stands
    for; None where it stands for none. name: in place of that of its days.
    """

    x: float
    y: float
    width: float
    height: float
    row: int | None = None
    first: date | None = None
    last: date | None = None
    name: str = ""

    @property
    def key(self) -> tuple[date | None, date | None, str]:
        """What it stands for, wherever it is."""
        return self.first, self.last, self.name


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished picture, with its words and its numbers for whoever does not see it.

    summary: one sentence that says what the picture says. header and rows: the same numbers as a table.
    stops: in the order of reading.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    summary: str
    header: tuple[str, ...] = ()
    rows: Sequence[tuple[str, ...]] = ()
    stops: tuple[Stop, ...] = ()
