"""The picture of an exercise: played slowly from start to end and back, or both as stills side by side."""

from functools import cache
from typing import Any

from PySide6.QtCore import QEasingCurve, QMarginsF, QRectF, QSize, QSizeF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from legjournal.charts.drawing import Drawing, Ink, between, extent, mirrored, pair, strokes
from legjournal.models.diary import Side
from ui.widgets.curves import painter_path
from ui.widgets.measure import line_height

MOVE, REST = 2000, 1200  # milliseconds there or back, and at each end
FRAME = 40  # milliseconds from picture to picture: enough for a slow movement, light on an old computer
NUMBERED = 4  # heights of the text: a smaller still has no room for its number
AROUND = QMarginsF(8, 8, 8, 8)  # units of the drawing kept free around it
OWN = "own"  # the picture of an exercise that has none

COLOURS = {
    Ink.INK: QPalette.ColorRole.Text,
    Ink.BODY: QPalette.ColorRole.Base,
    Ink.CLOTH: QPalette.ColorRole.AlternateBase,
    Ink.TROUSERS: QPalette.ColorRole.Midlight,
    Ink.MOVING: QPalette.ColorRole.Accent,
    Ink.FAR: QPalette.ColorRole.Window,
    Ink.FAR_INK: QPalette.ColorRole.Mid,
    Ink.PROP: QPalette.ColorRole.Window,
    Ink.PROP_INK: QPalette.ColorRole.Mid,
    Ink.ARROW: QPalette.ColorRole.Accent,
}


