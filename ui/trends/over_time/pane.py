"""Over time: what was chosen of the journal on one time axis, from two weeks to all the years."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts import over_time
from legjournal.charts.over_time_words import title
from legjournal.charts.recorded import OverTime, Series
from legjournal.charts.scene import Stop
from legjournal.charts.view import View
from ui.trends.chart_frame import ChartFrame
from ui.trends.over_time.lines import Lines
from ui.trends.over_time.span import Span
from ui.trends.own_words import OwnWords
from ui.trends.pane import Pane
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings

USUAL_DAYS = 56
_DRAWN = frozenset(series.value for series in Series)


class OverTimePane(Pane):
    """One chart with its choices above it."""

    key: ClassVar[str] = "over-time"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._numbers: Numbers | None = None
        self._view: View | None = None
        self.frame = ChartFrame(self.key, self.title(), journal, runner, settings)
        self._own_words = OwnWords(journal, runner, self)
        self.lines = Lines(settings.picture_choice(f"{self.key}/lines"))
        self.span = Span()
        self.frame.controls.addWidget(self.lines)
        self.frame.controls.addWidget(self.span)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect_signals()
        runner.when_still(self.frame.show_stored)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("OverTimePane", "Over time")

    @property
    def view(self) -> View | None:
        """Which days are in sight; None before there are numbers."""
        return self._view

    def show_numbers(self, numbers: "Numbers") -> None:
        """Draw these; of the last weeks only as many as there are, until all of them have come."""
        was_whole = self._numbers is not None and self._numbers.complete
        self._numbers = numbers
        if not numbers.complete:
            self._view = View(numbers.whole, numbers.whole.last, len(numbers.whole))
        elif was_whole and self._view is not None:
            self._view = self._view.within(numbers.whole)
        else:
            self._view = self._remembered(numbers)
        self._draw()

    def follow(self, changed: "Changed") -> None:
        if "preference" in changed.tables:
            self.runner.when_still(self.frame.show_stored)

    def flush(self) -> None:
        self.frame.flush()

    def take_focus(self) -> None:
        self.frame.take_focus()

    def _connect_signals(self) -> None:
        chart = self.frame.chart
        chart.stop_said.connect(self._on_said)
        chart.stop_chosen.connect(self._on_stop)
        self._own_words.found.connect(self.frame.own.setText)
        chart.move_requested.connect(self._on_move)
        chart.zoom_requested.connect(self._on_zoom)
        self.lines.changed.connect(self._on_lines)
        self.span.days_chosen.connect(self._on_days)
        self.span.move_requested.connect(self._on_move)
        self.span.zoom_requested.connect(self._on_zoom)
        self.span.today_requested.connect(self._on_today)

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
        if self._view is not None and self._numbers is not None and self._numbers.complete:
            last = "" if self._view.at_last else self._view.last.isoformat()
            self.settings.choose_of_picture(f"{self.key}/view", f"{self._view.days} {last}".strip())

    def _show(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self._draw()
            self._remember()

    def _draw(self) -> None:
        if self._numbers is None or self._view is None:
            return
        chart = self._chart(self._numbers, self._view)
        period = chart.period
        self.frame.show_picture(
            title(chart.shown),
            phrases.span(period.first, period.last),
            partial(over_time.draw, chart),
            LETTERS * over_time.height(chart),
            {
                "days": self._view.days,
                "last": None if self._view.at_last else self._view.last.isoformat(),
                "lines": [series.value for series in Series if series in chart.shown],
                "smooth": chart.smooth,
            },
        )
        self.span.show_view(self._view)

    def _chart(self, numbers: "Numbers", view: View) -> OverTime:
        values = {
            Series(outcome.value): found
            for outcome, found in numbers.values.items()
            if outcome.value in _DRAWN
        }
        return OverTime(
            period=view.period,
            whole=numbers.whole,
            shown=self.lines.shown,
            values=values | {Series.SESSIONS: numbers.sessions},
            said={Series.CHANGES: numbers.changes, Series.APPOINTMENTS: numbers.appointments},
            smooth=self.lines.smooth,
        )

    def _on_lines(self) -> None:
        self._draw()
        self._remember()

    def _on_days(self, days: int) -> None:
        if self._view is not None:
            self._show(self._view.of_days(days or self._view.most))

    def _on_move(self, share: float) -> None:
        if self._view is not None:
            self._show(self._view.moved_by(share))

    def _on_zoom(self, steps: float, at: float) -> None:
        if self._view is not None:
            self._show(self._view.zoomed_by(steps, at))

    def _on_today(self) -> None:
        if self._view is not None:
            self._show(self._view.moved(len(self._view.whole)))

    def _on_said(self) -> None:
        stop = self.frame.chart.cursor_stop
        self._own_words.look_at(stop.first if stop is not None and stop.first == stop.last else None)

    def _on_stop(self, stop: Stop) -> None:
        """A day is opened in the diary; a point that stands for several is looked at more closely."""
        if stop.first is None or stop.last is None or self._view is None:
            return
        if stop.first == stop.last:
            self.day_requested.emit(stop.first)
        else:
            self._show(self._view.showing(stop.first, stop.last))
