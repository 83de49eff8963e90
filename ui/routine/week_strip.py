"""Seven days: session, rest, skipped or nothing yet; rest is part of the plan."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from legjournal import phrases
from legjournal.routine.adherence import DayStatus
from ui.style import draw_box
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class WeekStrip(QWidget):
    """Paints a week from Monday; arrows move the day.

    Signals: `day_requested(date)`.
    """

    day_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._monday = self._day = self._today = date(2000, 1, 3)
        self._days: Sequence[DayStatus] = [DayStatus.NOTHING] * 7
        self._planned: frozenset[int] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("This week"))

    def show_week(
        self,
        monday: date,
        day: date,
        today: date,
        days: Sequence[DayStatus],
        planned: Collection[int] = frozenset(),
    ) -> None:
        """Show seven statuses from `monday`, with `day` marked. planned: days of the plan, 0 Monday."""
        self._monday, self._day, self._today, self._days = monday, day, today, days
        self._planned = frozenset(planned)
        said = [
            f"{phrases.weekdays()[number]}: {self._name(number) or self.tr('nothing yet')}"
            for number in range(7)
        ]
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, round(4.5 * line_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.day_requested.emit(min(self._day + timedelta(days=step), self._today))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = int(event.position().x() * 7 / self.width())
        self.day_requested.emit(self._monday + timedelta(days=max(0, min(6, column))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(7):
            self._paint_day(painter, number)

    def _paint_day(self, painter: QPainter, number: int) -> None:
        day, status = self._monday + timedelta(days=number), self._days[number]
        wide = self.width() / 7
        cell = QRectF(number * wide + 3, 1.5, wide - 6, self.height() - 3)
        painter.setPen(self._frame(day))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, 8, 8)
        line = line_height()
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        name = f"{phrases.weekdays()[number][:3]} {day.day}" if self._has_room else str(day.day)
        self._paint_words(painter, QRectF(cell.x(), cell.y() + 0.15 * line, cell.width(), 1.2 * line), name)
        centre = QPointF(cell.center().x(), cell.y() + 2.05 * line)
        if self._is_ahead(number):
            draw_box(painter, _square(centre, 0.55 * line), self.palette(), False)
        else:
            self._paint_status(painter, status, centre, 0.55 * line)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        words = self._name(number) if self._has_room else phrases.weekdays()[number][0]
        self._paint_words(
            painter, QRectF(cell.x(), cell.y() + 2.95 * line, cell.width(), 1.2 * line), words, 0.82
        )

    def _paint_status(self, painter: QPainter, status: DayStatus, centre: QPointF, size: float) -> None:
        square = _square(centre, size)
        accent = self._colour(QPalette.ColorRole.Accent)
        match status:
            case DayStatus.SESSION:
                draw_box(painter, square, self.palette(), True)
            case DayStatus.REST:
                painter.setPen(QPen(accent, 2))
                painter.setBrush(self._colour(QPalette.ColorRole.AlternateBase))
                painter.drawEllipse(centre, size, size)
            case DayStatus.SKIPPED:
                painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), 2))
                painter.drawLine(centre - QPointF(size, 0), centre + QPointF(size, 0))
            case DayStatus.PAUSED:
                painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), 3))
                for side in (-0.35 * size, 0.35 * size):
                    painter.drawLine(centre + QPointF(side, -0.7 * size), centre + QPointF(side, 0.7 * size))
            case DayStatus.NOTHING:
                painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), 1, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, 0.35 * size, 0.35 * size)

    @property
    def _has_room(self) -> bool:
        """Whether the words fit; where they do not, the sign stands for them, and the letter for the day."""
        return self.width() / 7 > 4.2 * line_height()

    def _paint_words(self, painter: QPainter, box: QRectF, words: str, scale: float = 0.9) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(scale * font.pointSizeF())
        painter.setFont(font)
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fitted)

    def _frame(self, day: date) -> QPen:
        if day == self._day:
            return QPen(self._colour(QPalette.ColorRole.Accent), 3 if self.hasFocus() else 2)
        return QPen(self._colour(QPalette.ColorRole.Midlight), 1)

    def _colour(self, role: QPalette.ColorRole) -> "QColor":
        return self.palette().color(role)

    def _is_ahead(self, number: int) -> bool:
        """Whether a session is planned on a day of which nothing is known yet."""
        return number in self._planned and self._days[number] is DayStatus.NOTHING

    def _name(self, number: int) -> str:
        return self.tr("planned") if self._is_ahead(number) else self._names()[self._days[number]]

    def _names(self) -> dict[DayStatus, str]:
        return {
            DayStatus.SESSION: self.tr("session"),
            DayStatus.REST: self.tr("rest"),
            DayStatus.SKIPPED: self.tr("not this day"),
            DayStatus.PAUSED: self.tr("pause"),
            DayStatus.NOTHING: "",
        }


def _square(centre: QPointF, size: float) -> QRectF:
    return QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size)
