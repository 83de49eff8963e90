"""Sessions: ticked set by set, several a day if a person likes."""

from datetime import date
from typing import Any

from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.diary import Side
from legjournal.models.routine import (
    EasierVersion,
    EasierVersionFields,
    Session,
    SessionFields,
    SetDone,
    SetDoneFields,
)
from legjournal.routine.boxes import SetToDo, is_done
from legjournal.routine.plans import plan_on
from legjournal.storage.answers import answer, correct_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Sessions:
    """What was done of the routine. A session has an id from `models.row.new_id`; its first tick makes it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on(self, day: date) -> list[Session]:
        """The sessions of `day`, the first first."""
        with self._store.read() as session:
            return _sessions(session, day)

    def sets_done(self, day: date, session_id: str | None = None) -> dict[SetToDo, SetDone]:
        """The boxes ticked on `day`, or in one session of it."""
        found = select(SetDone).join(Session).where(Session.date == day)
        if session_id is not None:
            found = found.where(Session.id == session_id)
        with self._store.read() as session:
            return {SetToDo(row.exercise, row.number, row.side): row for row in session.exec(found)}

    def tick(self, day: date, box: SetToDo, session_id: str | None = None, **done: Any) -> Changed:
        """Tick a box, or say of a ticked one what was really done. The first of a session begins it.

        session_id: that of the session; the day's first where it is None.
        done: `repetitions` or `seconds`, where they are known; None: as planned.
        Raises FutureDay, NotSaved, and pydantic.ValidationError for what nobody can do.
        """
        self._clock.refuse_future(day)
        fields = SetDoneFields(exercise=box.exercise, number=box.number, side=box.side, **done)
        with self._store.change() as change:
            row = self._found_or_begun(change.session, day, session_id)
            ticks = _ticked(change.session, row.id, box)
            ticked = {SetToDo(box.exercise, box.number, tick.side): tick for tick in ticks}
            if box in ticked:
                answer(change.session, ticked[box], SetDoneFields, done)
            elif done or not is_done(box, ticked):
                change.session.add(SetDone(session_id=row.id, **fields.model_dump()))
        return change.changed()

    def untick(self, day: date, box: SetToDo, session_id: str | None = None) -> Changed:
        """Take a tick back; a session left without any tick and any answer goes with it."""
        with self._store.change() as change:
            row = _session(change.session, day, session_id)
            if row is not None:
                for ticked in _ticked(change.session, row.id, box):
                    change.session.delete(ticked)
                change.session.flush()
                _remove_if_empty(change.session, row)
        return change.changed()

    def record(self, session_id: str, **answers: Any) -> Changed:
        """Store answers about a session: effort, pain during, when it finished, a note. Raises as `tick`."""
        return correct_row(self._store, Session, SessionFields, session_id, answers)

    def easier_versions(self, session_id: str) -> set[str]:
        """The exercises that were done in their easier version in a session."""
        with self._store.read() as session:
            found = select(EasierVersion.exercise).where(EasierVersion.session_id == session_id)
            return set(session.exec(found))

    def choose_version(self, day: date, session_id: str, exercise: str, easier: bool) -> Changed:
        """Note that an exercise is done in its easier version in this session, or no longer."""
        self._clock.refuse_future(day)
        fields = EasierVersionFields(exercise=exercise)
        with self._store.change() as change:
            row = self._found_or_begun(change.session, day, session_id)
            noted = _easier(change.session, row.id, exercise)
            if easier and not noted:
                change.session.add(EasierVersion(session_id=row.id, **fields.model_dump()))
            elif not easier:
                for version in noted:
                    change.session.delete(version)
                change.session.flush()
                _remove_if_empty(change.session, row)
        return change.changed()

    def _found_or_begun(self, session: DatabaseSession, day: date, session_id: str | None) -> Session:
        found = _session(session, day, session_id)
        return found if found is not None else self._begun(session, day, session_id)

    def _begun(self, session: DatabaseSession, day: date, session_id: str | None) -> Session:
        plan = plan_on(session, day)
        row = Session(date=day, plan_id=plan.id if plan else None)
        row.started_at = self._clock.now() if day == self._clock.today() else None
        if session_id is not None:
            row.id = session_id
        session.add(row)
        session.flush()
        return row


def _sessions(session: DatabaseSession, day: date) -> list[Session]:
    found = select(Session).where(Session.date == day)
    return list(session.exec(found.order_by(col(Session.recorded_at), col(Session.id))))


def _session(session: DatabaseSession, day: date, session_id: str | None) -> Session | None:
    if session_id is not None:
        return session.get(Session, session_id)
    return next(iter(_sessions(session, day)), None)


def _ticked(session: DatabaseSession, session_id: str, box: SetToDo) -> list[SetDone]:
    """The ticks a box stands for: its own, or those of both sides, or that of both sides as one."""
    found = select(SetDone).where(
        SetDone.session_id == session_id, SetDone.exercise == box.exercise, SetDone.number == box.number
    )
    sides = {box.side, None} if box.side is not None else {None, Side.LEFT, Side.RIGHT}
    return [row for row in session.exec(found) if row.side in sides]


def _easier(session: DatabaseSession, session_id: str, exercise: str) -> list[EasierVersion]:
    found = select(EasierVersion).where(
        EasierVersion.session_id == session_id, EasierVersion.exercise == exercise
    )
    return list(session.exec(found))


def _remove_if_empty(session: DatabaseSession, row: Session) -> None:
    """Take away a session nobody would know of: no tick, no easier version, no answer."""
    for part in (SetDone, EasierVersion):
        if session.exec(select(part.id).where(part.session_id == row.id).limit(1)).first():
            return
    if row.effort is None and row.pain_during is None and row.note is None:
        session.delete(row)
