"""The calendar: a month or a year by one measure."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.charts import calendar
from legjournal.charts.calendar import Calendar
from legjournal.charts.leaf import Leaf
from legjournal.charts.recorded import Series, names, values_of
from legjournal.charts.shades import MEASURES
from ui.trends.leaf_pane import LeafPane
from ui.widgets.still import StillComboBox

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings


class CalendarPane(LeafPane):
    """One chart, with a box to choose the measure."""

    key: ClassVar[str] = "calendar"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self.measure = StillComboBox()
        self.measure.setAccessibleName(self.tr("What the calendar shows"))
        named = names()
        for series in MEASURES:
            self.measure.addItem(phrases.begun_large(named[series]), series.value)
        kept = self.measure.findData(settings.picture_choice(f"{self.key}/measure"))
        self.measure.setCurrentIndex(max(kept, 0))
        self.measure.currentIndexChanged.connect(self.redraw)
        self.frame.controls.insertWidget(0, self.measure)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("CalendarPane", "Calendar")

    @property
    def series(self) -> Series:
        """The measure that is chosen."""
        return Series(self.measure.currentData())

    def draw(self, leaf: Leaf, numbers: "Numbers", lines: float) -> None:
        self.frame.show_picture(
            phrases.begun_large(names()[self.series]),
            leaf.name,
            partial(calendar.draw, self._calendar(leaf, numbers)),
            lines,
            {"measure": self.series.value, **self.for_report},
        )

    def lines(self, leaf: Leaf, numbers: "Numbers", width: float) -> float:
        return calendar.height(self._calendar(leaf, numbers), width)

    def flush(self) -> None:
        super().flush()
        self.settings.choose_of_picture(f"{self.key}/measure", self.series.value)

    def _calendar(self, leaf: Leaf, numbers: "Numbers") -> Calendar:
        return Calendar(leaf, self.series, values_of(numbers, self.series))
