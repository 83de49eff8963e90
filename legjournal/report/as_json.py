"""The report's value as JSON: `report --format json`, and what is attached to the PDF."""

import json
from dataclasses import asdict, replace
from datetime import date, time
from typing import Any

from legjournal.report.content import Report
from legjournal.report.parts.figures import Figures
from legjournal.report.parts.picked_charts import PickedChart
from legjournal.report.parts.routine import RoutineSummary
from legjournal.report.parts.therapies import TherapyLine
from legjournal.report.parts.training import Training
from legjournal.trends.figures import SleepSummary


def as_json(report: Report) -> dict[str, Any]:
    """The form promised to other programs: `legjournal-report`, version 1.

    `before` has the figures of as many days just before the period, null where nothing was recorded in them.
    """
    return {
        "format": "legjournal-report",
        "version": 1,
        "for": report.audience.value,
        "period": {"from": report.period.first.isoformat(), "to": report.period.last.isoformat()},
        **_figures_json(report.figures),
        "before": _figures_json(report.before) if report.before else None,
        "activities": [_plain(asdict(line)) for line in report.activities],
        "places": [asdict(place) for place in report.places],
        "routine": _routine_json(report.routine),
        "medicines": [_plain(asdict(line)) for line in report.medicines],
        "therapies": [_therapy_json(line) for line in report.therapies],
        "appointments": [_plain(asdict(line)) for line in report.appointments],
        "days": [_plain(asdict(line)) for line in report.days],
        "charts": [_chart_json(chart) for chart in report.charts],
        "training": _training_json(report.training),
        "medicine_changes": _plain([asdict(line) for line in report.medicine_changes]),
        "doses": _plain([asdict(line) for line in report.doses]),
        "results": _plain([asdict(line) for line in report.results]),
        "courses": _plain([asdict(line) for line in report.courses]),
        "weekly": _plain(asdict(report.checks)),
        "notes": _plain([asdict(line) for line in report.notes]),
        "day_table": _plain(asdict(report.day_table)),
        "nights": _plain(asdict(report.nights)),
        "hurt": _plain([asdict(place) for place in report.hurt]),
        "by_side": _plain([asdict(kind) for kind in report.by_side]),
        "urge": _plain(asdict(report.urge)),
    }


def written_json(report: Report) -> str:
    """The same as the text of a file."""
    return json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n"


def _figures_json(figures: Figures) -> dict[str, Any]:
    return {
        "completeness": asdict(figures.completeness),
        "sleep": _sleep_json(figures.sleep),
        "pain": {
            **asdict(figures.pain),
            "left": figures.pain_left.mean,
            "right": figures.pain_right.mean,
        },
        "urge_to_move": {"evenings": figures.urge_to_move.days, "mean": figures.urge_to_move.mean},
        "effect": {"days": figures.effect.n, "mean": figures.effect.value},
    }


def _sleep_json(sleep: SleepSummary) -> dict[str, Any]:
    return {
        "nights": sleep.nights,
        "time_in_bed_min": sleep.time_in_bed.value,
        "time_asleep_min": sleep.time_asleep.value,
        "to_fall_asleep_min": sleep.to_fall_asleep.value,
        "awake_in_night_min": sleep.awake_in_night.value,
        "wakings": sleep.wakings.value,
        "woken_by_legs": sleep.woken_by_legs.value,
        "efficiency_pct": sleep.efficiency.value,
        "nights_with_efficiency": sleep.efficiency.n,
        "disturbed_nights": sleep.disturbed,
        "disturbed_nights_of": sleep.disturbed_of,
    }


def _routine_json(routine: RoutineSummary) -> dict[str, Any]:
    return {
        **asdict(routine),
        "day_after_session": {"n": routine.day_after_session.n, "mean_pain": routine.day_after_session.value},
        "day_after_rest": {"n": routine.day_after_rest.n, "mean_pain": routine.day_after_rest.value},
    }


def _therapy_json(line: TherapyLine) -> dict[str, Any]:
    values = _plain(asdict(line))
    pence = values.pop("cost_pence")
    return {**values, "cost_gbp": None if pence is None else pence / 100}


def _training_json(training: Training) -> dict[str, Any]:
    """Without the weeks of the chart, whose numbers the lines have too."""
    values = asdict(replace(training, weeks=()))
    return {name: _plain(value) for name, value in values.items() if name != "weeks"}


def _chart_json(chart: PickedChart) -> dict[str, Any]:
    """The numbers of a chart as its table has them."""
    scene = chart.draw(1000, 10 * chart.lines, 10)
    return {"title": chart.title, "header": [*scene.header], "rows": [[*row] for row in scene.rows]}


def _plain(value: Any) -> Any:
    """Dates as text, in whatever they are."""
    match value:
        case date() | time():
            return value.isoformat()
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value
