"""Labels that are read from the floor two metres away: sized by the height of the window."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.widgets.label import PlainLabel

LEAST_SHARE = 0.75  # of its usual size: so far a number may be made smaller


class FarLabel(PlainLabel):
    """Extends PlainLabel: letters that are a share of the window's height, and never below the text size.

    share: of the window's height, from one line to the next. least: in parts of the text size.
    """

    BOLD = QFont.Weight.DemiBold
    _window_height = 0  # until it is known the text size alone counts
    _share = 0.0
    _least = 1.0

    def __init__(
        self,
        share: float,
        least: float = 1.0,
        weight: QFont.Weight = QFont.Weight.Medium,
        *,
        muted: bool = False,
    ) -> None:
        super().__init__("", muted=muted, wraps=True)
        self._share, self._least, self._weight = share, least, weight
        self.follow_text_size()

    def follow_window(self, height: int) -> None:
        """Take the size that suits a window so many pixels high."""
        self._window_height = height
        self.follow_text_size()

    def follow_text_size(self) -> None:
        """Extends PlainLabel's: also when the size of the text changes."""
        font = QFont(QApplication.font())
        least = self._least * QFontInfo(font).pixelSize()
        font.setPixelSize(round(max(least, self._share * self._window_height)))
        font.setWeight(getattr(self, "_weight", QFont.Weight.Normal))
        self.setFont(font)


class NumberLabel(FarLabel):
    """Extends FarLabel: one line, made smaller where it would be wider than its place."""

    def __init__(self, share: float) -> None:
        super().__init__(share, weight=QFont.Weight.Bold)
        self.setWordWrap(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()), round(1.35 * metrics.capHeight()))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(round(LEAST_SHARE * whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        font = QFont(self.font())
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        if wide > self.width():
            font.setPixelSize(max(1, font.pixelSize() * self.width() // wide))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        # Digits reach from the base line to the height of a capital: these stand in the middle.
        left = (self.width() - metrics.horizontalAdvance(self.text())) / 2
        painter.drawText(QPointF(left, (self.height() + metrics.capHeight()) / 2), self.text())


def follow_window(inside: QWidget, height: int) -> None:
    """Have every such label within take the size that suits the window."""
    for label in inside.findChildren(FarLabel):
        label.follow_window(height)
