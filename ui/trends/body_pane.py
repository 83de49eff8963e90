"""The body over a period: where it hurt on how many days, alone or beside another period."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.charts import bodies
from legjournal.charts.bodies import Legs
from legjournal.charts.view import View
from legjournal.trends.hurting import read_legs
from legjournal.trends.period import Period
from ui.trends.beside_choice import BesideChoice
from ui.trends.reckoner import Reckoner
from ui.trends.span_pane import USUAL_DAYS, SpanPane
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings


class BodyPane(SpanPane):
    """One chart, the days above it, and what stands beside them."""

    key: ClassVar[str] = "body"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._reckoner = Reckoner(self)
        self._legs: Sequence[Legs] = ()
        self._lines = 0.0
        self.beside = BesideChoice(
            QDate(journal.clock.today()), settings.picture_choice(f"{self.key}/beside")
        )
        for widget in (self.span, self.beside):
            self.frame.controls.addWidget(widget)
        self._connect_signals()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("BodyPane", "Body")

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is that of the days chosen."""
        return self._reckoner.idle and bool(self._legs)

    def show_numbers(self, numbers: "Numbers") -> None:
        """Of the numbers only which days there are; where it hurt is read apart, once they are complete."""
        if numbers.complete:
            whole = numbers.whole
            self.view = self.view.within(whole) if self.view is not None else self._remembered(whole)
            self.show_view()

    def flush(self) -> None:
        """Remember the days."""
        super().flush()
        self.settings.choose_of_picture(f"{self.key}/beside", self.beside.in_words)
        if self.view is not None:
            self.settings.choose_of_picture(f"{self.key}/days", str(self.view.days))

    def _remembered(self, whole: Period) -> View:
        """As many days as last time, up to today."""
        days = self.settings.picture_choice(f"{self.key}/days")
        return View(whole, whole.last, int(days) if days.isdecimal() else USUAL_DAYS).moved(0)

    def _connect_signals(self) -> None:
        chart = self.frame.chart
        chart.widened.connect(self._on_widened)
        self.beside.changed.connect(self.show_view)
        self._reckoner.came.connect(self._on_read)
        self._reckoner.refused.connect(self.frame.say)

    @property
    def _periods(self) -> list[Period]:
        """Those to draw, the earlier on the left."""
        assert self.view is not None
        period = self.view.period
        other = self.beside.other(period)
        return [period] if other is None else sorted((period, other), key=lambda days: days.first)

    def show_view(self) -> None:
        if self.view is not None:
            self.span.show_view(self.view)
            self._reckoner.ask(partial(read_legs, self.journal, self._periods))

    def _on_read(self, legs: Sequence[Legs]) -> None:
        self._legs = legs
        self._draw()

    def _draw(self) -> None:
        self._lines = self._lines_needed
        spans = [phrases.span(each.period.first, each.period.last) for each in self._legs]
        self.frame.show_picture(
            self.tr("Where it hurt, and on how many days"),
            self.tr(" and ").join(spans),
            partial(bodies.draw, self._legs),
            self._lines,
            newest_first=False,
        )

    @property
    def _lines_needed(self) -> float:
        return LETTERS * bodies.height(self._legs, self.frame.chart.letters_wide)

    def _on_widened(self) -> None:
        if self._legs and self._lines_needed != self._lines:
            self._draw()
