"""The mark of a day: a disc whose left half is its night and whose right half is the day itself."""

from enum import Flag, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from legjournal.diary import DayMark


class Half(Flag):
    """The halves of the disc."""

    NIGHT = auto()
    DAY = auto()


BOTH = Half.NIGHT | Half.DAY
_QUARTER = 90 * 16  # of a turn, as Qt counts


def mark_of(mark: "DayMark", asked: Half) -> Half:
    """The halves to fill. Where only one is asked at all, its answer fills the whole disc."""
    found = (Half.NIGHT if mark.night else Half(0)) | (Half.DAY if mark.day else Half(0))
    if asked != BOTH:
        return BOTH if found & asked else Half(0)
    return found


def paint_mark(painter: QPainter, palette: QPalette, centre: QPointF, radius: float, filled: Half) -> None:
    """Paint the disc: its edge is always there, so that an empty half is seen as well."""
    disc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    accent = palette.color(QPalette.ColorRole.Accent)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    if filled == BOTH:
        painter.drawEllipse(disc)
    elif filled:
        painter.drawPie(disc, _QUARTER if filled == Half.NIGHT else -_QUARTER, 2 * _QUARTER)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 1.4))
    painter.drawEllipse(disc)


class Legend(QWidget):
    """What the marks and the numbers under the days mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Half, tuple[QWidget, PlainLabel]] = {}
        marks = QHBoxLayout()
        marks.setSpacing(4)
        for half, words in ((Half.NIGHT, self.tr("night")), (Half.DAY, self.tr("day")), (BOTH, "")):
            self._rows[half] = (_Sample(half), PlainLabel(words, Size.SMALL, muted=True))
            for widget in self._rows[half]:
                marks.addWidget(widget)
            marks.addSpacing(6)
        marks.addStretch()
        number = PlainLabel(self.tr("number: worst leg score"), Size.SMALL, muted=True, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(marks)
        column.addWidget(number)
        self.show_halves(BOTH)

    def show_halves(self, asked: Half) -> None:
        """Explain the marks there can be: where only one half is asked, a disc is full or empty."""
        for half in (Half.NIGHT, Half.DAY):
            for widget in self._rows[half]:
                widget.setVisible(asked == BOTH)
        self._rows[BOTH][1].setText(self.tr("both") if asked == BOTH else self.tr("recorded"))


class _Sample(QWidget):
    """One mark, beside its meaning."""

    def __init__(self, half: Half) -> None:
        super().__init__()
        self._half = half
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(line_height(), line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        paint_mark(painter, self.palette(), centre, 0.28 * line_height(), self._half)
