"""Test results, each test oldest first, with nothing said about the numbers."""

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.results import Result, TestSeries
from legjournal.report.sections.pieces import headed, heading, paragraph, table, whole
from legjournal.words import text


def results(report: Report) -> list[Flowable]:
    """The section."""
    name = heading(text("Test results"))
    if not report.results:
        return [whole(name, paragraph(text("No test result was written down.")))]
    how = paragraph(text("As typed by the patient, oldest first; also those from before this period."))
    rows = [row for series in report.results for row in _rows(series)]
    heads = (text("Test"), text("Date"), text("Result"))
    return headed(name, how, table(heads, rows, (0.4 * WIDTH, 0.25 * WIDTH, 0.35 * WIDTH), words=3, lines=4))


def _rows(series: TestSeries) -> list[tuple[str, str, str]]:
    return [(series.name, phrases.short_day(one.date, year=True), _result(one)) for one in series.results]


def _result(result: Result) -> str:
    shown = phrases.decimal(result.number)
    return f"{shown} {result.unit}" if result.unit else shown
