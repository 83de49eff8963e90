"""Medicines as the person types them, each with what it was over time, and the doses taken."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session, col, func, select

from legjournal.clock import Clock
from legjournal.errors import FutureDay
from legjournal.models.medicines import Dose, DoseFields, Medicine, MedicineFields
from legjournal.storage.answers import answer, correct_row, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

DAY = timedelta(days=1)


class Medicines:
    """The medicines of the journal. A change of dose is a new row that replaces the one before it.

    A medicine belongs to no day, so `Changed.days` is empty for it; a dose belongs to the day it was taken.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def taken_between(self, first: date, last: date) -> list[Medicine]:
        """Those in use on some day from `first` to `last`, the earliest started first."""
        with self._store.read() as session:
            found = select(Medicine).where(
                or_(col(Medicine.started).is_(None), col(Medicine.started) <= last),
                or_(col(Medicine.stopped).is_(None), col(Medicine.stopped) >= first),
            )
            return list(session.exec(found.order_by(col(Medicine.started), col(Medicine.name))))

    def current(self, day: date) -> list[Medicine]:
        """Those in use on `day` and not stopped on it."""
        return [row for row in self.taken_between(day, day) if row.stopped is None or row.stopped > day]

    def history(self, medicine_id: str) -> list[Medicine]:
        """What one medicine was over time, the earliest first; empty when it is gone."""
        threads = (thread for thread in self.histories() if medicine_id in {row.id for row in thread})
        return next(threads, [])

    def histories(self) -> list[list[Medicine]]:
        """Every medicine with what it was over time, the earliest first; the latest changed is at the top."""
        with self._store.read() as session:
            threads = _threads(list(session.exec(select(Medicine))))
        return sorted(threads, key=_latest, reverse=True)

    def changes(self) -> dict[str, str]:
        """The rows that a new dose followed without a break, by id: which row that was."""
        with self._store.read() as session:
            rows = {row.id: row for row in session.exec(select(Medicine))}
        pairs = ((rows.get(row.replaces or ""), row) for row in rows.values())
        return {before.id: row.id for before, row in pairs if before is not None and _leads_to(before, row)}

    def add(self, **answers: Any) -> Changed:
        """A new medicine; its id is `changed.rows[0]`.

        Raises FutureDay, NotSaved, and pydantic.ValidationError where the answers cannot all be true.
        """
        self._refuse_future(answers)
        fields = MedicineFields.model_validate(answers)
        with self._store.change() as change:
            change.session.add(Medicine(**fields.model_dump()))
        return change.changed()

    def correct(self, medicine_id: str, **answers: Any) -> Changed:
        """Put a slip of the pen right; one that is gone meanwhile changes nothing. Raises as `add` does.

        The dose before it, where it went on until then, goes on until the corrected day.
        """
        self._refuse_future(answers)
        with self._store.change() as change:
            row = change.session.get(Medicine, medicine_id)
            if row is not None:
                before = _led_to(change.session, row)
                answer(change.session, row, MedicineFields, answers)
                if before is not None and row.started is not None:
                    _end(change.session, before, row.started)
        return change.changed()

    def change(self, medicine_id: str, day: date, **answers: Any) -> Changed:
        """A new dose from `day` on, in a row of its own, `changed.rows[0]`; what is not answered stays.

        The old row ends on the day before, or on `day` itself if it only began then. Raises as `add` does;
        ValueError for a day before the old row began.
        """
        self._clock.refuse_future(day)
        with self._store.change() as change:
            old = change.session.get(Medicine, medicine_id)
            if old is not None:
                kept = old.model_dump(include=set(MedicineFields.model_fields))
                new = {**kept, "stopped": None, **answers, "started": day, "replaces": old.id}
                fields = MedicineFields.model_validate(new)
                if old.stopped is None or old.stopped >= day:
                    _end(change.session, old, day)
                change.session.add(Medicine(**fields.model_dump()))
        return change.changed()

    def stop(self, medicine_id: str, day: date, **answers: Any) -> Changed:
        """Stopped: `day` is the last on which it was in use. Raises as `add` does."""
        return self.correct(medicine_id, **answers, stopped=day)

    def remove(self, medicine_id: str) -> Changed:
        """Take a medicine away that should never have stood there, with its doses.

        If it took the place of another dose, that one goes on as if there had been no change.
        """
        with self._store.change() as change:
            row = change.session.get(Medicine, medicine_id)
            if row is not None:
                before = _led_to(change.session, row)
                if before is not None:
                    answer(change.session, before, MedicineFields, {"stopped": row.stopped})
                _take_away(change.session, row)
        return change.changed()

    def doses(self, day: date) -> list[tuple[Dose, Medicine]]:
        """The doses taken on `day` in their order, each with its medicine."""
        with self._store.read() as session:
            found = select(Dose, Medicine).join(Medicine).where(taken_near(day))
            return sorted((pair for pair in session.exec(found) if pair[0].day == day), key=_when)

    def record_dose(self, medicine_id: str, at: datetime | None = None) -> Changed:
        """A dose taken at `at`, or now, of the amount the medicine says; its id is `changed.rows[0]`.

        Once more in the same minute is the same dose: a second press. Raises FutureDay for a time to come,
        NotSaved.
        """
        at = at or self._clock.now()
        self._refuse_later(at)
        with self._store.change() as change:
            medicine = change.session.get(Medicine, medicine_id)
            if medicine is not None and not _is_recorded(change.session, medicine, at):
                fields = DoseFields(medicine_id=medicine_id, taken_at=at, amount=medicine.dose)
                change.session.add(Dose(**fields.model_dump()))
        return change.changed()

    def correct_dose(self, dose_id: str, **answers: Any) -> Changed:
        """Put the time or the amount of a dose right; one that is gone meanwhile changes nothing."""
        if "taken_at" in answers:
            self._refuse_later(answers["taken_at"])
        return correct_row(self._store, Dose, DoseFields, dose_id, answers)

    def remove_dose(self, dose_id: str) -> Changed:
        """Take a dose off its day."""
        return remove_row(self._store, Dose, dose_id)

    def _refuse_future(self, answers: dict[str, Any]) -> None:
        for name in ("started", "stopped"):
            if answers.get(name) is not None:
                self._clock.refuse_future(answers[name])

    def _refuse_later(self, at: datetime) -> None:
        if at > self._clock.now():
            raise FutureDay


