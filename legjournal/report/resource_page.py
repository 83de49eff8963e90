"""A resource page on A4: numbered, with every address in full."""

from io import BytesIO

from legjournal.report import paper
from legjournal.report.lettering import plain
from legjournal.report.markdown import flowables
from legjournal.report.pagination import spread
from legjournal.report.typeface import Look
from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.words import text

MARGIN = 60.0  # points, left and right: lines of about 80 letters
WIDTH = paper.PAGE_WIDTH - 2 * MARGIN
TOP, LOWEST, FOOT = paper.PAGE_HEIGHT - 56, 72.0, 48.0  # where text begins and ends, and the foot's own line
_FOOT, _NUMBER = Look(9), Look(9, right=True)


def draw(title: str, foot: str, markdown: str) -> bytes:
    """The page as a PDF; equal pages give equal bytes. foot: what stands at the foot of each sheet."""
    buffer = BytesIO()
    canvas = paper.sheets(buffer, title, "")
    sheets = spread(flowables(markdown, WIDTH), WIDTH, TOP - LOWEST)
    for number, sheet in enumerate(sheets, start=1):
        paper.draw_down(canvas, sheet, TOP, MARGIN)
        with canvas.artifact("Pagination"):
            _draw_foot(canvas, foot, text("page {page} of {pages}").format(page=number, pages=len(sheets)))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_foot(canvas: TaggedCanvas, foot: str, number: str) -> None:
    line = paper.table([[plain(foot, _FOOT), plain(number, _NUMBER)]], (WIDTH - 90, 90), pad=0)
    paper.draw_down(canvas, [line], FOOT, MARGIN)
