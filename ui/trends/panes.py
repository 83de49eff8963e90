"""The pictures there are, in the order of the choices: a new one is a file of its own and a line here."""

from ui.trends.calendar_pane import CalendarPane
from ui.trends.nights_pane import NightsPane
from ui.trends.over_time.pane import OverTimePane
from ui.trends.pane import Pane

PANES: tuple[type[Pane], ...] = (OverTimePane, NightsPane, CalendarPane)
