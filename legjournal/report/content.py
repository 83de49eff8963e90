"""Everything the report says, as one value; nothing is asked of the journal while it is drawn.

`docs/architecture.md` names the form; `as_json` is `report --format json`, the very numbers of the PDF.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlmodel import Session as DatabaseSession
from sqlmodel import col, select

from legjournal import trends
from legjournal.clock import Clock
from legjournal.journal import Journal
from legjournal.models.appointments import Appointment
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.nights import Awakening, Night
from legjournal.models.routine import Session
from legjournal.progress import Progress
from legjournal.routine.adherence import Week, per_week
from legjournal.trends import Mean, Period, SleepSummary


class Audience(StrEnum):
    """Who the report is for."""

    GP = "gp"
    PHYSIO = "physio"


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of the period was recorded, and how much of it on the day itself."""

    days: int
    recorded: int
    same_day: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The worst score of each day that has one: how many days, their mean, the highest."""

    days: int
    mean: float | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place that hurt: on how many days, and the mean of each day's worst score there."""

    side: Side | None
    site: str | None
    days: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class RoutineSummary:
    """Sessions of the period, and the plan in force at its end.

    Weeks: those from Monday to Sunday wholly in the period, under a plan from end to end, each with the
    target it had; one paused from end to end is not among them. `routine.adherence` says how they
    are counted.
    """

    sessions: int
    target_per_week: int | None
    weeks: int
    weeks_on_target: int | None
    day_after_session: Mean
    day_after_rest: Mean


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """A medicine as typed, with its dates.

    new_dose: it was in use before, at another dose. dose_changed: it went on at another dose after.
    """

    name: str
    dose: str | None
    regularity: str
    started: date | None
    stopped: date | None
    new_dose: bool = False
    dose_changed: bool = False


@dataclass(frozen=True, slots=True)
class TherapyLine:
    """A therapy tried in the period; the cost is None where none was written."""

    name: str
    sessions: int
    cost_pence: int | None
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """An appointment in the period, or the next one to come."""

    at: datetime
    with_whom: str
    questions: tuple[str, ...]
    agreed: str | None


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the chart and the table."""

    date: date
    pain: int | None
    urge_to_move: int | None
    asleep_min: int | None
    woken_by_legs: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    audience: Audience
    made_on: date
    period: Period
    completeness: Completeness
    sleep: SleepSummary
    pain: Scores
    pain_left: Scores
    pain_right: Scores
    urge_to_move: Scores
    places: tuple[Place, ...]
    routine: RoutineSummary
    medicines: tuple[MedicineLine, ...]
    therapies: tuple[TherapyLine, ...]
    appointments: tuple[AppointmentLine, ...]
    next_appointment: AppointmentLine | None
    days: tuple[DayLine, ...]

    @property
    def empty(self) -> bool:
        """Whether the period has no entry at all."""
        return self.completeness.recorded == 0


def build(
    journal: Journal,
    period: Period,
    audience: Audience,
    progress: Progress = lambda _done: None,
    appointment_id: str = "",
) -> Report:
    """Load the period once and work everything out. `progress` may raise to give up.

    appointment_id: the one it is for; the next to come where none is named, or where that one is gone.
    """
    loaded = _load(journal, period)
    progress(0.4)
    pain = trends.worst_by_day(loaded.symptoms, Kind.PAIN)
    urge = trends.worst_by_day(loaded.symptoms, Kind.URGE)
    progress(0.6)
    chosen = journal.appointments.get(appointment_id) if appointment_id else None
    upcoming = chosen or journal.appointments.next_after(journal.clock.now())
    report = Report(
        audience=audience,
        made_on=journal.clock.today(),
        period=period,
        completeness=_completeness(loaded, period, journal.clock),
        sleep=trends.summarise_sleep(loaded.nights),
        pain=_scores(pain),
        pain_left=_scores(trends.worst_by_day(loaded.symptoms, Kind.PAIN, (Side.LEFT, Side.BOTH))),
        pain_right=_scores(trends.worst_by_day(loaded.symptoms, Kind.PAIN, (Side.RIGHT, Side.BOTH))),
        urge_to_move=_scores(urge),
        places=_places(loaded.symptoms),
        routine=_routine(journal, period, loaded, pain),
        medicines=_medicines(journal, period),
        therapies=tuple(
            TherapyLine(course.name, course.sessions, course.cost_pence, course.before, course.after)
            for course in journal.therapies.between(period.first, period.last)
        ),
        appointments=tuple(
            _appointment(row)
            for row in journal.appointments.all()
            if period.first <= row.at.date() <= period.last
        ),
        next_appointment=_appointment(upcoming) if upcoming else None,
        days=_days(period, loaded.nights, pain, urge),
    )
    progress(0.8)
    return report


def whole_period(journal: Journal) -> Period:
    """From the first recorded day to today."""
    today = journal.clock.today()
    with journal.store.read() as session:
        firsts = [
            session.exec(select(func.min(column))).one()
            for column in (Night.date, Awakening.date, DiaryDay.date, Symptom.date, Session.date)
        ]
    return Period(min([day for day in firsts if day is not None], default=today), today)


def as_json(report: Report) -> dict[str, Any]:
    """The report in the form promised to other programs: `legjournal-report`, version 1."""
    return {
        "format": "legjournal-report",
        "version": 1,
        "for": report.audience.value,
        "period": {"from": report.period.first.isoformat(), "to": report.period.last.isoformat()},
        "completeness": asdict(report.completeness),
        "sleep": _sleep_json(report.sleep),
        "pain": {
            **asdict(report.pain),
            "left": report.pain_left.mean,
            "right": report.pain_right.mean,
            "places": [asdict(place) for place in report.places],
        },
        "urge_to_move": {"evenings": report.urge_to_move.days, "mean": report.urge_to_move.mean},
        "routine": _routine_json(report.routine),
        "medicines": [_dates_as_text(asdict(line)) for line in report.medicines],
        "therapies": [_therapy_json(line) for line in report.therapies],
        "appointments": [_dates_as_text(asdict(line)) for line in report.appointments],
        "days": [_dates_as_text(asdict(line)) for line in report.days],
    }


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The rows of the period, as light tuples with the columns the figures need."""

    nights: list[Any]
    symptoms: list[Any]
    sessions: list[Any]
    first_typed: dict[date, datetime]  # the first thing recorded about each day


