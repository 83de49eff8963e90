"""The charts that were ticked among the trends, of the days of the report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from legjournal.charts import around, onsets, over_time, score_counts, with_and_without
from legjournal.charts.recorded import OverTime, Series, names
from legjournal.charts.scene import Scene
from legjournal.journal import Journal
from legjournal.trends import one_course, one_question
from legjournal.trends.distribution import ONSET, SCORED, onsets_by_month
from legjournal.trends.distribution import score_counts as counted
from legjournal.trends.facts import Outcome
from legjournal.trends.in_report import chosen_charts
from legjournal.trends.numbers import Numbers, read
from legjournal.trends.one_course import look_around
from legjournal.trends.one_question import Asked, look
from legjournal.trends.period import Period
from legjournal.trends.with_and_without import times_of


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


def _with_and_without(numbers: Numbers, period: Period, settings: Mapping[str, Any]) -> Iterator[PickedChart]:
    outcome, key = _outcome(settings.get("outcome")), settings.get("factor")
    times = times_of(outcome) if outcome else ()
    when = next((when for when in times if when == settings.get("when")), None)
    if outcome is None or when is None or not isinstance(key, str):
        return
    looked = look(numbers.facts, Asked(key, outcome, when, period))
    if looked is None or one_question.key_of(looked.comparison.question.factor) != key:
        return
    comparison, answers = looked.comparison, looked.answers
    yield PickedChart(
        with_and_without.title(comparison.question),
        partial(with_and_without.draw, comparison, answers),
        with_and_without.height(comparison, answers),
    )


def _courses(numbers: Numbers, _period: Period, settings: Mapping[str, Any]) -> Iterator[PickedChart]:
    """A course has days of its own, whichever those of the report are."""
    outcome, key = _outcome(settings.get("outcome")), settings.get("course")
    found = look_around(numbers.facts, key, outcome) if outcome and isinstance(key, str) else None
    if found is not None and one_course.key_of(found.course) == key:
        yield PickedChart(around.title(found), partial(around.draw, found), around.height(found))


def _spread(numbers: Numbers, period: Period, settings: Mapping[str, Any]) -> Iterator[PickedChart]:
    what = settings.get("what")
    outcome = _outcome(what)
    if what == ONSET and (months := onsets_by_month(numbers.facts, period)):
        yield PickedChart(onsets.title(), partial(onsets.draw, months), onsets.HEIGHT)
    elif outcome in SCORED:
        counts = counted(numbers.facts, outcome, period)
        draw = partial(score_counts.draw, counts, outcome)
        yield PickedChart(score_counts.title(outcome), draw, score_counts.HEIGHT)


def _outcome(value: object) -> Outcome | None:
    return next((outcome for outcome in Outcome if outcome == value), None)


# By the keys under which the trends keep them.
_MAKERS: Mapping[str, Callable[[Numbers, Period, Mapping[str, Any]], Iterator[PickedChart]]] = {
    "over-time": _over_time,
    "with-and-without": _with_and_without,
    "courses": _courses,
    "spread": _spread,
}
