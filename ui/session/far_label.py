"""Labels that are read from the floor two metres away: sized by the height of the window."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.widgets.label import TypedLabel

LEAST_SHARE = 0.75  # of its usual size: so far a number may be made smaller


class FarLabel(TypedLabel):
    """Extends TypedLabel: letters that are a share of the window's height, and never below the text size.

    share: of the window's height, from one line to the next. least: in parts of the text size.
    """

    BOLD = QFont.Weight.DemiBold
    _window_height = 0  # until it is known the text size alone counts
    _share, _least, _weight = 0.0, 1.0, QFont.Weight.Normal

    def __init__(
        self,
        share: float,
        least: float = 1.0,
        weight: QFont.Weight = QFont.Weight.Medium,
        *,
        muted: bool = False,
    ) -> None:
        super().__init__()
        self._share, self._least, self._weight = share, least, weight
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
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
        font.setWeight(self._weight)
        self.setFont(font)


class CentredLabel(FarLabel):
    """Extends FarLabel: one line in the middle, made smaller where it would be wider than its place."""

    def __init__(
        self, share: float, weight: QFont.Weight = QFont.Weight.Medium, *, muted: bool = False
    ) -> None:
        super().__init__(share, weight=weight, muted=muted)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

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
        left = (self.width() - metrics.horizontalAdvance(self.text())) / 2
        painter.drawText(QPointF(left, (self.height() + metrics.capHeight()) / 2), self.text())


class NumberLabel(CentredLabel):
    """Extends CentredLabel: digits only, which need no room below the line."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(1.35 * self.fontMetrics().capHeight()))


def follow_window(inside: QWidget, height: int) -> None:
    """Have every such label within take the size that suits the window."""
    for label in inside.findChildren(FarLabel):
        label.follow_window(height)
