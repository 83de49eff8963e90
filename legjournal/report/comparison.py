"""Therapies side by side on A4, as the window shows them: to read at a table, or to take to a GP."""

from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Flowable, Spacer

from legjournal.library.compared_words import (
    Column,
    cell,
    heading,
    how_many,
    how_old,
    how_ordered,
    what_it_is,
    where,
)
from legjournal.library.comparing import Comparison, Row
from legjournal.library.fact_words import QUARTERS
from legjournal.library.pages import Grade
from legjournal.report import paper
from legjournal.report.lettering import plain
from legjournal.report.pagination import spread
from legjournal.report.paper import HAIRLINE, RULE
from legjournal.report.typeface import BOLD, SEMIBOLD, TITLE, Look, ink
from legjournal.storage.files import write_bytes
from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.tagged_pdf.tables import Grid
from legjournal.words import text

PAGE = landscape(A4)
WIDTH = PAGE[0] - 2 * paper.MARGIN
TOP, LOWEST, FOOT = PAGE[1] - 34, 50.0, 40.0  # points: where text begins and ends, and the foot's own line
SHARES = {Column.TITLE: 20, Column.EVIDENCE: 14, Column.COST: 22, Column.ROUTE: 32, Column.EFFORT: 12}
SIDE, BESIDE = 9.0, 15.0  # points: of a mark, and from its left to the word
_SAID = Look(10.5)
_NAME, _HEAD = Look(10.5, SEMIBOLD), Look(10.5, BOLD)
_GRADE, _NO_GRADE = Look(10.5, indent=BESIDE), Look(10.5, grey=0.35, indent=BESIDE)


def draw(comparison: Comparison) -> bytes:
    """The table as a PDF; equal tables give equal bytes."""
    buffer = BytesIO()
    canvas = paper.sheets(buffer, title(comparison), "")
    canvas.setPageSize(PAGE)
    sheets = spread([*_said(comparison), _table(comparison)], paper.WIDTH, TOP - LOWEST)
    for number, sheet in enumerate(sheets, start=1):
        paper.draw_down(canvas, sheet, TOP)
        with canvas.artifact("Pagination"):
            _draw_foot(canvas, comparison, number, len(sheets))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def save(comparison: Comparison, path: Path) -> None:
    """Write the PDF to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    write_bytes(path, draw(comparison))


def title(comparison: Comparison) -> str:
    """What stands at the top."""
    return text("Things people try for {condition}, side by side").format(condition=comparison.condition)


def _said(comparison: Comparison) -> list[Flowable]:
    lines = [what_it_is(), how_many(comparison), how_ordered(comparison), where(comparison)]
    lines.append(how_old(comparison))  # the foot is not read aloud
    words = " ".join(filter(None, lines))
    return [plain(title(comparison), TITLE, tag="H1"), Spacer(0, 4), plain(words, _SAID), Spacer(0, 8)]


def _table(comparison: Comparison) -> Flowable:
    heads = [plain(heading(column), _HEAD) for column in Column]
    rows = [[_cell(row, column) for column in Column] for row in comparison.rows]
    return paper.table(
        [heads, *rows],
        [WIDTH * SHARES[column] / sum(SHARES.values()) for column in Column],
        ("RIGHTPADDING", (0, 0), (-2, -1), 12),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, 0), *RULE),
        ("LINEBELOW", (0, 1), (-1, -1), *HAIRLINE),
        pad=4,
        read_as=Grid(),
        repeated=1,
    )


def _cell(row: Row, column: Column) -> Flowable | list[Flowable]:
    words = cell(row, column)
    if column is Column.TITLE:
        what_for = [plain(row.what_for, _SAID)] if row.what_for else []
        return [plain(words, _NAME), *what_for]
    if column is not Column.EVIDENCE:
        return plain(words, _SAID)
    return [_Mark(row.grade), plain(words, _GRADE)] if row.grade is not None else plain(words, _NO_GRADE)


def _draw_foot(canvas: TaggedCanvas, comparison: Comparison, number: int, count: int) -> None:
    page = text("page {page} of {pages}").format(page=number, pages=count)
    cells = [plain(how_old(comparison), _SAID), plain(page, Look(10.5, right=True))]
    paper.draw_down(canvas, [paper.table([cells], (WIDTH - 120, 120), pad=0)], FOOT)


class _Mark(Flowable):  # type: ignore[misc]
    """The mark of a grade, left of the word that comes next: of no height itself, and not read out."""

    def __init__(self, grade: Grade) -> None:
        super().__init__()
        self._grade = grade

    def wrap(self, *_available: float) -> tuple[float, float]:
        """No room at all."""
        return 0.0, 0.0

    def draw(self) -> None:
        """A circle that is the fuller the more is known, or a cross."""
        with self.canv.artifact():
            self.canv.setLineWidth(1.2)
            self.canv.setStrokeColor(ink(0))
            self.canv.setFillColor(ink(0))
            low, high = -_SAID.leading + 1.6, -_SAID.leading + 1.6 + SIDE
            if self._grade is Grade.AGAINST:
                self.canv.line(1, low + 1, SIDE - 1, high - 1)
                self.canv.line(1, high - 1, SIDE - 1, low + 1)
                return
            self.canv.circle(SIDE / 2, (low + high) / 2, SIDE / 2)
            if quarters := QUARTERS[self._grade]:
                self.canv.wedge(0, low, SIDE, high, 90, -90 * quarters, fill=1)
