"""Everything the report says, as one value; nothing is asked of the journal while it is drawn."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func
from sqlmodel import select

from legjournal import trends
from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Kind, Symptom
from legjournal.models.nights import Awakening, Night
from legjournal.models.routine import Session
from legjournal.progress import Progress, unheard
from legjournal.report.choices import Audience, Choices
from legjournal.report.parts.appointments import AppointmentLine, appointments, occasion
from legjournal.report.parts.days import DayLine, days
from legjournal.report.parts.figures import Figures, figures
from legjournal.report.parts.function import ActivityLine, activities
from legjournal.report.parts.legs import Place, places
from legjournal.report.parts.loaded import load
from legjournal.report.parts.medicines import MedicineLine, medicines
from legjournal.report.parts.routine import RoutineSummary, routine
from legjournal.report.parts.therapies import TherapyLine, therapies
from legjournal.trends import Period


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    before: the figures of as many days just before the period; None where nothing was recorded in them.
    """

    choices: Choices
    made_on: date
    period: Period
    figures: Figures
    before: Figures | None
    activities: tuple[ActivityLine, ...]
    places: tuple[Place, ...]
    routine: RoutineSummary
    medicines: tuple[MedicineLine, ...]
    therapies: tuple[TherapyLine, ...]
    appointments: tuple[AppointmentLine, ...]
    next_appointment: AppointmentLine | None
    days: tuple[DayLine, ...]

    @property
    def audience(self) -> Audience:
        """Who it is for."""
        return self.choices.audience

    @property
    def empty(self) -> bool:
        """Whether the period has no entry at all."""
        return self.figures.completeness.recorded == 0


def build(
    journal: Journal,
    period: Period,
    choices: Choices,
    progress: Progress = unheard,
    appointment_id: str = "",
) -> Report:
    """Load the period once and work everything out. `progress` may raise to give up.

    appointment_id: the one it is for; the next to come where none is named, or where that one is gone.
    """
    loaded = load(journal, period)
    progress(0.4)
    pain = trends.worst_by_day(loaded.symptoms, Kind.PAIN)
    urge = trends.worst_by_day(loaded.symptoms, Kind.URGE)
    report = Report(
        choices=choices,
        made_on=journal.clock.today(),
        period=period,
        figures=figures(loaded, period, journal.clock),
        before=_before(journal, period),
        activities=activities(journal, period),
        places=places(loaded.symptoms),
        routine=routine(journal, period, loaded, pain),
        medicines=medicines(journal, period),
        therapies=therapies(journal, period),
        appointments=appointments(journal, period),
        next_appointment=occasion(journal, appointment_id),
        days=days(period, loaded.nights, pain, urge),
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


def _before(journal: Journal, period: Period) -> Figures | None:
    length = timedelta(days=len(period))
    earlier = Period(period.first - length, period.last - length)
    loaded = load(journal, earlier)
    return figures(loaded, earlier, journal.clock) if loaded.first_typed else None
