"""The choices above a picture: a box of words below its name, several in a row."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.trends.period import DAY, Period
from ui.trends.chart_frame import ChartFrame
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.still import StillComboBox
from ui.widgets.tab_order import stops

LETTERS = 22


class Pick(QWidget):
    """One of several things, each under a key.

    Signals: `picked()`, by the person.
    """

    picked = Signal()

    def __init__(self, name: str, letters: int = LETTERS, parent: QWidget | None = None) -> None:
        """letters: how many of them the box has room for, where the line has."""
        super().__init__(parent)
        self.box = StillComboBox()
        self.box.setAccessibleName(name)
        self.box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(letters)
        self.box.setMinimumWidth(1)  # it may be narrower than that
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(name, Size.LABEL))
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._on_activated)

    @property
    def key(self) -> Any:
        """The key of what is chosen; None where there is nothing to choose from."""
        return self.box.currentData()

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer these, each a key and its words, and keep what was chosen if it is among them."""
        wanted = self.key
        offered = list(choices)
        if offered != [(self.box.itemData(n), self.box.itemText(n)) for n in range(self.box.count())]:
            self.box.clear()
            for key, words in offered:
                self.box.addItem(words, key)
        self.choose(wanted)

    def choose(self, key: Any) -> None:
        """Show a choice by its key; the first where there is none of that key."""
        keys = [self.box.itemData(n) for n in range(self.box.count())]
        self.box.setCurrentIndex(keys.index(key) if key in keys else min(0, len(keys) - 1))

    def _on_activated(self) -> None:
        self.picked.emit()


def put_above(frame: ChartFrame, *picks: Pick) -> None:
    """Put choices above the picture of a frame, and have Tab come to them before it."""
    row = QWidget()
    frame.controls.addWidget(row)
    flow = FlowLayout(row, spacing=14)
    flow.setContentsMargins(0, 0, 0, 0)
    for pick in picks:
        flow.addWidget(pick)
    boxes = [pick.box for pick in picks]
    # The list that a box pops up is a window of its own.
    others = [stop for stop in stops(frame) if stop not in boxes and stop.window() is frame.window()]
    for other in reversed(others):  # from the last on: Qt takes the first for one that follows already
        QWidget.setTabOrder(boxes[-1], other)


class DaysPick(Pick):
    """Extends Pick: how many of the last days are looked at. The key is their number as words; "" for all."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("DaysPick", "Which days"), parent=parent)
        self.offer(
            (
                ("", self.tr("All days")),
                ("364", self.tr("The last 12 months")),
                ("182", self.tr("The last 6 months")),
                ("91", self.tr("The last 3 months")),
                ("28", self.tr("The last 4 weeks")),
            )
        )
        self.choose(chosen)

    def within(self, whole: Period) -> Period:
        """Those of `whole` that are looked at."""
        if not self.key:
            return whole
        return Period(max(whole.first, whole.last - (int(self.key) - 1) * DAY), whole.last)