def _load(journal: Journal, period: Period) -> _Loaded:
    with journal.store.read() as session:
        nights = _rows(session, period, Night, *_NIGHT)
        symptoms = _rows(session, period, Symptom, Symptom.kind, Symptom.side, Symptom.site, Symptom.score)
        sessions = _rows(session, period, Session)
        noted = _rows(session, period, Awakening)
        days = _rows(session, period, DiaryDay)
    first: dict[date, datetime] = {}
    for row in (*nights, *noted, *symptoms, *sessions, *days):
        first[row.date] = min(row.recorded_at, first.get(row.date, row.recorded_at))
    return _Loaded(nights, symptoms, sessions, first)


_NIGHT: tuple[Any, ...] = (
    Night.got_into_bed,
    Night.tried_to_sleep,
    Night.minutes_to_fall_asleep,
    Night.wakings,
    Night.woken_by_legs,
    Night.minutes_awake,
    Night.final_waking,
    Night.minutes_trying_to_sleep_again,
    Night.got_out_of_bed,
)


def _rows(session: DatabaseSession, period: Period, table: Any, *columns: Any) -> list[Any]:
    wanted = select(table.date, table.recorded_at, *columns)
    within = wanted.where(col(table.date).between(period.first, period.last))
    return list(session.exec(within.order_by(table.date, table.recorded_at)))


def _completeness(loaded: _Loaded, period: Period, clock: Clock) -> Completeness:
    same_day = sum(clock.day_of(typed) == day for day, typed in loaded.first_typed.items())
    return Completeness(days=len(period), recorded=len(loaded.first_typed), same_day=same_day)


def _scores(by_day: dict[date, int]) -> Scores:
    found = trends.mean(by_day.values())
    return Scores(days=found.n, mean=found.value, worst=max(by_day.values(), default=None))


