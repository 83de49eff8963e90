"""Which days a report is about, as a person chooses them."""

from datetime import date, timedelta
from enum import StrEnum

from legjournal.journal import Journal
from legjournal.models.appointments import Appointment
from legjournal.report import content
from legjournal.trends.period import Period


class Days(StrEnum):
    """The choices. OWN are two days picked by the person."""

    SINCE_APPOINTMENT = "since the last appointment"
    TWO_WEEKS = "2 weeks"
    FOUR_WEEKS = "4 weeks"
    THREE_MONTHS = "3 months"
    ALL = "all"
    OWN = "own"


WEEKS = {Days.TWO_WEEKS: 2, Days.FOUR_WEEKS: 4, Days.THREE_MONTHS: 13}


def last_weeks(today: date, weeks: int) -> Period:
    """So many whole weeks up to today."""
    return Period(today - timedelta(days=7 * weeks - 1), today)


def last_appointment(journal: Journal, appointment_id: str = "") -> Appointment | None:
    """The last appointment there was before now; before the one the report is for, where that is past too."""
    rows = journal.appointments.all()
    until = min([journal.clock.now(), *(row.at for row in rows if row.id == appointment_id)])
    return max((row for row in rows if row.at < until), key=lambda row: row.at, default=None)


def period_of(journal: Journal, days: Days, appointment_id: str = "") -> Period | None:
    """The days a choice stands for, up to today; None for OWN, and where there was no appointment yet."""
    today = journal.clock.today()
    if days in WEEKS:
        return last_weeks(today, WEEKS[days])
    if days is Days.ALL:
        return content.whole_period(journal)
    if days is Days.SINCE_APPOINTMENT:
        last = last_appointment(journal, appointment_id)
        return Period(last.at.date(), today) if last else None
    return None
