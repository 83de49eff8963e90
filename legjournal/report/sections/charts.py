"""The charts that were ticked among the trends."""

from reportlab.platypus import Flowable

from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.sections.drawn import drawn
from legjournal.report.sections.pieces import heading, subheading, whole
from legjournal.words import text

LETTERS = 9.0  # points


def charts(report: Report) -> list[Flowable]:
    """Each whole on its page, under what it shows; nothing where none was ticked."""
    found: list[Flowable] = []
    for chart in report.charts:
        name = [] if found else [heading(text("Charts"))]
        picture = drawn(chart.draw(WIDTH, LETTERS * chart.lines, LETTERS), LETTERS)
        found.append(whole(*name, subheading(chart.title), picture))
    return found
