"""Draw the exercise pictures (`make drawings`): poses.toml becomes SVG files in assets."""

import math
import tomllib
from pathlib import Path

from figure import Figure, Group, Shape
from geometry import Point, on
from props import PROPS

POSES = Path(__file__).with_name("poses.toml")
TARGET = Path(__file__).parents[2] / "assets" / "illustrations" / "exercises"
WIDTH, HEIGHT = 600, 450
POSITIONS = ("start", "end", "easier-start", "easier")
# Only for looking at a file by itself: window and report have their own colours.
STYLE = """
svg { background: #fff } path { stroke-linecap: round; stroke-linejoin: round } .joint { fill: none }
.outline { stroke: currentColor } .ink { color: #1c282c } .far-ink, .prop-ink { color: #7b888b }
path.ink { fill: #1c282c } path.body, path.far { fill: #fff } path.trousers { fill: #e6e8e7 }
path.cloth { fill: #dcedeb }
path.moving { fill: #0b6b66 } path.prop { fill: #eceeed }
path[stroke-width] { fill: none; stroke: currentColor } path.arrow { color: #0b6b66 }
"""


class Sheet:
    """One picture: head heights turned into units of the drawing."""

    def __init__(self, pose: dict) -> None:
        self._scale, (self._x, self._floor) = pose["scale"], pose["origin"]
        self._pose = pose
        self.figure = Figure(pose)

    def svg(self) -> str:
        """The whole file."""
        groups = [*self._props(), *self.figure.groups(), *self._arrows()]
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
            "<!-- Drawn by packaging/exercise_pictures/draw.py from the poses beside it. -->",
            f"<style>{STYLE}</style>",
            *(self._joint(name) for name in self._ordered()),
        ]
        for number, group in enumerate(groups):
            lines += self._group(group, f"g{number}")
        return "\n".join([*lines, "</svg>", ""])

    def _ordered(self) -> list[str]:
        """The joints, each after the one it turns about."""
        return sorted(self.figure.joints, key=self._depth)

    def _depth(self, name: str) -> int:
        about = self.figure.about[name]
        return 1 + self._depth(about) if about else 0

    def _joint(self, name: str) -> str:
        x, y = self._at(self.figure.joints[name])
        about = self.figure.about[name]
        turns = f' data-about="{about}"' if about else ""
        return f'<circle class="joint" id="{name}" cx="{x:g}" cy="{y:g}" r="1"{turns}/>'

    def _group(self, group: Group, name: str) -> list[str]:
        lines = []
        if group.width:  # the outline of all, under all
            lines.append(f'<use href="#{name}" class="outline {group.outline}"/>')
        lines.append(f'<g id="{name}" class="{group.outline}" stroke-width="{group.width:g}">')
        return [*lines, *(self._path(shape) for shape in group.shapes), "</g>"]

    def _path(self, shape: Shape) -> str:
        points = [self._at(point) for point in shape.points]
        hung = f' data-from="{shape.start}" data-to="{shape.end}"' if shape.start else ""
        if not shape.width:
            return f'<path class="{shape.ink}"{hung} d="{closed(points, smooth=shape.smooth)}"/>'
        line = opened(points) if shape.smooth else straight(points)
        return f'<path class="{shape.ink}" stroke-width="{shape.width:g}"{hung} d="{line}"/>'

    def _at(self, point: Point) -> Point:
        x, y = self._x + point[0] * self._scale, self._floor - point[1] * self._scale
        return round(x, 1) + 0.0, round(y, 1) + 0.0

    def _props(self) -> list[Group]:
        return [
            Group("prop-ink", 6, [Shape("prop", made, smooth=False) for made in PROPS[prop["kind"]](prop)])
            for prop in self._pose.get("props", [])
        ]

    def _arrows(self) -> list[Group]:
        groups = []
        for points in self._pose.get("arrows", []):
            *_, before, tip = [tuple(point) for point in points]
            back = math.degrees(math.atan2(before[1] - tip[1], before[0] - tip[0]))
            size = 22 / self._scale
            head = [on(tip, back - 38, size), tip, on(tip, back + 38, size)]
            shapes = [
                Shape("arrow", [tuple(p) for p in points], width=7),
                Shape("arrow", head, width=7, smooth=False),
            ]
            groups.append(Group("ink", 0, shapes))
        return groups


def closed(points: list[Point], *, smooth: bool) -> str:
    """A closed path through points."""
    if not smooth:
        return straight(points) + " Z"
    ring = [points[-1], *points, points[0], points[1]]
    return f"M {_p(points[0])} " + " ".join(_curve(ring, i) for i in range(1, len(points) + 1)) + " Z"


def opened(points: list[Point]) -> str:
    """A smooth line through points."""
    line = [points[0], *points, points[-1]]
    return f"M {_p(points[0])} " + " ".join(_curve(line, i) for i in range(1, len(points)))


def straight(points: list[Point]) -> str:
    """Straight from point to point."""
    return f"M {_p(points[0])} L " + " ".join(_p(point) for point in points[1:])


def _curve(points: list[Point], i: int) -> str:
    """From point i to the next, at each point along the way from its neighbour before to the one after."""
    before, a, b, after = points[i - 1 : i + 3]
    third = math.dist(a, b) / 3
    leave, arrive = _way(before, b), _way(a, after)
    handles = (
        (a[0] + third * leave[0], a[1] + third * leave[1]),
        (b[0] - third * arrive[0], b[1] - third * arrive[1]),
    )
    return "C " + " ".join(_p(point) for point in (*handles, b))


def _way(a: Point, b: Point) -> Point:
    long = math.dist(a, b) or 1.0
    return (b[0] - a[0]) / long, (b[1] - a[1]) / long


def _p(point: Point) -> str:
    return ",".join(f"{round(value, 1) + 0.0:g}" for value in point)


def main() -> None:
    """Write every picture."""
    poses = tomllib.loads(POSES.read_text(encoding="utf-8"))
    for key, exercise in poses.items():
        positions = {name: exercise.pop(name) for name in POSITIONS if name in exercise}
        for name, said in positions.items():
            before = positions.get("easier-start", {}) if name == "easier" else {}
            sheet = Sheet(exercise | positions["start"] | before | said)
            (TARGET / f"{key}-{name}.svg").write_text(sheet.svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
