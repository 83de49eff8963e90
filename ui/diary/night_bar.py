"""The night as a bar from 6pm to midday: when in bed, and from when to when asleep."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from legjournal import phrases
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from legjournal.sleep import NightTimes

FIRST_HOUR, HOURS = 18, 18  # 6pm to midday


class NightBar(QWidget):
    """Paints one night. How long one lay awake is known, when is not: so it is said, not placed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._night: NightTimes | None = None
        self._day = date(2000, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_night(self, night: "NightTimes | None", day: date, words: str) -> None:
        """Paint the night ending on `day`; `words` say the same to whoever does not see it."""
        self._night, self._day = night, day
        self.setAccessibleName(self.tr("Drawing of the night"))
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, round(2.9 * line_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = line_height()
        band = QRectF(0.5, 0.25 * line, self.width() - 1, 1.1 * line)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(band.adjusted(0, 3, 0, -3), 4, 4)
        self._paint_hours(painter, band)
        if self._night is not None:
            self._paint_night(painter, band, self._night)

    def _paint_night(self, painter: QPainter, band: QRectF, night: "NightTimes") -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if night.got_into_bed and night.got_out_of_bed:
            painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.drawRect(self._between(band, night.got_into_bed, night.got_out_of_bed))
        if night.tried_to_sleep and night.final_waking:
            asleep = night.tried_to_sleep + timedelta(minutes=night.minutes_to_fall_asleep or 0)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(self._between(band, asleep, night.final_waking), 4, 4)

    def _between(self, band: QRectF, start: datetime, end: datetime) -> QRectF:
        left, right = self._x(band, start), self._x(band, end)
        return QRectF(left, band.y(), max(1.0, right - left), band.height())

    def _x(self, band: QRectF, instant: datetime) -> float:
        evening = datetime.combine(self._day - timedelta(days=1), datetime.min.time())
        hours = (instant.replace(tzinfo=None) - evening).total_seconds() / 3600 - FIRST_HOUR
        return band.x() + band.width() * min(max(hours / HOURS, 0.0), 1.0)

    def _paint_hours(self, painter: QPainter, band: QRectF) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(0.8 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        wide = 6 * line_height()
        for hour in range(0, HOURS + 1, 3):
            words = phrases.clock(datetime.min.replace(hour=(FIRST_HOUR + hour) % 24).time())
            x = band.x() + band.width() * hour / HOURS
            box = QRectF(x - wide / 2, band.bottom() + 4, wide, line_height())
            align = Qt.AlignmentFlag.AlignHCenter
            if hour == 0:
                box.moveLeft(band.x())
                align = Qt.AlignmentFlag.AlignLeft
            elif hour == HOURS:
                box.moveRight(band.right())
                align = Qt.AlignmentFlag.AlignRight
            painter.drawText(box, align, words)
