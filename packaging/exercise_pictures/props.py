"""What stands and lies about in the exercise pictures: mat, chair, wall, pillow, moon."""

from geometry import Point, on


def rounded(left: float, bottom: float, right: float, top: float, r: float = 0.06) -> list[Point]:
    """A box with its corners taken off."""
    r = min(r, (right - left) / 2, (top - bottom) / 2)
    corners = [
        (right - r, bottom + r, -90),
        (right - r, top - r, 0),
        (left + r, top - r, 90),
        (left + r, bottom + r, 180),
    ]
    return [on((x, y), first + turn, r) for x, y, first in corners for turn in (0, 22.5, 45, 67.5, 90)]


def leg_of(top: Point, foot: Point, wide: float) -> list[Point]:
    """A leg of a chair."""
    half = wide / 2
    return [
        (top[0] - half, top[1]),
        (top[0] + half, top[1]),
        (foot[0] + half, foot[1]),
        (foot[0] - half, foot[1]),
    ]


def mat(prop: dict) -> list[list[Point]]:
    """A mat, or the floor."""
    return [rounded(prop["from"], -prop.get("thick", 0.14), prop["to"], 0)]


def box(prop: dict) -> list[list[Point]]:
    """A box: a wall, a worktop, a pillow."""
    left, bottom, right, top = prop["box"]
    return [rounded(left, bottom, right, top, prop.get("round", 0.06))]


def chair(prop: dict) -> list[list[Point]]:
    """A chair that faces right, its back at x; `deep`, `seat` and `top` are its measures."""
    x, deep, seat, top = prop["x"], prop["deep"], prop.get("seat", 1.55), prop.get("top", 3.6)
    parts = [
        leg_of((x + 0.1, seat), (x - 0.05, 0), 0.13),
        leg_of((x + deep - 0.12, seat), (x + deep, 0), 0.13),
        leg_of((x - 0.12, top), (x + 0.06, seat), 0.15),
        rounded(x, seat - 0.2, x + deep, seat),
    ]
    if prop.get("arms"):
        front = x + 0.85 * deep
        parts += [
            rounded(x, seat + 0.75, x + 0.95 * deep, seat + 0.88),
            leg_of((front, seat + 0.8), (front, seat - 0.1), 0.12),
        ]
    return parts


def poly(prop: dict) -> list[list[Point]]:
    """Any outline."""
    return [[tuple(point) for point in prop["points"]]]


def moon(prop: dict) -> list[list[Point]]:
    """A crescent: a disc without the disc before it."""
    x, y = prop["at"]
    outer = [on((x, y), degrees, 0.42) for degrees in range(60, 301, 12)]
    inner = [on((x + 0.22, y), degrees, 0.36) for degrees in range(258, 101, -12)]
    return [[*outer, *inner]]


PROPS = {"mat": mat, "box": box, "chair": chair, "moon": moon, "poly": poly}
