"""Labels: the only place a QLabel is made, so that what a person typed is never read as markup."""

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ui.widgets.lines import Lines


class Size(Enum):
    """How large a label is, in parts of the text size, and how heavy."""

    TIME = (2.6, QFont.Weight.DemiBold)
    TITLE = (1.55, QFont.Weight.DemiBold)
    HEADING = (1.08, QFont.Weight.DemiBold)
    STRONG = (1.0, QFont.Weight.DemiBold)
    FIGURE = (1.2, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    LABEL = (0.92, QFont.Weight.Medium)
    SMALL = (0.86, QFont.Weight.Normal)


class PlainLabel(QLabel):
    """Extends QLabel: plain text only, sized by role, following the text size of the application."""

    def __init__(
        self,
        words: str = "",
        size: Size = Size.BODY,
        *,
        muted: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self._size = size
        self.follow_text_size()
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def follow_text_size(self) -> None:
        """Take the size of the application's text, scaled to this label's role."""
        scale, weight = self._size.value
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setWeight(weight)
        self.setFont(font)


class LineLabel(PlainLabel):
    """Extends PlainLabel: one line where its neighbours leave room for it, more where they do not."""

    def __init__(
        self, words: str = "", size: Size = Size.BODY, *, muted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, size, muted=muted, wraps=True, parent=parent)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())


class TypedLabel(PlainLabel):
    """Extends PlainLabel: words of the person's own, which may be longer than any line."""

    def __init__(self, words: str = "", size: Size = Size.BODY, *, parent: QWidget | None = None) -> None:
        super().__init__(words, size, wraps=True, parent=parent)

    def sizeHint(self) -> QSize:
        lines = self._lines(100_000)
        return QSize(lines.width + 1, lines.height)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(metrics.averageCharWidth() * 8, self.sizeHint().width()), metrics.height())

    def heightForWidth(self, width: int) -> int:
        return self._lines(width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self._lines(self.width())
        lines.draw(painter, 0, (self.height() - lines.height) / 2)

    def _lines(self, width: int) -> Lines:
        return Lines(self.text(), self.font(), width)
