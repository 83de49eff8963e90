"""The exercise pictures for print: black on white, what works told apart by a grey and an arrow."""

from collections.abc import Iterator

from reportlab.graphics.shapes import Drawing, Group, Path

from legjournal.charts import drawing as pictures
from legjournal.charts.drawing import HEIGHT, WIDTH, Ink, Stroke, strokes
from legjournal.models.diary import Side
from legjournal.report.filling import trace
from legjournal.report.typeface import REGULAR, ink

_GREYS = {
    Ink.INK: 0.0,
    Ink.BODY: 1.0,
    Ink.CLOTH: 1.0,
    Ink.TROUSERS: 0.92,
    Ink.MOVING: 0.45,
    Ink.FAR: 1.0,
    Ink.FAR_INK: 0.2,
    Ink.PROP: 0.96,
    Ink.PROP_INK: 0.2,
    Ink.ARROW: 0.0,
}


def picture(key: str, width: float, side: Side | None = None, position: str = "end") -> Drawing | None:
    """A position of an exercise as a vector picture `width` points wide, a quarter less high.

    The right side works, or the left if `side` says so. None where there is no such drawing.
    """
    drawn = pictures.drawing(key, position)
    if drawn is None:
        return None
    if side is Side.LEFT:
        drawn = pictures.mirrored(drawn)
    scale = width / WIDTH
    # A drawing counts y downwards, a page upwards.
    page = Group(*_shapes(strokes(drawn)), transform=(scale, 0, 0, -scale, 0, scale * HEIGHT))
    made = Drawing(width, scale * HEIGHT, initialFontName=REGULAR)  # or Helvetica is named in the file
    made.add(page)
    return made


def _shapes(steps: Iterator[Stroke]) -> Iterator[Path]:
    for step in steps:
        colour = ink(_GREYS[step.ink])
        path = Path(
            fillColor=colour if step.closed or not step.width else None,
            strokeColor=colour if step.width else None,
            strokeWidth=step.width,
            strokeLineCap=1,
            strokeLineJoin=1,
        )
        yield trace(step.path, path)
