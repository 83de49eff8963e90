"""What sections are made of: headings, paragraphs, tables of the whole width, and what is never broken."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from legjournal.report import paper
from legjournal.report.lettering import plain, shortened
from legjournal.report.paper import HAIRLINE, RULE, WIDTH
from legjournal.report.typeface import BOLD, SEMIBOLD, Look
from legjournal.tagged_pdf.tables import Grid
from legjournal.tagged_pdf.words import Words

HEADING, SUBHEADING = Look(14, BOLD), Look(11, BOLD)
WORDS = Look(11, lines=1.35)
CELL, NUMBER = Look(11, lines=1.2), Look(11, right=True, lines=1.2)
HEAD, NUMBER_HEAD = Look(11, SEMIBOLD, lines=1.2), Look(11, SEMIBOLD, right=True, lines=1.2)
_BESIDE = 8.0  # points between the columns of a table
_LINES, _HEAD_LINES = 2, 4  # of a cell and of a head, at most
_SHORT = 260.0  # points
_AT_THE_HEAD = 4  # what is kept together where all of it would be too much


def heading(words: str) -> Words:
    """The name of a section."""
    return _spaced(plain(words, HEADING, "H2"), 22, 4)


def subheading(words: str) -> Words:
    """The name of a part of a section."""
    return _spaced(plain(words, SUBHEADING, "H3"), 10, 4)


def paragraph(words: str) -> Words:
    """Words of a section."""
    return _spaced(plain(words, WORDS), 0, 6)


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    words: int = 1,
    lines: int = _LINES,
) -> Flowable:
    """Rows under their heads, which come again on each further page.

    widths: of the columns, in points. words: how many columns, from the left, hold words and not numbers.
    lines: of a cell, at most.
    """
    looks = [(HEAD, CELL) if column < words else (NUMBER_HEAD, NUMBER) for column in range(len(heads))]
    over = zip(heads, looks, widths, strict=True)
    cells = [[shortened(head, look, wide - _BESIDE, _HEAD_LINES) for head, (look, _), wide in over]]
    for row in rows:
        of_row = zip(row, looks, widths, strict=True)
        cells.append([shortened(cell, look, wide - _BESIDE, lines) for cell, (_, look), wide in of_row])
    made = paper.table(
        cells,
        widths,
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("RIGHTPADDING", (0, 0), (-2, -1), _BESIDE),
        ("LINEBELOW", (0, 0), (-1, 0), *RULE),
        ("LINEBELOW", (0, 1), (-1, -1), *HAIRLINE),
        pad=2.5,
        read_as=Grid(),
        repeated=1,
    )
    made.spaceAfter = 8.0
    return made


def whole(*flowables: Flowable) -> Flowable:
    """One below the other on one page, such as a heading with its picture."""
    made = paper.table([[[*flowables]]], [WIDTH], pad=0)
    made.spaceBefore, made.spaceAfter = flowables[0].getSpaceBefore(), flowables[-1].getSpaceAfter()
    return made


def headed(name: Words, *flowables: Flowable) -> list[Flowable]:
    """A heading and what is under it: on one page where that is short, else one below the other."""
    together = whole(name, *flowables)
    if paper.height(together) <= _SHORT:
        return [together]
    for flowable in (name, *flowables[:-1])[:_AT_THE_HEAD]:
        flowable.keepWithNext = True
    return [name, *flowables]


def _spaced(words: Words, before: float, after: float) -> Words:
    words.spaceBefore, words.spaceAfter = before, after
    return words
