"""What each figure is and where it comes from, for a reader who doubts it, and rightly."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from legjournal.report.content import Report
from legjournal.report.sections.pieces import heading
from legjournal.report.sections.prose import defined
from legjournal.words import text


def definitions(_report: Report) -> list[Flowable]:
    """The section."""
    return [heading(text("How the figures are made")), *(defined(*entry) for entry in _entries())]


def _entries() -> Iterator[tuple[str, str]]:
    yield (
        text("Who wrote it."),
        text(
            "Written by the patient with Leg Journal; not a diagnosis. The program adds up, averages and "
            "draws. It does not judge a number, and no figure here is a licensed questionnaire."
        ),
    )
    yield from _counting()
    yield from _scores()
    yield from _sleep()
    yield from _care()


def _counting() -> Iterator[tuple[str, str]]:
    yield (
        text("Average, and “of”."),
        text(
            "The mean of the days, nights or sessions that have an answer; how many those are stands beside "
            "it. What was not answered is left out and never counted as 0. A dash means: no answer."
        ),
    )
    yield (
        text("The same day."),
        text(
            "A day counts as recorded on the same day when the first thing about it was typed before 4am of "
            "the next morning; the time of typing is kept by the program and cannot be edited."
        ),
    )
    yield (
        text("Before."),
        text("The period of as many days that ended on the day before this one began."),
    )


def _scores() -> Iterator[tuple[str, str]]:
    yield (
        text("Pain, urge to move."),
        text(
            "0 none, 10 worst: the highest score of each day. A score for both legs counts for the left and "
            "for the right, one without a side for neither. Left and right are the patient's own."
        ),
    )
    yield (
        text("Effect on the day."),
        text("How much the legs got in the way of the day: 0 not at all, 10 completely."),
    )
    yield (
        text("Own activities."),
        text("How well something went that the patient chose: 0 cannot, 10 as before. Higher is better."),
    )


def _sleep() -> Iterator[tuple[str, str]]:
    yield (
        text("Sleep."),
        text(
            "A night belongs to the morning it ended on. Time in bed = got up − got into bed. Time asleep = "
            "last woke − tried to sleep − minutes to fall asleep − minutes awake in the night. Asleep as a "
            "share of time in bed = all time asleep ÷ all time in bed, of the nights that have both. The "
            "questions are those a consensus sleep diary asks (Carney and others, Sleep 2012;35:287). Times "
            "are elapsed time, also in the two nights in which the clocks change. Naps are not in it."
        ),
    )
    yield (
        text("Disturbed nights."),
        text("Nights woken twice or more by the legs, of the nights on which that was answered."),
    )


def _care() -> Iterator[tuple[str, str]]:
    yield (
        text("Routine."),
        text(
            "A session is one go at the exercises; weeks, from Monday to Sunday, count the days with one. "
            "Planned is what the plan of a week asked for, less the days paused. The day after a session is "
            "set beside the day after a recorded day without one: what went together, not what caused what."
        ),
    )
    yield (
        text("Medicines, tests, therapies."),
        text("As typed by the patient: names, doses, numbers, dates and costs were not checked."),
    )
