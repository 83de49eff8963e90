"""Paints a scene with the colours of a palette: on a chart of the window, or on a picture to take away."""

from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF

from legjournal.charts.scene import CORNERS, HOLLOW, Area, Box, Fill, Label, Line, Mark, Role, Scene, Shape
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


class ScenePainter:
    """One picture on one painter."""

    def __init__(self, painter: QPainter, palette: QPalette, font: QFont) -> None:
        """font: of the window's text; words in a picture are a little smaller."""
        self._painter, self._palette = painter, palette
        self._fonts = {bold: _sized(font, bold=bold) for bold in (False, True)}
        self._metrics = {bold: QFontMetricsF(sized) for bold, sized in self._fonts.items()}
        self._wears: tuple[Role, Shape | Fill] | None = None  # what pen and brush are set for
        self._polygons: dict[tuple[Shape, float], QPolygonF] = {}
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
                    self._box(item)
                case Area():
                    self._area(item)
                case Label():
                    self._label(item)

    @cached_property
    def _pens(self) -> dict[tuple[Role, bool], QPen]:
        """The pen of each role, plain and bold."""
        pens = {}
        for role, (colour, wide, dash) in ROLES.items():
            for bold in (False, True):
                pen = QPen(self._palette.color(colour), wide * (BOLD if bold else 1.0), dash)
                if dash == Qt.PenStyle.SolidLine:
                    pen.setCapStyle(Qt.PenCapStyle.RoundCap)  # joins the stretches of a line
                pens[role, bold] = pen
        return pens

    @cached_property
    def _inks(self) -> dict[Role, tuple[QPen, QBrush]]:
        """What the marks of each role are drawn with; those of an axis are in ink."""
        text = QPalette.ColorRole.Text
        roles = {role: text if role is Role.AXIS else colour for role, (colour, _, _) in ROLES.items()}
        colours = {role: self._palette.color(colour) for role, colour in roles.items()}
        return {role: (QPen(colour, 1.8), QBrush(colour)) for role, colour in colours.items()}

    @cached_property
    def _tint(self) -> tuple[QPen, QBrush]:
        accent = self._palette.color(QPalette.ColorRole.Accent)
        return QPen(accent, 1), QBrush(self._palette.color(QPalette.ColorRole.AlternateBase))

    @cached_property
    def _ground(self) -> QBrush:
        return QBrush(self._palette.color(QPalette.ColorRole.Base))

    def _line(self, line: Line) -> None:
        self._wears = None
        self._painter.setPen(self._pens[line.role, line.bold])
        # Stretch by stretch: a wide polyline of a hundred points takes thirty times as long.
        points = [QPointF(*point) for point in line.points]
        self._painter.drawLines([QLineF(*ends) for ends in pairwise(points)])

    def _mark(self, mark: Mark) -> None:
        if self._wears != (mark.role, mark.shape):
            self._wears = mark.role, mark.shape
            pen, ink = self._inks[mark.role]
            self._painter.setPen(pen)
            self._painter.setBrush(self._ground if mark.shape in HOLLOW else ink)
        if mark.shape is Shape.DISC:
            self._painter.drawEllipse(QPointF(mark.x, mark.y), mark.size, mark.size)
        else:
            self._painter.drawPolygon(self._polygon(mark.shape, mark.size).translated(mark.x, mark.y))

    def _polygon(self, shape: Shape, size: float) -> QPolygonF:
        """A mark around the origin."""
        if (shape, size) not in self._polygons:
            corners = [QPointF(x * size, y * size) for x, y in CORNERS[shape]]
            self._polygons[shape, size] = QPolygonF(corners)
        return self._polygons[shape, size]

    def _box(self, box: Box) -> None:
        place = QRectF(box.x, box.y, box.width, box.height)
        if box.fill is not Fill.TINT:
            self._painter.fillRect(place, self._ground)  # no line of the chart is seen through a pattern
        self._prepare_fill(box)
        self._painter.drawRect(place)

    def _area(self, area: Area) -> None:
        edge = painter_path(area.path)
        if area.fill is not Fill.TINT:
            self._painter.fillPath(edge, self._ground)
        self._prepare_fill(area)
        self._painter.drawPath(edge)

    def _prepare_fill(self, surface: Box | Area) -> None:
        if self._wears == (surface.role, surface.fill):
            return
        self._wears = surface.role, surface.fill
        if surface.fill is Fill.TINT:
            pen, brush = self._tint
        else:
            accent = self._palette.color(QPalette.ColorRole.Accent)
            pen, brush = self._pens[surface.role, False], QBrush(accent, FILLS[surface.fill])
        self._painter.setPen(pen)
        self._painter.setBrush(brush)

    def _label(self, label: Label) -> None:
        self._wears = None
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
