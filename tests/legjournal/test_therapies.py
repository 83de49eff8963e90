"""Therapy courses and their visits, day by day and over a period."""

from datetime import timedelta

import pytest
from hand_clock import EVENING
from pydantic import ValidationError

from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.therapies import CourseFigures, Spent, spent_by_month, spent_by_therapy

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_a_therapy_is_counted_priced_and_averaged_over_the_period(journal: Journal) -> None:
    """Sessions of the period only; cost is the sum, before and after are means of what was answered."""
    with journal.store.change() as change:
        shockwave, massage = TherapyCourse(name="Shockwave"), TherapyCourse(name="Massage")
        change.session.add(shockwave)
        change.session.add(massage)
        change.session.add(TherapyCourse(name="Never begun"))
        change.session.flush()
        for back, cost, before, after in (
            (3, 8000, 7, 4),
            (2, 8000, 6, None),
            (1, None, None, None),
            (40, 8000, 9, 9),
        ):
            change.session.add(
                TherapySession(
                    course_id=shockwave.id,
                    date=TODAY - back * DAY,
                    cost_pence=cost,
                    before=before,
                    after=after,
                )
            )
        change.session.add(TherapySession(course_id=massage.id, date=TODAY))
    assert journal.therapies.between(TODAY - 7 * DAY, TODAY) == [
        CourseFigures(
            "Shockwave", sessions=3, cost_pence=16000, before=6.5, after=4.0, started=None, stopped=None
        ),
        CourseFigures(
            "Massage", sessions=1, cost_pence=None, before=None, after=None, started=None, stopped=None
        ),
    ]
    assert journal.therapies.between(TODAY + DAY, TODAY + 2 * DAY) == []


def test_two_courses_of_one_name_stay_two(journal: Journal) -> None:
    """Massage here and massage there are two courses."""
    with journal.store.change() as change:
        for day in (TODAY - DAY, TODAY):
            course = TherapyCourse(name="Massage")
            change.session.add(course)
            change.session.flush()
            change.session.add(TherapySession(course_id=course.id, date=day))
    assert [course.sessions for course in journal.therapies.between(TODAY - DAY, TODAY)] == [1, 1]


def test_the_first_visit_begins_a_course(journal: Journal) -> None:
    """A name is enough; the next visit needs no second course, in whatever letters it is typed."""
    changed = journal.therapies.begin(TODAY, "Massage")
    assert changed.tables == {"therapy_course", "therapy_session"}
    assert changed.days == {TODAY}
    journal.therapies.begin(TODAY, "MASSAGE")
    [course] = journal.therapies.in_use(TODAY)
    assert (course.name, course.started) == ("Massage", TODAY)
    assert [visit.name for visit in journal.therapies.on(TODAY)] == ["Massage", "Massage"]


def test_a_visit_is_answered_and_taken_back(journal: Journal) -> None:
    """Cost in pence, the legs before and after; 0 is an answer, and each can be taken back."""
    journal.therapies.begin(TODAY, "Massage")
    [visit] = journal.therapies.on(TODAY)
    assert (visit.cost_pence, visit.before, visit.after) == (None, None, None)
    journal.therapies.change(visit.id, cost_pence=4000, before=6)
    journal.therapies.change(visit.id, after=0)
    [visit] = journal.therapies.on(TODAY)
    assert (visit.cost_pence, visit.before, visit.after) == (4000, 6, 0)
    journal.therapies.change(visit.id, before=None)
    assert journal.therapies.on(TODAY)[0].before is None
    with pytest.raises(ValidationError):
        journal.therapies.change(visit.id, before=11)


def test_a_visit_of_a_course_that_is_there(journal: Journal) -> None:
    """It is filed under its day; the course that was visited last is offered first."""
    journal.therapies.begin(TODAY - 2 * DAY, "Massage")
    journal.therapies.begin(TODAY - DAY, "Shockwave")
    massage = next(course for course in journal.therapies.in_use(TODAY) if course.name == "Massage")
    journal.therapies.record(TODAY, massage.id)
    assert [course.name for course in journal.therapies.in_use(TODAY)] == ["Massage", "Shockwave"]
    assert [visit.name for visit in journal.therapies.on(TODAY)] == ["Massage"]
    assert not journal.therapies.record(TODAY, "gone meanwhile")
    with pytest.raises(FutureDay):
        journal.therapies.record(TODAY + DAY, massage.id)
    with pytest.raises(FutureDay):
        journal.therapies.begin(TODAY + DAY, "Massage")


