"""How long the Trends tab takes, in a real window: `trends.py JOURNAL FOLDER` prints one JSON line.

first_ms: from the key to the first picture on the screen. whole_ms: from the key until all of the journal is
drawn. move_ms and zoom_ms: a frame of the chart over all the years moved, or drawn closer, and painted.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from turning import milliseconds, open_window

from ui.app import make_application
from ui.tabs import TRENDS

FRAMES = 60
PATIENCE = 30  # seconds
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
USUAL = Qt.KeyboardModifier.NoModifier


def main(journal: Path, folder: Path) -> None:
    """Turn to the tab, wait for the years, then go through them."""
    application = make_application(sys.argv[:1])
    window = open_window(application, journal, folder)
    assert window.sitting is not None
    tabs = window.sitting.tabs
    began = time.perf_counter()
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + TRENDS), CONTROL)
    _until(application, lambda: getattr(tabs.currentWidget(), "reading", None) is not None)
    page = tabs.currentWidget()
    _until(application, lambda: page.reading.numbers is not None)
    page.pane.frame.chart.repaint()
    first = 1000 * (time.perf_counter() - began)
    _until(application, lambda: page.reading.numbers.complete)
    page.pane.frame.chart.repaint()
    whole = 1000 * (time.perf_counter() - began)
    chart = page.pane.frame.chart

    def frame(key: Qt.Key, held: Qt.KeyboardModifier) -> float:
        application.processEvents()
        return milliseconds(lambda: (QTest.keyClick(chart, key, held), chart.repaint()))

    page.pane.span.days_chosen.emit(0)
    zooms = [frame(Qt.Key.Key_Plus, USUAL) for _ in range(FRAMES // 4)]
    page.pane.span.days_chosen.emit(0)
    frame(Qt.Key.Key_Plus, USUAL)  # there is nothing to move to where everything is in sight
    moves = [
        frame(Qt.Key.Key_Left if number % 2 else Qt.Key.Key_Right, SHIFT) for number in range(FRAMES // 2)
    ]
    page.pane.span.days_chosen.emit(56)
    moves += [frame(Qt.Key.Key_Left, SHIFT) for _ in range(FRAMES // 2)]
    print(json.dumps({"first_ms": first, "whole_ms": whole, "move_ms": moves, "zoom_ms": zooms}))
    window.close()


def _until(application: QApplication, is_so: Callable[[], object]) -> None:
    began = time.perf_counter()
    while not is_so():
        assert time.perf_counter() - began < PATIENCE
        application.processEvents()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
