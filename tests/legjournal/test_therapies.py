"""Therapy courses over a period."""

from datetime import timedelta

from hand_clock import EVENING

from legjournal.journal import Journal
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.therapies import CourseFigures

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
        CourseFigures("Shockwave", sessions=3, cost_pence=16000, before=6.5, after=4.0),
        CourseFigures("Massage", sessions=1, cost_pence=None, before=None, after=None),
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
