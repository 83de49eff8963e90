"""Medicines as the person types them, with when they began and ended."""

from datetime import date

from sqlalchemy import or_
from sqlmodel import col, select

from legjournal.models.medicines import Medicine
from legjournal.storage.store import Store


class Medicines:
    """The medicines of the journal."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def taken_between(self, first: date, last: date) -> list[Medicine]:
        """Those in use on some day from `first` to `last`, the earliest started first."""
        with self._store.read() as session:
            found = select(Medicine).where(
                or_(col(Medicine.started).is_(None), col(Medicine.started) <= last),
                or_(col(Medicine.stopped).is_(None), col(Medicine.stopped) >= first),
            )
            return list(session.exec(found.order_by(col(Medicine.started), col(Medicine.name))))
