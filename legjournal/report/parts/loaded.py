"""The rows of a period, loaded once, as light tuples with the columns the figures need."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.nights import Awakening, Night
from legjournal.models.routine import Session
from legjournal.trends.dated_rows import rows
from legjournal.trends.figures import asleep_by_day, worst_by_day
from legjournal.trends.period import Period

_NIGHT: tuple[Any, ...] = (
    Night.got_into_bed,
    Night.tried_to_sleep,
    Night.minutes_to_fall_asleep,
    Night.wakings,
    Night.woken_by_legs,
    Night.minutes_awake,
    Night.final_waking,
    Night.minutes_trying_to_sleep_again,
    Night.got_out_of_bed,
)
_SYMPTOM: tuple[Any, ...] = (Symptom.kind, Symptom.side, Symptom.site, Symptom.score)


@dataclass(frozen=True)
class Loaded:
    """first_typed: when the first thing about each day was recorded.

    What each day comes to is worked out when it is first asked for: the worst scores, 0 to 10, of all pain,
    of that in the left leg and in the right, of the urge to move; minutes asleep; times woken by the legs.
    """

    nights: list[Any]
    symptoms: list[Any]
    sessions: list[Any]
    days: list[Any]
    first_typed: dict[date, datetime]

    @cached_property
    def pain(self) -> dict[date, int]:
        return worst_by_day(self.symptoms, Kind.PAIN)

    @cached_property
    def pain_left(self) -> dict[date, int]:
        return worst_by_day(self.symptoms, Kind.PAIN, (Side.LEFT, Side.BOTH))

    @cached_property
    def pain_right(self) -> dict[date, int]:
        return worst_by_day(self.symptoms, Kind.PAIN, (Side.RIGHT, Side.BOTH))

    @cached_property
    def urge(self) -> dict[date, int]:
        return worst_by_day(self.symptoms, Kind.URGE)

    @cached_property
    def asleep(self) -> dict[date, int]:
        return asleep_by_day(self.nights)

    @cached_property
    def woken_by_legs(self) -> dict[date, int]:
        return {night.date: night.woken_by_legs for night in self.nights if night.woken_by_legs is not None}


def load(journal: Journal, period: Period) -> Loaded:
    """Everything that was recorded of the days of `period`."""
    with journal.store.read() as session:
        nights = rows(session, period, Night, *_NIGHT)
        symptoms = rows(session, period, Symptom, *_SYMPTOM)
        sessions = rows(session, period, Session)
        noted = rows(session, period, Awakening)
        days = rows(session, period, DiaryDay, DiaryDay.effect, DiaryDay.bad_day_at)
    first: dict[date, datetime] = {}
    for row in (*nights, *noted, *symptoms, *sessions, *days):
        first[row.date] = min(row.recorded_at, first.get(row.date, row.recorded_at))
    return Loaded(nights, symptoms, sessions, days, first)
