"""wip"""
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from legjournal.charts.drawing import HEIGHT, WIDTH, Drawing, Ink, strokes
from ui.widgets.curves import painter_path

COLOURS = {
    Ink.INK: QPalette.ColorRole.Text,
    Ink.BODY: QPalette.ColorRole.Base,
    Ink.CLOTH: QPalette.ColorRole.AlternateBase,
    Ink.TROUSERS: QPalette.ColorRole.Midlight,
    Ink.MOVING: QPalette.ColorRole.Accent,
    Ink.FAR: QPalette.ColorRole.Window,
    Ink.FAR_INK: QPalette.ColorRole.Mid,
    Ink.PROP: QPalette.ColorRole.Window,
    Ink.PROP_INK: QPalette.ColorRole.Mid,
    Ink.ARROW: QPalette.ColorRole.Accent,
}


def paint(painter: QPainter, drawn: Drawing, room: QRectF, palette: QPalette, *, arrows: bool = True) -> None:
    scale = min(room.width() / WIDTH, room.height() / HEIGHT)
    painter.save()
    painter.translate(room.center().x() - scale * WIDTH / 2, room.center().y() - scale * HEIGHT / 2)
    painter.scale(scale, scale)
    for stroke in strokes(drawn, arrows=arrows):
        colour = palette.color(COLOURS[stroke.ink])
        pen = QPen(colour, stroke.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen if stroke.width else Qt.PenStyle.NoPen)
        painter.setBrush(colour if stroke.closed or not stroke.width else Qt.BrushStyle.NoBrush)
        painter.drawPath(painter_path(stroke.path))
    painter.restore()
