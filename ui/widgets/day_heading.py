"""The day a page is about: its date, and the ways to another day."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from legjournal import phrases
from ui.widgets.buttons import button, square
from ui.widgets.label import LineLabel, Size


class DayHeading(QWidget):
    """A date with previous, next and Today.

    Signals: `day_requested(date)`.
    """

    day_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._today = date.min
        self._previous = square("‹", self.tr("Previous day (Alt+Left)"))
        self._next = square("›", self.tr("Next day (Alt+Right)"))
        self._to_today = button(self.tr("Today"), quiet=True)
        self.title = LineLabel("", Size.TITLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._previous, self._next, self.title, self._to_today):
            row.addWidget(widget)
        row.addStretch()
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._to_today.clicked.connect(self._on_today)

    def show_day(self, day: date, today: date) -> None:
        """Name `day`; tomorrow cannot be reached, and says so."""
        self._day, self._today = day, today
        self.title.setText(phrases.day(day, weekday=True))
        self._to_today.setVisible(day != today)
        self._next.setEnabled(day < today)

    def _on_previous(self) -> None:
        self.day_requested.emit(self._day - timedelta(days=1))

    def _on_next(self) -> None:
        self.day_requested.emit(self._day + timedelta(days=1))

    def _on_today(self) -> None:
        self.day_requested.emit(self._today)
