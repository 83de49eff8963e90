"""The body over a period: where it hurt on how many days, alone or beside another period."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts import bodies
from legjournal.charts.bodies import Legs
from legjournal.charts.view import View
from legjournal.trends.hurting import read_legs
from legjournal.trends.period import Period
from ui.task import Task
from ui.trends.beside_choice import BesideChoice
from ui.trends.chart_frame import ChartFrame
from ui.trends.over_time.span import Span
from ui.trends.pane import Pane
from ui.widgets.measure import line_height
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings

USUAL_DAYS = 56


class BodyPane(Pane):
    """One chart, the days above it, and what stands beside them."""

    key: ClassVar[str] = "body"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self.view: View | None = None
        self._task: Task | None = None
        self._stale = False  # whether what is being read is not what is wanted any more
        self._legs: Sequence[Legs] = ()
        self._lines = 0.0
        self.frame = ChartFrame(self.key, self.title(), journal, runner, settings)
        self.span = Span()
        self.beside = BesideChoice(
            QDate(journal.clock.today()), settings.picture_choice(f"{self.key}/beside")
        )
        for widget in (self.span, self.beside):
            self.frame.controls.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._widened = QTimer(self, singleShot=True, interval=0)
        self._connect_signals()
        runner.when_still(self.frame.show_stored)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("BodyPane", "Body")

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is that of the days chosen."""
        return self._task is None and bool(self._legs)

    def show_numbers(self, numbers: "Numbers") -> None:
        """Of the numbers only which days there are; where it hurt is read apart, once they are complete."""
        if numbers.complete:
            whole = numbers.whole
            self.view = self.view.within(whole) if self.view is not None else self._remembered(whole)
            self._read()

    def follow(self, changed: "Changed") -> None:
        if "preference" in changed.tables:
            self.runner.when_still(self.frame.show_stored)

    def flush(self) -> None:
        """Remember the days."""
        self.frame.flush()
        self.settings.choose_of_picture(f"{self.key}/beside", self.beside.in_words)
        if self.view is not None:
            self.settings.choose_of_picture(f"{self.key}/days", str(self.view.days))

    def take_focus(self) -> None:
        self.frame.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Extends QObject: a picture of another width may need another height."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._widened.start()
        return super().eventFilter(watched, event)

    def _remembered(self, whole: Period) -> View:
        """As many days as last time, up to today."""
        days = self.settings.picture_choice(f"{self.key}/days")
        return View(whole, whole.last, int(days) if days.isdecimal() else USUAL_DAYS).moved(0)

    def _connect_signals(self) -> None:
        chart = self.frame.chart
        chart.installEventFilter(self)
        chart.move_requested.connect(self._on_move)
        self.span.days_chosen.connect(self._on_days)
        self.span.move_requested.connect(self._on_move)
        self.span.zoom_requested.connect(self._on_zoom)
        self.span.today_requested.connect(self._on_today)
        self.beside.changed.connect(self._read)
        self._widened.timeout.connect(self._on_widened)
        chart.zoom_requested.connect(self._on_zoom)

    @property
    def _periods(self) -> list[Period]:
        """Those to draw, the earlier on the left."""
        assert self.view is not None
        period = self.view.period
        other = self.beside.other(period)
        return [period] if other is None else sorted((period, other), key=lambda days: days.first)

    def _show(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self._read()

    def _read(self) -> None:
        if self.view is None:
            return
        self.span.show_view(self.view)
        self._stale = self._task is not None
        if self._task is None:
            self._task = Task(partial(read_legs, self.journal, self._periods), self)
            self._task.done.connect(self._on_read)
            self._task.refused.connect(self.frame.say)
            self._task.ended.connect(self._on_ended)
            self._task.start()

    def _on_read(self, legs: Sequence[Legs]) -> None:
        if not self._stale:
            self._legs = legs
            self._draw()

    def _on_ended(self) -> None:
        assert self._task is not None
        self._task.deleteLater()
        self._task = None
        if self._stale:
            self._read()

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
        width = self.frame.chart.width() / (LETTERS * line_height())
        return LETTERS * bodies.height(self._legs, width)

    def _on_widened(self) -> None:
        if self._legs and self._lines_needed != self._lines:
            self._draw()

    def _on_days(self, days: int) -> None:
        if self.view is not None:
            self._show(self.view.of_days(days or self.view.most))

    def _on_move(self, share: float) -> None:
        if self.view is not None:
            self._show(self.view.moved_by(share))

    def _on_zoom(self, steps: float, at: float) -> None:
        if self.view is not None:
            self._show(self.view.zoomed_by(steps, at))

    def _on_today(self) -> None:
        if self.view is not None:
            self._show(self.view.moved(len(self.view.whole)))
