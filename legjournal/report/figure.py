"""A chart's geometry drawn with ReportLab: black on white, told apart by shape and dash, never by colour."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.graphics.shapes import Circle, Drawing, Path, Polygon, PolyLine, Rect, Shape, String

from legjournal.charts import curves, scene
from legjournal.charts.curves import Curve
from legjournal.charts.scene import Area, Box, Item, Label, Line, Mark, Role, Scene
from legjournal.report.filling import filled
from legjournal.report.lettering import label
from legjournal.report.typeface import REGULAR, SEMIBOLD, ink


@dataclass(frozen=True, slots=True)
class _Stroke:
    width: float
    grey: float = 0.0
    dash: tuple[float, ...] | None = None


_STROKES = {
    Role.AXIS: _Stroke(0.9),
    Role.GRID: _Stroke(0.4, 0.45),
    Role.FIRST: _Stroke(1.5),
    Role.SECOND: _Stroke(0.9, 0.2, (2.5, 1.8)),
    Role.THIRD: _Stroke(0.9, 0.0, (4.5, 1.6, 1.2, 1.6)),
    Role.FOURTH: _Stroke(0.7, 0.3),
    Role.BAR: _Stroke(0.4, 0.3),
    Role.NOTE: _Stroke(0.8, 0.0, (1.2, 1.8)),
}
# Where both series meet, the disc lies in the square.
_IN_FRONT = {Role.NOTE: 1, Role.SECOND: 2, Role.FIRST: 3}


def picture(drawn: Scene, size: float) -> Drawing:
    """`drawn` as a vector picture, its words `size` points high."""
    drawing = Drawing(drawn.width, drawn.height, initialFontName=REGULAR)
    for item in sorted(drawn.items, key=_depth):
        for shape in _shapes(item, drawn.height, size):
            drawing.add(shape)
    return drawing


def _depth(item: Item) -> int:
    return 4 if isinstance(item, Label) else _IN_FRONT.get(item.role, 0)


def _shapes(item: Item, height: float, size: float) -> Iterator[Shape]:
    # A scene counts y downwards, a page upwards.
    match item:
        case Line():
            yield _line(item, height)
        case Mark():
            yield _mark(item, height - item.y)
        case Box():
            yield from _area(Area(_round(item), item.role, item.fill), height)
        case Area():
            yield from _area(item, height)
        case Label():
            yield _label(item, height - item.y, size)


def _area(area: Area, height: float) -> Iterator[Shape]:
    stroke = _STROKES[area.role]
    edge = Path(
        strokeColor=ink(stroke.grey),
        strokeWidth=stroke.width,
        strokeDashArray=stroke.dash,
        strokeLineJoin=1,
    )
    yield from filled(area.path, lambda point: (point[0], height - point[1]), area.fill, edge)


def _round(box: Box) -> curves.Path:
    """The edge of a box."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    corners = (right, top), (right, bottom), (left, bottom)
    return (
        Curve("M", ((left, top),)),
        *(Curve("L", (corner,)) for corner in corners),
        Curve("Z", ()),
    )


def _label(words: Label, y: float, size: float) -> String:
    return String(
        words.x,
        y,
        label(words.words),
        textAnchor=words.anchor,
        fontName=SEMIBOLD if words.bold else REGULAR,
        fontSize=size,
        fillColor=ink(0),
    )


def _line(line: Line, height: float) -> PolyLine:
    stroke = _STROKES[line.role]
    return PolyLine(
        [place for x, y in line.points for place in (x, height - y)],
        strokeColor=ink(stroke.grey),
        strokeWidth=stroke.width,
        strokeDashArray=stroke.dash,
        strokeLineJoin=1,
    )


def _mark(mark: Mark, y: float) -> Shape:
    x, size = mark.x, mark.size
    half = 1.25 * size  # of a square, so that a disc in it leaves its corners white
    match mark.shape:
        case scene.Shape.DISC:
            return Circle(x, y, size, fillColor=ink(0), strokeColor=None)
        case scene.Shape.SQUARE:
            return Rect(
                x - half, y - half, 2 * half, 2 * half, fillColor=ink(1), strokeColor=ink(0), strokeWidth=0.8
            )
        case scene.Shape.DIAMOND:
            corners = [x - half, y, x, y - half, x + half, y, x, y + half]
            return Polygon(corners, fillColor=ink(1), strokeColor=ink(0), strokeWidth=0.8)
        case scene.Shape.TRIANGLE:
            corners = [x - size, y - size, x + size, y - size, x, y + size]
            return Polygon(corners, fillColor=ink(0), strokeColor=None)
