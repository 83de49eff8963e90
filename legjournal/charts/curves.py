"""The curves of our own SVG drawings, read for any pen."""

import re
from dataclasses import dataclass
from operator import mul

Point = tuple[float, float]

SVG = "{http://www.w3.org/2000/svg}"  # the namespace of every element
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
_STEPS = 6  # straight lines to a curve


@dataclass(frozen=True, slots=True)
class Curve:
    """One step of a path: M or L with one point, C with three, Z with none."""

    command: str
    points: tuple[Point, ...]


Path = tuple[Curve, ...]


def read_path(d: str) -> Path:
    """The steps of an SVG path that has M, L, C and Z only, each followed by as many points as one likes."""
    curves: list[Curve] = []
    for command, words in re.findall(r"([MLCZ])([^MLCZ]*)", d):
        numbers = [float(word) for word in words.replace(",", " ").split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        count = _POINTS[command]
        steps = [points[n : n + count] for n in range(0, len(points), count)] if count else [[]]
        curves += [Curve(command, tuple(step)) for step in steps]
    return tuple(curves)


def straight(path: Path) -> list[Point]:
    """The path as points with straight lines between them; a closed one ends where it began."""
    start = here = path[0].points[0]
    points: list[Point] = []
    for curve in path:
        match curve.command:
            case "C":
                points += [_along((here, *curve.points), step / _STEPS) for step in range(1, _STEPS + 1)]
            case "Z":
                points.append(start)
            case _:
                points += curve.points
        here = points[-1]
    return points


def _along(points: tuple[Point, ...], share: float) -> Point:
    """A point of a Bézier curve through the four `points`."""
    rest = 1 - share
    weights = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    x, y = (sum(map(mul, weights, numbers)) for numbers in zip(*points, strict=True))
    return x, y
