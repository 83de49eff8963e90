"""The paper of the report: A4, its margins and rules, tables, and blocks that stand one below the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

from legjournal.report.lettering import plain, readable, shortened
from legjournal.report.typeface import CELL, COLUMN_HEAD, HEADING, REGULAR, VALUE, ink, use_fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 40.0  # points, left and right
WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMN = (WIDTH - 26) / 2  # of two
GAP = 11.0  # between one part of the page and the next
HAIRLINE = (0.4, ink(0.45))  # width and ink: thin rather than pale, which a photocopier would lose
RULE = (0.9, ink(0))
_BESIDE = 6.0  # points between a name and its value


def sheets(buffer: BytesIO, title: str, subject: str) -> Canvas:
    """A canvas for A4 pages in the bundled font, without the time of day or anything else by chance."""
    use_fonts()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, initialFontName=REGULAR, lang="en-GB")
    canvas.setTitle(readable(title))
    canvas.setSubject(readable(subject))
    canvas.setAuthor("")
    canvas.setCreator("Leg Journal")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def table(
    rows: Sequence[Sequence[object]], widths: Sequence[float], *commands: tuple[object, ...], pad: float = 2.0
) -> Table:
    """Cells in rows, `pad` points above and below each, nothing beside them but what `commands` ask for."""
    base = [
        ("FONT", (0, 0), (-1, -1), REGULAR),  # also for empty cells: Helvetica would be named in the file
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
    ]
    return Table(rows, colWidths=widths, style=[*base, *commands], hAlign="LEFT")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a block: a name, which may be shortened, its tail, which may not, and values at the right."""

    name: str
    values: tuple[str, ...] = ()
    tail: str = ""


def block(
    heads: Sequence[str], entries: Sequence[Entry], widths: Sequence[float], lines: int, more: str = ""
) -> list[Flowable]:
    """A heading over its columns, then the entries, a column wide; `more` is a last line in words.

    `widths` are those of the values, in points. An entry without values has the whole width to itself.
    """
    over_values = heads[1:] if any(entry.values for entry in entries) else ()
    heading = [plain(heads[0], HEADING), *(plain(head, COLUMN_HEAD) for head in over_values)]
    rows = [_row(heading, widths, RULE, "BOTTOM")]
    rows += [_row(_cells(entry, widths, lines), widths, HAIRLINE) for entry in entries]
    return [*rows, _row([plain(more, CELL)], widths, HAIRLINE)] if more else rows


def _cells(entry: Entry, widths: Sequence[float], lines: int) -> list[Paragraph]:
    width = COLUMN - (sum(widths) + _BESIDE if entry.values else 0)
    name = shortened(entry.name, CELL, width, lines, entry.tail)
    return [name, *(plain(value, VALUE) for value in entry.values)]


def _row(
    cells: Sequence[Paragraph], widths: Sequence[float], line: tuple[float, Color], side: str = "TOP"
) -> Flowable:
    return table(
        [cells],
        [COLUMN] if len(cells) == 1 else [COLUMN - sum(widths), *widths],
        ("LINEBELOW", (0, 0), (-1, -1), *line),
        ("VALIGN", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-2, -1), _BESIDE),
        pad=1.8,
    )


def height(flowable: Flowable, width: float = WIDTH) -> float:
    """Points from top to bottom when `flowable` is `width` points wide."""
    return float(flowable.wrap(width, PAGE_HEIGHT)[1])


def draw_down(canvas: Canvas, flowables: Iterable[Flowable], top: float) -> float:
    """Draw one below the other from `top` (points above the foot of the page); the new top is returned."""
    for flowable in flowables:
        top -= height(flowable)
        flowable.drawOn(canvas, MARGIN, top)
    return top
