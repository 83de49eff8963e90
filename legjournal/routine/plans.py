"""Plans: the one in force, what is in it, and a change of plan that leaves the weeks before as they were."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from legjournal.models.routine import Plan, PlanFields, PlanItem, PlanItemFields
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class Plans:
    """Every plan there was, each from a day to a day."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def on(self, day: date) -> Plan | None:
        """The plan in force on `day`."""
        with self._store.read() as session:
            return plan_on(session, day)

    def all(self) -> list[Plan]:
        """Every plan, the earliest first."""
        with self._store.read() as session:
            return list(session.exec(select(Plan).order_by(col(Plan.started), col(Plan.recorded_at))))

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
            old = plan_on(change.session, plan.started)
            if old is not None:
                old.stopped = max(old.started, plan.started - timedelta(days=1))
            new = Plan(**plan.model_dump())
            change.session.add(new)
            change.session.flush()
            for position, item in enumerate(items):
                values = {**item.model_dump(), "position": position}
                change.session.add(PlanItem(plan_id=new.id, **values))
        return change.changed()

    def count_sides_as_one(self, plan_id: str, as_one: bool) -> Changed:
        """Have one box stand for a set of both sides, or one for each side. What is ticked stays ticked."""
        with self._store.change() as change:
            plan = change.session.get(Plan, plan_id)
            if plan is not None:
                plan.sides_as_one = as_one
        return change.changed()


def plan_on(session: Session, day: date) -> Plan | None:
    """The plan in force on `day`: of two, the one begun last."""
    found = select(Plan).where(
        col(Plan.started) <= day, or_(col(Plan.stopped).is_(None), col(Plan.stopped) >= day)
    )
    return session.exec(found.order_by(col(Plan.started).desc(), col(Plan.recorded_at).desc())).first()
