"""The rows of a period, loaded once, as light tuples with the columns the figures need."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Symptom
from legjournal.models.nights import Awakening, Night
from legjournal.models.routine import Session
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


@dataclass(frozen=True, slots=True)
class Loaded:
    """first_typed: when the first thing about each day was recorded."""

    nights: list[Any]
    symptoms: list[Any]
    sessions: list[Any]
    days: list[Any]
    first_typed: dict[date, datetime]


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


def rows(session: DatabaseSession, period: Period, table: Any, *columns: Any) -> list[Any]:
    """The rows of a dated table in the period: date, recorded_at, and `columns`; in their order."""
    wanted = select(table.date, table.recorded_at, *columns)
    within = wanted.where(col(table.date).between(period.first, period.last))
    return list(session.exec(within.order_by(table.date, table.recorded_at)))
