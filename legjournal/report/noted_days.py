"""The days of a period that have a note, for the person to pick those that are printed."""

from datetime import date

from sqlmodel import col, select

from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay
from legjournal.trends.period import Period


def noted_days(journal: Journal, period: Period) -> list[tuple[date, str]]:
    """Each day with its note, the latest first."""
    inside = col(DiaryDay.date).between(period.first, period.last)
    found = select(col(DiaryDay.date), col(DiaryDay.note)).where(inside, col(DiaryDay.note).is_not(None))
    with journal.store.read() as session:
        rows = session.exec(found.order_by(col(DiaryDay.date).desc())).all()
    return [(day, note) for day, note in rows if note]
