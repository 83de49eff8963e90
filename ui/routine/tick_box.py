"""One box of the checklist, large enough for a shaky hand."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from legjournal.routine.boxes import SetToDo
from ui.style import draw_box
from ui.widgets.measure import line_height


class TickBox(QAbstractButton):
    """A check box of 44 pixels that knows which set it stands for.

    Signals: `typed(str)`, a digit was pressed on it: the person says how many were done.
    """

    typed = Signal(str)

    def __init__(self, box: SetToDo, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = box
        self._name = name
        self._count: int | None = None
        self.setCheckable(True)
        self.setProperty("changes", True)
        self.setText(str(box.number))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_count(self, count: int | None) -> None:
        """Show how many were done, where that is known."""
        if count == self._count:
            return
        self._count = count
        done = self._name if count is None else self.tr("{name}: {n} done").format(name=self._name, n=count)
        self.setAccessibleName(done)
        self.setToolTip(done)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = max(44, round(1.9 * line_height()))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        counted = self.isChecked() and self._count is not None
        draw_box(painter, rect, self.palette(), self.isChecked())
        if not self.isChecked():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        elif counted:
            self._draw_count(painter, rect)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

    def _draw_count(self, painter: QPainter, rect: QRectF) -> None:
        """The tick and the number, on the ground of a ticked box."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        words, font = f"✓{self._count}", QFont(self.font())
        font.setBold(True)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        font.setPointSizeF(font.pointSizeF() * min(1.0, 0.86 * rect.width() / wide))
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
