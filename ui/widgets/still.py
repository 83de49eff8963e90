"""Boxes that a stray turn of the wheel does not change, with an arrow that is drawn in ink."""

from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget


class StillComboBox(QComboBox):
    """Extends QComboBox: the wheel scrolls the page unless the box has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class StillDateEdit(QDateEdit):
    """Extends QDateEdit: a calendar to pick from, written the British way, and as still."""

    def __init__(self, name: str, day: QDate, parent: QWidget | None = None) -> None:
        super().__init__(day, parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMMM yyyy")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _draw_arrow(box: QWidget) -> None:
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    group = QPalette.ColorGroup.Active if box.isEnabled() else QPalette.ColorGroup.Disabled
    painter.setPen(QPen(box.palette().color(group, QPalette.ColorRole.Text), 1.8))
    x, y, size = box.width() - 18, box.height() / 2 - 2, 4.5
    painter.drawPolyline([QPointF(x - size, y), QPointF(x, y + size), QPointF(x + size, y)])
