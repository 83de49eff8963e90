"""What the pictures over a span of days have in common: which days are in sight, and the ways to others."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.charts.view import View
from ui.trends.pane import Pane
from ui.trends.span import Span

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner
    from ui.settings import Settings

USUAL_DAYS = 56


class SpanPane(Pane):
    """Extends Pane. A subclass puts `span` among the choices, and draws the days of `view` (`show_view`).

    view: which days are in sight; None before there are numbers.
    """

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self.view: View | None = None
        self.span = Span()
        self.span.days_chosen.connect(self._on_days)
        self.span.today_requested.connect(self._on_today)
        for wishes in (self.span, self.frame.chart):
            wishes.move_requested.connect(self._on_move)
            wishes.zoom_requested.connect(self._on_zoom)

    def show_view(self) -> None:
        """Draw the days of `view`, which the person has turned to."""
        raise NotImplementedError

    def turn_to(self, view: View) -> None:
        """Have other days in sight."""
        if view != self.view:
            self.view = view
            self.show_view()

    def _on_days(self, days: int) -> None:
        if self.view is not None:
            self.turn_to(self.view.of_days(days or self.view.most))

    def _on_move(self, share: float) -> None:
        if self.view is not None:
            self.turn_to(self.view.moved_by(share))

    def _on_zoom(self, steps: float, at: float) -> None:
        if self.view is not None:
            self.turn_to(self.view.zoomed_by(steps, at))

    def _on_today(self) -> None:
        if self.view is not None:
            self.turn_to(self.view.moved(len(self.view.whole)))
