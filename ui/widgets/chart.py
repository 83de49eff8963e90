"""A chart: one focusable picture, painted from a scene, with a cursor that goes from day to day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.charts.saying import in_words
from legjournal.charts.scene import Scene, Stop
from ui.widgets import stops
from ui.widgets.announce import announce
from ui.widgets.measure import line_height
from ui.widgets.scene_painter import LETTERS, ScenePainter

Key = tuple[date | None, date | None, str]
Draw = Callable[[float, float, float], Scene]  # width, height and text height in pixels

USUAL, LEAST = 19.0, 15.0  # heights of the text
RING = 7  # pixels on every side that the ring of the focus takes
THINNEST = 3.0  # pixels of the cursor
NOTCH = 120  # of a wheel, as Qt counts


class Chart(QWidget):
    """A picture with a name and a summary for a screen reader.

    Where its scene has stops, the arrow keys and the pointer move a cursor from one to the next. Shift and an
    arrow, or dragging, wish the chart moved; Ctrl and the wheel, + and - wish it drawn closer.

    Signals: `stop_said(str)`, what the cursor stands on in words, "" where it left; `stop_chosen(Stop)`, by
    Enter or a click; `move_requested(float)`, by so many widths to the later; `zoom_requested(float, float)`,
    so many steps closer, around that place from 0 left to 1 right; `widened()`, it is of another width, and
    the layout that made it so is done, so that it can be given another height.
    """

    stop_said = Signal(str)
    stop_chosen = Signal(object)
    move_requested = Signal(float)
    zoom_requested = Signal(float, float)
    widened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw: Draw | None = None
        self._drawn: tuple[tuple[float, float, float], Scene] | None = None
        self._lines = USUAL
        self._at: int | None = None  # the stop the cursor is on, and what it stands for
        self._key: Key | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.widened)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    @property
    def letters_wide(self) -> float:
        """Its width in heights of the letters in it."""
        return self.width() / (LETTERS * line_height())

    @property
    def scene(self) -> Scene | None:
        """The picture at its present size; None before there is one."""
        if self._draw is None:
            return None
        least = self.minimumSizeHint()
        size = (
            float(max(self.width(), least.width()) - 2 * RING),
            float(max(self.height(), least.height()) - 2 * RING),
            LETTERS * line_height(),
        )
        if self._drawn is None or self._drawn[0] != size:
            self._drawn = (size, self._draw(*size))
        return self._drawn[1]

    @property
    def cursor_stop(self) -> Stop | None:
        """Where the cursor is."""
        scene = self.scene
        if scene is None or self._at is None or self._at >= len(scene.stops):
            return None
        return scene.stops[self._at]

    def place_of(self, stop: Stop) -> QRectF:
        """Where a stop is on this widget."""
        wide = max(stop.width, THINNEST)
        left = stop.x + (stop.width - wide) / 2
        return QRectF(RING + left, RING + stop.y, wide, stop.height)

    def show_scene(self, draw: Draw, lines: float = USUAL) -> None:
        """Paint what `draw` lays out for the size at hand. lines: its height, in heights of the text."""
        self._draw, self._drawn = draw, None
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
        scene = self.scene
        assert scene is not None
        self.setAccessibleDescription(scene.summary)
        self._keep_cursor()
        self.update()

    def place_cursor(self, number: int | None, *, aloud: bool = False) -> None:
        """Put the cursor on a stop by its number, or nowhere. aloud: also say it to a screen reader."""
        if number == self._at:
            return
        self._at = number
        scene, stop = self.scene, self.cursor_stop
        self._key = None if stop is None else stop.key
        words = "" if scene is None or stop is None else in_words(scene, stop)
        self.stop_said.emit(words)
        if aloud and words:
            announce(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        line = line_height()
        return QSize(40 * line, round(self._lines * line) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        line = line_height()
        return QSize(13 * line, round(max(LEAST, self._lines - USUAL + LEAST) * line) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene
        if scene is None:
            return
        painter = QPainter(self)
        stop = self.cursor_stop
        if stop is not None:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1))
            painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.drawRect(self.place_of(stop))
        painter.translate(RING, RING)
        ScenePainter(painter, self.palette(), QApplication.font()).paint(scene)
        painter.resetTransform()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        scene = self.scene
        if shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_requested.emit(0.25 if key == Qt.Key.Key_Right else -0.25)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_requested.emit(-1.0 if key == Qt.Key.Key_Minus else 1.0, self._share_of_cursor())
        elif scene is not None and scene.stops and key in stops.KEYS:
            self.place_cursor(stops.next_stop(scene.stops, self._at, Qt.Key(key)), aloud=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cursor_stop is not None:
            self.stop_chosen.emit(self.cursor_stop)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.place_cursor(None)
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._point(event.position())
            return
        far = event.position().x() - self._pressed.x()
        if self._dragged or abs(far) >= QApplication.startDragDistance():
            self._dragged = True
            self._pressed = event.position()
            self.move_requested.emit(-far / max(1, self.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragged:
            return
        self._point(event.position())
        if self.cursor_stop is not None:
            self.stop_chosen.emit(self.cursor_stop)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            share = event.position().x() / max(1, self.width())
            self.zoom_requested.emit(event.angleDelta().y() / NOTCH, share)
            event.accept()
        else:
            event.ignore()  # the page scrolls

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.place_cursor(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settling.start()
        self._keep_cursor()

    def _point(self, at: QPointF) -> None:
        scene = self.scene
        if scene is not None and scene.stops:
            self.place_cursor(stops.stop_at(scene.stops, at.x() - RING, at.y() - RING))

    def _keep_cursor(self) -> None:
        """Leave the cursor on the days it was on, if they are still in the picture."""
        scene, key, self._at = self.scene, self._key, None
        if scene is None or key is None:
            return
        found = next((n for n, stop in enumerate(scene.stops) if stop.key == key), None)
        if found is None:
            self._key = None
            self.stop_said.emit("")
        self.place_cursor(found)

    def _share_of_cursor(self) -> float:
        stop = self.cursor_stop
        return 0.5 if stop is None else self.place_of(stop).center().x() / max(1, self.width())
