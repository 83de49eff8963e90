"""Which charts of the trends a person wants in the report, each as it was set when they ticked it.

Kept in the journal's preferences as a list of {"chart": its key, "settings": {…}}, in the order of ticking.
What the settings of a chart are is that chart's own affair; they hold keys, numbers and dates only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from legjournal.preferences import Preferences
from legjournal.storage.history import Changed

PREFERENCE = "report_charts"


@dataclass(frozen=True, slots=True)
class ChosenChart:
    """One chart to draw in the report."""

    chart: str
    settings: Mapping[str, Any]


def chosen_charts(preferences: Preferences) -> tuple[ChosenChart, ...]:
    """Those ticked; what another program left there in another shape is passed over."""
    kept = preferences.get(PREFERENCE, [])
    return tuple(_read(entry) for entry in kept if _is_one(entry)) if isinstance(kept, list) else ()


def choose_chart(preferences: Preferences, chart: str, settings: Mapping[str, Any]) -> Changed:
    """Have a chart in the report, or have it there as it is set now."""
    new = ChosenChart(chart, settings)
    charts = chosen_charts(preferences)
    if any(one.chart == chart for one in charts):
        return _keep(preferences, tuple(new if one.chart == chart else one for one in charts))
    return _keep(preferences, (*charts, new))


def leave_out(preferences: Preferences, chart: str) -> Changed:
    """Have a chart in the report no longer."""
    return _keep(preferences, tuple(one for one in chosen_charts(preferences) if one.chart != chart))


def _keep(preferences: Preferences, charts: tuple[ChosenChart, ...]) -> Changed:
    kept = [{"chart": one.chart, "settings": dict(one.settings)} for one in charts]
    return preferences.choose(PREFERENCE, kept)


def _is_one(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("chart"), str)
        and isinstance(entry.get("settings"), dict)
    )


def _read(entry: dict[str, Any]) -> ChosenChart:
    return ChosenChart(entry["chart"], entry["settings"])
