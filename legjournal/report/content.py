"""Everything the report says, as one value; nothing is asked of the journal while it is drawn."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sqlalchemy import func
from sqlmodel import select

from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Symptom
from legjournal.models.nights import Awakening, Night
from legjournal.models.routine import Session
from legjournal.progress import Progress, unheard
from legjournal.report.choices import Audience, Choices, Section
from legjournal.report.parts.appointments import AppointmentLine, appointments, occasion
from legjournal.report.parts.courses import CourseLine, courses
from legjournal.report.parts.day_table import NO_DAYS, DayTable, day_table
from legjournal.report.parts.days import DayLine, days
from legjournal.report.parts.doses import MedicineDoses, doses
from legjournal.report.parts.figures import Figures, figures
from legjournal.report.parts.function import ActivityLine, activities
from legjournal.report.parts.legs import Place, places
from legjournal.report.parts.loaded import load
from legjournal.report.parts.medicines import MedicineLine, medicines
from legjournal.report.parts.nights import NO_NIGHTS, Nights, nights
from legjournal.report.parts.notes import Note, notes
from legjournal.report.parts.picked_charts import PickedChart, picked_charts
from legjournal.report.parts.results import TestSeries, results
from legjournal.report.parts.routine import RoutineSummary, routine
from legjournal.report.parts.therapies import TherapyLine, therapies
from legjournal.report.parts.training import NO_TRAINING, Training, training
from legjournal.report.parts.urge import Urge, urge_to_move
from legjournal.report.parts.weekly import NO_CHECKS, Checks, checks
from legjournal.trends.felt import HurtPlace, KindBySide, by_side, hurt_places
from legjournal.trends.medicine_changes import MedicineChange, medicine_changes
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    before: the figures of as many days just before the period; None where nothing was recorded in them.
    What is said behind the first page only is empty where its section is not asked for: from `charts` on.
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
    urge: Urge
    days: tuple[DayLine, ...]
    charts: tuple[PickedChart, ...] = ()
    training: Training = NO_TRAINING
    medicine_changes: tuple[MedicineChange, ...] = ()
    doses: tuple[MedicineDoses, ...] = ()
    results: tuple[TestSeries, ...] = ()
    courses: tuple[CourseLine, ...] = ()
    checks: Checks = NO_CHECKS
    notes: tuple[Note, ...] = ()
    day_table: DayTable = NO_DAYS
    nights: Nights = NO_NIGHTS
    hurt: tuple[HurtPlace, ...] = ()
    by_side: tuple[KindBySide, ...] = ()

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
    loaded, asked = load(journal, period), choices.sections
    progress(0.4)
    weeks, plan = journal.weeks.between(period.first, period.last), journal.plans.on(period.last)
    in_detail = partial(training, journal, period, weeks, plan, loaded.pain)
    report = Report(
        choices=choices,
        made_on=journal.clock.today(),
        period=period,
        figures=figures(loaded, period, journal.clock),
        before=_before(journal, period),
        activities=activities(journal, period),
        places=places(loaded.symptoms),
        routine=routine(period, loaded, weeks, plan),
        medicines=medicines(journal, period),
        therapies=therapies(journal, period),
        appointments=appointments(journal, period),
        next_appointment=occasion(journal, appointment_id),
        days=days(period, loaded),
        charts=picked_charts(journal, period) if Section.CHARTS in asked else (),
        training=in_detail() if Section.ROUTINE in asked else NO_TRAINING,
        medicine_changes=medicine_changes(journal, period) if Section.MEDICINES in asked else (),
        doses=doses(journal, period) if Section.MEDICINES in asked else (),
        results=results(journal, period) if Section.RESULTS in asked else (),
        courses=courses(journal, period) if Section.THERAPIES in asked else (),
        checks=checks(journal, period) if Section.WEEKLY in asked else NO_CHECKS,
        notes=notes(journal, period, choices.notes) if Section.NOTES in asked else (),
        day_table=day_table(loaded, period) if Section.DAYS in asked else NO_DAYS,
        nights=nights(journal, period, _earlier(period)) if Section.SLEEP in asked else NO_NIGHTS,
        hurt=hurt_places(loaded.symptoms) if Section.LEGS in asked else (),
        by_side=by_side(loaded.symptoms) if Section.LEGS in asked else (),
        urge=urge_to_move(journal, period, loaded.symptoms),
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
    earlier = _earlier(period)
    loaded = load(journal, earlier)
    return figures(loaded, earlier, journal.clock) if loaded.first_typed else None


def _earlier(period: Period) -> Period:
    """As many days just before."""
    length = timedelta(days=len(period))
    return Period(period.first - length, period.last - length)
