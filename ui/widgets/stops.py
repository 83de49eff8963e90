"""Where the cursor of a chart goes: the stop under the pointer, and the next one by a key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from legjournal.charts.scene import Stop

KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
FAR = 10  # stops that PageUp and PageDown go


def stop_at(stops: Sequence[Stop], x: float, y: float) -> int | None:
    """The number of the stop at a point; None beside all of them."""
    inside = (
        (abs(stop.x + stop.width / 2 - x), n)
        for n, stop in enumerate(stops)
        if stop.x - 1 <= x <= stop.x + stop.width + 1 and stop.y <= y <= stop.y + stop.height
    )
    return min(inside, default=(0.0, None))[1]


def next_stop(stops: Sequence[Stop], at: int | None, key: Qt.Key) -> int:
    """The number of the stop a key leads to; the last one, which is today's, where there was none."""
    last = len(stops) - 1
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End or at is None:
        return last
    steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -FAR, Qt.Key.Key_PageDown: FAR}
    if key in steps:
        return min(max(at + steps[key], 0), last)
    return _above_or_below(stops, at, down=key == Qt.Key.Key_Down)


def _above_or_below(stops: Sequence[Stop], at: int, *, down: bool) -> int:
    """The nearest in the next row up or down; the same one where there is none."""
    here = stops[at]

    def distance(number: int) -> tuple[float, float]:
        return abs(stops[number].y - here.y), abs(stops[number].x - here.x)

    rows = [n for n, stop in enumerate(stops) if (stop.y > here.y if down else stop.y < here.y)]
    return min(rows, key=distance, default=at)
