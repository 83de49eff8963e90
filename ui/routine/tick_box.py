"""One box of the checklist, large enough for a shaky hand."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from legjournal.routine.boxes import SetToDo
from ui.style import draw_box
from ui.widgets.measure import line_height


class TickBox(QAbstractButton):
    """A check box of 44 pixels that knows which set it stands for."""

    def __init__(self, box: SetToDo, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = box
        self.setCheckable(True)
        self.setProperty("changes", True)
        self.setText(str(box.number))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        side = max(44, round(1.9 * line_height()))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        draw_box(painter, rect, self.palette(), self.isChecked())
        if not self.isChecked():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
