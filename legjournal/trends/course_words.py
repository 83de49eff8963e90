"""A course in words: what it is called, and what was before, during and after it, and never a cause."""

from legjournal import phrases
from legjournal.trends.courses import Course, CourseKind, Phases
from legjournal.trends.facts import OF_THE_NIGHT, Outcome
from legjournal.trends.groups import Group
from legjournal.trends.outcome_words import LONGEST, outcome_names
from legjournal.trends.sentences import value_in_words
from legjournal.words import plural, text


def name_of(course: Course) -> str:
    """Ropinirole, 0.5 mg; Massage; a plan says that it is one."""
    name = phrases.cut(course.name, LONGEST)
    match course.kind:
        case CourseKind.PLAN:
            return text("{name}: plan").format(name=name)
        case CourseKind.MEDICINE if course.detail:
            return text("{name}, {dose}").format(name=name, dose=phrases.cut(course.detail, LONGEST))
        case _:
            return name


def when_of(course: Course) -> str:
    """From when to when, or that it goes on."""
    if course.last is None:
        return text("since {day}").format(day=phrases.day(course.first))
    return phrases.span(course.first, course.last)


def phase_names(course: Course) -> tuple[str, ...]:
    """What the groups of days are; there is no after while it goes on."""
    before, during = text("the two weeks before"), text("during it")
    return (before, during) if course.last is None else (before, during, text("the two weeks after"))


def groups_of(course: Course, phases: Phases) -> tuple[Group, ...]:
    """The groups that go with those names."""
    groups = (phases.before, phases.during, phases.after)
    return groups[: len(phase_names(course))]


def in_words(course: Course, outcome: Outcome) -> str:
    """Each average with how many days or nights it is of."""
    groups = groups_of(course, course.outcomes[outcome])
    said = (
        text("{phase} {average}").format(phase=phase, average=_average(outcome, group))
        for phase, group in zip(phase_names(course), groups, strict=True)
    )
    goes_on = text("It goes on, so there is nothing after it yet.")
    proves = text("These are the averages of this diary, not proof of a cause.")
    return " ".join(
        [
            text("{course}, {when}. {outcome} on average: {said}.").format(
                course=name_of(course),
                when=when_of(course),
                outcome=outcome_names()[outcome],
                said="; ".join(said),
            ),
            *([goes_on] if course.last is None else []),
            *([proves] if any(group.n for group in groups) else []),
        ]
    )


def _average(outcome: Outcome, group: Group) -> str:
    if group.mean is None:
        return text("no answer")
    return text("{value} ({n})").format(
        value=value_in_words(outcome, group.mean), n=answers_in_words(outcome, group.n)
    )


def answers_in_words(outcome: Outcome, n: int) -> str:
    """14 nights; 1 day."""
    if outcome in OF_THE_NIGHT:
        return plural("{n} night", "{n} nights", n).format(n=phrases.count(n))
    return plural("{n} day", "{n} days", n).format(n=phrases.count(n))
