"""Trends: pain, the urge to move and sleep on one time axis; what is there, and gaps where nothing is."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts import daily
from legjournal.charts.scene import Role, Shape
from legjournal.report import content
from legjournal.report.choices import Audience, preset
from legjournal.trends.figures import Mean
from ui.task import Task
from ui.widgets.buttons import choice
from ui.widgets.card import Card
from ui.widgets.columns import ColumnsLayout
from ui.widgets.figure import Figure
from ui.widgets.page import Page
from ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.progress import Progress
    from legjournal.report.content import Report
    from legjournal.storage.history import Changed


class TrendsPage(Page):
    """The Trends tab."""

    def __init__(self, journal: "Journal", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._weeks: int | None = 8
        self._task: Task | None = None
        self.figure = Figure(self.tr("Chart of legs and sleep"))
        self.scroller = PageScroll()
        self._card = Card(self.tr("Legs and sleep"), " ")
        self._lay_out()

    def show_day(self, day: date) -> None:
        """Draw the weeks up to today."""
        self._show()

    def refresh(self, changed: "Changed") -> None:
        """Draw again."""
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the chart."""
        self.figure.chart.setFocus()

    def _lay_out(self) -> None:
        choices = ColumnsLayout(letters=5.6, most=6, spacing=8, stretch=False)
        self._group = QButtonGroup(self)
        for words, weeks in (
            (self.tr("4 weeks"), 4),
            (self.tr("8 weeks"), 8),
            (self.tr("6 months"), 26),
            (self.tr("A year"), 52),
            (self.tr("Everything"), None),
        ):
            pick = choice(words)
            pick.setChecked(weeks == self._weeks)
            pick.clicked.connect(partial(self._on_weeks, weeks))
            self._group.addButton(pick)
            choices.addWidget(pick)
        choices.addWidget(self.figure.as_table)
        self._card.body.addLayout(choices)
        self._card.body.addWidget(self.figure, 1)
        column = QVBoxLayout(self.scroller.content)
        column.setContentsMargins(20, 16, 20, 20)
        column.addWidget(self._card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _on_weeks(self, weeks: int | None) -> None:
        self._weeks = weeks
        self._show()

    def _show(self) -> None:
        """Work the figures out off the window's thread: fifty years take longer than a blink."""
        if self._task is not None:
            self._task.cancel()
        self._task = Task(partial(_figures, self._journal, self._weeks), self)
        self._task.done.connect(self._on_figures)
        self._task.refused.connect(self.figure.summary.setText)
        self._task.start()

    def _on_figures(self, report: "Report") -> None:
        if self.sender() is not self._task:
            return  # an older question, overtaken by a newer one
        self._task = None
        period = report.period
        self._card.aside.setText(phrases.span(period.first, period.last))
        self.figure.show_scene(partial(daily.draw, self._chart(report)))

    def _chart(self, report: "Report") -> daily.DailyChart:
        pain = {line.date: float(line.pain) for line in report.days if line.pain is not None}
        urge = {line.date: float(line.urge_to_move) for line in report.days if line.urge_to_move is not None}
        asleep = {line.date: float(line.asleep_min) for line in report.days if line.asleep_min is not None}
        return daily.DailyChart(
            period=report.period,
            series=(
                daily.Series(self.tr("worst leg pain"), pain, Role.FIRST, Shape.DISC),
                daily.Series(self.tr("urge to move"), urge, Role.SECOND, Shape.SQUARE),
            ),
            asleep=asleep,
            summary=self._words(report),
        )

    def _words(self, report: "Report") -> str:
        if report.empty:
            return self.tr(
                "Nothing is recorded in these weeks yet. What you write in the diary is drawn here."
            )
        parts = [
            self.tr("{recorded} of {days} days recorded.").format(
                recorded=report.figures.completeness.recorded, days=report.figures.completeness.days
            )
        ]
        if report.figures.pain.mean is not None:
            parts.append(
                self.tr("Worst leg pain of the day: {mean} on average, of {n} days.").format(
                    mean=phrases.number(report.figures.pain.mean), n=report.figures.pain.days
                )
            )
        asleep: Mean = report.figures.sleep.time_asleep
        if asleep.value is not None:
            parts.append(
                self.tr("Asleep {time} a night on average, of {n} nights.").format(
                    time=phrases.length(asleep.value), n=asleep.n
                )
            )
        return " ".join(parts)


def _figures(journal: "Journal", weeks: int | None, progress: "Progress") -> "Report":
    today = journal.clock.today()
    period = daily.weeks_back(today, weeks) if weeks else content.whole_period(journal)
    return content.build(journal, period, preset(Audience.GP), progress)
