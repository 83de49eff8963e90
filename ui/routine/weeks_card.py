"""The weeks behind: sessions done beside what was planned, as a picture and as numbers."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from legjournal.charts import weeks as chart
from legjournal.routine.adherence import Week
from ui.widgets.figure import Figure
from ui.widgets.section import Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class WeeksCard(Section):
    """Extends Section: the week in sight and those before it."""

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(journal, runner, self.tr("The last 12 weeks"), "", parent)
        self.figure = Figure(self.tr("Chart of sessions week by week"))
        self.body.addWidget(self.figure)
        self.body.addWidget(self.figure.as_table, 0, Qt.AlignmentFlag.AlignLeft)

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Show weeks, at least one; before the first plan and session there is nothing."""
        self.setVisible(any(week.sessions or week.target for week in weeks))
        self.figure.show_scene(partial(chart.draw, weeks))
