"""The urge to move: when in the evening it came, and what helped against it and against pain."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from statistics import fmean
from typing import Any

from sqlmodel import col, or_, select

from legjournal.clock import DAY_STARTS_AT
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Symptom
from legjournal.report.parts.spans import Step, in_spans, spans
from legjournal.trends.felt import felt
from legjournal.trends.period import Period

LONGEST_WITHOUT_MONTHS = 92  # days: three months
MOST_BY_MONTH = 731  # days: two years
_DAY = 24 * 60  # minutes
_FIRST = DAY_STARTS_AT * 60


@dataclass(frozen=True, slots=True)
class Onset:
    """Clock times at which the urge to move first came on an evening, and of how many evenings they are.

    They are averaged as minutes after 4am, where the diary's day begins, so that half past eleven and half
    past midnight lie an hour apart.
    """

    evenings: int
    mean: time
    earliest: time
    latest: time


@dataclass(frozen=True, slots=True)
class OnsetOfSpan:
    """The onset in a month or a year, by its first day; None where no time was written down."""

    first: date
    onset: Onset | None


@dataclass(frozen=True, slots=True)
class Helped:
    """What was written down as having helped, and on how many days against either."""

    words: str
    urge: int
    pain: int


@dataclass(frozen=True, slots=True)
class Urge:
    """onsets: by month or year, the earliest first; none for a period of three months or less.

    evenings, days: on which the urge, or pain, was felt, of which `helped` counts some.
    """

    onset: Onset | None
    step: Step
    onsets: tuple[OnsetOfSpan, ...]
    helped: tuple[Helped, ...]
    evenings: int
    days: int


def urge_to_move(journal: Journal, period: Period, symptoms: Collection[Any]) -> Urge:
    """symptoms: all of the period, by which days are counted."""
    rows = _load(journal, period)
    first_felt: dict[date, int] = {}
    for row in rows:
        if row.kind == Kind.URGE and row.occurred_at is not None:
            came = _minutes_after_four(row.occurred_at)
            first_felt[row.date] = min(came, first_felt.get(row.date, came))
    step = Step.MONTH if len(period) <= MOST_BY_MONTH else Step.YEAR
    return Urge(
        onset=_onset(first_felt.values()),
        step=step,
        onsets=_onsets(first_felt, period, step) if len(period) > LONGEST_WITHOUT_MONTHS else (),
        helped=_helped(rows),
        evenings=_days_with(symptoms, Kind.URGE),
        days=_days_with(symptoms, Kind.PAIN),
    )


def _load(journal: Journal, period: Period) -> list[Any]:
    """The urges and pains that were there and say when they came or what helped."""
    wanted = (
        select(  # type: ignore[call-overload]  # SQLModel's overloads want columns only
            Symptom.date, Symptom.kind, Symptom.score, Symptom.occurred_at, Symptom.helped
        )
        .where(col(Symptom.date).between(period.first, period.last))
        .where(col(Symptom.kind).in_((Kind.URGE, Kind.PAIN)))
        .where(or_(col(Symptom.helped).is_not(None), col(Symptom.occurred_at).is_not(None)))
        .order_by(col(Symptom.date), col(Symptom.recorded_at))
    )
    with journal.store.read() as session:
        return [row for row in session.exec(wanted) if felt(row)]


def _days_with(symptoms: Iterable[Any], kind: Kind) -> int:
    return len({symptom.date for symptom in symptoms if symptom.kind == kind and felt(symptom)})


def _onset(minutes: Collection[int]) -> Onset | None:
    if not minutes:
        return None
    return Onset(len(minutes), *map(_clock_time, (fmean(minutes), min(minutes), max(minutes))))


def _onsets(first_felt: dict[date, int], period: Period, step: Step) -> tuple[OnsetOfSpan, ...]:
    by_span = in_spans(first_felt.items(), step, period)
    return tuple(OnsetOfSpan(span.first, _onset(by_span[span.first])) for span in spans(period, step))


def _minutes_after_four(instant: datetime) -> int:
    """By the clock on the wall."""
    return (60 * instant.hour + instant.minute - _FIRST) % _DAY


def _clock_time(minutes_after_four: float) -> time:
    """To the minute."""
    hour, minute = divmod((round(minutes_after_four) + _FIRST) % _DAY, 60)
    return time(hour, minute)


def _helped(rows: Iterable[Any]) -> tuple[Helped, ...]:
    """The most often first. Letters and spaces that differ make no other thing of it."""
    days: dict[str, dict[Kind, set[date]]] = defaultdict(lambda: defaultdict(set))
    written: dict[str, str] = {}
    for row in rows:
        if row.helped and (key := " ".join(row.helped.casefold().split())):
            days[key][row.kind].add(row.date)
            written.setdefault(key, row.helped)
    found = [Helped(written[key], len(of[Kind.URGE]), len(of[Kind.PAIN])) for key, of in days.items()]
    return tuple(sorted(found, key=lambda helped: (-helped.urge - helped.pain, helped.words)))
