"""Paints a scene with the colours of a palette: on a chart of the window, or on a picture to take away."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF

from legjournal.charts.scene import Area, Box, Fill, Label, Line, Mark, Role, Scene, Shape
from ui.widgets.curves import painter_path

LETTERS = 0.78  # of the height of a line of text
BOLD = 1.9  # times as wide

ROLES = {
    Role.AXIS: (QPalette.ColorRole.Mid, 1.4, Qt.PenStyle.SolidLine),
    Role.GRID: (QPalette.ColorRole.Midlight, 1.0, Qt.PenStyle.SolidLine),
    Role.FIRST: (QPalette.ColorRole.Accent, 2.4, Qt.PenStyle.SolidLine),
    Role.SECOND: (QPalette.ColorRole.BrightText, 2.0, Qt.PenStyle.DashLine),
    Role.THIRD: (QPalette.ColorRole.Text, 1.6, Qt.PenStyle.DashDotLine),
    Role.FOURTH: (QPalette.ColorRole.PlaceholderText, 1.6, Qt.PenStyle.DotLine),
    Role.BAR: (QPalette.ColorRole.Mid, 1.0, Qt.PenStyle.SolidLine),
    Role.NOTE: (QPalette.ColorRole.PlaceholderText, 1.2, Qt.PenStyle.DotLine),
}
FILLS = {
    Fill.EMPTY: Qt.BrushStyle.NoBrush,
    Fill.SPARSE: Qt.BrushStyle.BDiagPattern,
    Fill.CROSSED: Qt.BrushStyle.DiagCrossPattern,
    Fill.DENSE: Qt.BrushStyle.Dense3Pattern,
    Fill.SOLID: Qt.BrushStyle.SolidPattern,
}
_HOLLOW = (Shape.SQUARE, Shape.DIAMOND)


class ScenePainter:
    """One picture on one painter."""

    def __init__(self, painter: QPainter, palette: QPalette, font: QFont) -> None:
        """font: of the window's text; words in a picture are a little smaller."""
        self._painter, self._palette = painter, palette
        self._fonts = {bold: _sized(font, bold=bold) for bold in (False, True)}
        self._metrics = {bold: QFontMetricsF(sized) for bold, sized in self._fonts.items()}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, scene: Scene) -> None:
        """Everything, in its order."""
        for item in scene.items:
            match item:
                case Line():
                    self._line(item)
                case Mark():
                    self._mark(item)
                case Box():
                    self._prepare_fill(item)
                    self._painter.drawRect(QRectF(item.x, item.y, item.width, item.height))
                case Area():
                    self._prepare_fill(item)
                    self._painter.drawPath(painter_path(item.path))
                case Label():
                    self._label(item)

    def _pen(self, role: Role, times: float = 1.0) -> QPen:
        colour, wide, dash = ROLES[role]
        return QPen(self._palette.color(colour), wide * times, dash)

    def _line(self, line: Line) -> None:
        pen = self._pen(line.role, BOLD if line.bold else 1.0)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in line.points]))

    def _mark(self, mark: Mark) -> None:
        role = QPalette.ColorRole.Text if mark.role is Role.AXIS else ROLES[mark.role][0]
        colour = self._palette.color(role)
        self._painter.setPen(QPen(colour, 1.8))
        hollow = mark.shape in _HOLLOW
        self._painter.setBrush(self._palette.color(QPalette.ColorRole.Base) if hollow else QBrush(colour))
        x, y, size = mark.x, mark.y, mark.size
        match mark.shape:
            case Shape.DISC:
                self._painter.drawEllipse(QPointF(x, y), size, size)
            case Shape.SQUARE:
                self._painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
            case Shape.TRIANGLE:
                self._polygon((x, y - size), (x + size, y + size), (x - size, y + size))
            case Shape.DIAMOND:
                far = 1.3 * size
                self._polygon((x, y - far), (x + far, y), (x, y + far), (x - far, y))

    def _polygon(self, *corners: tuple[float, float]) -> None:
        self._painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _prepare_fill(self, surface: Box | Area) -> None:
        if surface.fill is Fill.TINT:
            self._painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Accent), 1))
            self._painter.setBrush(self._palette.color(QPalette.ColorRole.AlternateBase))
            return
        self._painter.setPen(self._pen(surface.role))
        accent = self._palette.color(QPalette.ColorRole.Accent)
        self._painter.setBrush(QBrush(accent, FILLS[surface.fill]))

    def _label(self, label: Label) -> None:
        self._painter.setFont(self._fonts[label.bold])
        role = QPalette.ColorRole.Text if label.bold else QPalette.ColorRole.PlaceholderText
        self._painter.setPen(self._palette.color(role))
        wide = self._metrics[label.bold].horizontalAdvance(label.words)
        shift = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        self._painter.drawText(QPointF(label.x - shift, label.y), label.words)


def _sized(font: QFont, *, bold: bool) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(LETTERS * font.pointSizeF())
    sized.setBold(bold)
    return sized
