"""Test results in a list, test by test, the newest first; nothing is said about any of them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.results import same_test
from ui.medicines.sayings import Sayings
from ui.widgets.buttons import button, compact
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel

if TYPE_CHECKING:
    from legjournal.models.medicines import TestResult


class ResultList(QWidget):
    """Shows results, the newest first, as they were when it was made.

    Signals: `add_requested()`; `correct_requested(TestResult)`.
    """

    add_requested = Signal()
    correct_requested = Signal(object)

    def __init__(self, results: "Sequence[TestResult]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = Sayings(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        words = self.tr(
            "Kept and shown as you type them, and no more. What a number means for you is a question for "
            "your GP."
        )
        self._column.addWidget(PlainLabel(self.tr("Test results"), Size.HEADING))
        self._column.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))
        tests: dict[str, list[TestResult]] = {}
        for row in results:
            tests.setdefault(same_test(row.name), []).append(row)
        for series in tests.values():
            self._show_series(series)
        add = button(self.tr("Write down a test result"), changes=True)
        add.clicked.connect(self.add_requested)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(add)
        self._column.addLayout(line)

    def _show_series(self, series: "Sequence[TestResult]") -> None:
        self._column.addWidget(TypedLabel(series[0].name, Size.STRONG))
        for row in series:
            said = self._say.result(row)
            name = self.tr("Put right: {test}, {result}")
            correct = compact(
                self.tr("Put right"),
                name.format(test=phrases.cut(row.name, 60), result=phrases.cut(said, 80)),
                changes=True,
            )
            correct.clicked.connect(partial(self.correct_requested.emit, row))
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(TypedLabel(said), 1)
            line.addWidget(correct)
            self._column.addLayout(line)
