"""The report drawn: A4, black on white, from the value object alone.

Page one stands by itself and holds whatever a journal holds. Lists are cut to “and N more” and long texts to
an ellipsis until all fits; letters are never made smaller. Behind it come the sections that were chosen.
"""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.progress import Progress, unheard
from legjournal.report import paper
from legjournal.report.content import Report
from legjournal.report.lettering import label, plain
from legjournal.report.page_one.chart import LEAST_HEIGHT, MOST_HEIGHT, chart
from legjournal.report.page_one.columns import columns
from legjournal.report.page_one.header import LONGEST_NAME, header, period_in_words, questions, title
from legjournal.report.page_one.honesty import honesty
from legjournal.report.page_one.key_figures import key_figures
from legjournal.report.pagination import spread
from legjournal.report.paper import GAP, WIDTH
from legjournal.report.sections import in_order
from legjournal.report.typeface import SMALL, SMALL_RIGHT
from legjournal.storage.files import write_bytes
from legjournal.tagged_pdf.attachments import Attachment, carry
from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.words import text

TOP, FOOTER = paper.PAGE_HEIGHT - 36, 28.0  # where the first line hangs and the last one stands
LOWEST = FOOTER + 20  # where the text ends


def draw(report: Report, attachment: Attachment | None = None, progress: Progress = unheard) -> bytes:
    """The report as a PDF, with a file in it if one is given; equal reports give equal bytes.

    progress: from 0, while the sections are laid out, to 1; may raise to give up.
    """
    buffer = BytesIO()
    canvas = paper.sheets(buffer, title(), period_in_words(report.period))
    behind = spread(_told(in_order.behind(report), progress), WIDTH, TOP - LOWEST)
    behind = [page for page in behind if page]
    pages = 1 + len(behind)
    _draw_page_one(canvas, report, pages)
    for number, page in enumerate(behind, start=2):
        canvas.showPage()
        paper.draw_down(canvas, page, TOP)
        _draw_foot(canvas, report, number, pages)
        progress(number / pages)
    canvas.showPage()
    if attachment is not None:
        carry(canvas, attachment)
    canvas.save()
    return buffer.getvalue()


def _told(flowables: Iterable[Flowable], progress: Progress) -> Iterator[Flowable]:
    """Each of them, with the chance to give up before it."""
    for flowable in flowables:
        progress(0.0)
        yield flowable


def save(report: Report, path: Path) -> None:
    """Write the PDF to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    write_bytes(path, draw(report))


def _draw_page_one(canvas: TaggedCanvas, report: Report, pages: int) -> None:
    grey_box = honesty(report)
    lowest = LOWEST + paper.height(grey_box)
    paper.draw_down(canvas, _page(report, TOP - lowest - GAP), TOP)
    paper.draw_down(canvas, [grey_box], lowest)
    _draw_foot(canvas, report, 1, pages)


def _page(report: Report, height: float) -> list[Flowable]:
    """What stands above the grey box: the columns as roomy as they can be, the chart in what they leave."""
    above = [*header(report), *questions(report), key_figures(report)]
    left = height - sum(map(paper.height, above))
    below = columns(report, left - LEAST_HEIGHT)
    return [*above, *chart(report, min(left - paper.height(below), MOST_HEIGHT)), below]


def _draw_foot(canvas: TaggedCanvas, report: Report, number: int, pages: int) -> None:
    """Whose page it is, made when, and which of how many: pages come apart."""
    day = phrases.day(report.made_on)
    made = text("Made on {day} · page {page} of {pages}").format(day=day, page=number, pages=pages)
    name = label(report.choices.person.name, LONGEST_NAME)
    origin = text("Self-reported with Leg Journal. Not a diagnosis.")
    line = [plain(origin, SMALL), plain(f"{name} · {made}" if name else made, SMALL_RIGHT)]
    foot = paper.table([line], (0.45 * WIDTH, 0.55 * WIDTH), pad=0)
    with nullcontext() if number == 1 else canvas.artifact("Pagination"):  # whoever listens hears it once
        paper.draw_down(canvas, [foot], FOOTER + SMALL.leading)
