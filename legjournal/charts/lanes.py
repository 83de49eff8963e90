"""Lanes below the scale of a chart: bars with a scale of their own, or marks, each lane under its name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from legjournal.charts.frame import Across, Down
from legjournal.charts.scene import Box, Fill, Item, Label, Line, Mark, Role, Shape

ABOVE = 0.5  # the first, in heights of the text
NAME = 1.5  # of the name of a lane, in heights of the text
_GAP = 0.5  # below a lane
_HIGH = {"asleep": 4.0, "woken_by_legs": 2.2, "sessions": 1.4, "changes": 0.9, "appointments": 0.9}
_SHAPES = {"changes": Shape.TRIANGLE, "appointments": Shape.DIAMOND}
_HOURS = 12 * 60  # minutes at the top of the lane of sleep
_LEAST_TOP = 3.0  # of the lane of wakings, so that one waking does not fill it


@dataclass(frozen=True, slots=True)
class Lane:
    """key: what it is of. values: where, and how much; None where nothing was recorded."""

    key: str
    name: str
    values: tuple[tuple[float, float | None], ...]
    bar: float  # width of a bar


def height(keys: Iterable[str]) -> float:
    """Room for lanes, in heights of the text."""
    found = [NAME + _HIGH[key] + _GAP for key in keys]
    return ABOVE + sum(found) if found else 0.0


def draw(lanes: Iterable[Lane], across: Across, down: Down) -> Iterator[Item]:
    """Each lane below the one before it, from the foot of the scale down."""
    top, em = down.bottom + ABOVE * across.em, across.em
    for lane in lanes:
        foot = top + (NAME + _HIGH[lane.key]) * em
        yield Label(across.left, top + (NAME - 0.45) * em, lane.name)
        yield from _lane(lane, foot, _HIGH[lane.key] * em, across)
        top = foot + _GAP * em


def _lane(lane: Lane, foot: float, high: float, across: Across) -> Iterator[Item]:
    ends = (across.left, across.right)
    shape = _SHAPES.get(lane.key)
    if shape is not None:
        yield Line(tuple((x, foot - high / 2) for x in ends), Role.GRID)
        for x, _ in lane.values:
            yield Mark(x, foot - high / 2, 0.32 * across.em, shape, Role.AXIS)
        return
    top, ticks = _scale(lane)
    for value, words in ticks:
        y = foot - high * value / top
        yield Line(tuple((x, y) for x in ends), Role.GRID if value else Role.AXIS)
        if words:
            yield Label(across.left - 0.6 * across.em, y + 0.35 * across.em, words, "end")
    for x, found in lane.values:
        if found is not None:
            yield _bar(lane, x, foot, high * min(found / top, 1.0), across)


def _bar(lane: Lane, x: float, foot: float, high: float, across: Across) -> Box:
    left = max(x - lane.bar / 2, across.left - across.em)
    right = min(x + lane.bar / 2, across.right + across.em)
    fill = Fill.SOLID if lane.key == "sessions" else Fill.TINT
    return Box(left, foot - high, max(right - left, 0.5), high, Role.BAR, fill)


def _scale(lane: Lane) -> tuple[float, Sequence[tuple[float, str]]]:
    """The value at the top, and which ones have a line with which words."""
    if lane.key == "asleep":
        return _HOURS, [(0, ""), (360, "6"), (720, "12")]
    if lane.key == "sessions":
        return 1.0, [(0, "")]
    top = float(ceil(max([_LEAST_TOP, *(value for _, value in lane.values if value is not None)])))
    return top, [(0, ""), (top, str(round(top)))]
