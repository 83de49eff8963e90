"""Plans: the one in force, what is in it, and a change of plan that leaves the weeks before as they were."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import or_
from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal import phrases
from legjournal.errors import BeforeLatestPlan
from legjournal.models.routine import Plan, PlanFields, PlanItem, PlanItemFields, Session
from legjournal.preferences import Preferences
from legjournal.routine.advice import Advice
from legjournal.storage.answers import answer
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

DAY = timedelta(days=1)
ACCEPTED = "plan_advice"  # the preference with the advice a person decided against, and for which plan


class Plans:
    """Every plan there was, each from a day to a day."""

    def __init__(self, store: Store, preferences: Preferences) -> None:
        self._store = store
        self._preferences = preferences

    def on(self, day: date) -> Plan | None:
        """The plan in force on `day`."""
        with self._store.read() as session:
            return plan_on(session, day)

    def all(self) -> list[Plan]:
        """Every plan, the earliest first."""
        with self._store.read() as session:
            return _plans(session)

    def latest(self) -> Plan | None:
        """The plan that begins last, perhaps on a day to come: no other can begin before it."""
        return next(reversed(self.all()), None)

    def items(self, plan: Plan) -> list[PlanItem]:
        """The plan's exercises in their order."""
        with self._store.read() as session:
            return _items(session, plan.id)

    def planned(self, plan: Plan) -> list[PlanItemFields]:
        """The plan's exercises as what a checklist needs of them."""
        names = PlanItemFields.model_fields
        return [PlanItemFields(**{name: getattr(item, name) for name in names}) for item in self.items(plan)]

    def adopt(
        self, plan: PlanFields, items: Sequence[PlanItemFields], accepted: Collection[Advice] = ()
    ) -> Changed:
        """Begin a plan; one in force ends the day before, so that earlier weeks stay as they were.

        One that begins on the very day of the latest takes its place. accepted: the advice that the person
        has read and decided against. Raises BeforeLatestPlan, NotSaved.
        """
        with self._store.change() as change:
            latest = next(reversed(_plans(change.session)), None)
            if latest is not None and plan.started < latest.started:
                raise BeforeLatestPlan(phrases.day(latest.started))
            if latest is not None and plan.started == latest.started:
                answer(change.session, latest, PlanFields, plan.model_dump())
                adopted = latest
            else:
                adopted = _begun(change.session, plan)
            _put_items(change.session, adopted.id, items)
        changed = change.changed()
        if accepted:
            changed |= self._preferences.choose(ACCEPTED, {"plan": adopted.id, "accepted": sorted(accepted)})
        return changed

    def accepted(self, plan: Plan) -> set[Advice]:
        """The advice that the person has decided against in this plan, which is not said again."""
        stored = self._preferences.get(ACCEPTED)
        match stored:
            case {"plan": plan.id, "accepted": [*words]}:
                return {advice for advice in Advice if advice in words}
        return set()

    def stop(self, day: date) -> Changed:
        """Have no plan from `day` on: the one in force ends the day before, and none begins later."""
        with self._store.change() as change:
            going_on = select(Plan).where(or_(col(Plan.stopped).is_(None), col(Plan.stopped) >= day))
            for plan in change.session.exec(going_on).all():
                if plan.started < day:
                    plan.stopped = day - DAY
                else:
                    _take_away(change.session, plan)
        return change.changed()

    def remove(self, plan_id: str) -> Changed:
        """Take a plan away as if it had never been; the one that ended for it goes on in its place."""
        with self._store.change() as change:
            plan = change.session.get(Plan, plan_id)
            if plan is not None:
                ended_for_it = select(Plan).where(Plan.stopped == plan.started - DAY, Plan.id != plan.id)
                for before in change.session.exec(ended_for_it).all():
                    before.stopped = plan.stopped
                _take_away(change.session, plan)
        return change.changed()

    def count_sides_as_one(self, plan_id: str, as_one: bool) -> Changed:
        """Have one box stand for a set of both sides, or one for each side. What is ticked stays ticked."""
        with self._store.change() as change:
            plan = change.session.get(Plan, plan_id)
            if plan is not None:
                plan.sides_as_one = as_one
        return change.changed()


def plan_on(session: DatabaseSession, day: date) -> Plan | None:
    """The plan in force on `day`: of two, the one begun last."""
    found = select(Plan).where(
        col(Plan.started) <= day, or_(col(Plan.stopped).is_(None), col(Plan.stopped) >= day)
    )
    return session.exec(found.order_by(col(Plan.started).desc(), col(Plan.recorded_at).desc())).first()


def _plans(session: DatabaseSession) -> list[Plan]:
    return list(session.exec(select(Plan).order_by(col(Plan.started), col(Plan.recorded_at))))


def _items(session: DatabaseSession, plan_id: str) -> list[PlanItem]:
    found = select(PlanItem).where(PlanItem.plan_id == plan_id)
    return list(session.exec(found.order_by(col(PlanItem.position))))


def _begun(session: DatabaseSession, fields: PlanFields) -> Plan:
    """A new plan; the one before it ends."""
    old = plan_on(session, fields.started)
    if old is not None:
        old.stopped = fields.started - DAY
    new = Plan(**fields.model_dump())
    session.add(new)
    session.flush()
    return new


def _put_items(session: DatabaseSession, plan_id: str, items: Sequence[PlanItemFields]) -> None:
    """Have exactly these in a plan; an exercise that stays keeps its row, and so its earlier versions."""
    there = {row.exercise: row for row in _items(session, plan_id)}
    for position, item in enumerate(items):
        values = {**item.model_dump(), "position": position}
        row = there.pop(item.exercise, None)
        if row is None:
            session.add(PlanItem(plan_id=plan_id, **values))
        else:
            answer(session, row, PlanItemFields, values)
    for row in there.values():
        session.delete(row)


def _take_away(session: DatabaseSession, plan: Plan) -> None:
    """A plan goes with its exercises; what was done of it stays."""
    for done in session.exec(select(Session).where(Session.plan_id == plan.id)):
        done.plan_id = None
    _remove_items(session, plan.id)
    session.delete(plan)


def _remove_items(session: DatabaseSession, plan_id: str) -> None:
    for item in _items(session, plan_id):
        session.delete(item)
    session.flush()  # what refers to a plan goes first
