"""How often each score was given, and when in the evening the urge to move began, month by month."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from statistics import fmean

from legjournal.trends.facts import MIDDAY, OF_THE_NIGHT, Facts, Outcome
from legjournal.trends.period import Period

SCORES = range(11)
ONSET = "onset"  # the time of the urge, where one thing to look at is chosen among the scores
SCORED = frozenset(Outcome) - OF_THE_NIGHT  # those on the scale of 0 to 10


@dataclass(frozen=True, slots=True)
class OnsetsOfMonth:
    """The onsets of one month, in minutes after midday; `clock_time` says which time that is.

    Counted from midday, 11pm is before 1am and their mean is midnight. What began between 4am and midday is
    no onset of an evening, and is not among them.
    """

    month: date  # its first day
    n: int
    mean: float
    earliest: int
    latest: int


def score_counts(facts: Facts, outcome: Outcome, period: Period | None = None) -> tuple[int, ...]:
    """How many days have each score from 0 to 10. outcome: one of SCORED."""
    days = facts.values(outcome).items()
    counts = Counter(score for day, score in days if period is None or day in period)
    return tuple(counts[score] for score in SCORES)


def onsets_by_month(facts: Facts, period: Period | None = None) -> list[OnsetsOfMonth]:
    """The months with an onset, the earliest first; the evening's first urge to move counts."""
    months: dict[date, list[int]] = {}
    for day, known in facts.days.items():
        if known.onset is not None and (period is None or day in period):
            months.setdefault(day.replace(day=1), []).append(known.onset)
    return [
        OnsetsOfMonth(month, len(onsets), fmean(onsets), min(onsets), max(onsets))
        for month, onsets in sorted(months.items())
    ]


def clock_time(minutes: float) -> time:
    """The time of day that is so many minutes after midday, to the minute."""
    hour, minute = divmod((round(minutes) + MIDDAY) % (24 * 60), 60)
    return time(hour, minute)
