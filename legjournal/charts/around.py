"""Before, during and after a course: one outcome as dots, and every outcome in the table."""

from collections.abc import Iterator

from legjournal import phrases
from legjournal.charts import dots, side_by_side
from legjournal.charts.dots import Dots, Strip
from legjournal.charts.scene import Scene
from legjournal.charts.steps import steps_of
from legjournal.trends.course_words import answers_in_words, groups_of, in_words, name_of, phase_names
from legjournal.trends.courses import Course
from legjournal.trends.facts import Outcome
from legjournal.trends.groups import Group
from legjournal.trends.one_course import Around
from legjournal.trends.outcome_words import outcome_names
from legjournal.words import text


def title(around: Around) -> str:
    """What the picture shows."""
    return text("{outcome} before, during and after: {course}").format(
        outcome=outcome_names()[around.outcome], course=name_of(around.course)
    )


def height(around: Around) -> float:
    """How high the picture would like to be, in heights of the text."""
    return dots.height(_dots(around))


def draw(around: Around, width: float, height: float, em: float) -> Scene:
    """Lay the groups out, the earliest on top."""
    return dots.draw(_dots(around), width, height, em)


def _dots(around: Around) -> Dots:
    course, outcome = around.course, around.outcome
    groups = groups_of(course, course.outcomes[outcome])
    others = (row for other in Outcome if other is not outcome for row in _rows(course, other))
    return Dots(
        steps=steps_of(outcome, (answer for answers in around.answers for answer in answers)),
        strips=[
            _strip(phase, outcome, answers, numbers)
            for phase, answers, numbers in zip(phase_names(course), around.answers, groups, strict=False)
        ],
        summary=in_words(course, outcome),
        header=side_by_side.header(),
        rows=(*_rows(course, outcome), *others),
    )


def _strip(phase: str, outcome: Outcome, answers: list[int], numbers: Group) -> Strip:
    name = text("{phase}: {n}").format(
        phase=phrases.begun_large(phase), n=answers_in_words(outcome, numbers.n)
    )
    if numbers.mean is None:
        return Strip(name, answers, numbers, text("no answer"))
    average = side_by_side.average(outcome, numbers)
    return Strip(name, answers, numbers, text("average {value}").format(value=average))


def _rows(course: Course, outcome: Outcome) -> Iterator[side_by_side.Row]:
    """The groups of one outcome, which the first cell names."""
    groups = groups_of(course, course.outcomes[outcome])
    if not any(group.n for group in groups):
        return
    for phase, numbers in zip(phase_names(course), groups, strict=True):
        name = text("{outcome}, {phase}").format(outcome=outcome_names()[outcome], phase=phase)
        yield side_by_side.row(name, outcome, numbers)
