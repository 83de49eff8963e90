"""The 0 to 10 row: eleven buttons, nothing chosen until one is pressed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

TARGET = 44  # pixels: what a shaky hand can press


class ScoreRow(QWidget):
    """A score from 0 to 10, or none.

    Signals: `answered(object)`, the score or None, when the person gives or takes back an answer.
    Keys: 0 to 9; 1 and then 0 for 10; arrows; Backspace or Delete for not answered.
    """

    answered = Signal(object)

    def __init__(self, name: str, least: str = "", most: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("changes", True)
        self._group = QButtonGroup(self)
        self._buttons = [self._button(score) for score in range(11)]
        self.setAccessibleName(name)
        self.setFocusProxy(self._buttons[0])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # setTabOrder() moves only what has one
        self._lay_out(least, most)
        self._say_state()
        self._group.idClicked.connect(self._on_clicked)

    @property
    def score(self) -> int | None:
        """The answer, or None where none is given."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def show_score(self, score: int | None) -> None:
        """Show an answer without telling anybody."""
        self._group.setExclusive(False)
        for number, button in enumerate(self._buttons):
            button.setChecked(number == score)
        self._group.setExclusive(True)
        self.setFocusProxy(self._buttons[score or 0])
        self._say_state()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Take a key that answers; False leaves it to the button that had it."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._answer(None)
        elif event.text() in "0123456789" and event.text():
            digit = int(event.text())
            self._answer(10 if digit == 0 and self.score == 1 else digit)
        else:
            return False
        return True

    def _button(self, score: int) -> "ScoreButton":
        button = ScoreButton(self, score)
        self._group.addButton(button, score)
        return button

    def _lay_out(self, least: str, most: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        cells = ColumnsLayout(letters=0, most=11, spacing=4, stretch=False)
        for button in self._buttons:
            cells.addWidget(button)
        column.addLayout(cells)
        if least or most:
            ends = QHBoxLayout()
            ends.addWidget(PlainLabel(f"0  {least}", Size.SMALL, muted=True))
            ends.addSpacing(28)
            ends.addWidget(PlainLabel(f"10  {most}", Size.SMALL, muted=True))
            ends.addStretch()
            column.addLayout(ends)

    def _on_clicked(self, score: int) -> None:
        button = self._buttons[score]
        # A second press on the answer takes it back; the group itself would keep it.
        self._answer(None if button.was_checked else score)

    def _answer(self, score: int | None) -> None:
        self.show_score(score)
        if score is not None:
            self._buttons[score].setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(score)

    def _say_state(self) -> None:
        answer = self.tr("not answered") if self.score is None else str(self.score)
        self.setAccessibleDescription(answer)
        for number, button in enumerate(self._buttons):
            button.setAccessibleName(self.tr("{name}: {number} of 10").format(name=self._name, number=number))


class ScoreButton(QPushButton):
    """One number of the row. Chosen shows by fill, by a ring and by weight."""

    def __init__(self, row: ScoreRow, score: int) -> None:
        super().__init__(str(score))
        self._row = row
        self.was_checked = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the group sees to that; this has it read aloud as a radio button
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pressed.connect(self._on_pressed)

    def sizeHint(self) -> QSize:
        side = max(TARGET, round(1.9 * line_height()))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.key_pressed(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Accent)
        rect = QRectF(self.rect())
        ground = palette.color(
            QPalette.ColorRole.AlternateBase
            if self.underMouse() and self.isEnabled()
            else QPalette.ColorRole.Base
        )
        painter.setPen(QPen(accent if self.isChecked() else palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(rect.adjusted(4, 4, -4, -4), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2.5))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        self._paint_number(painter, rect)

    def _paint_number(self, painter: QPainter, rect: QRectF) -> None:
        font = QFont(QApplication.font())
        font.setWeight(QFont.Weight.Bold if self.isChecked() else QFont.Weight.DemiBold)
        painter.setFont(font)
        role = QPalette.ColorRole.HighlightedText if self.isChecked() else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(role))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())

    def _on_pressed(self) -> None:
        self.was_checked = self.isChecked()
