"""Words broken into lines, inside a word too where one is longer than the line."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


class Lines:
    """A text laid out for a width. height, width: pixels it takes. formats: what stands out in it."""

    def __init__(
        self, words: str, font: QFont, width: int, formats: Sequence[QTextLayout.FormatRange] = ()
    ) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(words.replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self._layout.setFormats(formats)
        bottom = widest = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, bottom))
            bottom += line.height()
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        self.height, self.width = ceil(bottom), ceil(widest)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw in the pen of `painter`."""
        self._layout.draw(painter, QPointF(left, top))
