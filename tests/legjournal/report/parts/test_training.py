"""The routine in detail, against three weeks worked out by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hand_clock import EVENING

from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.routine import (
    Exercise,
    ExerciseFields,
    PlanFields,
    PlanItemFields,
    Session,
    SkipReason,
)
from legjournal.models.row import new_id
from legjournal.report.parts.sessions import MOST_LISTED, SessionLine
from legjournal.report.parts.sets import ExerciseLine
from legjournal.report.parts.spans import Step
from legjournal.report.parts.training import PlannedExercise, Training, WeeksLine, training
from legjournal.routine.boxes import SetToDo
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period

TODAY = EVENING.date()  # Sunday 22 November 2026
THREE_WEEKS = Period(date(2026, 11, 2), TODAY)
BRIDGE = PlanItemFields(exercise="glute-bridge", sets=2, repetitions_from=10, repetitions_to=12)
CLAM = PlanItemFields(exercise="clamshell", sets=2, rest_seconds=0, each_side=True, easier=True)


def _nov(day: int) -> date:
    return date(2026, 11, day)


def _adopt(journal: Journal, day: int = 2, **plan: object) -> None:
    fields = {"name": "Hips", "times_a_week": 3, **plan}
    journal.plans.adopt(PlanFields(started=_nov(day), **fields), [BRIDGE, CLAM])


def _tick(journal: Journal, day: int, exercise: str, *numbers: int, side: Side | None = None) -> str:
    """Tick sets of a day; the id of its session."""
    for number in numbers:
        journal.sessions.tick(_nov(day), SetToDo(exercise, number, side))
    return journal.sessions.on(_nov(day))[0].id


@pytest.fixture
def three_weeks(journal: Journal) -> Journal:
    """Two sessions in the first week, one in the second and a pause, nothing in the third but days off."""
    _adopt(journal)
    first = _tick(journal, 3, "glute-bridge", 1, 2)
    _tick(journal, 3, "clamshell", 1, 2, side=Side.LEFT)
    _tick(journal, 3, "clamshell", 1, side=Side.RIGHT)
    second = _tick(journal, 6, "glute-bridge", 1)
    third = _tick(journal, 9, "clamshell", 1)  # both sides as one
    journal.sessions.record(first, effort=6, pain_during=3)
    journal.sessions.record(second, effort=3)
    journal.sessions.choose_version(_nov(9), third, "clamshell", easier=True)
    journal.days_off.record_pause(new_id(), started=_nov(11), ended=_nov(15), reason=SkipReason.AWAY)
    journal.days_off.skip(_nov(16), SkipReason.FLARE)
    journal.days_off.skip(_nov(17), SkipReason.FLARE)
    journal.days_off.skip(_nov(18))
    journal.days_off.rest(_nov(19))
    journal.days_off.skip(_nov(6), SkipReason.ILL)  # and yet there was a session
    return journal


def _training(journal: Journal, period: Period = THREE_WEEKS) -> Training:
    weeks = journal.weeks.between(period.first, period.last)
    return training(journal, period, weeks, journal.plans.on(period.last), {_nov(4): 7})


def test_the_plan_in_force_has_its_doses_in_words(three_weeks: Journal) -> None:
    """Each exercise as the Routine tab says it, in the plan's order, with its easier version."""
    plan = _training(three_weeks).plan
    assert plan is not None
    assert (plan.name, plan.started, plan.per_week, plan.weekdays) == ("Hips", _nov(2), 3, ())
    assert plan.exercises == (
        PlannedExercise("Glute bridge", "2 × 10 to 12, rest 1 minute", easier=False),
        PlannedExercise("Clamshell", "2 × 10 to 15 each side", easier=True),
    )


def test_the_weeks_are_those_of_the_routine_tab(three_weeks: Journal) -> None:
    """Planned, done, rest, skipped, paused: a pause lowers the target, and a session outdoes a skip."""
    found = _training(three_weeks)
    assert found.step is Step.WEEK
    assert found.lines == (
        WeeksLine(_nov(2), _nov(8), planned=3, done=2, rest=0, skipped=0, paused=0),
        WeeksLine(_nov(9), _nov(15), planned=1, done=1, rest=0, skipped=0, paused=5),
        WeeksLine(_nov(16), TODAY, planned=3, done=0, rest=1, skipped=3, paused=0),
    )
    assert [week.monday for week in found.weeks] == [line.first for line in found.lines]


