"""Reads what the trends need from an open journal: once, and after an entry only the days it was about."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal.clock import day_of_wall
from legjournal.factors import usual
from legjournal.journal import Journal
from legjournal.medicines import taken_near
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.medicines import Dose, Medicine
from legjournal.models.nights import Night
from legjournal.models.routine import DayOff, Plan, Session
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.sleep import figures
from legjournal.storage.history import Changed
from legjournal.trends.facts import MIDDAY, DayFacts, Facts, Stretch

MANY = 60  # days: from there on to read anew is no slower
_NIGHT: tuple[Any, ...] = (
    Night.date,
    Night.got_into_bed,
    Night.tried_to_sleep,
    Night.minutes_to_fall_asleep,
    Night.woken_by_legs,
    Night.minutes_awake,
    Night.final_waking,
    Night.got_out_of_bed,
)
_PAGE: tuple[Any, ...] = (
    DiaryDay.date,
    DiaryDay.effect,
    DiaryDay.mood,
    DiaryDay.tiredness,
    DiaryDay.factors,
    col(DiaryDay.managed).is_not(None) | col(DiaryDay.note).is_not(None),
)
_SYMPTOM: tuple[Any, ...] = (Symptom.date, Symptom.kind, Symptom.side, Symptom.score, Symptom.occurred_at)

Days = dict[date, DayFacts]


def load(journal: Journal) -> Facts:
    """Everything that was recorded. Raises DamagedInside, NotSaved."""
    return _facts(journal, {}, None)


def brought_up_to_date(journal: Journal, facts: Facts, changed: Changed) -> Facts:
    """The facts after an entry; `facts` itself stays as it was, for whoever is still reckoning with it."""
    if len(changed.days) > MANY:
        return load(journal)
    kept = {day: known for day, known in facts.days.items() if day not in changed.days}
    return _facts(journal, kept, changed.days)


def _facts(journal: Journal, kept: Days, days: Collection[date] | None) -> Facts:
    """kept: the days that are known already. days: those to read; None for all."""
    words = journal.factors.words()
    with journal.store.read() as session:
        found = kept | _Reader(session, days).read()
        return Facts(
            days=dict(sorted(found.items(), key=itemgetter(0))),
            medicines=_medicines(session),
            courses=_courses(session),
            plans=_plans(session),
            words=words,
            usual=frozenset(usual()),
        )


class _Reader:
    """Gathers the rows of some days, or of all."""

    def __init__(self, session: DatabaseSession, days: Collection[date] | None) -> None:
        self._session = session
        self._days = days
        self._found: Days = {}

    def read(self) -> Days:
        """A statement a table."""
        if self._days is None or self._days:
            self._add_nights()
            self._add_pages()
            self._add_symptoms()
            self._add_routine()
            self._add_doses()
            self._add_visits()
        return self._found

    def _rows(self, day: Any, *columns: Any) -> Iterator[Any]:
        wanted = select(day, *columns)
        if self._days is not None:
            wanted = wanted.where(col(day).in_(self._days))
        # Of fifty years, a fifth is saved by not asking for objects.
        yield from self._session.connection().execute(wanted)

    def _day(self, day: date) -> DayFacts:
        known = self._found.get(day)
        if known is None:
            known = self._found[day] = DayFacts()
        return known

    def _add_nights(self) -> None:
        for night in self._rows(*_NIGHT):
            known = self._day(night.date)
            known.asleep = figures(night).time_asleep
            known.woken_by_legs = night.woken_by_legs

    def _add_pages(self) -> None:
        for day, effect, mood, tiredness, factors, said in self._rows(*_PAGE):
            known = self._day(day)
            known.effect, known.mood, known.tiredness, known.pressed = effect, mood, tiredness, factors
            known.written = bool(said) or (effect, mood, tiredness, factors) != (None,) * 4

    def _add_symptoms(self) -> None:
        for day, kind, side, score, began in self._rows(*_SYMPTOM):
            known = self._day(day)
            known.written = True
            if kind is Kind.URGE:
                known.urge = _worse(known.urge, score)
                known.onset = _earlier(known.onset, began)
            elif kind is Kind.PAIN:
                _add_pain(known, side, score)

    def _add_routine(self) -> None:
        for (day,) in self._rows(Session.date):
            self._day(day).session = True
        for (day,) in self._rows(DayOff.date):
            self._day(day).day_off = True

    def _add_doses(self) -> None:
        wanted = select(Dose.taken_at, Dose.medicine_id)
        if self._days is not None:
            wanted = wanted.where(or_(*map(taken_near, self._days)))
        for taken_at, medicine in self._session.exec(wanted):
            day = day_of_wall(taken_at)
            if self._days is None or day in self._days:
                self._day(day).taken |= {medicine}

    def _add_visits(self) -> None:
        for day, course in self._rows(TherapySession.date, TherapySession.course_id):
            self._day(day).visited |= {course}


def _add_pain(known: DayFacts, side: Side | None, score: int | None) -> None:
    known.pain = _worse(known.pain, score)
    if side in (Side.LEFT, Side.BOTH):
        known.pain_left = _worse(known.pain_left, score)
    if side in (Side.RIGHT, Side.BOTH):
        known.pain_right = _worse(known.pain_right, score)


def _worse(known: int | None, score: int | None) -> int | None:
    return known if score is None or (known is not None and known >= score) else score


def _earlier(known: int | None, began: datetime | None) -> int | None:
    """Minutes after midday by the clock on the wall; what began in the morning is no evening's onset."""
    if began is None:
        return known
    minutes = (began.hour * 60 + began.minute - MIDDAY) % (24 * 60)
    if minutes >= 16 * 60:  # from 4am to midday
        return known
    return minutes if known is None or minutes < known else known


def _medicines(session: DatabaseSession) -> tuple[Stretch, ...]:
    rows = _in_order(session, Medicine)
    return tuple(Stretch(row.id, row.name, row.started, row.stopped, row.dose) for row in rows)


def _courses(session: DatabaseSession) -> tuple[Stretch, ...]:
    rows = _in_order(session, TherapyCourse)
    return tuple(Stretch(row.id, row.name, row.started, row.stopped, row.place) for row in rows)


def _plans(session: DatabaseSession) -> tuple[Stretch, ...]:
    return tuple(Stretch(row.id, row.name, row.started, row.stopped) for row in _in_order(session, Plan))


def _in_order(session: DatabaseSession, table: Any) -> Iterable[Any]:
    return session.exec(select(table).order_by(col(table.started), col(table.recorded_at)))
