"""One course looked at closely: which there are to choose from, and the answers around the chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass

from legjournal.trends.courses import Course, answers_around, courses
from legjournal.trends.facts import Facts, Outcome


@dataclass(frozen=True, slots=True)
class Around:
    """courses: all there are, the latest begun first. answers: before, during and after, in order."""

    courses: Sequence[Course]
    course: Course
    outcome: Outcome
    answers: tuple[list[int], list[int], list[int]]


def look_around(facts: Facts, key: str, outcome: Outcome) -> Around | None:
    """Around the course of this key, or around the latest; None where no course has a beginning."""
    found = courses(facts)
    if not found:
        return None
    course = next((one for one in found if key_of(one) == key), found[0])
    return Around(found, course, outcome, answers_around(facts, outcome, course))


def key_of(course: Course) -> str:
    """By which a choice is kept, without the words a person wrote."""
    last = "" if course.last is None else course.last.isoformat()
    return f"{course.kind} {course.first.isoformat()} {last}".strip()
