"""Points, angles and limbs: the arithmetic of the exercise pictures.

y runs upwards, angles are in degrees, 0 to the right, 90 up. Of a limb, front is a quarter turn anticlockwise
from the way it runs: right for somebody who stands and faces right.
"""

import math

Point = tuple[float, float]
Profile = list[tuple[float, float, float]]  # along a limb, how far the outline lies in front and behind


def cut_profile(profile: Profile, end: float) -> Profile:
    """The first part of a limb's profile."""
    kept = [line for line in profile if line[0] < end]
    (t, f, b), (u, g, c) = kept[-1], next(line for line in profile if line[0] >= end)
    share = (end - t) / (u - t)
    return [*kept, (end, f + share * (g - f), b + share * (c - b))]


def outline(a: Point, b: Point, profile: Profile, *, round_ends: bool = True) -> list[Point]:
    """A closed outline around the way from a to b."""
    long = math.dist(a, b)
    front = [frame(a, b, t * long, f) for t, f, _ in profile]
    behind = [frame(a, b, t * long, -c) for t, _, c in reversed(profile)]
    start, end = profile[0], profile[-1]
    first, last = [], []
    for turn in (-45, 0, 45):
        turned = math.radians(turn)
        first.append(_cap(a, b, start, long, -math.cos(turned), math.sin(turned)))
        last.append(_cap(a, b, end, long, math.cos(turned), -math.sin(turned)))
    if not round_ends:
        return [*first, *front, *behind]
    return [*first, *front, *last, *behind]


def _cap(a: Point, b: Point, end: tuple[float, float, float], long: float, out: float, up: float) -> Point:
    t, f, c = end
    radius = (f + c) / 2
    return frame(a, b, t * long + out * radius, (f - c) / 2 + up * radius)


def frame(a: Point, b: Point, along: float, across: float) -> Point:
    """A point seen from a towards b; across is to the front."""
    way = math.atan2(b[1] - a[1], b[0] - a[0])
    c, s = math.cos(way), math.sin(way)
    return a[0] + along * c - across * s, a[1] + along * s + across * c


def seen(a: Point, b: Point, point: Point) -> Point:
    """A point as seen from a towards b: how far along and across. The other way round of `frame`."""
    way = math.atan2(b[1] - a[1], b[0] - a[0])
    x, y, c, s = point[0] - a[0], point[1] - a[1], math.cos(way), math.sin(way)
    return x * c + y * s, y * c - x * s


def on(point: Point, degrees: float, length: float) -> Point:
    """The point that far away in that direction."""
    way = math.radians(degrees)
    return point[0] + length * math.cos(way), point[1] + length * math.sin(way)


def angle(a: Point, b: Point) -> float:
    """The direction from a to b in degrees."""
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def two_bones(
    root: Point,
    said: dict,
    middle: str,
    end: str,
    angles: tuple[str, str],
    lengths: tuple[float, float],
    bend: int,
) -> tuple[Point, Point]:
    """Knee and ankle, or elbow and wrist: as said, by angles, or where the two bones meet."""
    if middle in said:
        return tuple(said[middle]), tuple(said[end])
    if end not in said:
        first = on(root, said[angles[0]], lengths[0])
        return first, on(first, said[angles[1]], lengths[1])
    target = tuple(said[end])
    far = math.dist(root, target)
    if far > sum(lengths) * 1.01:
        print(f"  out of reach: {end} {target} is {far:.2f} away, the limb is {sum(lengths):.2f}")
    far = min(far, sum(lengths) - 1e-6)
    at_root = math.acos((lengths[0] ** 2 + far**2 - lengths[1] ** 2) / (2 * lengths[0] * far))
    first = on(root, angle(root, target) + bend * math.degrees(at_root), lengths[0])
    return first, target
