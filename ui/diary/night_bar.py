"""The night as a bar from 6pm to midday: when in bed, and from when to when asleep."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from legjournal import phrases, sleep
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legjournal.clock import Clock
    from legjournal.sleep import NightTimes

DAY = timedelta(days=1)
EVENING, MORNING = (18, 21), (0, 3, 6, 9, 12)  # o'clock: where the axis has words


class NightBar(QWidget):
    """Paints one night. When one lay awake is only known where it was noted there and then: that is placed,
    with a sign above it; all else of it is said in words.

    The axis is of elapsed time, so that no length is drawn wrongly: on the two nights on which the clocks
    change there are two or four hours between the words midnight and 3am. Usual times that nobody has
    confirmed are not drawn.
    """

    def __init__(self, clock: "Clock", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._night: NightTimes | None = None
        self._marks: list[datetime] = []  # the instants the axis names, the first and the last at its ends
        self._awake: Sequence[tuple[datetime, datetime]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Drawing of the night"))

    def show_night(self, night: "NightTimes | None", day: date, words: str) -> None:
        """Paint the night ending on `day`; `words` say the same to whoever does not see it."""
        self._night = night
        self._marks = [self._clock.at(day - DAY, time(hour)) for hour in EVENING]
        self._marks += [self._clock.at(day, time(hour)) for hour in MORNING]
        self.setAccessibleDescription(words)
        self.update()

    def show_awakenings(self, awake: "Sequence[tuple[datetime, datetime]]") -> None:
        """Place what was noted in the night: awake since, and noted at."""
        self._awake = awake
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
        for since, noted in self._awake:
            self._paint_awake(painter, band, since, noted)

    def _paint_night(self, painter: QPainter, band: QRectF, night: "NightTimes") -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if night.got_into_bed and night.got_out_of_bed:
            painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.drawRect(self._between(band, night.got_into_bed, night.got_out_of_bed))
        if night.tried_to_sleep and night.final_waking and sleep.figures(night).time_asleep != 0:
            asleep = night.tried_to_sleep + timedelta(minutes=night.minutes_to_fall_asleep or 0)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(self._between(band, asleep, night.final_waking), 4, 4)

    def _paint_awake(self, painter: QPainter, band: QRectF, since: datetime, noted: datetime) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        if since < noted:
            painter.drawRect(self._between(band, since, noted))
        x, size = self._x(band, noted), 0.22 * line_height()
        painter.setBrush(self.palette().color(QPalette.ColorRole.BrightText))
        sign = [QPointF(x - size, 0), QPointF(x + size, 0), QPointF(x, 1.6 * size)]
        painter.drawPolygon(sign)

    def _between(self, band: QRectF, start: datetime, end: datetime) -> QRectF:
        left, right = self._x(band, start), self._x(band, end)
        return QRectF(left, band.y(), max(1.0, right - left), band.height())

    def _x(self, band: QRectF, instant: datetime) -> float:
        """Where an instant of the night stands; one before 6pm or after midday stands at the end."""
        part = (instant - self._marks[0]) / (self._marks[-1] - self._marks[0])
        return band.x() + band.width() * min(max(part, 0.0), 1.0)

    def _paint_hours(self, painter: QPainter, band: QRectF) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(0.8 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        wide = 6 * line_height()
        every = 1 if band.width() > 3 * (len(self._marks) - 1) * line_height() else 2
        for instant in self._marks[::every]:
            box = QRectF(self._x(band, instant) - wide / 2, band.bottom() + 4, wide, line_height())
            align = Qt.AlignmentFlag.AlignHCenter
            if instant is self._marks[0]:
                box.moveLeft(band.x())
                align = Qt.AlignmentFlag.AlignLeft
            elif instant is self._marks[-1]:
                box.moveRight(band.right())
                align = Qt.AlignmentFlag.AlignRight
            painter.drawText(box, align, phrases.clock(instant))
