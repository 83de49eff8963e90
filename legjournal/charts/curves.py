"""The curves of our own SVG drawings, read for any pen."""

import re
from dataclasses import dataclass

Point = tuple[float, float]

SVG = "{http://www.w3.org/2000/svg}"  # the namespace of every element
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}


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
