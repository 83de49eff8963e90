"""The rows of a dated table in a period, as light tuples."""

from typing import Any

from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal.trends.period import Period


def rows(session: DatabaseSession, period: Period, table: Any, *columns: Any) -> list[Any]:
    """The rows of a dated table in the period: date, recorded_at, and `columns`; in their order."""
    wanted = select(table.date, table.recorded_at, *columns)
    within = wanted.where(col(table.date).between(period.first, period.last))
    return list(session.exec(within.order_by(table.date, table.recorded_at)))
