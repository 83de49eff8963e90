"""The body chart: press where it hurts. Painted by score with pattern as well as shade."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from legjournal.charts import body
from legjournal.charts.body import Path, Region, place_name
from legjournal.models.diary import Side
from ui.widgets.measure import line_height

Place = tuple[Side, str]
HEADROOM = 34  # units of the drawing kept free above it, for the letters L and R

# (score from, pattern): denser with the score, so that a photocopy and a colour-blind eye see it too.
PATTERNS = (
    (7, Qt.BrushStyle.SolidPattern),
    (4, Qt.BrushStyle.Dense3Pattern),
    (1, Qt.BrushStyle.BDiagPattern),
    (0, Qt.BrushStyle.Dense7Pattern),
)


class BodyChart(QWidget):
    """The legs from the waist down, front and back.

    Signals: `place_pressed(Side, str)`, the person's own side and the site. The list beside it is the equal
    way in by keyboard, so the drawing itself takes no focus.
    """

    place_pressed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: dict[Place, int | None] = {}
        self._hovered: Region | None = None
        drawing = body.body()
        self._outlines = [_painter_path(path) for path in drawing.outlines]
        self._details = [_painter_path(path) for path in drawing.details]
        self._regions = [(region, _painter_path(region.path)) for region in drawing.regions]
        self.setMouseTracking(True)
        self.setProperty("changes", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Body chart"))
        self._say()

    def show_scores(self, scores: Mapping[Place, int | None]) -> None:
        """Paint these places; None is a place named but not scored."""
        self._scores = dict(scores)
        self._say()
        self.update()

    def region_centre(self, side: Side, site: str) -> QPointF:
        """A point of the widget inside the first region of a place."""
        for region, path in self._regions:
            if (region.side, region.site) == (side, site):
                return self._transform().map(_inside(path))
        raise KeyError(site)

    def sizeHint(self) -> QSize:
        wide = min(300, max(240, 15 * line_height()))
        return QSize(wide, round(wide * (body.HEIGHT + 2 * HEADROOM) / body.WIDTH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._region_at(event.position())
        if found is not self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.setToolTip(place_name(found.side, found.site) if found else "")
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (region := self._region_at(event.position())) is not None:
            self.place_pressed.emit(region.side, region.site)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        painter.setTransform(self._transform())
        accent = self.palette().color(QPalette.ColorRole.Accent)
        edge = self.palette().color(QPalette.ColorRole.Mid)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        for region, path in self._regions:
            painter.setBrush(self._ground(region))
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1.2))
            painter.drawPath(path)
            if (region.side, region.site) in self._scores:
                painter.setBrush(self._pattern(self._scores[region.side, region.site], accent))
                painter.setPen(QPen(accent, 2.5))
                painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for paths, wide in ((self._details, 1.1), (self._outlines, 2.4)):
            painter.setPen(QPen(edge, wide))
            for path in paths:
                painter.drawPath(path)

    def _paint_words(self, painter: QPainter) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(0.82 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        scale = self.width() / body.WIDTH
        right, left = self.tr("R"), self.tr("L")
        for x, words in ((24, right), (276, left), (324, left), (576, right)):
            box = QRectF(x * scale - 20, 0, 40, HEADROOM * scale + 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        for x, words in ((150, self.tr("front")), (450, self.tr("back"))):
            high = HEADROOM * scale + 6
            box = QRectF(x * scale - 60, self.height() - high, 120, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _ground(self, region: Region) -> QColor:
        hovered = self._hovered and (region.side, region.site) == (self._hovered.side, self._hovered.site)
        role = QPalette.ColorRole.AlternateBase if hovered else QPalette.ColorRole.Window
        return self.palette().color(role)

    @staticmethod
    def _pattern(score: int | None, colour: QColor) -> QBrush:
        if score is None:
            return QBrush(Qt.BrushStyle.NoBrush)
        return QBrush(colour, next(pattern for least, pattern in PATTERNS if score >= least))

    def _transform(self) -> QTransform:
        scale = self.width() / body.WIDTH
        return QTransform.fromTranslate(0, HEADROOM * scale).scale(scale, scale)

    def _region_at(self, point: QPointF) -> Region | None:
        inverse, _ = self._transform().inverted()
        there = inverse.map(point)
        return next((region for region, path in self._regions if path.contains(there)), None)

    def _say(self) -> None:
        named = [
            f"{place_name(side, site)}: {self.tr('not scored') if score is None else score}"
            for (side, site), score in self._scores.items()
        ]
        self.setAccessibleDescription("; ".join(named) or self.tr("nothing marked"))


def _painter_path(path: Path) -> QPainterPath:
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


def _inside(path: QPainterPath) -> QPointF:
    """The centre of the region's box, or the nearest point of a coarse grid that lies inside it."""
    box = path.boundingRect()
    grid = [
        QPointF(box.x() + box.width() * a / 8, box.y() + box.height() * b / 8)
        for a in range(1, 8)
        for b in range(1, 8)
    ]
    centre = box.center()
    inside = [point for point in [centre, *grid] if path.contains(point)]
    return min(inside, key=lambda point: (point - centre).manhattanLength())
