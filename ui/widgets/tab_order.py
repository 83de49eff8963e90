"""The order of Tab among widgets that are made after their neighbours."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(inside: QWidget) -> list[QWidget]:
    """All within (and `inside` itself) that takes the keyboard or hands it on, in the order of being made."""
    return [widget for widget in (inside, *inside.findChildren(QWidget)) if is_stop(widget)]


def is_stop(widget: QWidget) -> bool:
    """Whether Tab asks this widget. A whole that hands the keyboard to one of its parts is asked as well."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False  # setTabOrder() would not move it either
    proxy = widget.focusProxy()
    return proxy is None or widget.isAncestorOf(proxy)


def put_after(before: QWidget, moved: QWidget) -> None:
    """Have Tab go through all of `moved` right after the stop `before`."""
    for first, second in pairwise([before, *stops(moved)]):
        QWidget.setTabOrder(first, second)


def put_before(below: QWidget, moved: QWidget) -> None:
    """Have Tab go through all of `moved` right before the first stop of `below`."""
    stop = stops(below)[0].previousInFocusChain()
    while stop is not None and not is_stop(stop):
        stop = stop.previousInFocusChain()
    assert stop is not None, "the chain of a window is a ring"
    put_after(stop, moved)