class DrawingView(QWidget):
    """Shows one exercise. It begins as stills; `play` sets it going while it can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, Side | None, bool] = (OWN, None, False)  # read when it is first painted
        self._boxes: dict[bool, QRectF] = {}
        self._photo = QPixmap()
        self._kept: tuple[Any, QPixmap] = (None, QPixmap())
        self._wanted = False
        self._painted = 0
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(2 * (MOVE + REST))
        self.animation.setLoopCount(-1)
        for time, share in (
            (0, 0),
            (REST, 0),
            (REST + MOVE, 1),
            (2 * REST + MOVE, 1),
            (2 * (REST + MOVE), 0),
        ):
            self.animation.setKeyValueAt(time / self.animation.duration(), float(share))
        self.animation.valueChanged.connect(self._on_moved)
        self._goal: float | None = None  # where it moves to and stays; None: it goes on and on
        self.turn = QVariantAnimation(self)
        self.turn.setDuration(MOVE // 2)
        self.turn.setEasingCurve(QEasingCurve.Type.InOutSine)
        self.turn.valueChanged.connect(self._on_turned)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_exercise(
        self, key: str, side: Side | None = None, easier: bool = False, picture: bytes | None = None
    ) -> None:
        """Show an exercise with that side working, or the person's own picture of it, whole.

        One that has no drawing, and a picture that cannot be read, are shown as a person beside a mat.
        """
        self._photo = QPixmap()
        if picture:
            self._photo.loadFromData(picture)
        self._shown = (key, side, easier)
        self._boxes.clear()
        self._say(key, side, easier)
        self.animation.setCurrentTime(0)
        self._follow()

    def play(self) -> None:
        """Move slowly from start to end and back while it is seen; stay still where motion is reduced."""
        self._wanted = True
        self._goal = None
        self._follow()

    def move_to(self, *, end: bool) -> None:
        """Move to the end, or back to the start, and stay there: what is held is shown held."""
        goal = 1.0 if end else 0.0
        if goal == self._goal and self._wanted:
            return
        self.turn.stop()
        self.turn.setStartValue(self._share() if self.plays else goal)
        self.turn.setEndValue(goal)
        self._wanted, self._goal = True, goal
        self.turn.start()
        self._follow()

    def still(self) -> None:
        """Show start and end side by side."""
        self._wanted = False
        self._follow()

    @property
    def plays(self) -> bool:
        """Whether one moving picture is shown rather than stills."""
        moves = self._wanted and self._photo.isNull() and not motion_is_reduced(self)
        return moves and len(self._ends) == 2

    def sizeHint(self) -> QSize:
        return QSize(30 * line_height(), 11 * line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * line_height(), 5 * line_height())

    def showEvent(self, event: QShowEvent) -> None:
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect())
        if not self._photo.isNull():
            painter.drawPixmap(_within(room, QSizeF(self._photo.size())).toRect(), self._photo)
        elif self.plays:
            start, end = self._ends
            now = between(start, end, self._share())
            paint(painter, now, room, self.palette(), box=self._box(arrows=False), arrows=False)
        else:
            painter.drawPixmap(0, 0, self._kept_stills())

    def _kept_stills(self) -> QPixmap:
        """The stills as they were painted last, as long as they are the same: a page has a dozen of them."""
        about = (self._shown, self.size(), self.devicePixelRatioF(), self.palette().cacheKey(), line_height())
        if about != self._kept[0]:
            ratio = self.devicePixelRatioF()
            kept = QPixmap(self.size() * ratio)
            kept.setDevicePixelRatio(ratio)
            kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            self._paint_stills(painter)
            painter.end()
            self._kept = about, kept
        return self._kept[1]

    def _paint_stills(self, painter: QPainter) -> None:
        for number, end in enumerate(self._ends):
            place = self._place(number)
            if len(self._ends) > 1 and place.height() > NUMBERED * line_height():
                place.setTop(place.top() + self._paint_number(painter, place, number + 1))
            paint(painter, end, place, self.palette(), box=self._box(arrows=True))

    @property
    def _ends(self) -> tuple[Drawing, ...]:
        return _positions(*self._shown)

    def _box(self, *, arrows: bool) -> QRectF:
        """What is painted of both positions, worked out when it is first needed."""
        if arrows not in self._boxes:
            self._boxes[arrows] = _box(*self._ends, arrows=arrows)
        return self._boxes[arrows]

    def _place(self, number: int) -> QRectF:
        """The room of a still: beside the other, or below it where that leaves them larger."""
        wide, high, count = self.width(), self.height(), len(self._ends)
        size = self._box(arrows=True).size()
        beside = min(wide / (count * size.width()), high / size.height())
        if beside >= min(wide / size.width(), high / (count * size.height())):
            return QRectF(number * wide / count, 0, wide / count, high)
        return QRectF(0, number * high / count, wide, high / count)

    def _paint_number(self, painter: QPainter, place: QRectF, number: int) -> int:
        """Say which comes first, in a line above; gives its height."""
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place.adjusted(0.3 * line_height(), 0, 0, 0), str(number))
        return line_height()

    def _share(self) -> float:
        """How far from start to end, gently begun and ended."""
        if self._goal is not None:
            return float(self.turn.currentValue() or 0)
        share = float(self.animation.currentValue() or 0)
        return share * share * (3 - 2 * share)

    def _follow(self) -> None:
        """Run while it is seen and is to play, and only then: nothing ticks behind another page."""
        runs = self.animation.state() is QVariantAnimation.State.Running
        if self.isVisible() and self.plays and self._goal is None:
            if not runs:
                self.animation.start()
        else:
            self.animation.stop()
        self.update()

    def _on_moved(self) -> None:
        now = self.animation.currentTime()
        if abs(now - self._painted) >= FRAME:
            self._painted = now
            self.update()

    def _on_turned(self) -> None:
        self.update()

    def _say(self, key: str, side: Side | None, easier: bool) -> None:
        """Give name and description to whoever does not see it."""
        from legjournal.library.exercises import exercises

        page = exercises().items.get(key)
        self.setAccessibleName(self.tr("Picture of the exercise"))
        if not self._photo.isNull():
            self.setAccessibleDescription(self.tr("Your own picture."))
        elif page is None:
            self.setAccessibleDescription(self.tr("A person standing beside a mat."))
        else:
            sides = {Side.LEFT: self.tr("Left side."), Side.RIGHT: self.tr("Right side.")}
            words = (
                page.name + ".",
                sides.get(side, "") if side else "",
                self.tr("Start: {position}").format(position=page.start),
                self.tr("Then: {position}").format(position=page.easier_cue if easier else page.end),
            )
            self.setAccessibleDescription(" ".join(filter(None, words)))


def paint(
    painter: QPainter,
    drawn: Drawing,
    room: QRectF,
    palette: QPalette,
    *,
    box: QRectF | None = None,
    arrows: bool = True,
) -> None:
    """Paint a drawing, or what is in the box of it, as large as fits the room, in the palette's colours."""
    box = box or _box(drawn, arrows=arrows)
    place = _within(room, box.size())
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / box.width(), place.width() / box.width())
    painter.translate(-box.topLeft())
    made: dict[int, QPainterPath] = {}  # an outline and what fills it are the same path
    for stroke in strokes(drawn, arrows=arrows):
        colour = palette.color(COLOURS[stroke.ink])
        pen = QPen(colour, stroke.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen if stroke.width else Qt.PenStyle.NoPen)
        painter.setBrush(colour if stroke.closed or not stroke.width else Qt.BrushStyle.NoBrush)
        if id(stroke.path) not in made:
            made[id(stroke.path)] = painter_path(stroke.path)
        painter.drawPath(made[id(stroke.path)])
    painter.restore()


@cache
def _positions(key: str, side: Side | None, easier: bool) -> tuple[Drawing, ...]:
    """The positions of an exercise: two, or one where they are the same."""
    drawn: tuple[Drawing, ...] | None = pair(key, easier=easier) or pair(OWN)
    assert drawn is not None  # our own file
    if side is Side.LEFT:
        drawn = tuple(mirrored(end) for end in drawn)
    return drawn[:1] if drawn[0] == drawn[-1] else drawn


def motion_is_reduced(widget: QWidget) -> bool:
    """Whether this computer is set to show little or no motion."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion:
        return True
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0


def _box(*drawn: Drawing, arrows: bool = True) -> QRectF:
    """What is painted of these drawings, and a little room around it."""
    return QRectF(*extent(drawn, arrows=arrows)).marginsAdded(AROUND)


def _within(room: QRectF, size: QSizeF) -> QRectF:
    """The largest rectangle of that shape in the middle of the room."""
    fits = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    aside, above = (room.width() - fits.width()) / 2, (room.height() - fits.height()) / 2
    return room.marginsRemoved(QMarginsF(aside, above, aside, above))
