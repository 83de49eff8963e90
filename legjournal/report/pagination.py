"""Flowables spread over as many pages as they need."""

from collections import deque
from collections.abc import Iterable

from reportlab.platypus import Flowable, Spacer

from legjournal.report import paper
from legjournal.tagged_pdf.words import Words

KEPT_WHOLE = 100.0  # points: what is no higher is not broken over two pages
UNDER_A_HEADING = 48.0  # points that must be left below it


def spread(flowables: Iterable[Flowable], width: float, height: float) -> list[list[Flowable]]:
    """What stands on each page, `width` and `height` points large, with the space between.

    Long paragraphs and tables are broken; a heading never stands last, nor what has `keepWithNext`.
    """
    pages: list[list[Flowable]] = [[]]
    left, waiting = height, deque(flowables)
    while waiting:
        flowable = waiting.popleft()
        gap = _gap(pages[-1], flowable)
        here, later = _cut(flowable, width, left - gap, is_alone=not pages[-1])
        for part in here:
            pages[-1] += [Spacer(0, gap), part]
            left -= gap + paper.height(part, width)
        if later:
            waiting.extendleft(reversed([*([] if here else _leading(pages[-1])), *later]))
            pages.append([])
            left = height
    return pages


def _leading(page: list[Flowable]) -> list[Flowable]:
    """Take off the end of a page what may not stand there, such as a heading; never all of the page."""
    first = len(page)
    while first and _leads(page[first - 1]):
        first -= 2  # with the space before it
    if not first:
        return []
    taken = page[first + 1 :: 2]
    del page[first:]
    return taken


def _leads(flowable: Flowable) -> bool:
    return bool(flowable.getKeepWithNext()) or _below(flowable) > 0


def _cut(
    flowable: Flowable, width: float, left: float, is_alone: bool
) -> tuple[list[Flowable], list[Flowable]]:
    """What of a flowable stands in the room that is left, and what on the next page."""
    high = paper.height(flowable, width)
    if high + _below(flowable) <= left:
        return [flowable], []
    if left > 0 and (is_alone or high > KEPT_WHOLE) and (parts := flowable.split(width, left)):
        return parts[:1], parts[1:]
    return ([flowable], []) if is_alone else ([], [flowable])


def _gap(page: list[Flowable], flowable: Flowable) -> float:
    return float(max(page[-1].getSpaceAfter(), flowable.getSpaceBefore())) if page else 0.0


def _below(flowable: Flowable) -> float:
    return UNDER_A_HEADING if isinstance(flowable, Words) and flowable.is_heading else 0.0
