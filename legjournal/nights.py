"""Nights, each filed under the morning it ended on."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlmodel import select

from legjournal.clock import Clock
from legjournal.models.nights import Night, NightFields
from legjournal.storage.answers import answer_for_day
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

MIDDAY = time(12)
LATEST_WAKING = time(15)  # whoever gets up later than that works at night, or mixed up am and pm


class Nights:
    """One row a night."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def ending_on(self, day: date) -> Night | None:
        """The night that ended on the morning of `day`."""
        with self._store.read() as session:
            return session.exec(select(Night).where(Night.date == day)).first()

    def record(self, day: date, **answers: Any) -> Changed:
        """Store answers about the night ending on `day`; None takes one back.

        Raises FutureDay, NotSaved, and pydantic.ValidationError where the answers cannot all be true.
        """
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(change.session, Night, NightFields, day, answers)
        return change.changed()

    def time_of_night(self, day: date, wall: time) -> datetime:
        """The local instant of a clock time in the night ending on `day`: from midday on, the evening before.

        The first where October has two. Raises NoSuchTime for a time the March change of clocks leaves out.
        """
        return self._clock.at(_calendar_day(day, wall), wall)

    def times_of_night(self, day: date, wall: time, *, waking: bool = False) -> tuple[datetime, ...]:
        """Every instant of a clock time in the night ending on `day`, as `Clock.instants` has them.

        waking: of waking or getting up, which may be up to 3pm of `day`, once that has come.
        """
        if waking and MIDDAY <= wall < LATEST_WAKING:
            afternoon = self._clock.instants(day, wall)
            if afternoon and afternoon[-1] <= self._clock.now():
                return afternoon
        return self._clock.instants(_calendar_day(day, wall), wall)


def _calendar_day(day: date, wall: time) -> date:
    return day - timedelta(days=1) if wall >= MIDDAY else day
