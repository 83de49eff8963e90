"""The diary: one page a day, and what was felt in the legs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from legjournal.clock import Clock
from legjournal.models.diary import DiaryDay, DiaryDayFields, Kind, Side, Symptom, SymptomFields
from legjournal.models.nights import Awakening, Night
from legjournal.storage.answers import answer, answer_for_day
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a calendar shows of one day.

    night, day: whether anything was recorded of the night ending on it, and of the day itself.
    worst: the highest score of its symptoms and of the notes of its night, 0 to 10.
    """

    night: bool = False
    day: bool = False
    worst: int | None = None


class Diary:
    """Days and symptoms."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def day(self, day: date) -> DiaryDay | None:
        """What was written on the page of `day`."""
        with self._store.read() as session:
            return session.exec(select(DiaryDay).where(DiaryDay.date == day)).first()

    def record(self, day: date, **answers: Any) -> Changed:
        """Store answers on the page of `day`; None takes one back. Raises FutureDay, NotSaved."""
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(change.session, DiaryDay, DiaryDayFields, day, answers)
        return change.changed()

    def mark_bad_day(self, day: date) -> Changed:
        """Record the day as bad, with the time of saying so; everything else stays not answered.

        A day that is marked already keeps its time. Raises FutureDay, NotSaved.
        """
        page = self.day(day)
        at = page.bad_day_at if page is not None else None
        return self.record(day, bad_day_at=at or self._clock.now())

    def symptoms(self, day: date) -> list[Symptom]:
        """The symptoms of `day` in the order in which they were first written."""
        with self._store.read() as session:
            return self._symptoms(session, day)

    def add_symptom(self, day: date, **answers: Any) -> Changed:
        """A new symptom on `day`; its id is `changed.rows[0]`. Raises FutureDay, NotSaved."""
        self._clock.refuse_future(day)
        fields = SymptomFields.model_validate(answers)
        with self._store.change() as change:
            change.session.add(Symptom(date=day, **fields.model_dump()))
        return change.changed()

    def change_symptom(self, symptom_id: str, **answers: Any) -> Changed:
        """Store answers about one symptom; one that is gone meanwhile changes nothing."""
        with self._store.change() as change:
            row = change.session.get(Symptom, symptom_id)
            if row is not None:
                answer(change.session, row, SymptomFields, answers)
        return change.changed()

    def remove_symptom(self, symptom_id: str) -> Changed:
        """Take a symptom off its page; its revision keeps it."""
        with self._store.change() as change:
            row = change.session.get(Symptom, symptom_id)
            if row is not None:
                change.session.delete(row)
        return change.changed()

    def record_urge(self, day: date, score: int | None) -> Changed:
        """Score the day's urge to move in both legs, which is there once, however fast the keys came.

        None takes the score back, and with it an urge of which nothing else was said. Raises FutureDay,
        NotSaved.
        """
        self._clock.refuse_future(day)
        with self._store.change() as change:
            urge = next(filter(is_urge_of_day, self._symptoms(change.session, day)), None)
            if urge is None and score is not None:
                fields = SymptomFields(kind=Kind.URGE, side=Side.BOTH, score=score)
                change.session.add(Symptom(date=day, **fields.model_dump()))
            elif urge is not None and score is None and not _says_more(urge):
                change.session.delete(urge)
            elif urge is not None:
                answer(change.session, urge, SymptomFields, {"score": score})
        return change.changed()

    def is_blank(self) -> bool:
        """Whether nothing was ever recorded of a night, a day or the legs."""
        with self._store.read() as session:
            return all(
                session.exec(select(table.id).limit(1)).first() is None
                for table in (Night, DiaryDay, Symptom)
            )

    def marks(self, first: date, last: date) -> dict[date, DayMark]:
        """What the calendar shows for the days from `first` to `last` that have something."""
        with self._store.read() as session:
            nights = _dates(session, Night, first, last)
            days = _dates(session, DiaryDay, first, last)
            noted = _worst_scores(session, Awakening, first, last)
            felt = _worst_scores(session, Symptom, first, last)
        marks = {}
        for day in {*nights, *days, *noted, *felt}:
            scores = [score for score in (noted.get(day), felt.get(day)) if score is not None]
            marks[day] = DayMark(
                night=day in nights or day in noted,
                day=day in days or day in felt,
                worst=max(scores, default=None),
            )
        return marks

    @staticmethod
    def _symptoms(session: Session, day: date) -> list[Symptom]:
        found = select(Symptom).where(Symptom.date == day)
        return list(session.exec(found.order_by(col(Symptom.recorded_at), col(Symptom.id))))


def _dates(session: Session, table: type[DiaryDay] | type[Night], first: date, last: date) -> set[date]:
    """The days of a table that has one row a day."""
    return set(session.exec(select(col(table.date)).where(col(table.date).between(first, last))))


def _worst_scores(
    session: Session, table: type[Symptom] | type[Awakening], first: date, last: date
) -> dict[date, int | None]:
    """The days of a table that has several rows a day, with the highest score of each."""
    rows = session.exec(
        select(col(table.date), func.max(table.score))
        .where(col(table.date).between(first, last))
        .group_by(col(table.date))
    )
    return dict(rows.all())


def is_urge_of_day(symptom: Symptom) -> bool:
    """Whether this is the urge to move of no place in particular, which a day has once."""
    return symptom.kind is Kind.URGE and symptom.site is None


def _says_more(symptom: Symptom) -> bool:
    """Whether anything but what, where and how much was said of it."""
    said = SymptomFields.model_fields.keys() - {"kind", "side", "site", "score"}
    return any(getattr(symptom, name) is not None for name in said)
