"""The one style: Fusion, with boxes and dots large enough to see and press, and edges that can be seen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

INDICATOR = 24  # pixels
_METRICS = {
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
}


class JournalStyle(QProxyStyle):
    """Extends Fusion: the size and drawing of check boxes and radio buttons."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in _METRICS:
            return INDICATOR
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck:
            # The style sheet made the ground of the list transparent, and its palette's base black.
            draw_box(painter, QRectF(option.rect), QApplication.palette(), _is_on(option))
        elif element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            draw_box(painter, QRectF(option.rect), option.palette, _is_on(option))
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            _draw_dot(painter, QRectF(option.rect), option.palette, _is_on(option))
        else:
            super().drawPrimitive(element, option, painter, widget)


def draw_box(painter: QPainter, rect: QRectF, palette: QPalette, on: bool) -> None:
    """A check box: empty with a visible edge, or filled with a tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent if on else QPalette.ColorRole.Mid), 1.5))
    painter.setBrush(palette.color(QPalette.ColorRole.Accent if on else QPalette.ColorRole.Base))
    painter.drawRoundedRect(inner, 5, 5)
    if on:
        pen = QPen(palette.color(QPalette.ColorRole.HighlightedText), rect.width() / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, y, size = rect.x(), rect.y(), rect.width()
        tick = ((0.28, 0.53), (0.44, 0.69), (0.74, 0.34))
        painter.drawPolyline([QPointF(x + size * a, y + size * b) for a, b in tick])
    painter.restore()


def _draw_dot(painter: QPainter, rect: QRectF, palette: QPalette, on: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent if on else QPalette.ColorRole.Mid), 2))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(rect.adjusted(2, 2, -2, -2))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Accent))
        painter.drawEllipse(rect.adjusted(7, 7, -7, -7))
    painter.restore()


def _is_on(option: QStyleOption) -> bool:
    return bool(option.state & QStyle.StateFlag.State_On)
