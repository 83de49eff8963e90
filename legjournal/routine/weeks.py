"""Weeks of the routine: what each day was."""

from datetime import date, timedelta
from enum import StrEnum

from sqlmodel import col, select

from legjournal.models.routine import DayOff, Session
from legjournal.routine.days_off import DaysOff
from legjournal.storage.store import Store


class DayStatus(StrEnum):
    """What a day of the week was, for the routine."""

    NOTHING = "nothing"
    SESSION = "session"
    REST = "rest"
    SKIPPED = "skipped"
    PAUSED = "paused"


class Weeks:
    """Weeks from Monday to Sunday."""

    def __init__(self, store: Store, days_off: DaysOff) -> None:
        self._store = store
        self._days_off = days_off

    def days(self, monday: date) -> list[DayStatus]:
        """Seven days from `monday`. A day with a session counts as one, whatever else it is."""
        days = [monday + timedelta(days=n) for n in range(7)]
        within = (days[0], days[-1])
        with self._store.read() as session:
            trained = set(session.exec(select(col(Session.date)).where(col(Session.date).between(*within))))
            found = select(DayOff).where(col(DayOff.date).between(*within))
            off = {row.date: DayStatus(row.kind) for row in session.exec(found)}
        for pause in self._days_off.pauses(*within):
            paused = (day for day in days if pause.started <= day <= (pause.ended or day))
            off |= {day: DayStatus.PAUSED for day in paused if day not in off}
        return [DayStatus.SESSION if day in trained else off.get(day, DayStatus.NOTHING) for day in days]
