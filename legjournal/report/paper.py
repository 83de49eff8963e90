"""Paper and ink of the report: fonts, sizes, tables, and the one way words enter the PDF.

Words from the journal are a stranger's to ReportLab: it would read them as markup, load the pictures they
name and draw nothing for what its font lacks. `readable` and `plain` stand between.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

from legjournal.places import ASSETS

REGULAR, SEMIBOLD, BOLD, ITALIC = FACES = ("Inter-Regular", "Inter-SemiBold", "Inter-Bold", "Inter-Italic")
PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 40.0  # points, left and right
WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMN = (WIDTH - 26) / 2  # of two
LONGEST = 4000  # characters: more than a page holds of any one text, and quick to measure
BOX = "□"  # for what cannot be printed: Inter has no U+FFFD, and its glyph for unknown letters is empty
_BESIDE = 6.0  # points between a name and its value
_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: size in points, typeface, grey (0 is black), side they are aligned to."""

    size: float
    face: str = REGULAR
    grey: float = 0.0
    right: bool = False

    @property
    def leading(self) -> float:
        """From one line to the next, in points."""
        return round(1.28 * self.size, 1)


TITLE = Look(17, BOLD)
PERIOD = Look(10.5, SEMIBOLD, right=True)
HEADING = Look(10.5, BOLD)
BODY = Look(10)
CELL = Look(9.5)
VALUE = Look(9.5, right=True)
LARGE = Look(19, BOLD)
LESS_LARGE = Look(14, BOLD)  # for counts of many years
SMALL = Look(8.8, grey=0.2)
COLUMN_HEAD = Look(8.8, grey=0.2, right=True)
FOOT_LEAD = Look(9, BOLD)
FOOT = Look(9)

HAIRLINE = (0.5, Color(0.72, 0.72, 0.72))  # width and ink
RULE = (0.9, Color(0, 0, 0))


@cache
def use_fonts() -> None:
    """Make the bundled Inter known to ReportLab; it asks for no font of the computer."""
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face, str(ASSETS / "fonts" / f"{face}.ttf")))


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


def ink(grey: float) -> Color:
    """A grey between 0, black, and 1, white: the report is meant for a photocopier."""
    return Color(grey, grey, grey)


def readable(words: str) -> str:
    """`words` as they can be printed: spaces run together, ends of lines kept, the rest cut at LONGEST.

    Control characters, halves of characters and letters the font lacks become BOX, so that one sees
    that something was there.
    """
    letters = unicodedata.normalize("NFC", words[:LONGEST])
    lines = ("".join(map(_printable, line)).split() for line in _LINE_ENDS.split(letters))
    whole = "\n".join(" ".join(line) for line in lines if line)
    return whole if len(words) <= LONGEST else whole + "…"


def _printable(letter: str) -> str:
    if letter == "\t" or unicodedata.category(letter) == "Zs":
        return " "
    return letter if ord(letter) in _glyphs() and letter.isprintable() else BOX


@cache
def _glyphs() -> frozenset[int]:
    use_fonts()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def label(words: str, longest: int = LONGEST) -> str:
    """`words` on one line of at most `longest` letters, for a chart."""
    line = readable(words).replace("\n", " ")
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def plain(words: str, look: Look) -> Paragraph:
    """`words` as a paragraph that shows every sign as it was typed: nothing in them is markup."""
    return _paragraph(readable(words), look)


def shortened(words: str, look: Look, width: float, lines: int, tail: str = "") -> Paragraph:
    """`words` and `tail` in at most `lines` lines of `width` points; an ellipsis where words had to go.

    The tail always stays: it is what a reader must not miss.
    """
    whole, end = readable(words), readable(tail)
    most = int(6 * lines * width / look.size)  # letters: none is narrower than a sixth of its size
    if len(whole) <= most and _lines(whole + end, look, width) <= lines:
        return _paragraph(whole + end, look)
    start = whole[:most].replace("\n", " ")
    fitting = bisect_right(range(len(start)), lines, key=lambda n: _lines(f"{start[:n]}…{end}", look, width))
    return _paragraph(_at_a_word(start[: max(0, fitting - 1)]) + "…" + end, look)


def _at_a_word(cut: str) -> str:
    before = cut.rpartition(" ")[0]
    return (before if len(before) > 0.8 * len(cut) else cut).rstrip()


def _lines(whole: str, look: Look, width: float) -> int:
    return round(height(_paragraph(whole, look), width) / look.leading)


def width_of(words: str, look: Look) -> float:
    """Points from the first letter to the last on one line."""
    return float(pdfmetrics.stringWidth(readable(words), look.face, look.size))


def _paragraph(whole: str, look: Look) -> Paragraph:
    return Paragraph(html.escape(whole).replace("\n", "<br/>"), _style(look))


@cache
def _style(look: Look) -> ParagraphStyle:
    use_fonts()
    return ParagraphStyle(
        name=f"{look}",
        fontName=look.face,
        bulletFontName=look.face,
        fontSize=look.size,
        leading=look.leading,
        textColor=ink(look.grey),
        alignment=TA_RIGHT if look.right else TA_LEFT,
    )


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
    heading = [plain(heads[0], HEADING), *(plain(head, COLUMN_HEAD) for head in heads[1:])]
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
