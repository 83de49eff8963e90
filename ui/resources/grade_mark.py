"""How much is known, drawn: a circle that is the fuller the more is known, or a cross."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from legjournal.library.fact_words import QUARTERS
from legjournal.library.pages import Grade
from ui.widgets.measure import line_height

QUARTER = 90 * 16  # sixteenths of a degree
SIDE = 0.9  # heights of the text


class GradeMark(QWidget):
    """The mark alone; its word stands beside it and is what a screen reader says."""

    def __init__(self, grade: Grade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grade = grade
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(SIDE * line_height())
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_grade(painter, QRectF(self.rect()), self.grade, self.palette())


def draw_grade(painter: QPainter, rect: QRectF, grade: Grade, palette: QPalette) -> None:
    """Draw the mark of a grade into a square."""
    ink = palette.color(QPalette.ColorRole.Text)
    pen = QPen(ink, max(1.5, rect.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    edge = pen.widthF()
    inner = rect.adjusted(edge, edge, -edge, -edge)
    if grade is Grade.AGAINST:
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(QPointF(inner.right(), inner.top()), QPointF(inner.left(), inner.bottom()))
        return
    painter.drawEllipse(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(inner, QUARTER, -QUARTERS[grade] * QUARTER)  # from the top, with the clock
