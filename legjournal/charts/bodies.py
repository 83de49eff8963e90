"""The legs over one period, or over two side by side: how often each place hurt, and how much on average."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legjournal import phrases
from legjournal.charts import beside, body_map
from legjournal.charts.body import drawn_places, place_name
from legjournal.charts.body_map import Marked, Place
from legjournal.charts.scene import Label, Scene
from legjournal.models.diary import Side
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period
from legjournal.words import plural, text

AnyPlace = tuple[Side | None, str | None]  # also one that is not on the drawing

_LEAST = 20.0  # the width of a body that stands beside another, in heights of the text
_HIGH = 33.0  # a body with its words, where there is room
_HEAD = 1.8  # the days above it


@dataclass(frozen=True, slots=True)
class Hurt:
    """A place: on how many days it hurt, and the mean of the worst score of each day that has one."""

    days: int
    mean: Mean


@dataclass(frozen=True, slots=True)
class Legs:
    """Where it hurt in a period."""

    period: Period
    places: Mapping[AnyPlace, Hurt]


def height(legs: Sequence[Legs], width: float) -> float:
    """How high it should be at this `width`; both in heights of the text."""
    rows = 1 if _are_beside(legs, width) else len(legs)
    wide = width / len(legs) if rows == 1 else width
    return rows * (_HEAD + min(_HIGH, wide * 640 / 600 + 11.0))


def draw(legs: Sequence[Legs], width: float, height: float, em: float) -> Scene:
    """Lay out one body, or two, in `width` by `height`, for text of height `em`.

    A place has the same number in both, and the same fill stands for as many days.
    """
    names = _names(legs)
    marked = [_marked(each, names) for each in legs]
    most = max((place.days for places in marked for place in places.values()), default=0)
    across, down = (len(legs), 1) if _are_beside(legs, width / em) else (1, len(legs))
    wide, high, head = width / across, height / down, _HEAD * em
    drawn = []
    for number, each in enumerate(legs):
        x, y = number % across * wide, number // across * high
        scene = body_map.draw(marked[number], "", wide - em, high - head, em, most)
        words = Label(x + (wide - em) / 2, y + 1.1 * em, _days(each), "middle", bold=True)
        drawn.append((words, beside.moved(scene, x, y + head)))
    rows = tuple(_row(place, name, legs) for place, name in names.items())
    row_of = {row[0]: number for number, row in enumerate(rows)}
    return Scene(
        width,
        height,
        tuple(item for words, scene in drawn for item in (words, *scene.items)),
        " ".join(_said(each, names) for each in legs),
        tuple(_header(legs)),
        rows,
        tuple(replace(stop, row=row_of[stop.name]) for _, scene in drawn for stop in scene.stops),
    )


def _are_beside(legs: Sequence[Legs], width: float) -> bool:
    return len(legs) == 1 or width / len(legs) >= _LEAST


def _days(legs: Legs) -> str:
    return phrases.span(legs.period.first, legs.period.last)


def _names(legs: Sequence[Legs]) -> dict[AnyPlace, str]:
    """The names of the places: first those on the drawing, with a number; of either the most often first."""
    on_drawing = drawn_places()
    places = {place for each in legs for place in each.places}

    def order(place: AnyPlace) -> tuple[object, ...]:
        often = (-each.places[place].days if place in each.places else 0 for each in legs)
        return (place not in on_drawing, *often, place_name(*place))

    ordered = sorted(places, key=order)
    return {
        place: body_map.numbered(number, place) if place in on_drawing else place_name(*place)
        for number, place in enumerate(ordered, start=1)
    }


def _marked(legs: Legs, names: Mapping[AnyPlace, str]) -> dict[Place, Marked]:
    numbers = {place: number for number, place in enumerate(names, start=1)}
    return {
        place: Marked(numbers[place], legs.places[place].days)
        for place in drawn_places()
        if place in legs.places
    }


def _header(legs: Sequence[Legs]) -> Iterator[str]:
    yield text("Place")
    for each in legs:
        if len(legs) == 1:
            yield from (text("hurt on"), text("average, 0 to 10"))
        else:
            yield text("{days}: hurt on").format(days=_days(each))
            yield text("{days}: average").format(days=_days(each))


def _row(place: AnyPlace, name: str, legs: Sequence[Legs]) -> tuple[str, ...]:
    return (name, *(cell for each in legs for cell in _cells(each.places.get(place))))


def _cells(hurt: Hurt | None) -> tuple[str, str]:
    if hurt is None:
        return _counted(0), ""
    if hurt.mean.value is None:
        return _counted(hurt.days), ""
    average = text("{average}, of {n}").format(
        average=phrases.number(hurt.mean.value), n=_counted(hurt.mean.n)
    )
    return _counted(hurt.days), average


def _counted(n: int) -> str:
    return plural("{n} day", "{n} days", n).format(n=phrases.count(n))


def _said(legs: Legs, names: Mapping[AnyPlace, str]) -> str:
    """26 October to 22 November 2026: pain in 4 places, most often 1, Left calf, on 12 days."""
    if not legs.places:
        return text("{days}: no pain was written down.").format(days=_days(legs))
    first = max(names, key=lambda place: legs.places[place].days if place in legs.places else 0)
    pattern = plural(
        "{days}: pain in {n} place: {first}, on {often}.",
        "{days}: pain in {n} places, most often {first}, on {often}.",
        len(legs.places),
    )
    often = _counted(legs.places[first].days)
    return pattern.format(days=_days(legs), n=len(legs.places), first=names[first], often=often)
