"""Where in a closed shape a word has the most room."""

from functools import cache
from itertools import pairwise
from math import hypot

from legjournal.charts.curves import Path, Point, straight

_GRID = 10  # places across and down that are tried


@cache
def roomiest(path: Path) -> Point:
    """The place of a coarse grid inside `path` that is farthest from its edge."""
    edge = straight(path)
    (left, right), (top, bottom) = [(min(numbers), max(numbers)) for numbers in zip(*edge, strict=True)]
    grid = [
        (left + (right - left) * across / _GRID, top + (bottom - top) * down / _GRID)
        for across in range(1, _GRID)
        for down in range(1, _GRID)
    ]
    return max((point for point in grid if holds(edge, point)), key=lambda point: _room(edge, point))


def holds(edge: list[Point], point: Point) -> bool:
    """Whether a point lies within straight lines that end where they began."""
    x, y = point
    crossed = False  # a line from the point to the right leaves the shape once more than it enters it
    for (x1, y1), (x2, y2) in pairwise(edge):
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
            crossed = not crossed
    return crossed


def _room(edge: list[Point], point: Point) -> float:
    """How far the nearest line of the edge is."""
    return min(_distance(point, *line) for line in pairwise(edge))


def _distance(point: Point, start: Point, end: Point) -> float:
    along = end[0] - start[0], end[1] - start[1]
    length = along[0] ** 2 + along[1] ** 2
    reach = (point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]
    share = min(max(reach / length, 0.0), 1.0) if length else 0.0
    return hypot(point[0] - start[0] - share * along[0], point[1] - start[1] - share * along[1])
