"""The charts that were ticked among the trends, of the days of the report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from legjournal.charts import over_time
from legjournal.charts.recorded import OverTime, Series, names
from legjournal.charts.scene import Scene
from legjournal.journal import Journal
from legjournal.trends.in_report import chosen_charts
from legjournal.trends.numbers import Numbers, read
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class PickedChart:
    """title: what it shows. draw: makes it for a width, a height and a height of text. lines: its own height,
    in heights of the text.
    """

    title: str
    draw: Callable[[float, float, float], Scene]
    lines: float


def picked_charts(journal: Journal, period: Period) -> tuple[PickedChart, ...]:
    """In the order in which they were ticked; one that only the window can draw is left out."""
    chosen = [chart for chart in chosen_charts(journal.preferences) if chart.chart in _MAKERS]
    if not chosen:
        return ()
    numbers = read(journal)
    return tuple(made for chart in chosen for made in _MAKERS[chart.chart](numbers, period, chart.settings))


def is_printed(chart: str) -> bool:
    """Whether the chart of this key can be drawn in the report."""
    return chart in _MAKERS


def _over_time(numbers: Numbers, period: Period, settings: Mapping[str, Any]) -> Iterator[PickedChart]:
    lines = settings.get("lines")
    wanted = lines if isinstance(lines, list) else []
    shown = [series for series in Series if series.value in wanted]
    if not shown:
        return
    drawn = {series.value for series in Series}
    values = {
        Series(outcome.value): by_day for outcome, by_day in numbers.values.items() if outcome.value in drawn
    }
    chart = OverTime(
        period=period,
        shown=frozenset(shown),
        values=values | {Series.SESSIONS: numbers.sessions},
        said={Series.CHANGES: numbers.changes, Series.APPOINTMENTS: numbers.appointments},
        smooth=settings.get("smooth") is True,
    )
    named = names()
    title = ", ".join(named[series] for series in shown)
    yield PickedChart(title[:1].upper() + title[1:], partial(over_time.draw, chart), over_time.height(chart))


# By the keys under which the trends keep them.
_MAKERS: Mapping[str, Callable[[Numbers, Period, Mapping[str, Any]], Iterator[PickedChart]]] = {
    "over-time": _over_time,
}
