"""Weeks of the routine, from the journal."""

from datetime import date

from sqlalchemy import or_
from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.routine import DayOff, Plan, Session
from legjournal.routine import adherence
from legjournal.routine.adherence import DAY, DayStatus, Week, monday_of
from legjournal.routine.days_off import DaysOff
from legjournal.storage.store import Store


class Weeks:
    """Weeks from Monday to Sunday. `adherence` says what is counted, and how."""

    def __init__(self, store: Store, days_off: DaysOff, clock: Clock) -> None:
        self._store = store
        self._days_off = days_off
        self._clock = clock

    def days(self, monday: date) -> list[DayStatus]:
        """Seven days from `monday`. A day with a session counts as one, whatever else it is."""
        return list(self.week(monday).days)

    def week(self, monday: date) -> Week:
        """The week that begins on `monday`."""
        return self.between(monday, monday)[0]

    def between(self, first: date, last: date) -> list[Week]:
        """The weeks that the days from `first` to `last` are in, the earliest first."""
        within = (monday_of(first), monday_of(last) + 6 * DAY)
        in_force = select(Plan).where(
            col(Plan.started) <= within[1], or_(col(Plan.stopped).is_(None), col(Plan.stopped) >= within[0])
        )
        trained = select(col(Session.date)).where(col(Session.date).between(*within))
        off = select(col(DayOff.date), col(DayOff.kind)).where(col(DayOff.date).between(*within))
        with self._store.read() as session:
            plans = session.exec(in_force).all()
            sessions = set(session.exec(trained))
            days_off = dict(session.exec(off).all())
        pauses = self._days_off.pauses(*within)
        return adherence.weeks(first, last, plans, sessions, days_off, pauses, self._clock.today())