def taken_near(day: date) -> Any:
    """The condition that finds the doses of `day`, and few others: after midnight is still the evening."""
    near = (day.isoformat(), (day + DAY).isoformat())
    return func.substr(Dose.taken_at, 1, 10).in_(near)


def _when(pair: tuple[Dose, Medicine]) -> tuple[datetime, str]:
    return pair[0].taken_at, pair[0].id


def _is_recorded(session: Session, medicine: Medicine, at: datetime) -> bool:
    found = select(Dose).where(Dose.medicine_id == medicine.id, taken_near(at.date()))
    return any(_minute(dose.taken_at) == _minute(at) for dose in session.exec(found))


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _led_to(session: Session, row: Medicine) -> Medicine | None:
    """The dose before this one, if it was taken up to the day on which this one began."""
    before = session.get(Medicine, row.replaces) if row.replaces else None
    return before if before is not None and _leads_to(before, row) else None


def _leads_to(before: Medicine, row: Medicine) -> bool:
    return row.started is not None and before.stopped == _last_day(before, row.started)


def _last_day(row: Medicine, next_began: date) -> date:
    """The last day of a dose when another began on `next_began`."""
    eve = next_began - DAY
    return next_began if row.started is not None and row.started > eve else eve


def _end(session: Session, row: Medicine, next_began: date) -> None:
    answer(session, row, MedicineFields, {"stopped": _last_day(row, next_began)})


def _take_away(session: Session, row: Medicine) -> None:
    for dose in session.exec(select(Dose).where(Dose.medicine_id == row.id)):
        session.delete(dose)
    for later in session.exec(select(Medicine).where(Medicine.replaces == row.id)):
        answer(session, later, MedicineFields, {"replaces": row.replaces})
    session.flush()  # what refers to it goes first
    session.delete(row)


def _threads(rows: Iterable[Medicine]) -> list[list[Medicine]]:
    """The rows that took each other's place together, each lot with the earliest first."""
    by_id = {row.id: row for row in rows}
    threads: dict[str, list[Medicine]] = {}
    for row in sorted(by_id.values(), key=_began):
        threads.setdefault(_first(row, by_id), []).append(row)
    return list(threads.values())


def _first(row: Medicine, by_id: dict[str, Medicine]) -> str:
    """The id of the row that a thread begins with. Two journals merged may have made a ring of it."""
    passed = {row.id}
    while row.replaces in by_id and row.replaces not in passed:
        row = by_id[row.replaces]
        passed.add(row.id)
    return row.id


def _began(row: Medicine) -> tuple[date, datetime]:
    return row.started or date.min, row.recorded_at


def _latest(thread: list[Medicine]) -> tuple[date, datetime]:
    """When a medicine last changed: began, changed or stopped."""
    days = [day for row in thread for day in (row.started, row.stopped) if day is not None]
    return max(days, default=date.min), max(row.recorded_at for row in thread)
