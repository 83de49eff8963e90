"""The two columns of tables, cut to the height there is."""

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable, Spacer

from legjournal.report import paper
from legjournal.report.content import Report
from legjournal.report.page_one.blocks import Room, activities, legs, medicines, tried
from legjournal.report.paper import COLUMN, GAP, WIDTH

GUTTER = WIDTH - 2 * COLUMN
# From roomy to tight; the last one fits whatever the journal holds.
ROOMS = (*map(Room, range(9, 1, -1)), Room(2, 1), Room(1, 1))
_Block = Callable[[Report, Room], Flowable]


def columns(report: Report, height: float) -> Flowable:
    """What the person can do and where it hurts at the left, what is done about it at the right."""
    left: list[_Block] = [activities, legs]
    right: list[_Block] = [medicines, tried]
    if report.empty:  # one sentence above says that nothing was recorded; what stands outside the days stays
        left, right = [medicines], [tried]
    cells = [_column(report, left, height), "", _column(report, right, height)]
    return paper.table([cells], (COLUMN, GUTTER, COLUMN), pad=0)


def _column(report: Report, blocks: Sequence[_Block], height: float) -> list[Flowable]:
    """The blocks one below the other, in the roomiest form that is no higher than `height`."""
    for room in ROOMS:
        parts = [part for draw_block in blocks for part in (Spacer(0, GAP), draw_block(report, room))][1:]
        if sum(map(paper.height, parts)) <= height:
            break
    return parts
