"""The routine: the plan in force, sessions ticked set by set, and days of rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal.clock import Clock
from legjournal.models.diary import Side
from legjournal.models.routine import (
    DayOff,
    DayOffFields,
    DayOffKind,
    Plan,
    PlanFields,
    PlanItem,
    PlanItemFields,
    Session,
    SessionFields,
    SetDone,
    SetDoneFields,
)
from legjournal.storage.answers import answer, answer_for_day
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class DayStatus(StrEnum):
    """What a day of the week was, for the routine."""

    NOTHING = "nothing"
    SESSION = "session"
    REST = "rest"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SetToDo:
    """One box of the checklist. `side` is None for an exercise done with both legs at once."""

    exercise: str
    number: int
    side: Side | None = None


def sets_of(item: PlanItemFields) -> list[SetToDo]:
    """The boxes of a plan's item: each set, and each side where the sides are done apart."""
    sides: Sequence[Side | None] = (Side.LEFT, Side.RIGHT) if item.each_side else (None,)
    return [SetToDo(item.exercise, number, side) for side in sides for number in range(1, item.sets + 1)]


class Routine:
    """Plans, sessions and days off."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plan_on(self, day: date) -> Plan | None:
        """The plan in force on `day`."""
        with self._store.read() as session:
            return self._plan_on(session, day)

    def items(self, plan: Plan) -> list[PlanItem]:
        """The plan's exercises in their order."""
        with self._store.read() as session:
            found = select(PlanItem).where(PlanItem.plan_id == plan.id)
            return list(session.exec(found.order_by(col(PlanItem.position))))

    def planned(self, plan: Plan) -> list[PlanItemFields]:
        """The plan's exercises as what a checklist needs of them."""
        names = PlanItemFields.model_fields
        return [PlanItemFields(**{name: getattr(item, name) for name in names}) for item in self.items(plan)]

    def adopt(self, plan: PlanFields, items: Sequence[PlanItemFields]) -> Changed:
        """Begin a plan; one in force ends the day before, so that earlier weeks stay as they were."""
        with self._store.change() as change:
            old = self._plan_on(change.session, plan.started)
            if old is not None:
                old.stopped = max(old.started, plan.started - timedelta(days=1))
            new = Plan(**plan.model_dump())
            change.session.add(new)
            change.session.flush()
            for position, item in enumerate(items):
                values = {**item.model_dump(), "position": position}
                change.session.add(PlanItem(plan_id=new.id, **values))
        return change.changed()

    def sessions(self, day: date) -> list[Session]:
        """The sessions of `day`, the first first."""
        with self._store.read() as session:
            return self._sessions(session, day)

    def sets_done(self, day: date) -> dict[SetToDo, SetDone]:
        """The boxes ticked on `day`."""
        with self._store.read() as session:
            found = select(SetDone).join(Session).where(Session.date == day)
            return {SetToDo(row.exercise, row.number, row.side): row for row in session.exec(found)}

    def tick(self, day: date, box: SetToDo, **done: Any) -> Changed:
        """Tick a box, beginning the day's session if it is the first. Ticking it again changes nothing.

        `done`: repetitions or seconds, if they differ from the plan. Raises FutureDay, NotSaved.
        """
        self._clock.refuse_future(day)
        fields = SetDoneFields(exercise=box.exercise, number=box.number, side=box.side, **done)
        with self._store.change() as change:
            session_of_day = self._sessions(change.session, day) or [self._begin_session(change.session, day)]
            if self._box(change.session, day, box) is None:
                change.session.add(SetDone(session_id=session_of_day[0].id, **fields.model_dump()))
        return change.changed()

    def untick(self, day: date, box: SetToDo) -> Changed:
        """Take a tick back; a session left without any tick and any answer goes with it."""
        with self._store.change() as change:
            ticked = self._box(change.session, day, box)
            if ticked is not None:
                session_id = ticked.session_id
                change.session.delete(ticked)
                change.session.flush()
                self._remove_if_empty(change.session, session_id)
        return change.changed()

    def record_session(self, session_id: str, **answers: Any) -> Changed:
        """Store answers about a session: effort, pain during, a note."""
        with self._store.change() as change:
            row = change.session.get(Session, session_id)
            if row is not None:
                answer(change.session, row, SessionFields, answers)
        return change.changed()

    def day_off(self, day: date) -> DayOff | None:
        """The rest or the skip recorded for `day`."""
        with self._store.read() as session:
            return session.exec(select(DayOff).where(DayOff.date == day)).first()

    def rest(self, day: date) -> Changed:
        """Record `day` as a day of rest. Raises FutureDay, NotSaved."""
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(
                change.session, DayOff, DayOffFields, day, {"kind": DayOffKind.REST, "reason": None}
            )
        return change.changed()

    def no_day_off(self, day: date) -> Changed:
        """Take the rest or the skip of `day` back."""
        with self._store.change() as change:
            row = change.session.exec(select(DayOff).where(DayOff.date == day)).first()
            if row is not None:
                change.session.delete(row)
        return change.changed()

    def week(self, monday: date) -> list[DayStatus]:
        """Seven days from `monday`. A day with a session counts as one, whatever else it is."""
        days = [monday + timedelta(days=n) for n in range(7)]
        within = (days[0], days[-1])
        with self._store.read() as session:
            trained = set(session.exec(select(col(Session.date)).where(col(Session.date).between(*within))))
            off = {
                row.date: DayStatus(row.kind)
                for row in session.exec(select(DayOff).where(col(DayOff.date).between(*within)))
            }
        return [DayStatus.SESSION if day in trained else off.get(day, DayStatus.NOTHING) for day in days]

    def _begin_session(self, session: DatabaseSession, day: date) -> Session:
        plan = self._plan_on(session, day)
        today = day == self._clock.today()
        row = Session(
            date=day, plan_id=plan.id if plan else None, started_at=self._clock.now() if today else None
        )
        session.add(row)
        session.flush()
        return row

    @staticmethod
    def _plan_on(session: DatabaseSession, day: date) -> Plan | None:
        found = select(Plan).where(
            col(Plan.started) <= day, or_(col(Plan.stopped).is_(None), col(Plan.stopped) >= day)
        )
        return session.exec(found.order_by(col(Plan.started).desc(), col(Plan.recorded_at).desc())).first()

    @staticmethod
    def _sessions(session: DatabaseSession, day: date) -> list[Session]:
        found = select(Session).where(Session.date == day)
        return list(session.exec(found.order_by(col(Session.recorded_at), col(Session.id))))

    @staticmethod
    def _box(session: DatabaseSession, day: date, box: SetToDo) -> SetDone | None:
        found = (
            select(SetDone)
            .join(Session)
            .where(Session.date == day, SetDone.exercise == box.exercise, SetDone.number == box.number)
        )
        return session.exec(
            found.where(col(SetDone.side).is_(box.side) if box.side is None else SetDone.side == box.side)
        ).first()

    @staticmethod
    def _remove_if_empty(session: DatabaseSession, session_id: str) -> None:
        row = session.get(Session, session_id)
        if row is None or session.exec(select(SetDone).where(SetDone.session_id == session_id)).first():
            return
        if row.effort is None and row.pain_during is None and row.note is None:
            session.delete(row)
