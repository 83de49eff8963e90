"""The charts that were ticked among the trends, of the days of the report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from legjournal.charts import (
    around,
    bodies,
    calendar,
    onsets,
    over_time,
    raster,
    score_counts,
    with_and_without,
)
from legjournal.charts.calendar import Calendar
from legjournal.charts.leaf import YEAR, leaves
from legjournal.charts.recorded import Series, names, over_time_of, values_of
from legjournal.charts.scene import Scene
from legjournal.charts.shades import MEASURES
from legjournal.journal import Journal
from legjournal.phrases import begun_large
from legjournal.report.parts.nights import night_rows
from legjournal.trends import one_course, one_question
from legjournal.trends.distribution import ONSET, SCORED, onsets_by_month
from legjournal.trends.distribution import score_counts as counted
from legjournal.trends.facts import Outcome
from legjournal.trends.hurting import read_legs
from legjournal.trends.in_report import chosen_charts
from legjournal.trends.numbers import Numbers, read
from legjournal.trends.one_course import look_around
from legjournal.trends.one_question import Asked, look
from legjournal.trends.period import DAY, Period
from legjournal.trends.with_and_without import times_of
from legjournal.words import text

MOST_NIGHTS = 31
MOST_MONTHS = 3  # of a calendar; of a longer time its years are drawn
WIDE = 57.0  # heights of the text that a page is wide


@dataclass(frozen=True, slots=True)
class PickedChart:
    """title: what it shows. draw: makes it for a width, a height and a height of text. lines: its own height,
    in heights of the text.
    """

    title: str
    draw: Callable[[float, float, float], Scene]
    lines: float


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A chart, as it was set when it was ticked, of the days of the report."""

    journal: Journal
    numbers: Callable[[], Numbers]  # not every chart is drawn from them
    period: Period
    settings: Mapping[str, Any]


def picked_charts(journal: Journal, period: Period) -> tuple[PickedChart, ...]:
    """In the order in which they were ticked; one of another version that is not known here is left out."""
    chosen = [chart for chart in chosen_charts(journal.preferences) if chart.chart in _MAKERS]
    if not chosen:
        return ()
    numbers = cache(partial(read, journal))
    wanted = ((chart.chart, _Wanted(journal, numbers, period, chart.settings)) for chart in chosen)
    return tuple(made for key, each in wanted for made in _MAKERS[key](each))


def _over_time(wanted: _Wanted) -> Iterator[PickedChart]:
    lines = wanted.settings.get("lines")
    shown = [series for series in Series if isinstance(lines, list) and series.value in lines]
    if not shown:
        return
    smooth = wanted.settings.get("smooth") is True
    chart = over_time_of(wanted.numbers(), wanted.period, frozenset(shown), smooth=smooth)
    named = ", ".join(names()[series] for series in shown)
    yield PickedChart(begun_large(named), partial(over_time.draw, chart), over_time.height(chart))


def _with_and_without(wanted: _Wanted) -> Iterator[PickedChart]:
    outcome, key = _outcome(wanted.settings.get("outcome")), wanted.settings.get("factor")
    times = times_of(outcome) if outcome else ()
    when = next((when for when in times if when == wanted.settings.get("when")), None)
    if outcome is None or when is None or not isinstance(key, str):
        return
    looked = look(wanted.numbers().facts, Asked(key, outcome, when, wanted.period))
    if looked is None or one_question.key_of(looked.comparison.question.factor) != key:
        return
    comparison, answers = looked.comparison, looked.answers
    yield PickedChart(
        with_and_without.title(comparison.question),
        partial(with_and_without.draw, comparison, answers),
        with_and_without.height(comparison, answers),
    )


def _courses(wanted: _Wanted) -> Iterator[PickedChart]:
    """A course has days of its own, whichever those of the report are."""
    outcome, key = _outcome(wanted.settings.get("outcome")), wanted.settings.get("course")
    found = look_around(wanted.numbers().facts, key, outcome) if outcome and isinstance(key, str) else None
    if found is not None and one_course.key_of(found.course) == key:
        yield PickedChart(around.title(found), partial(around.draw, found), around.height(found))


def _spread(wanted: _Wanted) -> Iterator[PickedChart]:
    what = wanted.settings.get("what")
    outcome = _outcome(what)
    if what == ONSET and (months := onsets_by_month(wanted.numbers().facts, wanted.period)):
        yield PickedChart(onsets.title(), partial(onsets.draw, months), onsets.HEIGHT)
    elif outcome in SCORED:
        counts = counted(wanted.numbers().facts, outcome, wanted.period)
        draw = partial(score_counts.draw, counts, outcome)
        yield PickedChart(score_counts.title(outcome), draw, score_counts.HEIGHT)


def _nights(wanted: _Wanted) -> Iterator[PickedChart]:
    """The last of the report's nights, as many as one page holds."""
    last = wanted.period.last
    rows = night_rows(wanted.journal, Period(max(wanted.period.first, last - (MOST_NIGHTS - 1) * DAY), last))
    yield PickedChart(text("Nights, 6pm to 6pm"), partial(raster.draw, rows), raster.height(rows, WIDE))


def _calendar(wanted: _Wanted) -> Iterator[PickedChart]:
    """A picture for each year, or for each month of a short time if months are what was chosen.

    Days that are not the report's are blank.
    """
    series = next((series for series in MEASURES if series == wanted.settings.get("measure")), None)
    if series is None:
        return
    values = values_of(wanted.numbers(), series)
    for leaf in leaves(wanted.period, 0 if wanted.settings.get("months") == YEAR else MOST_MONTHS):
        sheet = Calendar(leaf, series, values)
        title = text("{measure}, {when}").format(measure=begun_large(names()[series]), when=leaf.name)
        yield PickedChart(title, partial(calendar.draw, sheet), calendar.height(sheet, WIDE))


def _body(wanted: _Wanted) -> Iterator[PickedChart]:
    legs = read_legs(wanted.journal, [wanted.period])
    draw = partial(bodies.draw, legs)
    yield PickedChart(text("Where it hurt, and on how many days"), draw, bodies.height(legs, WIDE))


def _outcome(value: object) -> Outcome | None:
    return next((outcome for outcome in Outcome if outcome == value), None)


# By the keys under which the trends keep them.
_MAKERS: Mapping[str, Callable[[_Wanted], Iterator[PickedChart]]] = {
    "over-time": _over_time,
    "nights": _nights,
    "calendar": _calendar,
    "body": _body,
    "with-and-without": _with_and_without,
    "courses": _courses,
    "spread": _spread,
}
