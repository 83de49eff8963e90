"""The report drawn: one A4 page, black on white, from the value object alone.

The page holds whatever a journal holds. Lists are cut to “and N more” and long texts to an ellipsis until all
fits; letters are never made smaller.
"""

from io import BytesIO
from pathlib import Path

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.report import paper
from legjournal.report.chart import LEAST_HEIGHT, MOST_HEIGHT, chart
from legjournal.report.columns import columns
from legjournal.report.content import Report
from legjournal.report.header import header, period_in_words, questions, title
from legjournal.report.honesty import honesty
from legjournal.report.key_figures import key_figures
from legjournal.report.lettering import plain
from legjournal.report.paper import GAP, WIDTH
from legjournal.report.typeface import COLUMN_HEAD, SMALL
from legjournal.storage.files import written_out
from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.words import text

TOP, FOOTER = paper.PAGE_HEIGHT - 36, 28.0  # where the first line hangs and the last one stands


def draw(report: Report) -> bytes:
    """The report as a PDF; equal reports give equal bytes."""
    buffer = BytesIO()
    canvas = paper.sheets(buffer, title(), period_in_words(report.period))
    _draw_page(canvas, report)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def save(report: Report, path: Path) -> None:
    """Write the PDF to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    drawn = draw(report)
    with written_out(path) as temporary:
        temporary.write_bytes(drawn)


def _draw_page(canvas: TaggedCanvas, report: Report) -> None:
    grey_box = honesty(report)
    lowest = FOOTER + 20 + paper.height(grey_box)
    paper.draw_down(canvas, _page(report, TOP - lowest - GAP), TOP)
    paper.draw_down(canvas, [grey_box], lowest)
    paper.draw_down(canvas, [_footer(report)], FOOTER + SMALL.leading)


def _page(report: Report, height: float) -> list[Flowable]:
    """What stands above the grey box: the columns as roomy as they can be, the chart in what they leave."""
    above = [*header(report), *questions(report), key_figures(report)]
    left = height - sum(map(paper.height, above))
    below = columns(report, left - LEAST_HEIGHT)
    return [*above, *chart(report, min(left - paper.height(below), MOST_HEIGHT)), below]


def _footer(report: Report) -> Flowable:
    day = phrases.day(report.made_on)
    made = text("Made on {day} · page {page} of {pages}").format(day=day, page=1, pages=1)
    origin = text("Self-reported with Leg Journal. Not a diagnosis.")
    return paper.table([[plain(origin, SMALL), plain(made, COLUMN_HEAD)]], (WIDTH / 2, WIDTH / 2), pad=0)
