"""The exercise pictures: read from our own drawings, mirrored, and moved from one position to the next.

A drawing is limbs between joints. On the way from one position to another the joints turn about each other,
so that an arm keeps its length as it swings, and each limb follows its two joints.
"""

import math
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from legjournal.charts.curves import SVG, Curve, Path, Point, read_path
from legjournal.places import ASSETS

WIDTH, HEIGHT = 600, 450  # units of every drawing
FOLDER = ASSETS / "illustrations" / "exercises"


class Ink(StrEnum):
    """What a shape or a line stands for; a pen gives it a colour."""

    INK = "ink"  # the outline of the person, hair and the lines inside
    BODY = "body"
    CLOTH = "cloth"
    TROUSERS = "trousers"
    MOVING = "moving"  # the part that works
    FAR = "far"  # on the side turned away
    FAR_INK = "far-ink"
    PROP = "prop"  # mat, chair, wall
    PROP_INK = "prop-ink"
    ARROW = "arrow"


@dataclass(frozen=True, slots=True)
class Joint:
    """A point limbs hang on; on the way to another position it turns about the joint `about`, if any."""

    at: Point
    about: str


@dataclass(frozen=True, slots=True)
class Part:
    """A closed shape (`width` 0) or a line of that width, carried along by the joints `start` and `end`."""

    ink: Ink
    path: Path
    width: float
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Limb:
    """Parts with one outline around them all, `width` wide; none where the width is 0."""

    outline: Ink
    width: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One position of an exercise, its limbs from the far side to the near one."""

    joints: Mapping[str, Joint]
    limbs: tuple[Limb, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One step of painting: a closed path to fill, or where `width` is not 0 a line to draw."""

    path: Path
    ink: Ink
    width: float = 0
    closed: bool = False  # of a line: fill it as well


@cache
def drawing(key: str, position: str) -> Drawing | None:
    """An exercise's “start”, “end”, “easier-start” or “easier”, or None if there is no such drawing."""
    path = FOLDER / f"{key}-{position}.svg"
    return _read(path.read_text(encoding="utf-8")) if path.is_file() else None


def pair(key: str, *, easier: bool = False) -> tuple[Drawing, Drawing] | None:
    """Where an exercise begins and where it leads; where there is no easier way, the usual one."""
    end = (drawing(key, "easier") if easier else None) or drawing(key, "end")
    start = drawing(key, "start")
    if easier and drawing(key, "easier"):
        start = drawing(key, "easier-start") or start
    if start is None:
        return None
    return start, end or start


def between(start: Drawing, end: Drawing, share: float) -> Drawing:
    """The position `share` of the way from start (0) to end (1); both are drawn of the same parts."""
    if share in (0, 1):
        return end if share else start
    joints: dict[str, Joint] = {}
    for name, joint in start.joints.items():
        other = end.joints[name].at
        if joint.about:
            centres = start.joints[joint.about].at, end.joints[joint.about].at
            at = _turned(joint.at, other, centres, joints[joint.about].at, share)
        else:
            at = _slid(joint.at, other, share)
        joints[name] = Joint(at, joint.about)
    now = Drawing(joints, ())
    limbs = (
        replace(first, parts=tuple(_moved(*parts, (start, end, now), share) for parts in _pairs(first, last)))
        for first, last in zip(start.limbs, end.limbs, strict=True)
    )
    return Drawing(joints, tuple(limbs))


def mirrored(drawn: Drawing) -> Drawing:
    """The other side working: left and right changed over."""

    def over(point: Point) -> Point:
        return WIDTH - point[0], point[1]

    joints = {name: replace(joint, at=over(joint.at)) for name, joint in drawn.joints.items()}
    limbs = (
        replace(limb, parts=tuple(replace(part, path=_mapped(part.path, over)) for part in limb.parts))
        for limb in drawn.limbs
    )
    return Drawing(joints, tuple(limbs))


def strokes(drawn: Drawing, *, arrows: bool = True) -> Iterator[Stroke]:
    """The steps of painting, in order: of each limb its one outline, then what lies within."""
    for limb in drawn.limbs:
        parts = [part for part in limb.parts if arrows or part.ink is not Ink.ARROW]
        if limb.width:
            for part in parts:
                if not part.width:
                    yield Stroke(part.path, limb.outline, limb.width, closed=True)
        for part in parts:
            yield Stroke(part.path, part.ink, part.width)


