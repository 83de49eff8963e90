"""Finished pictures put side by side, or one below the other."""

from dataclasses import replace

from legjournal.charts.curves import Curve, Point
from legjournal.charts.scene import Area, Item, Line, Scene


def moved(scene: Scene, x: float, y: float) -> Scene:
    """The same picture, so much further to the right and down."""
    stops = tuple(replace(stop, x=stop.x + x, y=stop.y + y) for stop in scene.stops)
    return replace(scene, items=tuple(_item(item, x, y) for item in scene.items), stops=stops)


def _item(item: Item, x: float, y: float) -> Item:
    def point(at: Point) -> Point:
        return at[0] + x, at[1] + y

    match item:
        case Line():
            return replace(item, points=tuple(map(point, item.points)))
        case Area():
            curves = (Curve(curve.command, tuple(map(point, curve.points))) for curve in item.path)
            return replace(item, path=tuple(curves))
    return replace(item, x=item.x + x, y=item.y + y)
