"""Which days are drawn: two weeks to all the years, earlier and later, closer and wider."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from legjournal.charts.view import View
from ui.widgets.buttons import button, square
from ui.widgets.flow import FlowLayout

HALF = 0.5  # of the width that one press moves


class Span(QWidget):
    """Signals, wishes: `days_chosen(int)`, 0 for all; `move_requested(float)`, by so many widths;
    `zoom_requested(float, float)`, so many steps closer around a place from 0 to 1; `today_requested()`.
    """

    days_chosen = Signal(int)
    move_requested = Signal(float)
    zoom_requested = Signal(float, float)
    today_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: dict[int, QPushButton] = {}
        self.earlier = button(self.tr("◀ Earlier"), name=self.tr("Earlier days"))
        self.later = button(self.tr("Later ▶"), name=self.tr("Later days"))
        self.wider = square("−", self.tr("More days at once"))
        self.closer = square("+", self.tr("Fewer days at once"))
        self.today = button(self.tr("Up to today"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout()
        for words, days in (
            (self.tr("2 weeks"), 14),
            (self.tr("8 weeks"), 56),
            (self.tr("6 months"), 182),
            (self.tr("A year"), 364),
            (self.tr("Everything"), 0),
        ):
            made = self._days[days] = button(words)
            made.setProperty("choice", True)
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_days, days))
            flow.addWidget(made)
        for widget in (self.earlier, self.later, self.wider, self.closer, self.today):
            flow.addWidget(widget)
        column.addLayout(flow)
        self.setAccessibleName(self.tr("Which days are drawn"))
        self._connect_signals()

    def show_view(self, view: View) -> None:
        """Show which of the lengths it is, and which ways are open."""
        for days, made in self._days.items():
            made.setChecked(view.days == (days or view.most))
        for way, closed in (
            (self.earlier, view.at_first),
            (self.later, view.at_last),
            (self.wider, view.days >= view.most),
            (self.closer, view.days <= view.fewest),
            (self.today, view.at_last),
        ):
            self._open(way, closed=closed)

    def _open(self, way: QPushButton, *, closed: bool) -> None:
        if closed and way.hasFocus():
            self._days[0].setFocus()  # the keyboard must not be left on nothing
        way.setEnabled(not closed)

    def _connect_signals(self) -> None:
        self.earlier.clicked.connect(partial(self.move_requested.emit, -HALF))
        self.later.clicked.connect(partial(self.move_requested.emit, HALF))
        self.wider.clicked.connect(partial(self.zoom_requested.emit, -1.0, 1.0))
        self.closer.clicked.connect(partial(self.zoom_requested.emit, 1.0, 1.0))
        self.today.clicked.connect(self.today_requested)

    def _on_days(self, days: int) -> None:
        self.days_chosen.emit(days)
        self._days[days].setChecked(True)
