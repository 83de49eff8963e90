"""The chart of the page: worst leg pain and urge to move by day, with the changes of medicine."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import itemgetter

from reportlab.platypus import Flowable, Spacer

from legjournal import phrases
from legjournal.charts import daily, scene
from legjournal.charts.daily import DailyChart, Series
from legjournal.charts.scene import Role
from legjournal.report import paper
from legjournal.report.content import Report
from legjournal.report.figure import picture
from legjournal.report.lettering import label, plain
from legjournal.report.paper import GAP, WIDTH
from legjournal.report.typeface import BODY, HEADING
from legjournal.tagged_pdf.figures import Figure
from legjournal.words import plural, text

LETTERS = 8.5  # points
LEAST_HEIGHT, MOST_HEIGHT = 172.0, 240.0  # points, with its heading and the space around
MOST_CHANGES = 6


def chart(report: Report, height: float) -> list[Flowable]:
    """The chart, `height` points high with all around it; a sentence where there is nothing to draw."""
    series = _series(report)
    if not series:
        return [Spacer(0, GAP), plain(_why_no_chart(report), BODY), Spacer(0, GAP)]
    heading = plain(_title(series), HEADING, "H2")
    room = height - 2 * GAP - 3 - paper.height(heading)
    drawn = _daily_chart(report, series)
    drawing = picture(daily.draw(drawn, WIDTH, room, LETTERS), LETTERS)
    return [Spacer(0, GAP), heading, Spacer(0, 3), Figure(drawing, _in_words(drawn)), Spacer(0, GAP)]


def _daily_chart(report: Report, series: Sequence[Series]) -> DailyChart:
    chart = DailyChart(
        period=report.period,
        series=series,
        summary=_title(series),
        disturbed=[line.date for line in report.days if (line.woken_by_legs or 0) >= 2],
        changes=_changes(report),
    )
    if chart.days_to_a_point > 1:
        return replace(chart, disturbed=())  # one mark a night would be a black bar
    return chart


def _in_words(chart: DailyChart) -> str:
    """What the chart shows, for whoever does not see it."""
    parts = [f"{chart.summary}."]
    for series in chart.series:
        scores = series.values.values()
        pattern = plural(
            "{name}: lowest {least}, highest {most}, {n} day.",
            "{name}: lowest {least}, highest {most}, {n} days.",
            len(scores),
        )
        least, most = phrases.number(min(scores)), phrases.number(max(scores))
        parts.append(pattern.format(name=series.name, least=least, most=most, n=len(scores)))
    if nights := len(chart.disturbed):
        woken = plural("{n} night", "{n} nights", nights).format(n=nights)
        parts.append(text("Woken twice or more by the legs: {woken}.").format(woken=woken))
    return " ".join([*parts, *(f"{note}." for _day, note in chart.changes)])


def _why_no_chart(report: Report) -> str:
    if report.empty:
        return text("Nothing was recorded in this period.")
    return text("No leg pain and no urge to move was scored in this period.")


def _series(report: Report) -> list[Series]:
    pain = {line.date: float(line.pain) for line in report.days if line.pain is not None}
    urge = {line.date: float(line.urge_to_move) for line in report.days if line.urge_to_move is not None}
    series = (
        Series(text("worst leg pain"), pain, Role.FIRST, scene.Shape.DISC),
        Series(text("urge to move"), urge, Role.SECOND, scene.Shape.SQUARE),
    )
    return [each for each in series if each.values]


def _title(series: Sequence[Series]) -> str:
    if len(series) == 2:
        return text("Worst leg pain each day, urge to move each evening, 0 to 10")
    if series[0].role is Role.FIRST:
        return text("Worst leg pain each day, 0 to 10")
    return text("Urge to move each evening, 0 to 10")


def _changes(report: Report) -> list[tuple[date, str]]:
    """The last changes of medicine and therapy in the period, one note a date."""
    dated = sorted(_dated_changes(report), key=itemgetter(0))
    years = report.period.first.year != report.period.last.year
    notes = []
    for day, of_day in groupby(dated, key=itemgetter(0)):
        first, *others = [words for _, words in of_day]
        more = text(" and {n} more").format(n=len(others)) if others else ""
        notes.append((day, f"{first} {phrases.short_day(day, year=years)}{more}"))
    return notes[-MOST_CHANGES:]


def _dated_changes(report: Report) -> Iterator[tuple[date, str]]:
    for medicine in report.medicines:
        started = text("{name} changed") if medicine.new_dose else text("{name} started")
        # An old dose did not end: the new dose says so.
        stopped = None if medicine.dose_changed else medicine.stopped
        yield from _begun_and_ended(report, medicine.name, started, (medicine.started, stopped))
    for therapy in report.therapies:
        days = (therapy.started, therapy.stopped)
        yield from _begun_and_ended(report, therapy.name, text("{name} started"), days)


def _begun_and_ended(
    report: Report, name: str, began: str, days: tuple[date | None, date | None]
) -> Iterator[tuple[date, str]]:
    for day, words in zip(days, (began, text("{name} stopped")), strict=True):
        if day and day in report.period:
            yield day, words.format(name=label(name, 24))
