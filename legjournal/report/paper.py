"""The paper of the report: A4, its margins and rules, tables, and blocks that stand one below the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable

from legjournal.report.lettering import plain, readable, shortened
from legjournal.report.typeface import CELL, COLUMN_HEAD, HEADING, REGULAR, VALUE, ink, use_fonts
from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.tagged_pdf.tables import Cells, Grid, Layout
from legjournal.tagged_pdf.words import Words

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 40.0  # points, left and right
WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMN = (WIDTH - 26) / 2  # of two
GAP = 11.0  # between one part of the page and the next
HAIRLINE = (0.4, ink(0.45))  # width and ink: thin rather than pale, which a photocopier would lose
RULE = (0.9, ink(0))
_BESIDE = 6.0  # points between a name and its value


def sheets(buffer: BytesIO, title: str, subject: str) -> TaggedCanvas:
    """A canvas for A4 pages in the bundled font, without the time of day or anything else by chance."""
    use_fonts()
    canvas = TaggedCanvas(buffer, pagesize=A4, invariant=1, initialFontName=REGULAR, lang="en-GB")
    canvas.setTitle(readable(title))
    canvas.setSubject(readable(subject))
    canvas.setAuthor("")
    canvas.setCreator("Leg Journal")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def table(
    rows: Sequence[Sequence[object]],
    widths: Sequence[float],
    *commands: tuple[object, ...],
    pad: float = 2.0,
    read_as: Layout | None = None,
    repeated: int = 0,
) -> Cells:
    """Cells in rows, `pad` points above and below each, nothing beside them but what `commands` ask for.

    It only puts things beside each other, unless `read_as` is a Grid: then it is read as a table. `repeated`
    is how many rows come again at the top of each further page.
    """
    base = [
        ("FONT", (0, 0), (-1, -1), REGULAR),  # also for empty cells: Helvetica would be named in the file
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
    ]
    return Cells(
        rows,
        colWidths=widths,
        style=[*base, *commands],
        hAlign="LEFT",
        renderCB=read_as or Layout(),
        repeatRows=repeated,
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a block: a name, which may be shortened, its tail, which may not, and values at the right.

    A tail without a name is as long as it is.
    """

    name: str
    values: tuple[str, ...] = ()
    tail: str = ""


def block(
    heads: Sequence[str], entries: Sequence[Entry], widths: Sequence[float], lines: int, more: str = ""
) -> Flowable:
    """A heading over its columns, then the entries, a column wide; `more` is a last line in words.

    `widths` are those of the values, in points. An entry without values has the whole width to itself.
    """
    of_values = widths if any(entry.values for entry in entries) else ()
    over_values = heads[1:] if of_values else ()
    rows = [[plain(heads[0], HEADING, "H2"), *(plain(head, COLUMN_HEAD) for head in over_values)]]
    rows += [_cells(entry, of_values, lines) for entry in entries]
    rows += [[plain(more, CELL)]] if more else []
    return table(
        [[*row, *[""] * (1 + len(of_values) - len(row))] for row in rows],
        [COLUMN - sum(of_values), *of_values],
        ("LINEBELOW", (0, 0), (-1, 0), *RULE),
        ("LINEBELOW", (0, 1), (-1, -1), *HAIRLINE),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("RIGHTPADDING", (0, 0), (-2, -1), _BESIDE),
        *(command for number, row in enumerate(rows) for command in _as_wide_as_all(number, row)),
        pad=1.8,
        read_as=Grid(),
    )


def _cells(entry: Entry, widths: Sequence[float], lines: int) -> list[Words]:
    width = COLUMN - (sum(widths) + _BESIDE if entry.values else 0)
    name = shortened(entry.name, CELL, width, lines, entry.tail) if entry.name else plain(entry.tail, CELL)
    return [name, *(plain(value, VALUE) for value in entry.values)]


def _as_wide_as_all(number: int, row: Sequence[Words]) -> Iterator[tuple[object, ...]]:
    if len(row) == 1:
        yield "SPAN", (0, number), (-1, number)
        yield "RIGHTPADDING", (0, number), (0, number), 0


def height(flowable: Flowable, width: float = WIDTH) -> float:
    """Points from top to bottom when `flowable` is `width` points wide."""
    return float(flowable.wrap(width, PAGE_HEIGHT)[1])


def draw_down(
    canvas: TaggedCanvas, flowables: Iterable[Flowable], top: float, margin: float = MARGIN
) -> float:
    """Draw one below the other from `top` (points above the foot of the page); the new top is returned."""
    for flowable in flowables:
        top -= height(flowable, PAGE_WIDTH - 2 * margin)
        flowable.drawOn(canvas, margin, top)
    return top
