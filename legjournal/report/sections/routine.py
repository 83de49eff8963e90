"""The routine for whoever reads it in detail: the plan, its weeks, the sets by side, the day after."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.charts import weeks
from legjournal.entries import felt, values
from legjournal.models.routine import SkipReason
from legjournal.phrases import count
from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.sessions import SessionLine
from legjournal.report.parts.spans import Step
from legjournal.report.parts.training import PlanInForce, PlannedExercise, Training, WeeksLine
from legjournal.report.sections.drawn import drawn
from legjournal.report.sections.pieces import headed, heading, paragraph, subheading, table, whole
from legjournal.report.sections.spans import span_name, step_name
from legjournal.report.values import NONE, number
from legjournal.trends.figures import Mean
from legjournal.words import plural, text

LETTERS = 8.5  # points, in the picture
_HEIGHT = 150.0  # points, of the picture


def routine(report: Report) -> list[Flowable]:
    """The section."""
    name, training = heading(text("Routine")), report.training
    if training.plan is None and not training.exercises and not report.routine.sessions:
        return [whole(name, paragraph(text("No plan and no session was recorded in this period.")))]
    return [
        *headed(name, *_plan(training.plan)),
        *_figures(report),
        *_weeks(training),
        *_sets(training),
        *_sessions(training),
    ]


def _plan(plan: PlanInForce | None) -> list[Flowable]:
    if plan is None:
        return [paragraph(text("No plan was in force at the end of this period."))]
    rows = [(_name(exercise), exercise.dose) for exercise in plan.exercises]
    widths = (0.42 * WIDTH, 0.58 * WIDTH)
    in_words = paragraph(_how_often(plan))
    if not rows:
        return [in_words]
    heads = (text("Exercise"), text("Sets, repetitions, hold and rest"))
    return [in_words, table(heads, rows, widths, words=2, lines=4)]


def _how_often(plan: PlanInForce) -> str:
    """The plan “Hips”, 3 times a week, since 2 November 2026."""
    often = plural("once a week", "{n} times a week", plan.per_week or 1).format(n=plan.per_week)
    if plan.weekdays:
        often = text("on {days}").format(days=values.week(plan.weekdays))
    parts = [text("The plan “{name}”").format(name=plan.name), *([often] if plan.per_week else [])]
    since = text("since {day}.").format(day=phrases.day(plan.started))
    return ", ".join([*parts, since])


def _name(exercise: PlannedExercise) -> str:
    return text("{name} (easier version)").format(name=exercise.name) if exercise.easier else exercise.name


def _figures(report: Report) -> list[Flowable]:
    done, training = report.routine, report.training
    if not done.sessions:
        return [paragraph(text("No session was recorded in this period."))]
    sessions = plural("{n} session", "{n} sessions", done.sessions).format(n=count(done.sessions))
    rows = [
        (text("Effort, 0 to 10"), *_of_sessions(training.effort)),
        (text("Pain during a session, 0 to 10"), *_of_sessions(training.pain_during)),
        (text("Worst leg pain, day after a session"), *_of_days(done.day_after_session)),
        (text("Worst leg pain, day after no session"), *_of_days(done.day_after_rest)),
    ]
    name = subheading(text("{sessions} in this period").format(sessions=sessions))
    return [whole(name, table(("", text("average"), text("of")), rows, (WIDTH - 200, 90, 110)))]


def _of_sessions(mean: Mean) -> tuple[str, str]:
    return _mean(mean, plural("{n} session", "{n} sessions", mean.n))


def _of_days(mean: Mean) -> tuple[str, str]:
    return _mean(mean, plural("{n} day", "{n} days", mean.n))


def _mean(mean: Mean, of: str) -> tuple[str, str]:
    return (number(mean.value), of.format(n=count(mean.n))) if mean.n else (NONE, NONE)


def _weeks(training: Training) -> Iterator[Flowable]:
    if not any(_has_something(line) for line in training.lines):
        return
    by_week = training.step is Step.WEEK
    name = subheading(text("Week by week") if by_week else text("Sessions planned and done"))
    if training.weeks:
        yield whole(name, drawn(weeks.draw(training.weeks, WIDTH, _HEIGHT, LETTERS), LETTERS))
    else:
        yield name
    heads = (
        step_name(training.step),
        text("Planned"),
        text("Sessions"),
        text("Rest"),
        text("Skipped"),
        text("Paused"),
    )
    yield table(heads, [_row(line, training.step) for line in training.lines], (WIDTH - 350, *[70] * 5))
    yield paragraph(" ".join([*_skipped(training), _how_counted(training.step)]))


def _has_something(line: WeeksLine) -> bool:
    return bool(line.planned or line.done or line.rest or line.skipped or line.paused)


def _row(line: WeeksLine, step: Step) -> tuple[str, ...]:
    if not _has_something(line):
        return (span_name(line.first, step), *[NONE] * 5)
    planned = NONE if line.planned is None else count(line.planned)
    days = (line.done, line.rest, line.skipped, line.paused)
    return (span_name(line.first, step), planned, *map(count, days))


def _skipped(training: Training) -> Iterator[str]:
    days = sum(n for _why, n in training.reasons)
    if days:
        reasons = ", ".join(f"{_why(reason)} {count(n)}" for reason, n in training.reasons)
        words = plural("{n} day skipped: {reasons}.", "{n} days skipped: {reasons}.", days)
        yield words.format(n=count(days), reasons=reasons)


def _why(reason: SkipReason | None) -> str:
    return values.reason(reason) if reason else text("no reason given")


def _how_counted(step: Step) -> str:
    words = text(
        "Weeks run from Monday to Sunday and are told whole. Sessions, rest, skipped and paused are days. "
        "A pause takes its days off what was planned."
    )
    if step is Step.WEEK:
        return words
    return words + " " + text("A row is the weeks that begin in that month or year.")


def _sets(training: Training) -> list[Flowable]:
    if not training.exercises:
        return []
    heads = (
        text("Exercise"),
        text("Side"),
        text("Sets planned"),
        text("Sets done"),
        text("Days"),
        text("Days, easier version"),
    )
    rows = [
        (
            line.name,
            felt.side(line.side) if line.side else "",
            NONE if line.planned is None else count(line.planned),
            count(line.done),
            count(line.days),
            count(line.easier) if line.easier else NONE,
        )
        for line in training.exercises
    ]
    widths = (WIDTH - 335, 45, 70, 60, 50, 110)
    how = paragraph(
        text(
            "Planned: the sets of the plan on the days with a session. "
            "A set ticked for both sides is one of each."
        )
    )
    return headed(subheading(text("Sets by exercise and side")), table(heads, rows, widths, words=2), how)


def _sessions(training: Training) -> list[Flowable]:
    if not training.sessions:
        return []
    heads = (
        text("Session"),
        text("Exercises done"),
        text("Minutes"),
        text("Effort"),
        text("Pain during"),
        text("Worst pain the day after"),
    )
    rows = [_session(line) for line in training.sessions]
    made = table(heads, rows, (WIDTH - 400, 90, 70, 60, 70, 110))
    return headed(subheading(text("Session by session")), made)


def _session(line: SessionLine) -> tuple[str, ...]:
    done = str(line.done)
    if line.planned is not None:
        done = text("{n} of {planned}").format(n=line.done, planned=line.planned)
    scores = (line.minutes, line.effort, line.pain_during, line.pain_day_after)
    return (span_name(line.date, Step.DAY), done, *map(number, scores))
