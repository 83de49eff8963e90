"""What was felt in the legs: where, how badly, from when to when, and in which words."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session, col, select

from legjournal.clock import Clock
from legjournal.models.diary import Kind, Side, Symptom, SymptomFields
from legjournal.models.row import new_id
from legjournal.storage.answers import answer, correct_row, remove_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

LONGEST = timedelta(hours=16)  # from beginning to easing: a longer time is most likely a slip
REMEMBERED = 500  # symptoms among which the words of before are looked for


class Symptoms:
    """Several a day; the urge to move of no place in particular is there once."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on(self, day: date) -> list[Symptom]:
        """The symptoms of `day` in the order in which they were first written."""
        with self._store.read() as session:
            return _on(session, day)

    def last_places(self, day: date) -> list[Symptom]:
        """What was felt in some place on the last day before `day` that has such a thing, each place once."""
        earlier = select(col(Symptom.date)).where(Symptom.date < day, col(Symptom.site).is_not(None))
        with self._store.read() as session:
            last = session.exec(earlier.order_by(col(Symptom.date).desc()).limit(1)).first()
            felt = _on(session, last) if last else []
        places: dict[tuple[Side | None, str], Symptom] = {}
        for symptom in felt:
            if symptom.site is not None:
                places.setdefault((symptom.side, symptom.site), symptom)
        return list(places.values())

    def words(self, kind: Kind) -> list[str]:
        """The words ever found for what was felt: those for `kind` first, and of them the latest first."""
        found = select(Symptom).where(col(Symptom.words).is_not(None))
        latest = found.order_by(col(Symptom.date).desc(), col(Symptom.recorded_at).desc())
        with self._store.read() as session:
            rows = session.exec(latest.limit(REMEMBERED)).all()
        rows = sorted(rows, key=lambda row: row.kind is not kind)
        return list(dict.fromkeys(word for row in rows for word in row.words or []))

    def began(self, day: date, wall: time) -> datetime:
        """The instant at which something of `day` began. Raises NoSuchTime."""
        return self._clock.on_page(day, wall)

    def eased(self, day: date, wall: time, began: datetime | None) -> datetime:
        """The instant at which something of `day` eased: the next morning too, if it began before.

        A time before `began` is the answer where no later one can be meant. Raises NoSuchTime.
        """
        eased = self._clock.on_page(day, wall)
        if began is None or eased >= began:
            return eased
        later = self._clock.at(eased.date() + timedelta(days=1), wall)
        return later if later - began <= LONGEST and later <= self._clock.now() else eased

    def add(self, day: date, symptom_id: str | None = None, **answers: Any) -> Changed:
        """A new symptom on `day`; its id is `changed.rows[0]`, the given one if any.

        Raises FutureDay, NotSaved.
        """
        self._clock.refuse_future(day)
        fields = SymptomFields.model_validate(answers)
        with self._store.change() as change:
            change.session.add(Symptom(id=symptom_id or new_id(), date=day, **fields.model_dump()))
        return change.changed()

    def change(self, symptom_id: str, **answers: Any) -> Changed:
        """Store answers about one symptom; one that is gone meanwhile changes nothing."""
        return correct_row(self._store, Symptom, SymptomFields, symptom_id, answers)

    def remove(self, symptom_id: str) -> Changed:
        """Take a symptom off its page; its revision keeps it."""
        return remove_row(self._store, Symptom, symptom_id)

    def record_urge(self, day: date, **answers: Any) -> Changed:
        """Store answers about the day's urge to move, which is there once, however fast the keys came.

        It is in both legs unless said otherwise. None takes an answer back, and the last one takes the urge
        with it. Raises FutureDay, NotSaved.
        """
        self._clock.refuse_future(day)
        with self._store.change() as change:
            urge = next(filter(is_urge_of_day, _on(change.session, day)), None)
            if urge is not None:
                answer(change.session, urge, SymptomFields, answers)
                if not _says_anything(urge):
                    change.session.delete(urge)
            elif any(value is not None for value in answers.values()):
                fields = SymptomFields.model_validate({"kind": Kind.URGE, "side": Side.BOTH, **answers})
                change.session.add(Symptom(date=day, **fields.model_dump()))
        return change.changed()


def is_urge_of_day(symptom: Symptom) -> bool:
    """Whether this is the urge to move of no place in particular, which a day has once."""
    return symptom.kind is Kind.URGE and symptom.site is None


def _says_anything(urge: Symptom) -> bool:
    """Whether anything was said of an urge but that it is one, in both legs."""
    said = SymptomFields.model_fields.keys() - {"kind", "side", "site"}
    return urge.side is not Side.BOTH or any(getattr(urge, name) is not None for name in said)


def _on(session: Session, day: date) -> list[Symptom]:
    found = select(Symptom).where(Symptom.date == day)
    return list(session.exec(found.order_by(col(Symptom.recorded_at), col(Symptom.id))))