def test_a_course_that_has_ended_is_not_offered(journal: Journal) -> None:
    """Up to its last day it is."""
    with journal.store.change() as change:
        change.session.add(TherapyCourse(name="Shockwave", started=TODAY - 9 * DAY, stopped=TODAY - DAY))
    assert [course.name for course in journal.therapies.in_use(TODAY - DAY)] == ["Shockwave"]
    assert journal.therapies.in_use(TODAY) == []


def test_removing_a_slip_leaves_no_course_behind(journal: Journal) -> None:
    """With its only visit a course goes of which nothing else was said, and undo brings both back."""
    journal.therapies.begin(TODAY, "Masage")
    [visit] = journal.therapies.on(TODAY)
    journal.therapies.remove(visit.id)
    assert journal.therapies.on(TODAY) == journal.therapies.in_use(TODAY) == []
    journal.history.undo()
    assert journal.therapies.on(TODAY) == [visit]
    journal.therapies.begin(TODAY, "Masage")
    journal.therapies.remove(visit.id)
    assert [course.name for course in journal.therapies.in_use(TODAY)] == ["Masage"]


def test_a_course_with_a_price_outlives_its_only_visit(journal: Journal) -> None:
    """Somebody wrote more of it than its name."""
    with journal.store.change() as change:
        course = TherapyCourse(name="Shockwave", price_pence=8000)
        change.session.add(course)
    journal.therapies.record(TODAY, course.id)
    journal.therapies.remove(journal.therapies.on(TODAY)[0].id)
    assert [row.name for row in journal.therapies.in_use(TODAY)] == ["Shockwave"]


def test_a_course_is_kept_with_its_visits(journal: Journal) -> None:
    """One that goes on stands before one that has ended; visits come latest first; undo brings all back."""
    ended = journal.therapies.add(name="Massage", started=TODAY - 9 * DAY).rows[0]
    going = journal.therapies.add(name="Shockwave", started=TODAY - 20 * DAY).rows[0]
    for back in (3, 8):
        journal.therapies.add_visit(ended, date=TODAY - back * DAY, cost_pence=4000)
    journal.therapies.correct(ended, stopped=TODAY - 2 * DAY, name="Back massage")
    first, last = journal.therapies.logs()
    assert (first.course.id, first.visits) == (going, [])
    assert last.course.name == "Back massage"
    assert [visit.date for visit in last.visits] == [TODAY - 3 * DAY, TODAY - 8 * DAY]

    journal.therapies.remove_course(ended)
    assert [log.course.id for log in journal.therapies.logs()] == [going]
    journal.history.undo()
    assert len(journal.therapies.logs()[1].visits) == 2
    assert not journal.therapies.add_visit("gone meanwhile", date=TODAY)
    assert not journal.therapies.correct("gone meanwhile", name="x")
    assert not journal.therapies.remove_course("gone meanwhile")
    for answers in ({"name": "x", "started": TODAY + DAY}, {"name": "x", "stopped": TODAY + DAY}):
        with pytest.raises(FutureDay):
            journal.therapies.add(**answers)
    with pytest.raises(FutureDay):
        journal.therapies.add_visit(going, date=TODAY + DAY)


def test_in_the_log_a_course_outlives_its_only_visit(journal: Journal) -> None:
    """Somebody started it there by its name alone, and a visit written by mistake goes without it."""
    course = journal.therapies.add(name="Massage").rows[0]
    visit = journal.therapies.add_visit(course, date=TODAY).rows[0]
    journal.therapies.remove(visit, keeps_course=True)
    assert [log.course.id for log in journal.therapies.logs()] == [course]


def test_what_was_spent_is_summed_by_therapy_and_by_month(journal: Journal) -> None:
    """Courses of one name count together; a cost that is not written is not counted as 0, and 0 is."""
    here, there = (journal.therapies.add(name=name).rows[0] for name in ("Massage", "massage"))
    yoga = journal.therapies.add(name="Yoga").rows[0]
    journal.therapies.add(name="Never begun")
    october = TODAY.replace(month=10, day=31)
    for course, day, cost in (
        (here, TODAY, 4000),
        (there, october, 5050),
        (there, TODAY, None),
        (yoga, october, 0),
    ):
        journal.therapies.add_visit(course, date=day, cost_pence=cost)
    logs = journal.therapies.logs()
    by_therapy = {name.casefold(): spent for name, spent in spent_by_therapy(logs)}
    assert by_therapy == {"massage": Spent(3, 2, 9050), "yoga": Spent(1, 1, 0)}
    assert spent_by_month(logs) == [
        (TODAY.replace(day=1), Spent(2, 1, 4000)),
        (october.replace(day=1), Spent(2, 2, 5050)),
    ]
    assert spent_by_month([]) == spent_by_therapy([]) == []
