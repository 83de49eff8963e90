"""Where the legs hurt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from legjournal.models.diary import Kind, Side
from legjournal.report.parts.figures import scores
from legjournal.trends.figures import worst_by_day


@dataclass(frozen=True, slots=True)
class Place:
    """A place that hurt: on how many days, and the mean of each day's worst score there."""

    side: Side | None
    site: str | None
    days: int
    mean: float | None


def places(symptoms: Iterable[Any]) -> tuple[Place, ...]:
    """Each place that hurt, the most often first."""
    by_place: dict[tuple[Side | None, str | None], list[Any]] = {}
    for symptom in symptoms:
        if symptom.kind == Kind.PAIN:
            by_place.setdefault((symptom.side, symptom.site), []).append(symptom)
    found = []
    for (side, site), rows in by_place.items():
        felt = scores(worst_by_day(rows, Kind.PAIN))
        found.append(Place(side, site, felt.days, felt.mean))
    return tuple(sorted(found, key=lambda place: (-place.days, place.side or "", place.site or "")))
