"""The nights from 6pm to 6pm: a month at once, or a year to scroll through, of which few are laid out."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts import raster
from legjournal.charts.leaf import MONTH, YEAR, Leaf
from legjournal.charts.night_row import NightRow
from legjournal.report.parts.nights import night_rows
from legjournal.trends.period import Period
from ui.trends.leaf_pane import LeafPane
from ui.widgets.buttons import square

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings

IN_SIGHT = (28, 42, 61, 92)  # nights of a year at once, the closest first
_HIGH = 44.0  # of a year's picture, in heights of its letters


class NightsPane(LeafPane):
    """One chart; beside that of a year a bar to scroll with."""

    key: ClassVar[str] = "nights"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._read: dict[Period, tuple[NightRow, ...]] = {}
        self._scrolled: Period | None = None  # the nights that the bar goes through
        kept = settings.picture_choice(f"{self.key}/in-sight")
        self._close = IN_SIGHT.index(int(kept)) if kept in map(str, IN_SIGHT) else 1
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.wider = square("−", self.tr("More nights at once"))
        self.closer = square("+", self.tr("Fewer nights at once"))
        self._lay_out()
        self.bar.valueChanged.connect(self._on_scrolled)
        self.wider.clicked.connect(self._on_wider)
        self.closer.clicked.connect(self._on_closer)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("NightsPane", "Nights")

    def show_numbers(self, numbers: "Numbers") -> None:
        self._read.clear()
        super().show_numbers(numbers)

    def redraw(self) -> None:
        """Extends LeafPane: this reads the journal, so it waits for what is being stored."""
        self.runner.when_still(self._redraw)

    def draw(self, leaf: Leaf, numbers: "Numbers", lines: float) -> None:
        nights = self._in_sight(leaf)
        period = Period(nights[0].date, nights[-1].date)
        self.frame.show_picture(
            self.tr("Nights, 6pm to 6pm"),
            leaf.name if leaf.months == MONTH else phrases.span(period.first, period.last),
            partial(raster.draw, nights),
            lines,
            {**self.for_report, "last": period.last.isoformat(), "nights": len(nights)},
        )

    def lines(self, leaf: Leaf, numbers: "Numbers", width: float) -> float:
        return _HIGH if leaf.months == YEAR else raster.height(self._in_sight(leaf), width)

    def flush(self) -> None:
        super().flush()
        self.settings.choose_of_picture(f"{self.key}/in-sight", str(IN_SIGHT[self._close]))

    def _lay_out(self) -> None:
        for made in (self.wider, self.closer):
            self.leaves.flow.addWidget(made)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.setAccessibleName(self.tr("Which nights of the year are in sight"))
        self.bar.setSingleStep(7)
        body, beside, pictures = self.frame.body, QHBoxLayout(), QVBoxLayout()
        place = body.indexOf(self.frame.chart)
        for picture in (self.frame.chart, self.frame.table):
            pictures.addWidget(picture, 1)
        beside.addLayout(pictures, 1)
        beside.addWidget(self.bar)
        body.insertLayout(place, beside, 1)

    def _redraw(self) -> None:
        if self.leaf is not None:
            self._show_bar(self.leaf)
            super().redraw()

    def _nights(self, leaf: Leaf) -> tuple[NightRow, ...]:
        """All nights of a leaf that have come."""
        if leaf.come not in self._read:
            self._read[leaf.come] = night_rows(self.journal, leaf.come)
        return self._read[leaf.come]

    def _in_sight(self, leaf: Leaf) -> tuple[NightRow, ...]:
        """Those of them that are laid out."""
        nights = self._nights(leaf)
        if leaf.months == MONTH:
            return nights
        return nights[self.bar.value() : self.bar.value() + IN_SIGHT[self._close]]

    def _show_bar(self, leaf: Leaf) -> None:
        """The bar goes through the nights of a year; of another year than before it shows the newest."""
        nights, in_sight = len(leaf.come), IN_SIGHT[self._close]
        self.bar.setVisible(leaf.months == YEAR and nights > in_sight)
        self.bar.blockSignals(True)
        at_end = self._scrolled != leaf.come or self.bar.value() == self.bar.maximum()
        self.bar.setPageStep(in_sight)
        self.bar.setRange(0, max(0, nights - in_sight))
        if at_end:
            self.bar.setValue(self.bar.maximum())
        self.bar.blockSignals(False)
        self._scrolled = leaf.come
        self.closer.setEnabled(leaf.months == YEAR)
        self.wider.setEnabled(leaf.months == MONTH or self._close < len(IN_SIGHT) - 1)

    def _on_turn(self, leaves: int) -> None:
        """Extends LeafPane: within a year the nights are scrolled first."""
        if self.leaf is None or self.leaf.months == MONTH or self.sender() is self.leaves:
            super()._on_turn(leaves)
            return
        value = self.bar.value()
        self.bar.setValue(value + leaves * IN_SIGHT[self._close] // 4)
        if self.bar.value() == value:
            super()._on_turn(leaves)

    def _on_zoom(self, steps: float, at: float) -> None:
        """Extends LeafPane: between the month and the whole year there are steps."""
        if self.leaf is None:
            return
        close = self._close + (1 if steps < 0 else -1)
        if self.leaf.months == MONTH and steps < 0:
            self._close = 0
            super()._on_zoom(steps, at)
        elif self.leaf.months == YEAR and close < 0:
            super()._on_zoom(steps, at)
        elif self.leaf.months == YEAR and close < len(IN_SIGHT):
            self._close = close
            self.redraw()

    def _on_scrolled(self) -> None:
        self.redraw()

    def _on_wider(self) -> None:
        self._on_zoom(-1.0, 1.0)

    def _on_closer(self) -> None:
        self._on_zoom(1.0, 1.0)
