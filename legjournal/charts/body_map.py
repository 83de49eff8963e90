"""The legs in front and behind, each place that hurt filled the denser the more days it did, and numbered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from legjournal.charts import body, legend
from legjournal.charts.body import Region
from legjournal.charts.curves import Curve, Path, Point, straight
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.inside import roomiest
from legjournal.charts.scene import Area, Fill, Item, Label, Line, Mark, Role, Scene, Shape, Stop
from legjournal.models.diary import Side
from legjournal.phrases import count
from legjournal.trends.period import Period
from legjournal.words import plural, text

FILLS = (Fill.SPARSE, Fill.CROSSED, Fill.DENSE, Fill.SOLID)
_VIEWS = (("front", 150.0), ("sole", 300.0), ("back", 450.0))  # in units of the drawing: their middles
_APART = {"front": 75.0, "sole": 26.0, "back": -75.0}  # from there to the person's left
_FOOT = 520.0  # below the soles

Place = tuple[Side, str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A place that hurt: its number in the table beside the drawing, and on how many days."""

    number: int
    days: int


def bands(most: int) -> list[tuple[int, int]]:
    """The days from 1 to `most` in up to four even bands, each from its first to its last."""
    wide = max(1, ceil(most / len(FILLS)))
    return [(first, min(first + wide - 1, most)) for first in range(1, most + 1, wide)]


def draw(
    places: Mapping[Place, Marked], summary: str, width: float, height: float, em: float, most: int = 0
) -> Scene:
    """Lay the body out in `width` by `height`, for text of height `em`.

    places: regions of the body that hurt on a day at least. summary: the sentence that says what is seen.
    most: the days of the densest fill, for bodies that are compared; 0 for the most of these places.
    """
    sheet = _Sheet(places, width, height, em, most)
    drawing = body.body()
    items = (
        *(Area(sheet.path(path), Role.AXIS) for path in drawing.outlines),
        *(item for region in drawing.regions for item in _region(region, sheet)),
        *(Line(tuple(map(sheet.point, straight(path))), Role.GRID) for path in drawing.details),
        *(item for region in drawing.regions for item in _number(region, sheet)),
        *_words(sheet),
        *legend.draw(sheet.entries, sheet.down),
    )
    stops = tuple(stop for region in drawing.regions for stop in _stop(region, sheet))
    return Scene(width, height, items, summary, stops=stops)


def numbered(number: int, place: Place) -> str:
    """1, Left calf."""
    return text("{number}, {place}").format(number=number, place=body.place_name(*place))


class _Sheet:
    """Where things go: sides above, the body in the middle, the names of the views below, then the legend."""

    def __init__(
        self, places: Mapping[Place, Marked], width: float, height: float, em: float, most: int
    ) -> None:
        self.em = em
        self.places = places
        self._bands = bands(most or max((marked.days for marked in places.values()), default=0))
        across = Across(Period(date.min, date.min), width, em)  # a legend has no days, only an edge
        across.left = 0.0
        self.entries = legend.place(self._legend(), across)
        self.down = Down(height, em, changes=0, legend=len(self.entries), asleep=False, disturbed=False)
        self.top, self.bottom = 1.5 * em, self.down.legend_top - 3.2 * em
        self.scale = min((self.bottom - self.top) / body.HEIGHT, width / body.WIDTH)
        self.left = (width - self.scale * body.WIDTH) / 2

    def point(self, point: Point) -> Point:
        """Where a point of the drawing lies."""
        return self.left + self.scale * point[0], self.top + self.scale * point[1]

    def path(self, path: Path) -> Path:
        """Where a path of the drawing lies."""
        return tuple(Curve(curve.command, tuple(map(self.point, curve.points))) for curve in path)

    def fill(self, days: int) -> Fill:
        """How a place that hurt on so many days is filled; the most days always have the densest."""
        spare = len(FILLS) - len(self._bands)
        return next(fill for fill, (_, last) in zip(FILLS[spare:], self._bands, strict=True) if days <= last)

    def _legend(self) -> Iterator[tuple[legend.Key, str]]:
        for first, last in self._bands:
            if first == last:
                words = plural("hurt on {n} day", "hurt on {n} days", last).format(n=count(last))
            else:
                words = text("hurt on {first} to {last} days").format(first=count(first), last=count(last))
            yield self.fill(last), words


def _region(region: Region, sheet: _Sheet) -> Iterator[Item]:
    if marked := sheet.places.get((region.side, region.site)):
        yield Area(sheet.path(region.path), Role.AXIS, sheet.fill(marked.days))


def _number(region: Region, sheet: _Sheet) -> Iterator[Item]:
    if marked := sheet.places.get((region.side, region.site)):
        x, y = sheet.point(roomiest(region.path))
        yield Mark(x, y, 0.52 * sheet.em, Shape.SQUARE, Role.AXIS)
        yield Label(x, y + 0.36 * sheet.em, str(marked.number), "middle", bold=True)


def _stop(region: Region, sheet: _Sheet) -> Iterator[Stop]:
    """The cursor rests on the places that hurt, by their names."""
    place = region.side, region.site
    if marked := sheet.places.get(place):
        x, y = zip(*(sheet.point(point) for point in straight(region.path)), strict=True)
        wide, high = max(x) - min(x), max(y) - min(y)
        yield Stop(min(x), min(y), wide, high, name=numbered(marked.number, place))


def _words(sheet: _Sheet) -> Iterator[Label]:
    """Left and right are the person's own, so that in front their right is on the left of the picture."""
    names = {"front": text("front"), "sole": text("soles"), "back": text("back")}
    for view, middle in _VIEWS:
        x, foot = sheet.point((middle, _FOOT if view == "sole" else body.HEIGHT))
        high = foot + 1.2 * sheet.em if view == "sole" else sheet.top - 0.5 * sheet.em
        sides: Sequence[tuple[str, float]] = ((text("left"), _APART[view]), (text("right"), -_APART[view]))
        room = 2 * abs(_APART[view]) * sheet.scale
        if sum(length(words) for words, _ in sides) / 2 * sheet.em > room:
            sides = ()  # below small soles they would touch; the legs above say which is which
        for words, apart in sides:
            yield Label(x + sheet.scale * apart * (-1 if view == "sole" else 1), high, words, "middle")
        yield Label(x, foot + (2.4 if view == "sole" else 1.2) * sheet.em, names[view], "middle", bold=True)
