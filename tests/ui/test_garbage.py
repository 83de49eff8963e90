"""Garbage is collected on the window's thread, whoever made it."""

import gc
import threading
import weakref
from typing import Any

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from ui.garbage import GarbageCollector


class Knot(QWidget):
    """A widget that holds itself, so that only the collector can take it apart."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: gone.append(threading.get_ident()))


def test_a_worker_that_makes_much_takes_no_widget_apart(qtbot: Any, collector: GarbageCollector) -> None:
    """Whatever a worker allocates, the widgets of the window's thread are collected there."""
    gone: list[int] = []
    for _ in range(20):
        Knot(gone)
    pool = QThreadPool()
    for _ in range(4):
        pool.start(lambda: [[{}] for _ in range(100_000)] and None)
    assert pool.waitForDone(10_000)
    assert gone == []
    assert not gc.isenabled()
    collector.collect()
    gc.collect()
    assert gone == [threading.get_ident()] * 20
