"""The days one by one, or the weeks, months or years of a long period."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.day_table import DayRow
from legjournal.report.parts.spans import Step
from legjournal.report.sections.pieces import headed, heading, paragraph, table
from legjournal.report.sections.spans import mean_of, span_name, step_name
from legjournal.report.values import NONE, short_length
from legjournal.words import text

_OF_DAYS = (103.0, 40.0, 43.0, 50.0, 70.0, 54.0, 51.0, 60.0)
_OF_SPANS = (76.0, 48.0, 42.0, 42.0, 48.0, 66.0, 48.0, 46.0, 60.0)


def days(report: Report) -> list[Flowable]:
    """The section."""
    step = report.day_table.step
    rows = [_row(row, step) for row in report.day_table.rows]
    widths = _OF_DAYS if step is Step.DAY else _OF_SPANS
    made = table([*_heads(step)], rows, (*widths, WIDTH - sum(widths)), lines=3)
    return headed(heading(text("The days")), paragraph(_how(step)), made)


def _how(step: Step) -> str:
    words = text("Scores are the worst of the day, 0 to 10; “–”: nothing was answered, which is not 0.")
    if step is Step.DAY:
        return words
    over = {
        Step.WEEK: text("The period is long: a row is a week."),
        Step.MONTH: text("The period is long: a row is a month."),
        Step.YEAR: text("The period is long: a row is a year."),
    }[step]
    averaged = text("Each number is the average of the days that have one; how many stands in brackets.")
    return f"{over} {averaged} {words}"


def _heads(step: Step) -> Iterator[str]:
    yield step_name(step)
    if step is not Step.DAY:
        yield text("Days written")
    yield text("Pain left")
    yield text("Pain right")
    yield text("Urge to move")
    yield text("Asleep")
    yield text("Woken by legs")
    yield text("Effect on day")
    yield text("Session") if step is Step.DAY else text("Sessions")
    yield text("Bad day") if step is Step.DAY else text("Bad days")


def _row(row: DayRow, step: Step) -> tuple[str, ...]:
    name = span_name(row.first, step)
    numbers = (
        mean_of(row.pain_left, step),
        mean_of(row.pain_right, step),
        mean_of(row.urge_to_move, step),
        mean_of(row.asleep_min, step, short_length),
        mean_of(row.woken_by_legs, step),
        mean_of(row.effect, step),
    )
    if step is Step.DAY:
        return (name, *numbers, _mark(row, row.sessions), _mark(row, row.bad_days))
    counts = (str(row.sessions), str(row.bad_days)) if row.recorded else (NONE, NONE)
    below = (shown.replace(" (", "\n(") for shown in numbers)
    return (name, str(row.recorded), *below, *counts)


def _mark(row: DayRow, n: int) -> str:
    """Yes; nothing for what was not marked on a day that was written on."""
    if n:
        return text("yes")
    return "" if row.recorded else NONE
