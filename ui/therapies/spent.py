"""What was spent, by therapy and by month, in a small table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from legjournal import phrases
from legjournal.therapies import spent_by_month, spent_by_therapy
from ui.therapies.sayings import Sayings
from ui.widgets.label import PlainLabel, Size, TypedLabel

if TYPE_CHECKING:
    from legjournal.therapies import CourseLog, Spent


class SpentTable(QWidget):
    """Shows the sums: what, how many visits, and what they cost."""

    def __init__(self, logs: "Sequence[CourseLog]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = Sayings(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(PlainLabel(self.tr("What was spent"), Size.HEADING), 0, 0, 1, 3)
        months = phrases.months()
        self._show(self.tr("Therapy"), spent_by_therapy(logs))
        self._show(
            self.tr("Month"),
            [(f"{months[day.month - 1]} {day.year}", spent) for day, spent in spent_by_month(logs)],
        )

    def _show(self, heading: str, rows: "Sequence[tuple[str, Spent]]") -> None:
        self._add(PlainLabel(heading, Size.STRONG), self.tr("Visits"), self.tr("Spent"), Size.LABEL)
        for what, spent in rows:
            self._add(TypedLabel(what), str(spent.visits), self._say.spent(spent), Size.BODY)

    def _add(self, what: PlainLabel, visits: str, money: str, size: Size) -> None:
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        number = PlainLabel(visits, size)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        cost = PlainLabel(money, size, wraps=True)
        cost.setAlignment(Qt.AlignmentFlag.AlignLeft | top)
        for column, label in enumerate((what, number, cost)):
            self._grid.addWidget(label, row, column)
