"""Before, during and after, by hand."""

from datetime import date, timedelta

from legjournal.trends.courses import CourseKind, courses
from legjournal.trends.facts import DayFacts, Facts, Outcome, Stretch
from legjournal.trends.groups import Group

DAY = timedelta(days=1)
BEGAN, ENDED = date(2026, 6, 1), date(2026, 6, 10)


def _days(**columns: int) -> dict[date, DayFacts]:
    """Sixty days around the course, each with these answers."""
    return {BEGAN + n * DAY: DayFacts(**columns) for n in range(-30, 30)}


def _mean(group: Group) -> tuple[int, float | None]:
    return group.n, group.mean


def test_two_weeks_before_and_after_and_all_between() -> None:
    """Both ends are part of the course, and of the months around it only two weeks count."""
    days = {BEGAN + n * DAY: DayFacts(pain=6 if n < 0 else 4 if n < 10 else 2) for n in range(-30, 30)}
    (course,) = courses(Facts(days, medicines=(Stretch("a", "Ropinirole", BEGAN, ENDED, "0.5 mg"),)))
    assert (course.kind, course.name, course.detail) == (CourseKind.MEDICINE, "Ropinirole", "0.5 mg")
    pain = course.outcomes[Outcome.PAIN]
    assert (_mean(pain.before), _mean(pain.during), _mean(pain.after)) == ((14, 6.0), (10, 4.0), (14, 2.0))
    assert course.outcomes[Outcome.MOOD].during == Group()


def test_a_night_goes_with_its_evening() -> None:
    """The night that ends on the first morning was before; that after the last day was part of it."""
    days = {
        BEGAN: DayFacts(asleep=300),
        BEGAN + DAY: DayFacts(asleep=400),
        ENDED + DAY: DayFacts(asleep=420),
        ENDED + 2 * DAY: DayFacts(asleep=500),
    }
    (course,) = courses(Facts(days, plans=(Stretch("a", "Hips", BEGAN, ENDED),)))
    asleep = course.outcomes[Outcome.ASLEEP]
    assert (_mean(asleep.before), _mean(asleep.during), _mean(asleep.after)) == (
        (1, 300.0),
        (2, 410.0),
        (1, 500.0),
    )


def test_what_goes_on_has_no_after() -> None:
    """All that came since is during."""
    (course,) = courses(Facts(_days(urge=5), plans=(Stretch("a", "Hips", BEGAN, None),)))
    urge = course.outcomes[Outcome.URGE]
    assert (urge.before.n, urge.during.n, urge.after) == (14, 30, Group())


def test_a_therapy_without_dates_has_those_of_its_visits() -> None:
    """From the first visit to the last; one that was begun and not ended goes on."""
    days = _days(pain=3)
    for day in (BEGAN, BEGAN + 4 * DAY):
        days[day].visited = frozenset({"a"})
    (course,) = courses(Facts(days, courses=(Stretch("a", "Massage", None, None, "Town"),)))
    assert (course.first, course.last) == (BEGAN, BEGAN + 4 * DAY)
    assert course.outcomes[Outcome.PAIN].during.n == 5
    (course,) = courses(Facts(days, courses=(Stretch("a", "Massage", BEGAN - DAY, None),)))
    assert (course.first, course.last) == (BEGAN - DAY, None)


def test_without_a_beginning_there_is_no_before() -> None:
    """What was always there, and a therapy never visited, are not among them; the latest begun is first."""
    early, late = Stretch("b", "Old", BEGAN - 9 * DAY, None), Stretch("c", "New", BEGAN, None)
    unknown = Stretch("a", "Iron", None, BEGAN)
    facts = Facts(_days(), medicines=(unknown, early, late), courses=(Stretch("d", "Massage", None, None),))
    assert [course.name for course in courses(facts)] == ["New", "Old"]
