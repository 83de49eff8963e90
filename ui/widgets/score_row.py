"""The 0 to 10 row: eleven buttons, nothing chosen until one is pressed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.announce import announce
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

TARGET = 44  # pixels: what a shaky hand can press


class ScoreRow(QWidget):
    """A score from 0 to 10, or none.

    Signals: `answered(object)`, the score or None, when the person gives or takes back an answer.
    Keys: 0 to 9; T, or 1 and right after it 0, for 10; Left, Right, Home and End move along the row, and take
    the answer with them once there is one, as in any group of radio buttons; Backspace or Delete for not
    answered. Up and Down are the page's, unless the numbers stand in several rows.
    """

    answered = Signal(object)

    def __init__(self, name: str, least: str = "", most: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._after_one = False  # whether the key before this one was the 1
        self.setProperty("changes", True)
        self._group = QButtonGroup(self)
        self._buttons = [self._button(score) for score in range(11)]
        self._least = PlainLabel("", Size.SMALL, muted=True)
        self._most = PlainLabel("", Size.SMALL, muted=True)
        self.setFocusProxy(self._buttons[0])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # setTabOrder() moves only what has one
        self.setToolTip(
            self.tr(
                "Keys: 0 to 9, T for 10, the arrows to move along, "
                "Backspace to take the answer back. Nothing is chosen for you."
            )
        )
        self._lay_out()
        self.rename(name, least, most)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def score(self) -> int | None:
        """The answer, or None where none is given."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def rename(self, name: str, least: str, most: str) -> None:
        """Ask something else: `name` is for a screen reader, `least` and `most` are what the ends mean."""
        self._name = name
        self.setAccessibleName(name)
        for number, button in enumerate(self._buttons):
            button.setAccessibleName(self.tr("{name}: {number} of 10").format(name=name, number=number))
        self._least.setText(f"0  {least}")
        self._most.setText(f"10  {most}")
        self._least.setVisible(bool(least))
        self._most.setVisible(bool(most))
        self._say_state()

    def show_score(self, score: int | None) -> None:
        """Show an answer without telling anybody."""
        self._group.setExclusive(False)
        for number, button in enumerate(self._buttons):
            button.setChecked(number == score)
        self._group.setExclusive(True)
        self.setFocusProxy(self._buttons[score or 0])
        self._say_state()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Take a key that moves or answers; False leaves it to whatever had it."""
        after_one, self._after_one = self._after_one, False
        target = self._target(Qt.Key(event.key()))
        if target is not None:
            self._move_to(target)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_back(again=event.isAutoRepeat())
        elif (digit := _digit(event)) is not None:
            if not event.isAutoRepeat():  # a finger resting on 0 must not make 0 of 10
                self._answer(10 if digit == 0 and after_one else digit)
            self._after_one = digit == 1
        else:
            return False
        return True

    def left(self) -> None:
        """The keyboard has gone somewhere else: a 0 from now on is a 0."""
        self._after_one = False

    def _button(self, score: int) -> "ScoreButton":
        button = ScoreButton(self, score)
        self._group.addButton(button, score)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        cells = ColumnsLayout(letters=0, most=11, spacing=4, stretch=False)
        for button in self._buttons:
            cells.addWidget(button)
        column.addLayout(cells)
        ends = QHBoxLayout()
        ends.addWidget(self._least)
        ends.addSpacing(28)
        ends.addWidget(self._most)
        ends.addStretch()
        column.addLayout(ends)

    def _target(self, key: Qt.Key) -> int | None:
        """The number a key moves to, or None where it moves nowhere."""
        here = next((number for number, button in enumerate(self._buttons) if button.hasFocus()), None)
        if here is None:
            return None
        across = self._columns()
        there = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Right: min(10, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: 10,
            Qt.Key.Key_Up: here - across,
            Qt.Key.Key_Down: here + across,
        }.get(key)
        return there if there is not None and 0 <= there <= 10 else None

    def _columns(self) -> int:
        """How many numbers stand beside each other."""
        return sum(button.y() == self._buttons[0].y() for button in self._buttons)

    def _move_to(self, target: int) -> None:
        if self.score in (None, target):
            self._buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._answer(target)

    def _take_back(self, *, again: bool) -> None:
        if not again:
            self._answer(None)
            announce(self, self.tr("not answered"))

    def _on_clicked(self, score: int) -> None:
        self._after_one = False
        button = self._buttons[score]
        # A second press on the answer takes it back; the group itself would keep it.
        self._answer(None if button.was_checked else score)

    def _answer(self, score: int | None) -> None:
        self.show_score(score)
        if score is not None:
            self._buttons[score].setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(score)

    def _say_state(self) -> None:
        self.setAccessibleDescription(self.tr("not answered") if self.score is None else str(self.score))


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
        if self._row.key_pressed(event):
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the page scrolls; the button itself would look for a neighbour
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        heir = QApplication.focusWidget()
        if heir is None or not self._row.isAncestorOf(heir):
            self._row.left()

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


def _digit(event: QKeyEvent) -> int | None:
    """The number a key stands for: 0 to 9 on either pad of the keyboard, T for 10."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    key = event.text().casefold()
    if held != Qt.KeyboardModifier.NoModifier or len(key) != 1:
        return None
    return 10 if key == "t" else "0123456789".find(key) if key in "0123456789" else None
