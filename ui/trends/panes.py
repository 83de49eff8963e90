"""The pictures there are, in the order of the choices: a new one is a file of its own and a line here."""

from ui.trends.body_pane import BodyPane
from ui.trends.calendar_pane import CalendarPane
from ui.trends.courses_pane import CoursesPane
from ui.trends.nights_pane import NightsPane
from ui.trends.over_time.pane import OverTimePane
from ui.trends.pane import Pane
from ui.trends.spread_pane import SpreadPane
from ui.trends.with_and_without_pane import WithAndWithoutPane

PANES: tuple[type[Pane], ...] = (
    OverTimePane,
    NightsPane,
    CalendarPane,
    BodyPane,
    WithAndWithoutPane,
    CoursesPane,
    SpreadPane,
)
