"""The weekly check and the activities of the person's own, from check to check."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.spans import Step
from legjournal.report.parts.weekly import CheckRow
from legjournal.report.sections.pieces import headed, heading, paragraph, subheading, table, whole
from legjournal.report.sections.spans import mean_of, span_name, step_name
from legjournal.words import text

_BESIDE = 4  # activities in one table
_DATES = 110.0  # points, of the column of dates


def weekly(report: Report) -> list[Flowable]:
    """The section."""
    name, checks = heading(text("Weekly check")), report.checks
    if not checks.questions and not checks.activities:
        return [whole(name, paragraph(text("There is no weekly check of this period.")))]
    how = [] if checks.step is Step.DAY else [paragraph(_averaged())]
    return [*headed(name, *how, *_questions(report)), *_activities(report)]


def _averaged() -> str:
    return text("Each number is an average; the number of checks it is of stands in brackets.")


def _questions(report: Report) -> list[Flowable]:
    if not report.checks.questions:
        return []
    heads = (
        text("Pain in the legs, on average"),
        text("Got in the way of enjoying life"),
        text("Got in the way of everyday things"),
    )
    how = text("The 7 days before each check, in our own words: 0 is none or not at all, 10 the worst.")
    return [paragraph(how), _table(report.checks.step, heads, report.checks.questions)]


def _activities(report: Report) -> list[Flowable]:
    """The activities, as many beside each other as have room."""
    checks = report.checks
    if not checks.activities:
        return []
    parts: list[Flowable] = []
    for first in range(0, len(checks.names), _BESIDE):
        columns = slice(first, first + _BESIDE)
        rows = [CheckRow(row.first, row.scores[columns]) for row in checks.activities]
        scored = [row for row in rows if any(score.n for score in row.scores)]
        parts.append(_table(checks.step, checks.names[columns], scored))
    name = subheading(text("What I want to be able to do"))
    return headed(name, paragraph(text("How well it went: 0 cannot, 10 as before.")), *parts)


def _table(step: Step, heads: Sequence[str], rows: Sequence[CheckRow]) -> Flowable:
    cells = [(span_name(row.first, step), *(mean_of(score, step) for score in row.scores)) for row in rows]
    wide = (WIDTH - _DATES) / max(3, len(heads))
    first = text("Check on") if step is Step.DAY else step_name(step)
    widths = (WIDTH - wide * len(heads), *[wide] * len(heads))
    return table((first, *heads), cells, widths, lines=3)
