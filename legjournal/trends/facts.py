"""What the trends need to know of a journal, as plain values: its days, and what stood over many of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter

MIDDAY = 12 * 60  # minutes of the clock


class Outcome(StrEnum):
    """What was felt, slept or lived: a number a day. The words are the fields of `DayFacts`."""

    PAIN = "pain"
    PAIN_LEFT = "pain_left"
    PAIN_RIGHT = "pain_right"
    URGE = "urge"
    ASLEEP = "asleep"
    WOKEN_BY_LEGS = "woken_by_legs"
    EFFECT = "effect"
    MOOD = "mood"
    TIREDNESS = "tiredness"


OF_THE_NIGHT = frozenset({Outcome.ASLEEP, Outcome.WOKEN_BY_LEGS})


@dataclass(slots=True)
class DayFacts:
    """One date. None is not answered, and never 0.

    pain, urge: the worst score of the day; left and right have what was felt in both legs too.
    asleep: minutes, woken_by_legs: times, of the night that ended on this date.
    onset: minutes after midday at which the urge to move first began, from midday to 4am.
    pressed: the words for what may have mattered; empty where the answer was that there were none.
    written: whether the page of the day says more than that it was a bad one, or has a symptom.
    day_off: rest, or a session skipped. taken: ids of medicines; visited: ids of therapy courses.
    """

    pain: int | None = None
    pain_left: int | None = None
    pain_right: int | None = None
    urge: int | None = None
    asleep: int | None = None
    woken_by_legs: int | None = None
    effect: int | None = None
    mood: int | None = None
    tiredness: int | None = None
    onset: int | None = None
    pressed: list[str] | None = None
    written: bool = False
    session: bool = False
    day_off: bool = False
    taken: frozenset[str] = frozenset()
    visited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A dose of a medicine, a course or a plan with its days, both ends included; None: not written, or open.

    detail: the dose of a medicine, the place of a course, as typed.
    """

    id: str
    name: str
    first: date | None
    last: date | None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """days: in order. words: those to press, and whether each is on the person's list.

    usual: the words the journal brings.
    """

    days: Mapping[date, DayFacts]
    medicines: tuple[Stretch, ...] = ()
    courses: tuple[Stretch, ...] = ()
    plans: tuple[Stretch, ...] = ()
    words: Mapping[str, bool] = field(default_factory=dict)
    usual: frozenset[str] = frozenset()

    def values(self, outcome: Outcome) -> dict[date, int]:
        """The days that have an answer, in order."""
        answer = attrgetter(outcome)
        return {day: value for day, known in self.days.items() if (value := answer(known)) is not None}
