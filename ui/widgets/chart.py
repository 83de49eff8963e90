"""A chart: paints a scene with the palette's colours, and gives the same numbers as a table."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.charts.scene import Area, Box, Fill, Label, Line, Mark, Role, Scene, Shape
from ui.widgets.curves import painter_path
from ui.widgets.measure import line_height

Draw = Callable[[float, float, float], Scene]  # width, height and text height in pixels

ROLES = {
    Role.AXIS: (QPalette.ColorRole.Mid, 1.4, Qt.PenStyle.SolidLine),
    Role.GRID: (QPalette.ColorRole.Midlight, 1.0, Qt.PenStyle.SolidLine),
    Role.FIRST: (QPalette.ColorRole.Accent, 2.4, Qt.PenStyle.SolidLine),
    Role.SECOND: (QPalette.ColorRole.BrightText, 2.0, Qt.PenStyle.DashLine),
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


class Chart(QWidget):
    """A focusable picture with a name and a summary for a screen reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw: Draw | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_scene(self, draw: Draw) -> None:
        """Paint what `draw` lays out for the size at hand."""
        self._draw = draw
        self.setAccessibleDescription(draw(600, 300, 16).summary)
        self.update()

    def sizeHint(self) -> QSize:
        line = line_height()
        return QSize(40 * line, 19 * line)

    def minimumSizeHint(self) -> QSize:
        line = line_height()
        return QSize(13 * line, 15 * line)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._draw is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = self._draw(self.width(), self.height(), 0.78 * line_height())
        for item in scene.items:
            match item:
                case Line():
                    self._line(painter, item)
                case Mark():
                    self._mark(painter, item)
                case Box():
                    edge = QPainterPath()
                    edge.addRect(QRectF(item.x, item.y, item.width, item.height))
                    self._surface(painter, edge, item)
                case Area():
                    self._surface(painter, painter_path(item.path), item)
                case Label():
                    self._label(painter, item)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)

    def _line(self, painter: QPainter, line: Line) -> None:
        role, wide, dash = ROLES[line.role]
        pen = QPen(self.palette().color(role), wide, dash)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in line.points]))

    def _mark(self, painter: QPainter, mark: Mark) -> None:
        colour = self.palette().color(ROLES[mark.role][0])
        if mark.role is Role.AXIS:
            colour = self.palette().color(QPalette.ColorRole.Text)
        hollow = mark.shape is Shape.SQUARE
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base) if hollow else QBrush(colour))
        x, y, size = mark.x, mark.y, mark.size
        match mark.shape:
            case Shape.DISC:
                painter.drawEllipse(QPointF(x, y), size, size)
            case Shape.SQUARE:
                painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
            case Shape.TRIANGLE:
                corners = [QPointF(x, y - size), QPointF(x + size, y + size), QPointF(x - size, y + size)]
                painter.drawPolygon(QPolygonF(corners))

    def _surface(self, painter: QPainter, edge: QPainterPath, surface: Box | Area) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Accent)
        if surface.fill is Fill.TINT:
            painter.setPen(QPen(accent, 1))
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        else:
            # No line of the chart is seen through a pattern.
            painter.fillPath(edge, palette.color(QPalette.ColorRole.Base))
            role, wide, dash = ROLES[surface.role]
            painter.setPen(QPen(palette.color(role), wide, dash))
            painter.setBrush(QBrush(accent, FILLS[surface.fill]))
        painter.drawPath(edge)

    def _label(self, painter: QPainter, label: Label) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(0.78 * font.pointSizeF())
        font.setBold(label.bold)
        painter.setFont(font)
        role = QPalette.ColorRole.Text if label.bold else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(role))
        wide = painter.fontMetrics().horizontalAdvance(label.words)
        shift = {"start": 0.0, "middle": wide / 2, "end": float(wide)}[label.anchor]
        painter.drawText(QPointF(label.x - shift, label.y), label.words)
