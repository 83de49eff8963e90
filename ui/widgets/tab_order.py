"""The order of Tab among widgets that are made after their neighbours."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(inside: QWidget) -> list[QWidget]:
    """Every widget within that takes the keyboard itself, in the order in which they were made."""
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    ]


def put_after(before: QWidget, moved: QWidget) -> None:
    """Have Tab go through all that is within `moved` right after the stop `before`."""
    for first, second in pairwise([before, *stops(moved)]):
        QWidget.setTabOrder(first, second)
