"""The curves of our own drawings as Qt paints them."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from legjournal.charts.curves import Path


def painter_path(path: Path) -> QPainterPath:
    """The same path for a painter."""
    made = QPainterPath()
    for curve in path:
        points = [QPointF(*point) for point in curve.points]
        match curve.command:
            case "M":
                made.moveTo(points[0])
            case "L":
                made.lineTo(points[0])
            case "C":
                made.cubicTo(*points)
            case "Z":
                made.closeSubpath()
    return made
