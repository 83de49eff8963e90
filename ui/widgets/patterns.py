"""How a score is painted: the higher the denser, so that a photocopy and a colour-blind eye see it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

# (from this score, up to that one, painted so)
PATTERNS = (
    (0, 0, Qt.BrushStyle.Dense7Pattern),
    (1, 3, Qt.BrushStyle.BDiagPattern),
    (4, 6, Qt.BrushStyle.Dense3Pattern),
    (7, 10, Qt.BrushStyle.SolidPattern),
)


def pattern_of(score: int | None, colour: QColor) -> QBrush:
    """The brush for a score; what has none yet is left empty."""
    found = (style for least, most, style in PATTERNS if score is not None and least <= score <= most)
    return QBrush(colour, next(found, Qt.BrushStyle.NoBrush))


class PatternLegend(QWidget):
    """Says which pattern stands for which scores."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cells = ColumnsLayout(self, letters=0, most=len(PATTERNS), spacing=8, stretch=False)
        for least, most, _ in PATTERNS:
            words = (
                str(least) if least == most else self.tr("{least} to {most}").format(least=least, most=most)
            )
            cells.addWidget(_Entry(least, words))
        self.setAccessibleName(self.tr("What the patterns in the drawing mean"))


class _Entry(QWidget):
    """A sample of one pattern with its scores beside it."""

    def __init__(self, score: int, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Sample(score))
        row.addWidget(PlainLabel(words, Size.SMALL, muted=True))
        row.addStretch()


class _Sample(QWidget):
    """A small field painted as a place with this score is."""

    def __init__(self, score: int) -> None:
        super().__init__()
        self._score = score
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(0.9 * line_height())
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(pattern_of(self._score, accent))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
