"""The measure everything is laid out in: the height of a line of text."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

UNLIMITED = 16_777_215  # pixels: what Qt takes for no limit of a width or a height


def line_height() -> int:
    """Pixels from one line to the next at the application's text size."""
    return QFontMetrics(QApplication.font()).height()
