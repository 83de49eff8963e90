"""The weekly check: three own-worded questions about the past week, and the person's own activities."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, union
from sqlmodel import Session, col, select

from legjournal.clock import Clock
from legjournal.models.diary import DiaryDay, Symptom
from legjournal.models.nights import Night
from legjournal.models.weekly import (
    Activity,
    ActivityFields,
    ActivityScore,
    ActivityScoreFields,
    WeeklyCheck,
    WeeklyCheckFields,
)
from legjournal.storage.answers import answer_for_day, correct_row
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

DAYS = 7  # from one check to the next, and written days before the first
MOST_ACTIVITIES = 3  # followed at a time
QUESTIONS = ("average_pain", "enjoyment", "everyday_activities")


@dataclass(frozen=True, slots=True)
class Followed:
    """An activity as the check of one day has it. score: 0 cannot, 10 as before, None not answered."""

    id: str
    name: str
    score: int | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The check of one day: its questions with their scores, 0 to 10 or None, and the activities followed."""

    answers: dict[str, int | None]
    activities: tuple[Followed, ...]

    @property
    def is_filled(self) -> bool:
        """Whether anything on it was answered."""
        scores = (*self.answers.values(), *(activity.score for activity in self.activities))
        return any(score is not None for score in scores)


class Weekly:
    """Weekly checks, by the date they were filled in, and the activities followed from week to week."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def latest(self, until: date) -> WeeklyCheck | None:
        """The newest check on or before `until`."""
        with self._store.read() as session:
            found = select(WeeklyCheck).where(col(WeeklyCheck.date) <= until)
            return session.exec(found.order_by(col(WeeklyCheck.date).desc())).first()

    def sheet(self, day: date) -> Sheet:
        """What is there to answer on `day`, and what was. An activity that ended that day is still on it."""
        with self._store.read() as session:
            check = session.exec(select(WeeklyCheck).where(WeeklyCheck.date == day)).first()
            return Sheet(
                {name: getattr(check, name) if check else None for name in QUESTIONS},
                tuple(_followed(session, day)),
            )

    def is_due(self, day: date) -> bool:
        """Whether a check may be offered on `day`: a week after the last one, answered or skipped.

        The first is offered once something was written on seven days.
        """
        with self._store.read() as session:
            last = _last(session, day)
            if last is None:
                return _days_written(session, day) >= DAYS
        return day - last >= timedelta(DAYS)

    def record(self, day: date, **answers: Any) -> Changed:
        """Store answers of the check of `day`, which is then not skipped. Raises FutureDay, NotSaved."""
        return self._record(day, skipped=None, **answers)

    def skip(self, day: date) -> Changed:
        """No check this week: nothing more is asked for seven days. Raises FutureDay, NotSaved."""
        return self._record(day, skipped=True)

    def follow(self, day: date, name: str) -> Changed:
        """Follow an activity from `day` on; one of that name that had ended goes on.

        More than three at a time change nothing. Raises FutureDay, NotSaved.
        """
        self._clock.refuse_future(day)
        fields = ActivityFields(name=name, started=day)
        with self._store.change() as change:
            known = list(change.session.exec(select(Activity)))
            there = next((row for row in known if row.name.casefold() == name.casefold()), None)
            if sum(row.stopped is None for row in known) < MOST_ACTIVITIES:
                if there is None:
                    change.session.add(Activity(**fields.model_dump()))
                else:
                    there.stopped = None
        return change.changed()

    def change_activity(self, activity_id: str, **answers: Any) -> Changed:
        """Store another name, or the day an activity ended; None has it go on. Its scores stay."""
        return correct_row(self._store, Activity, ActivityFields, activity_id, answers)

    def score(self, day: date, activity_id: str, score: int | None) -> Changed:
        """Store how well an activity went; None takes it back. Raises FutureDay, NotSaved."""
        self._clock.refuse_future(day)
        fields = ActivityScoreFields(activity_id=activity_id, date=day, score=score)
        with self._store.change() as change:
            there = change.session.exec(
                select(ActivityScore).where(
                    ActivityScore.activity_id == activity_id, ActivityScore.date == day
                )
            ).first()
            if there is None and score is not None:
                change.session.add(ActivityScore(**fields.model_dump()))
            elif there is not None and score is not None:
                there.score = score
            elif there is not None:
                change.session.delete(there)
        return change.changed()

    def _record(self, day: date, **answers: Any) -> Changed:
        self._clock.refuse_future(day)
        with self._store.change() as change:
            answer_for_day(change.session, WeeklyCheck, WeeklyCheckFields, day, answers)
        return change.changed()


def _followed(session: Session, day: date) -> Iterator[Followed]:
    """In the order in which they were begun."""
    scored = select(ActivityScore.activity_id, ActivityScore.score).where(ActivityScore.date == day)
    scores = dict(session.exec(scored).all())
    on_the_day = (col(Activity.started) <= day) & (
        col(Activity.stopped).is_(None) | (col(Activity.stopped) >= day)
    )
    found = select(Activity).where(col(Activity.id).in_(scores) | on_the_day)
    for row in session.exec(
        found.order_by(col(Activity.started), col(Activity.recorded_at), col(Activity.id))
    ):
        yield Followed(row.id, row.name, scores.get(row.id), ended=row.stopped is not None)


def _last(session: Session, until: date) -> date | None:
    """The last day up to `until` with a check, answered or skipped, or with a scored activity."""
    days = [
        session.exec(select(func.max(column)).where(column <= until)).one()
        for column in (col(WeeklyCheck.date), col(ActivityScore.date))
    ]
    return max((day for day in days if day is not None), default=None)


def _days_written(session: Session, until: date) -> int:
    """On how many days up to `until` something was written; whether on seven, it says without reading all."""
    some = [
        select(select(column).where(column <= until).distinct().limit(DAYS).subquery().c.date)
        for column in (col(DiaryDay.date), col(Night.date), col(Symptom.date))
    ]
    return session.exec(select(func.count()).select_from(union(*some).subquery())).one()
