"""The two columns of tables, cut to the height there is."""

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable, Spacer

from legjournal.report import paper
from legjournal.report.content import Report
from legjournal.report.paper import COLUMN, GAP, WIDTH
from legjournal.report.tables import Room, medicines, places, routine, sleep, therapies, urge_to_move

GUTTER = WIDTH - 2 * COLUMN
# From roomy to tight; the last one fits whatever the journal holds.
ROOMS = (*map(Room, range(9, 1, -1)), Room(2, 1), Room(1, 1))
_Block = Callable[[Report, Room], Flowable]


def columns(report: Report, height: float) -> Flowable:
    """How the nights and the legs were at the left, what was done about it at the right."""
    left: list[_Block] = [sleep, places, urge_to_move]
    right: list[_Block] = [routine, medicines, therapies]
    if report.empty:  # one sentence above says that nothing was recorded; what stands outside the days stays
        left, right = [medicines], [therapies]
    cells = [_column(report, left, height), "", _column(report, right, height)]
    return paper.table([cells], (COLUMN, GUTTER, COLUMN), pad=0)


def _column(report: Report, blocks: Sequence[_Block], height: float) -> list[Flowable]:
    """The blocks one below the other, in the roomiest form that is no higher than `height`."""
    for room in ROOMS:
        parts = [part for draw_block in blocks for part in (Spacer(0, GAP), draw_block(report, room))][1:]
        if sum(map(paper.height, parts)) <= height:
            break
    return parts
