"""The body chart: press where it hurts. Painted by score with pattern as well as shade."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
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
from legjournal.charts.body import place_name
from legjournal.models.diary import Side
from ui.widgets.curves import painter_path
from ui.widgets.measure import line_height
from ui.widgets.patterns import pattern_of

Place = tuple[Side, str]
WIDEST, USUAL = 520, 18.5  # pixels; heights of the text
REACH = 8  # pixels beside a place that still count as a press on it
MARGIN = 4  # pixels between the drawing and its words
ASIDE = 10  # pixels between the words and the edge of their half


class BodyChart(QWidget):
    """The legs from the waist down, front and back, and the soles.

    Signals: `place_pressed(Side, str)`, the person's own side and the site; `pointed(object)`, the place
    under the pointer as (Side, site), or None. The field beside it is the equal way in by keyboard, so the
    drawing itself takes no focus.
    """

    place_pressed = Signal(object, str)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: dict[Place, int | None] = {}
        self._pointed: tuple[Side | None, str] | None = None
        self._room = WIDEST
        drawing = body.body()
        self._outlines = [painter_path(path) for path in drawing.outlines]
        self._details = [painter_path(path) for path in drawing.details]
        self._regions = [(region, painter_path(region.path)) for region in drawing.regions]
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

    def point_at(self, place: tuple[Side | None, str] | None) -> None:
        """Mark a place, as the pointer does that rests on it; one on both sides is marked on both."""
        if place != self._pointed:
            self._pointed = place
            self.update()

    def fit(self, room: int) -> None:
        """Be no wider than `room` pixels."""
        self._room = room
        self.updateGeometry()

    def region_centre(self, side: Side, site: str, view: str = "") -> QPointF:
        """A point of the widget inside the first region of a place, or inside that of one view."""
        for region, path in self._regions:
            if (region.side, region.site) == (side, site) and view in ("", region.view):
                return self._transform().map(_inside(path))
        raise KeyError(site)

    def place_at(self, point: QPointF) -> Place | None:
        """The place at a point of the widget, or the nearest within reach of an unsteady hand."""
        inverse, _ = self._transform().inverted()
        there, pixel = inverse.map(point), body.WIDTH / self.width()
        for region, path in self._regions:
            if path.contains(there):
                return region.side, region.site
        for reach in range(1, REACH + 1):
            around = QRectF(there, there).marginsAdded(QMarginsF(*[reach * pixel] * 4))
            for region, path in self._regions:
                if path.intersects(around):
                    return region.side, region.site
        return None

    def sizeHint(self) -> QSize:
        wide = min(self._room, WIDEST, round(USUAL * line_height()))
        return QSize(wide, round(wide * body.HEIGHT / body.WIDTH) + 2 * self._line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.place_pressed.emit(*place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        painter.setTransform(self._transform())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        for path in self._outlines:  # one body, also where it has no place to press
            painter.drawPath(path)
        for region, path in self._regions:
            self._paint_region(painter, path, (region.side, region.site))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for paths, wide in ((self._details, 1.1), (self._outlines, 2.4)):
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), wide))
            for path in paths:
                painter.drawPath(path)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 3.5))
        for region, path in self._regions:
            if self._is_pointed((region.side, region.site)):
                painter.drawPath(path)

    def _paint_region(self, painter: QPainter, path: QPainterPath, place: Place) -> None:
        palette = self.palette()
        pointed = self._is_pointed(place)
        ground = QPalette.ColorRole.AlternateBase if pointed else QPalette.ColorRole.Window
        painter.setBrush(palette.color(ground))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Midlight), 1.2))
        painter.drawPath(path)
        if place in self._scores:
            accent = palette.color(QPalette.ColorRole.Accent)
            painter.setBrush(pattern_of(self._scores[place], accent))
            painter.setPen(QPen(accent, 2.5))
            painter.drawPath(path)

    def _is_pointed(self, place: Place) -> bool:
        side, site = self._pointed or (None, "")
        return place[1] == site and side in (place[0], Side.BOTH)

    def _paint_words(self, painter: QPainter) -> None:
        """Say which side is which: the person's own, so that from the front their right is on the left."""
        painter.setFont(_small())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        half, line, low = self.width() / 2, self._line, self.height() - self._line
        left, right = (self.tr("your left"), self.tr("L")), (self.tr("your right"), self.tr("R"))
        self._paint_pair(painter, QRectF(0, 0, half, line), right, left)
        self._paint_pair(painter, QRectF(half, 0, half, line), left, right)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, low, half, line), centre, self.tr("front"))
        painter.drawText(QRectF(half, low, half, line), centre, self.tr("back"))
        soles = self._transform().mapRect(QRectF(body.WIDTH / 2 - 50, 512, 100, 0))
        soles.setHeight(line)
        painter.drawText(soles, centre, self.tr("soles"))

    @staticmethod
    def _paint_pair(painter: QPainter, room: QRectF, first: tuple[str, str], second: tuple[str, str]) -> None:
        """Words at both ends of a line; a letter each where there is no room for them."""
        room = room.adjusted(ASIDE, 0, -ASIDE, 0)
        wide = sum(painter.fontMetrics().horizontalAdvance(long) for long, _ in (first, second))
        fits = int(wide + ASIDE > room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, first[fits])
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, second[fits])

    @property
    def _line(self) -> int:
        """Pixels kept free above the drawing and below it for a line of words."""
        return QFontMetrics(_small()).height() + MARGIN

    def _transform(self) -> QTransform:
        scale = self.width() / body.WIDTH
        return QTransform.fromTranslate(0, self._line).scale(scale, scale)

    def _point(self, place: Place | None) -> None:
        if place != self._pointed:
            self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
            self.point_at(place)
            self.pointed.emit(place)

    def _say(self) -> None:
        named = [
            f"{place_name(side, site)}: {self.tr('not scored') if score is None else score}"
            for (side, site), score in self._scores.items()
        ]
        self.setAccessibleDescription("; ".join(named) or self.tr("nothing marked"))


def _small() -> QFont:
    font = QFont(QApplication.font())
    font.setPointSizeF(0.82 * font.pointSizeF())
    return font


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
