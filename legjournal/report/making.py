"""A report from what was asked for to the finished pages."""

from dataclasses import dataclass

from legjournal.journal import Journal
from legjournal.progress import Progress, unheard
from legjournal.report import content
from legjournal.report.choices import Choices
from legjournal.report.content import Report
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is asked to be. appointment_id: the one it is for, "" for the next to come."""

    period: Period
    choices: Choices
    appointment_id: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The report and its pages as a PDF."""

    report: Report
    pdf: bytes


def make(journal: Journal, wanted: Wanted, progress: Progress = unheard) -> Made:
    """Build the report and draw it. `progress` may raise to give up."""
    from legjournal.report import document

    report = content.build(journal, wanted.period, wanted.choices, progress, wanted.appointment_id)
    pdf = document.draw(report)
    progress(0.9)
    return Made(report, pdf)
