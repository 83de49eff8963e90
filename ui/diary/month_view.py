"""A month at a glance: which nights and days are recorded, and the worst leg score of each day."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.parts import OF_THE_DAY, Part
from ui.diary.day_mark import Half, Legend, mark_of, paint_mark
from ui.widgets.buttons import square
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from legjournal.diary import DayMark

WEEKS = 6


class MonthView(QWidget):
    """A month with its heading and arrows.

    Signals: `day_requested(date)`; `month_changed(date, date)`, the first and last day now in sight.
    """

    day_requested = Signal(object)
    month_changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = _Grid()
        self._title = PlainLabel("", Size.STRONG)
        earlier = square("‹", self.tr("Earlier month"))
        later = square("›", self.tr("Later month"))
        for arrow in (earlier, later):
            arrow.setProperty("quiet", True)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(earlier)
        head.addWidget(later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.legend = Legend()
        column.addWidget(self.legend)
        earlier.clicked.connect(self._on_earlier)
        later.clicked.connect(self._on_later)
        self.grid.day_requested.connect(self.day_requested)

    @property
    def in_sight(self) -> tuple[date, date]:
        """The first and the last day shown."""
        return self.grid.first, self.grid.first + timedelta(days=7 * WEEKS - 1)

    def show_day(self, day: date, today: date) -> None:
        """Turn to the month of `day` and mark it."""
        self.grid.show_day(day, today)
        self._turn_to(day)

    def show_marks(self, marks: "Mapping[date, DayMark]", hidden: Collection[Part] = ()) -> None:
        """Show what is recorded on the days in sight. hidden: what is not asked, and so cannot be missing."""
        self.grid.show_marks(marks, _asked(hidden))
        self.legend.show_halves(self.grid.halves)

    def _turn_to(self, month: date) -> None:
        self._title.setText(f"{phrases.months()[month.month - 1]} {month.year}")
        if self.grid.show_month(month):
            self.month_changed.emit(*self.in_sight)

    def _on_earlier(self) -> None:
        self._turn_to(self.grid.month - timedelta(days=1))

    def _on_later(self) -> None:
        self._turn_to(self.grid.month + timedelta(days=31))


class _Grid(QWidget):
    """Paints the days; keys: arrows move by a day or a week, Page Up and Down by a month."""

    day_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.month = self.first = self.day = self.today = date(2000, 1, 1)
        self.marks: Mapping[date, DayMark] = {}
        self.halves = Half.NIGHT | Half.DAY
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Calendar"))

    def show_day(self, day: date, today: date) -> None:
        self.day, self.today = day, today
        self._say()
        self.update()

    def show_marks(self, marks: "Mapping[date, DayMark]", halves: Half) -> None:
        self.marks, self.halves = marks, halves
        self._say()
        self.update()

    def show_month(self, within: date) -> bool:
        month = within.replace(day=1)
        changed = month != self.month
        self.month = month
        self.first = month - timedelta(days=month.weekday())
        self.update()
        return changed

    def sizeHint(self) -> QSize:
        line = line_height()
        return QSize(round(7 * 1.6 * line), round(line * 1.4 + WEEKS * self._row_height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_PageUp: -28,
            Qt.Key.Key_PageDown: 28,
        }.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
        else:
            self.day_requested.emit(min(self.day + timedelta(days=days), self.today))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        head = self._head_height()
        point = event.position()
        column = int(point.x() * 7 / self.width())
        row = int((point.y() - head) / self._row_height())
        if 0 <= column < 7 and 0 <= row < WEEKS and point.y() >= head:
            self.day_requested.emit(self.first + timedelta(days=7 * row + column))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for number in range(7 * WEEKS):
            self._paint_day(painter, number)

    def _paint_head(self, painter: QPainter) -> None:
        painter.setFont(_font(0.8))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for column, name in enumerate(phrases.weekdays()):
            cell = QRectF(column * self.width() / 7, 0, self.width() / 7, self._head_height())
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, name[:2])

    def _paint_day(self, painter: QPainter, number: int) -> None:
        day = self.first + timedelta(days=number)
        wide, high = self.width() / 7, self._row_height()
        cell = QRectF(number % 7 * wide, self._head_height() + number // 7 * high, wide, high)
        self._paint_frame(painter, day, cell)
        coming = day > self.today or day.month != self.month.month
        role = QPalette.ColorRole.PlaceholderText if coming else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(role))
        painter.setFont(_font(0.92, bold=day == self.day))
        top = QRectF(cell.x(), cell.y() + 0.05 * high, wide, 0.55 * high)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if (mark := self.marks.get(day)) is not None:
            self._paint_mark(painter, mark, QPointF(cell.center().x(), cell.y() + 0.77 * high))

    def _paint_frame(self, painter: QPainter, day: date, cell: QRectF) -> None:
        frame = cell.adjusted(2, 1, -2, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self.day:
            wide = 3 if self.hasFocus() else 2
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), wide))
            painter.drawRoundedRect(frame, 7, 7)
        elif day == self.today:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 7, 7)

    def _paint_mark(self, painter: QPainter, mark: "DayMark", centre: QPointF) -> None:
        radius = 0.14 * self._row_height()
        if mark.worst is not None:
            centre -= QPointF(1.2 * radius, 0)
        paint_mark(painter, self.palette(), centre, radius, mark_of(mark, self.halves))
        if mark.worst is not None:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.setFont(_font(0.72, bold=True))
            text = QRectF(centre.x() + 1.6 * radius, centre.y() - 10, 40, 20)
            painter.drawText(
                text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(mark.worst)
            )

    def _say(self) -> None:
        words = [phrases.day(self.day, weekday=True)]
        if (mark := self.marks.get(self.day)) is not None:
            words += [self.tr("night recorded")] if mark.night else []
            words += [self.tr("day recorded")] if mark.day else []
            if mark.worst is not None:
                words.append(self.tr("worst leg score {n}").format(n=mark.worst))
        self.setAccessibleDescription(", ".join(words))

    @staticmethod
    def _head_height() -> float:
        return 1.4 * line_height()

    @staticmethod
    def _row_height() -> float:
        return 1.95 * line_height()


def _asked(hidden: Collection[Part]) -> Half:
    """Which halves of a day's mark can be filled at all; both where nothing at all is asked."""
    day = not {Part.LEGS, Part.NOTES, *OF_THE_DAY} <= set(hidden)
    halves = (Half.NIGHT if Part.NIGHT not in hidden else Half(0)) | (Half.DAY if day else Half(0))
    return halves or Half.NIGHT | Half.DAY


def _font(scale: float, *, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font
