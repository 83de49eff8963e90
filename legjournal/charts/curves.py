"""The curves of our own SVG drawings, read for any pen."""

import re
from dataclasses import dataclass

from legjournal.charts.scene import Point

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
    tokens = re.findall(r"[MLCZ]|-?[\d.]+", d)
    curves: list[Curve] = []
    command = ""
    while tokens:
        if tokens[0] in _POINTS:
            command = tokens.pop(0)
        numbers = [float(tokens.pop(0)) for _ in range(2 * _POINTS[command])]
        curves.append(Curve(command, tuple(zip(numbers[::2], numbers[1::2], strict=True))))
    return tuple(curves)
