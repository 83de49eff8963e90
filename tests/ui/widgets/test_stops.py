"""Where the cursor of a chart goes, on a line of days as on a page of weeks."""

from PySide6.QtCore import Qt

from legjournal.charts.scene import Stop
from ui.widgets.stops import next_stop, stop_at

ROW = [Stop(10.0 * n, 0, 10, 50) for n in range(30)]
WEEKS = [Stop(10.0 * (n % 7), 20.0 * (n // 7), 10, 20) for n in range(3, 31)]  # from a Thursday


def test_the_first_key_goes_to_the_last_stop() -> None:
    """That is where today is; only Home begins at the other end."""
    assert next_stop(ROW, None, Qt.Key.Key_Left) == 29
    assert next_stop(ROW, None, Qt.Key.Key_Home) == 0


def test_no_key_leads_beyond_the_ends() -> None:
    """The cursor stays at the first and at the last."""
    assert next_stop(ROW, 0, Qt.Key.Key_Left) == next_stop(ROW, 3, Qt.Key.Key_PageUp) == 0
    assert next_stop(ROW, 29, Qt.Key.Key_Right) == next_stop(ROW, 25, Qt.Key.Key_PageDown) == 29


def test_up_and_down_go_by_rows() -> None:
    """To the same weekday of the next week, or the nearest day of it; on one row they do nothing."""
    monday = next(n for n, stop in enumerate(WEEKS) if (stop.x, stop.y) == (0, 20))
    assert WEEKS[next_stop(WEEKS, monday, Qt.Key.Key_Down)] == WEEKS[monday + 7]
    assert WEEKS[next_stop(WEEKS, monday, Qt.Key.Key_Up)] == WEEKS[0]
    assert next_stop(ROW, 7, Qt.Key.Key_Up) == next_stop(ROW, 7, Qt.Key.Key_Down) == 7


def test_the_pointer_finds_the_nearest_stop_below_it() -> None:
    """Between two it is the nearer one, and beside all of them none."""
    assert stop_at(ROW, 39.0, 20) == 3
    assert stop_at(ROW, 41.0, 20) == 4
    assert stop_at(ROW, 41.0, 51) is None
    assert stop_at(ROW, -5.0, 20) is None
