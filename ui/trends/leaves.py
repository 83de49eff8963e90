"""Which leaf of a calendar is in sight: a month or a year, the one before and the next, the newest."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from legjournal.charts.leaf import MONTH, YEAR, Leaf
from ui.widgets.buttons import button, choice
from ui.widgets.flow import FlowLayout

FAR = 0.25  # of the width of a chart: so far it is pulled for the next leaf


class Leaves(QWidget):
    """Signals, wishes: `months_chosen(int)`, on a leaf; `turn_requested(int)`, so many leaves later;
    `newest_requested()`.
    """

    months_chosen = Signal(int)
    turn_requested = Signal(int)
    newest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month, self.year = choice(self.tr("A month")), choice(self.tr("A year"))
        self.before, self.after = button(self.tr("◀ Earlier")), button(self.tr("Later ▶"))
        self.newest = button(self.tr("Up to today"))
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.flow = FlowLayout()
        for made in (self.month, self.year):
            group.addButton(made)
        for made in (self.month, self.year, self.before, self.after, self.newest):
            self.flow.addWidget(made)
        column.addLayout(self.flow)
        self.setAccessibleName(self.tr("Which days are drawn"))
        self._connect_signals()

    def show_leaf(self, leaf: Leaf) -> None:
        """Show how wide it is, and which ways are open."""
        is_month = leaf.months == MONTH
        (self.month if is_month else self.year).setChecked(True)
        self.before.setAccessibleName(self.tr("The month before") if is_month else self.tr("The year before"))
        self.after.setAccessibleName(self.tr("The month after") if is_month else self.tr("The year after"))
        self._open(self.before, closed=leaf.at_first)
        self._open(self.after, closed=leaf.at_last)
        self._open(self.newest, closed=leaf.at_last)

    def _open(self, way: QPushButton, *, closed: bool) -> None:
        if closed and way.hasFocus():
            (self.month if self.month.isChecked() else self.year).setFocus()  # never on nothing
        way.setEnabled(not closed)

    def _connect_signals(self) -> None:
        self.month.clicked.connect(partial(self.months_chosen.emit, MONTH))
        self.year.clicked.connect(partial(self.months_chosen.emit, YEAR))
        self.before.clicked.connect(partial(self.turn_requested.emit, -1))
        self.after.clicked.connect(partial(self.turn_requested.emit, 1))
        self.newest.clicked.connect(self.newest_requested)


class Pull(QObject):
    """Adds up what a chart is pulled by, with the keys or the pointer, until it makes steps.

    Signals: `stepped(int)`, so many steps to the later.
    """

    stepped = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._far = 0.0

    def add(self, share: float) -> None:
        """It was pulled by so many widths to the later."""
        self._far = self._far + share if self._far * share >= 0 else share
        if steps := int(self._far / FAR):
            self._far -= steps * FAR
            self.stepped.emit(steps)
