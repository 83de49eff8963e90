"""Over time: what was chosen of the journal on one time axis, from two weeks to all the years."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.charts import over_time
from legjournal.charts.over_time_words import title
from legjournal.charts.recorded import Series, over_time_of
from legjournal.charts.scene import Stop
from legjournal.charts.view import View
from ui.trends.over_time.lines import Lines
from ui.trends.own_words import OwnWords
from ui.trends.span_pane import USUAL_DAYS, SpanPane
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings


class OverTimePane(SpanPane):
    """One chart with its choices above it."""

    key: ClassVar[str] = "over-time"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._numbers: Numbers | None = None
        self._own_words = OwnWords(journal, runner, self)
        self.lines = Lines(settings.picture_choice(f"{self.key}/lines"))
        self.frame.controls.addWidget(self.lines)
        self.frame.controls.addWidget(self.span)
        self._connect_signals()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("OverTimePane", "Over time")

    def show_numbers(self, numbers: "Numbers") -> None:
        """Draw these; of the last weeks only as many as there are, until all of them have come."""
        was_whole = self._numbers is not None and self._numbers.complete
        self._numbers = numbers
        if not numbers.complete:
            self.view = View(numbers.whole, numbers.whole.last, len(numbers.whole))
        elif was_whole and self.view is not None:
            self.view = self.view.within(numbers.whole)
        else:
            self.view = self._remembered(numbers)
        self._draw()

    def _connect_signals(self) -> None:
        chart = self.frame.chart
        chart.stop_said.connect(self._on_said)
        chart.stop_chosen.connect(self._on_stop)
        self._own_words.found.connect(self.frame.own.setText)
        self.lines.changed.connect(self.show_view)

    def _remembered(self, numbers: "Numbers") -> View:
        days, _, last = self.settings.picture_choice(f"{self.key}/view").partition(" ")
        try:
            until = date.fromisoformat(last) if last else numbers.whole.last
            kept = View(numbers.whole, until, int(days or USUAL_DAYS))
        except ValueError:
            kept = View(numbers.whole, numbers.whole.last, USUAL_DAYS)
        return kept.moved(0)

    def _remember(self) -> None:
        """Keep the lines and the days in sight for the next time."""
        self.settings.choose_of_picture(f"{self.key}/lines", self.lines.in_words)
        if self.view is not None and self._numbers is not None and self._numbers.complete:
            last = "" if self.view.at_last else self.view.last.isoformat()
            self.settings.choose_of_picture(f"{self.key}/view", f"{self.view.days} {last}".strip())

    def show_view(self) -> None:
        self._draw()
        self._remember()

    def _draw(self) -> None:
        if self._numbers is None or self.view is None:
            return
        numbers, period = self._numbers, self.view.period
        shown, smooth = self.lines.shown, self.lines.smooth
        chart = over_time_of(numbers, period, shown, smooth=smooth, whole=numbers.whole)
        self.frame.show_picture(
            title(chart.shown),
            phrases.span(period.first, period.last),
            partial(over_time.draw, chart),
            LETTERS * over_time.height(chart),
            {
                "days": self.view.days,
                "last": None if self.view.at_last else self.view.last.isoformat(),
                "lines": [series.value for series in Series if series in chart.shown],
                "smooth": chart.smooth,
            },
        )
        self.span.show_view(self.view)

    def _on_said(self) -> None:
        stop = self.frame.chart.cursor_stop
        self._own_words.look_at(stop.first if stop is not None and stop.first == stop.last else None)

    def _on_stop(self, stop: Stop) -> None:
        """A day is opened in the diary; a point that stands for several is looked at more closely."""
        if stop.first is None or stop.last is None or self.view is None:
            return
        if stop.first == stop.last:
            self.day_requested.emit(stop.first)
        else:
            self.turn_to(self.view.showing(stop.first, stop.last))
