"""The whole record: every table a person's entries lie in, parents before children.

A start of the window needs few of them, so each subject imports its own; only an export, an import, a check
and the tests ask for all.
"""

from legjournal.models.appointments import Appointment
from legjournal.models.contacts import Contact
from legjournal.models.diary import DiaryDay, Symptom
from legjournal.models.drafts import Draft
from legjournal.models.medicines import Dose, Medicine, TestResult
from legjournal.models.nights import Awakening, Nap, Night
from legjournal.models.preferences import PageMark, Preference
from legjournal.models.routine import (
    DayOff,
    EasierVersion,
    Exercise,
    ExerciseMark,
    Pause,
    Plan,
    PlanItem,
    Session,
    SetDone,
)
from legjournal.models.row import Row
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.models.weekly import Activity, ActivityScore, WeeklyCheck

RECORD: tuple[type[Row], ...] = (
    DiaryDay,
    Symptom,
    Night,
    Nap,
    Awakening,
    WeeklyCheck,
    Activity,
    ActivityScore,
    Exercise,
    ExerciseMark,
    Plan,
    PlanItem,
    Session,
    SetDone,
    EasierVersion,
    DayOff,
    Pause,
    Medicine,
    Dose,
    TestResult,
    TherapyCourse,
    TherapySession,
    Appointment,
    Contact,
    PageMark,
    Preference,
    Draft,
)

BY_TABLE: dict[str, type[Row]] = {str(model.__tablename__): model for model in RECORD}