def test_skipped_days_are_counted_by_their_reason(three_weeks: Journal) -> None:
    """The most often first; without a reason too; a day that had its session after all was not skipped."""
    assert _training(three_weeks).reasons == ((SkipReason.FLARE, 2), (None, 1))


def test_sets_are_told_by_exercise_and_side(three_weeks: Journal) -> None:
    """Three days of two sets: 3 of 6 bridges; left 3 and right 2 of 6, one of each ticked as both."""
    assert _training(three_weeks).exercises == (
        ExerciseLine("Glute bridge", None, planned=6, done=3, days=2, easier=0),
        ExerciseLine("Clamshell", Side.LEFT, planned=6, done=3, days=2, easier=1),
        ExerciseLine("Clamshell", Side.RIGHT, planned=6, done=2, days=2, easier=1),
    )


def test_effort_and_pain_are_of_the_sessions_that_have_them(three_weeks: Journal) -> None:
    """Two sessions with an effort, one with a pain."""
    found = _training(three_weeks)
    assert (found.effort, found.pain_during) == (Mean(2, 4.5), Mean(1, 3))


def test_each_session_has_its_line(three_weeks: Journal) -> None:
    """Exercises done of those planned, its minutes, its scores, and the worst pain of the day after."""
    [first] = three_weeks.sessions.on(_nov(3))
    began = datetime(2026, 11, 3, 17, tzinfo=UTC)
    with three_weeks.store.change() as change:
        change.session.get(Session, first.id).started_at = began
    three_weeks.sessions.record(first.id, finished_at=began + timedelta(minutes=25, seconds=40))
    assert _training(three_weeks).sessions == (
        SessionLine(_nov(3), 26, done=2, planned=2, effort=6, pain_during=3, pain_day_after=7),
        SessionLine(_nov(6), None, done=1, planned=2, effort=3, pain_during=None, pain_day_after=None),
        SessionLine(_nov(9), None, done=1, planned=2, effort=None, pain_during=None, pain_day_after=None),
    )


def test_many_sessions_are_not_listed(journal: Journal) -> None:
    """Sixty are, sixty-one are not."""
    days = [TODAY - timedelta(days=n) for n in range(MOST_LISTED + 1)]
    with journal.store.change() as change:
        change.session.add_all(Session(date=day) for day in days)
    assert len(_training(journal, Period(days[-2], TODAY)).sessions) == MOST_LISTED
    assert _training(journal, Period(days[-1], TODAY)).sessions == ()


def test_two_sessions_on_a_day_are_planned_once(journal: Journal) -> None:
    """Half in the morning, half in the evening is one day; a set ticked in both counts once."""
    _adopt(journal)
    for session in (new_id(), new_id()):
        journal.sessions.tick(_nov(3), SetToDo("glute-bridge", 1), session)
    assert _training(journal).exercises[0] == ExerciseLine("Glute bridge", None, 2, 1, 1, 0)


def test_what_no_plan_asked_for_is_told_too(journal: Journal) -> None:
    """A set without a plan, of an exercise of one's own: done by its own name, and nothing planned."""
    journal.sessions.tick(TODAY, SetToDo("own-1", 1))
    with journal.store.change() as change:
        change.session.add(Exercise(**ExerciseFields(key="own-1", name="Hill <b>walk</b>").model_dump()))
    found = _training(journal)
    assert found.plan is None
    assert found.exercises == (ExerciseLine("Hill <b>walk</b>", None, None, 1, 1, 0),)


def test_many_weeks_are_put_together_by_month(three_weeks: Journal) -> None:
    """Over four years a line is a month: sums of its weeks, and no chart of two hundred columns."""
    found = _training(three_weeks, Period(date(2022, 11, 23), TODAY))
    assert (found.step, found.weeks) == (Step.MONTH, ())
    assert found.lines[-1] == WeeksLine(_nov(2), TODAY, planned=7, done=3, rest=1, skipped=3, paused=5)
    assert sum(line.done for line in found.lines) == 3


def test_an_empty_journal_has_no_plan_and_no_mean(journal: Journal) -> None:
    """Weeks without a plan have no target; there is no effort, which is not an effort of 0."""
    found = _training(journal, Period(TODAY, TODAY))
    assert found.plan is None
    assert found.lines == (WeeksLine(_nov(16), TODAY, None, 0, 0, 0, 0),)
    assert found.exercises == found.reasons == ()
    assert found.effort == found.pain_during == Mean(0, None)
