"""What the article and the sources advise about a plan: said once while it is made; the person decides."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from legjournal.models.routine import Area
from legjournal.words import text

MOST_A_WEEK = 4  # sessions; no source read asks for more, but for gentle daily work
_EASY = frozenset({Area.WALK, Area.STRETCH})


class Advice(StrEnum):
    """What can be said of a plan."""

    NO_REST = "no_rest"
    NO_CORE = "no_core"


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """said: what is so, in a sentence. why: who advises what. sources: their names, one a line."""

    said: str
    why: str
    sources: tuple[str, ...]


def advice_on(
    times_a_week: int | None, weekdays: Collection[int] | None, areas: Collection[Area]
) -> list[Advice]:
    """What there is to say of a plan. weekdays: 0 Monday to 6 Sunday, or None. areas: of its exercises.

    A plan of walks and stretches alone is left in peace: what is advised is about strengthening.
    """
    strengthening = set(areas) - _EASY
    found = []
    if (strengthening or not areas) and not _has_rest(times_a_week, weekdays):
        found.append(Advice.NO_REST)
    if strengthening and Area.CORE not in strengthening:
        found.append(Advice.NO_CORE)
    return found


def _has_rest(times_a_week: int | None, weekdays: Collection[int] | None) -> bool:
    """Whether no session follows another on the next day, Sunday and Monday included."""
    if weekdays:
        return not any((day + 1) % 7 in weekdays for day in weekdays)
    return (times_a_week or 0) <= MOST_A_WEEK


def advice_words(advice: Advice) -> AdviceWords:
    """An advice as a person reads it."""
    return {Advice.NO_REST: _no_rest, Advice.NO_CORE: _no_core}[advice]()


def _no_rest() -> AdviceWords:
    return AdviceWords(
        text("In this plan some sessions have no rest day between them."),
        text(
            "The article this journal grew from advises 3 to 4 sessions a week with time to recover. A small "
            "trial in restless legs used 3 days a week. UK advice for osteoporosis is 2 or 3 days. Some "
            "leaflets for outer-hip pain do ask for gentle exercise every day. If your physio gave you a "
            "daily plan, it comes first."
        ),
        (
            _article(),
            text("Aukerman and others, Journal of the American Board of Family Medicine, 2006"),
            text("Strong, steady and straight: UK consensus on osteoporosis and exercise, 2022"),
            text("Greater trochanteric pain syndrome, Kingston and Richmond NHS"),
        ),
    )


def _no_core() -> AdviceWords:
    return AdviceWords(
        text("There is no exercise for your core in this plan yet."),
        text(
            "The core is the muscles around your tummy and lower back. The article this journal grew from "
            "advises core exercises beside those for hips and buttocks. This is the article’s own advice: "
            "we found no study that shows harm from leaving them out."
        ),
        (_article(),),
    )


def _article() -> str:
    return text(
        "Understanding Hip and Glute Strength to Unload the Legs at Night, an article by a device seller"
    )
