"""Surfaces on paper: filled by lines that stand closer or farther apart, since a copier loses greys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor

from reportlab.graphics.shapes import Group, Path, Shape

from legjournal.charts import curves
from legjournal.charts.curves import Point
from legjournal.charts.scene import Fill
from legjournal.report.typeface import ink


@dataclass(frozen=True, slots=True)
class _Hatching:
    """Lines `apart` from each other and `wide`, in points; crossed: in both directions."""

    apart: float
    wide: float
    crossed: bool


_HATCHINGS = {
    Fill.SPARSE: _Hatching(5.2, 0.7, crossed=False),
    Fill.CROSSED: _Hatching(5.2, 0.8, crossed=True),
    Fill.DENSE: _Hatching(3.4, 1.0, crossed=True),
}
_GREYS = {Fill.TINT: 0.75, Fill.SOLID: 0.0}


def filled(path: curves.Path, place: Callable[[Point], Point], fill: Fill, edge: Path) -> Iterator[Shape]:
    """The surface within `path`, its points put where `place` says, and its `edge`: a path still empty."""
    if hatching := _HATCHINGS.get(fill):
        inside = trace(path, Path(isClipPath=1, fillColor=None, strokeColor=None), place)
        yield trace(path, Path(fillColor=ink(1), strokeColor=None), place)
        yield Group(inside, _lines(hatching, [place(point) for curve in path for point in curve.points]))
    edge.fillColor = ink(_GREYS.get(fill, 1)) if not hatching else None
    yield trace(path, edge, place)


def trace(path: curves.Path, onto: Path, place: Callable[[Point], Point] = lambda point: point) -> Path:
    """Let `onto` follow the curves of `path`, its points put where `place` says."""
    for curve in path:
        numbers = [number for point in curve.points for number in place(point)]
        draw = {"M": onto.moveTo, "L": onto.lineTo, "C": onto.curveTo, "Z": onto.closePath}
        draw[curve.command](*numbers)
    return onto


def _lines(hatching: _Hatching, points: list[Point]) -> Path:
    """Slanting lines over the box around `points`; those of neighbouring surfaces meet."""
    (left, right), (bottom, top) = [(min(numbers), max(numbers)) for numbers in zip(*points, strict=True)]
    lines = Path(fillColor=None, strokeColor=ink(0), strokeWidth=hatching.wide)
    for slope in (1, -1) if hatching.crossed else (1,):
        least, most = sorted((slope * left, slope * right))
        first, last = floor((bottom - most) / hatching.apart), ceil((top - least) / hatching.apart)
        for rise in (step * hatching.apart for step in range(first, last + 1)):
            lines.moveTo(left, slope * left + rise)
            lines.lineTo(right, slope * right + rise)
    return lines
