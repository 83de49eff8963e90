"""What the pictures by month and year have in common: which leaf is in sight, and the height it needs."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.charts.leaf import MONTH, YEAR, Leaf
from legjournal.charts.scene import Stop
from ui.trends.leaves import Leaves, Pull
from ui.trends.own_words import OwnWords
from ui.trends.pane import Pane
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings


class LeafPane(Pane):
    """Extends Pane. A subclass says what is drawn (`draw`) and how high that is (`lines`)."""

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self.numbers: Numbers | None = None
        self.leaf: Leaf | None = None
        self.leaves = Leaves()
        self._own_words = OwnWords(journal, runner, self)
        self._pull = Pull(self)
        self._lines = 0.0
        self.frame.controls.addWidget(self.leaves)
        self._connect_to_chart()

    def draw(self, leaf: Leaf, numbers: "Numbers", lines: float) -> None:
        """Show the picture of a leaf. lines: its height in heights of the text."""
        raise NotImplementedError

    def lines(self, leaf: Leaf, numbers: "Numbers", width: float) -> float:
        """How high a picture of this `width` is; both in heights of the letters in it."""
        raise NotImplementedError

    def show_numbers(self, numbers: "Numbers") -> None:
        """Draw these; until all of them have come, the newest leaf."""
        was_whole = self.numbers is not None and self.numbers.complete
        self.numbers = numbers
        if was_whole and self.leaf is not None:
            self.leaf = self.leaf.within(numbers.whole)
        else:
            self.leaf = self._remembered(numbers)
        self.redraw()

    def flush(self) -> None:
        """Remember the leaf, and what the report is to have of it."""
        super().flush()
        if self.leaf is not None and self.numbers is not None and self.numbers.complete:
            day = "" if self.leaf.at_last else self.leaf.day.isoformat()
            self.settings.choose_of_picture(f"{self.key}/leaf", f"{self.leaf.months} {day}".strip())

    def redraw(self) -> None:
        """Draw what is in sight anew."""
        if self.leaf is not None and self.numbers is not None:
            self._lines = LETTERS * self.lines(self.leaf, self.numbers, self.frame.chart.letters_wide)
            self.draw(self.leaf, self.numbers, self._lines)
            self.leaves.show_leaf(self.leaf)

    def show_leaf(self, leaf: Leaf) -> None:
        """Turn to a leaf."""
        if leaf != self.leaf:
            self.leaf = leaf
            self.redraw()

    @property
    def for_report(self) -> dict[str, object]:
        """What the report would need to draw the same leaf."""
        assert self.leaf is not None
        return {
            "months": self.leaf.months,
            "day": None if self.leaf.at_last else self.leaf.day.isoformat(),
        }

    def _connect_to_chart(self) -> None:
        chart = self.frame.chart
        chart.widened.connect(self._on_widened)
        chart.stop_said.connect(self._on_said)
        self._own_words.found.connect(self.frame.own.setText)
        chart.stop_chosen.connect(self._on_stop)
        chart.move_requested.connect(self._pull.add)
        chart.zoom_requested.connect(self._on_zoom)
        self._pull.stepped.connect(self._on_turn)
        self.leaves.turn_requested.connect(self._on_turn)
        self.leaves.months_chosen.connect(self._on_months)
        self.leaves.newest_requested.connect(self._on_newest)

    def _remembered(self, numbers: "Numbers") -> Leaf:
        months, _, day = self.settings.picture_choice(f"{self.key}/leaf").partition(" ")
        newest = Leaf(numbers.whole, numbers.whole.last, YEAR if months == str(YEAR) else MONTH)
        try:
            return newest.at(date.fromisoformat(day)) if day and numbers.complete else newest
        except ValueError:
            return newest

    def _on_widened(self) -> None:
        self.runner.when_still(self._fit)

    def _fit(self) -> None:
        if self.leaf is not None and self.numbers is not None:
            lines = LETTERS * self.lines(self.leaf, self.numbers, self.frame.chart.letters_wide)
            if lines != self._lines:
                self.redraw()

    def _on_turn(self, leaves: int) -> None:
        if self.leaf is not None:
            self.show_leaf(self.leaf.turned(leaves))

    def _on_months(self, months: int) -> None:
        if self.leaf is not None:
            self.show_leaf(self.leaf.of_months(months))

    def _on_newest(self) -> None:
        if self.leaf is not None:
            self.show_leaf(self.leaf.at(self.leaf.whole.last))

    def _on_zoom(self, steps: float, at: float) -> None:
        """Closer is the month of the day the cursor is on; wider is its year."""
        stop = self.frame.chart.cursor_stop
        if self.leaf is not None:
            day = stop.first if stop is not None and stop.first is not None else self.leaf.day
            self.show_leaf(self.leaf.of_months(MONTH if steps > 0 else YEAR).at(day))

    def _on_said(self) -> None:
        stop = self.frame.chart.cursor_stop
        self._own_words.look_at(None if stop is None else stop.first)

    def _on_stop(self, stop: Stop) -> None:
        if stop.first is not None:
            self.day_requested.emit(stop.first)