def _places(symptoms: list[Any]) -> tuple[Place, ...]:
    by_place: dict[tuple[Side | None, str | None], list[Any]] = {}
    for symptom in symptoms:
        if symptom.kind == Kind.PAIN:
            by_place.setdefault((symptom.side, symptom.site), []).append(symptom)
    places = []
    for (side, site), rows in by_place.items():
        scores = _scores(trends.worst_by_day(rows, Kind.PAIN))
        places.append(Place(side, site, scores.days, scores.mean))
    return tuple(sorted(places, key=lambda place: (-place.days, place.side or "", place.site or "")))


def _routine(journal: Journal, period: Period, loaded: _Loaded, pain: dict[date, int]) -> RoutineSummary:
    plan = journal.plans.on(period.last)
    weeks = [week for week in _whole_weeks(journal, period) if week.counts]
    days = {row.date for row in loaded.sessions}
    after_session, after_rest = trends.day_after(pain, days, loaded.first_typed.keys())
    return RoutineSummary(
        sessions=len(loaded.sessions),
        target_per_week=per_week(plan) if plan else None,
        weeks=len(weeks),
        weeks_on_target=sum(week.reached for week in weeks) if weeks else None,
        day_after_session=after_session,
        day_after_rest=after_rest,
    )


def _whole_weeks(journal: Journal, period: Period) -> list[Week]:
    """The weeks wholly in the period, the one that ends with today among them."""
    mondays = period.weeks()
    if not mondays:
        return []
    found = journal.weeks.between(mondays[0], mondays[-1])
    return [week for week in found if week.sunday <= week.today]


def _medicines(journal: Journal, period: Period) -> tuple[MedicineLine, ...]:
    changes = journal.medicines.changes()
    return tuple(
        MedicineLine(
            row.name,
            row.dose,
            row.regularity.value,
            row.started,
            row.stopped,
            new_dose=row.id in changes.values(),
            dose_changed=row.id in changes,
        )
        for row in journal.medicines.taken_between(period.first, period.last)
    )


def _appointment(row: Appointment) -> AppointmentLine:
    return AppointmentLine(row.at, row.with_whom, tuple(row.questions), row.agreed)


def _days(
    period: Period, nights: list[Any], pain: dict[date, int], urge: dict[date, int]
) -> tuple[DayLine, ...]:
    asleep = trends.asleep_by_day(nights)
    by_legs = {night.date: night.woken_by_legs for night in nights if night.woken_by_legs is not None}
    lines = (DayLine(day, pain.get(day), urge.get(day), asleep.get(day), by_legs.get(day)) for day in period)
    return tuple(
        line
        for line in lines
        if (line.pain, line.urge_to_move, line.asleep_min, line.woken_by_legs) != (None,) * 4
    )


def _sleep_json(sleep: SleepSummary) -> dict[str, Any]:
    return {
        "nights": sleep.nights,
        "time_in_bed_min": sleep.time_in_bed.value,
        "time_asleep_min": sleep.time_asleep.value,
        "to_fall_asleep_min": sleep.to_fall_asleep.value,
        "awake_in_night_min": sleep.awake_in_night.value,
        "wakings": sleep.wakings.value,
        "woken_by_legs": sleep.woken_by_legs.value,
        "efficiency_pct": sleep.efficiency.value,
        "nights_with_efficiency": sleep.efficiency.n,
        "disturbed_nights": sleep.disturbed,
        "disturbed_nights_of": sleep.disturbed_of,
    }


def _routine_json(routine: RoutineSummary) -> dict[str, Any]:
    return {
        **asdict(routine),
        "day_after_session": {"n": routine.day_after_session.n, "mean_pain": routine.day_after_session.value},
        "day_after_rest": {"n": routine.day_after_rest.n, "mean_pain": routine.day_after_rest.value},
    }


def _therapy_json(line: TherapyLine) -> dict[str, Any]:
    values = asdict(line)
    pence = values.pop("cost_pence")
    return {**values, "cost_gbp": None if pence is None else pence / 100}


def _dates_as_text(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in values.items()
    }