def extent(drawn: Iterable[Drawing], *, arrows: bool = True) -> tuple[float, float, float, float]:
    """The box around all that is painted of these drawings: left, top, width and height."""
    # A fill lies within an outline.
    steps = [stroke for each in drawn for stroke in strokes(each, arrows=arrows) if stroke.width]
    edges = [(point, stroke.width / 2) for stroke in steps for curve in stroke.path for point in curve.points]
    left, right = min(x - half for (x, _), half in edges), max(x + half for (x, _), half in edges)
    top, bottom = min(y - half for (_, y), half in edges), max(y + half for (_, y), half in edges)
    return left, top, right - left, bottom - top


def _read(words: str) -> Drawing:
    # Our own files, shipped with the program: nothing of a stranger's is parsed here.
    root = ET.fromstring(words)  # noqa: S314
    joints = {
        element.get("id", ""): Joint(
            (float(element.get("cx", "")), float(element.get("cy", ""))), element.get("data-about", "")
        )
        for element in root.iter(f"{SVG}circle")
    }
    limbs = (
        Limb(
            Ink(group.get("class", "ink")),
            float(group.get("stroke-width", "0")),
            tuple(_part(element) for element in group.iter(f"{SVG}path")),
        )
        for group in root.iter(f"{SVG}g")
    )
    return Drawing(joints, tuple(limbs))


def _part(element: ET.Element) -> Part:
    return Part(
        Ink(element.get("class", "")),
        read_path(element.get("d", "")),
        float(element.get("stroke-width", "0")),
        element.get("data-from", ""),
        element.get("data-to", ""),
    )


def _pairs(first: Limb, last: Limb) -> Iterator[tuple[Part, Part]]:
    return zip(first.parts, last.parts, strict=True)


def _moved(first: Part, last: Part, drawn: tuple[Drawing, Drawing, Drawing], share: float) -> Part:
    """A part on its way: its outline seen from its two joints changes little, while the joints travel."""
    joints = [name for name in (first.start, first.end) if name]
    if first.path == last.path and all(
        _stays(drawn[0].joints[name], drawn[2].joints[name]) for name in joints
    ):
        return first
    if not first.start:
        return replace(first, path=_joined(first.path, last.path, lambda a, b: _slid(a, b, share)))
    frames = [_Frame(each.joints[first.start].at, each.joints[first.end].at) for each in drawn]

    def placed(a: Point, b: Point) -> Point:
        return frames[2].outward(_slid(frames[0].inward(a), frames[1].inward(b), share))

    return replace(first, path=_joined(first.path, last.path, placed))


def _stays(joint: Joint, now: Joint) -> bool:
    return math.dist(joint.at, now.at) < 0.01


class _Frame:
    """How things lie from two joints: along from the first to the second (1), and across in units."""

    def __init__(self, origin: Point, towards: Point) -> None:
        self._origin = origin
        self._along = towards[0] - origin[0], towards[1] - origin[1]
        self._length = max(math.hypot(*self._along), 1.0)

    def inward(self, point: Point) -> Point:
        x, y = point[0] - self._origin[0], point[1] - self._origin[1]
        (ax, ay), length = self._along, self._length
        return (x * ax + y * ay) / length**2, (y * ax - x * ay) / length

    def outward(self, point: Point) -> Point:
        (along, across), (ax, ay) = point, self._along
        across /= self._length
        return self._origin[0] + along * ax - across * ay, self._origin[1] + along * ay + across * ax


def _turned(first: Point, last: Point, centres: tuple[Point, Point], centre: Point, share: float) -> Point:
    """A point on its way around a centre that travels too: the shorter way round."""
    (x, y), (u, v) = [(p[0] - c[0], p[1] - c[1]) for p, c in zip((first, last), centres, strict=True)]
    turn = math.remainder(math.atan2(v, u) - math.atan2(y, x), math.tau)
    angle = math.atan2(y, x) + share * turn
    length = math.hypot(x, y) + share * (math.hypot(u, v) - math.hypot(x, y))
    return centre[0] + length * math.cos(angle), centre[1] + length * math.sin(angle)


def _slid(first: Point, last: Point, share: float) -> Point:
    return first[0] + share * (last[0] - first[0]), first[1] + share * (last[1] - first[1])


def _joined(first: Path, last: Path, place: Callable[[Point, Point], Point]) -> Path:
    return tuple(
        Curve(a.command, tuple(place(p, q) for p, q in zip(a.points, b.points, strict=True)))
        for a, b in zip(first, last, strict=True)
    )


def _mapped(path: Path, place: Callable[[Point], Point]) -> Path:
    return tuple(Curve(curve.command, tuple(place(p) for p in curve.points)) for curve in path)
