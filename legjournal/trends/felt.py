"""What was felt in the legs over a period: where it hurt on how many days, and each kind by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from legjournal.charts.body import drawn_places
from legjournal.models.diary import Kind, Side
from legjournal.trends.figures import Mean, mean

_Place = tuple[Side | None, str | None]


@dataclass(frozen=True, slots=True)
class HurtPlace:
    """A place that hurt. number: its own on the drawing, None for one that is not on it.

    days: those on which pain there was written down, but not as 0. mean: of the worst score of each day that
    has one, 0 among them. What was in both sides counts for the left and for the right.
    """

    number: int | None
    side: Side | None
    site: str | None
    days: int
    mean: Mean


@dataclass(frozen=True, slots=True)
class KindBySide:
    """On how many days a kind was felt in the left leg only, the right only, both, or with no side given."""

    kind: Kind
    days: int
    left: int
    right: int
    both: int
    no_side: int


def felt(symptom: Any) -> bool:
    """Whether it was there: a 0 says that it was not, a missing score does not."""
    return bool(symptom.score != 0)


def hurt_places(symptoms: Iterable[Any]) -> tuple[HurtPlace, ...]:
    """Each place that hurt, those on the drawing first, of either the most often first."""
    worst: dict[_Place, dict[date, int]] = defaultdict(dict)
    hurt: dict[_Place, set[date]] = defaultdict(set)
    pains = ((place, pain) for pain in symptoms if pain.kind == Kind.PAIN for place in _places(pain))
    for place, pain in pains:
        if pain.score is not None:
            worst[place][pain.date] = max(pain.score, worst[place].get(pain.date, 0))
        if felt(pain):
            hurt[place].add(pain.date)
    on_drawing = drawn_places()
    ordered = sorted(hurt, key=lambda place: (place not in on_drawing, -len(hurt[place]), *_name(place)))
    return tuple(
        HurtPlace(
            number=number if place in on_drawing else None,
            side=place[0],
            site=place[1],
            days=len(hurt[place]),
            mean=mean(worst[place].values()),
        )
        for number, place in enumerate(ordered, start=1)
    )


def by_side(symptoms: Iterable[Any]) -> tuple[KindBySide, ...]:
    """Each kind that was felt, as the diary has them in order."""
    sides: dict[Kind, dict[date, set[Side]]] = {kind: defaultdict(set) for kind in Kind}
    for symptom in symptoms:
        if felt(symptom):
            sides[symptom.kind][symptom.date] |= _sides(symptom.side)
    return tuple(_of_kind(kind, days) for kind, days in sides.items() if days)


def _of_kind(kind: Kind, days: Mapping[date, set[Side]]) -> KindBySide:
    left, right = {Side.LEFT}, {Side.RIGHT}
    found = [*days.values()]
    return KindBySide(
        kind=kind,
        days=len(found),
        left=found.count(left),
        right=found.count(right),
        both=found.count(left | right),
        no_side=found.count(set()),
    )


def _sides(side: Side | None) -> set[Side]:
    if side is None:
        return set()
    return {Side.LEFT, Side.RIGHT} if side is Side.BOTH else {side}


def _places(symptom: Any) -> list[_Place]:
    """The place as it is counted: one of the drawing is on one side."""
    each = [(side, symptom.site) for side in (Side.LEFT, Side.RIGHT)]
    both = symptom.side is Side.BOTH and all(place in drawn_places() for place in each)
    return [*each] if both else [(symptom.side, symptom.site)]


def _name(place: _Place) -> tuple[str, str]:
    return place[1] or "", place[0] or ""
