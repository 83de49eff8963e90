"""A report from what was asked for to the finished pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legjournal.journal import Journal
from legjournal.progress import Progress, unheard
from legjournal.report import content
from legjournal.report.choices import Choices
from legjournal.report.content import Report
from legjournal.trends.period import Period
from legjournal.words import text

if TYPE_CHECKING:
    from legjournal.tagged_pdf.attachments import Attachment

BUILT = 0.8  # of the whole is done when the report is built


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is asked to be.

    appointment_id: the one it is for, "" for the next to come. attached: whether it carries its numbers.
    """

    period: Period
    choices: Choices
    appointment_id: str = ""
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Finish:
    """What becomes of the pages when they are saved. password: "" for none; archives take none with one."""

    archived: bool = False
    password: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The report and its pages as a PDF."""

    report: Report
    pdf: bytes


def make(journal: Journal, wanted: Wanted, progress: Progress = unheard) -> Made:
    """Build the report and draw it. `progress` may raise to give up."""
    from legjournal.report import document

    report = content.build(journal, wanted.period, wanted.choices, progress, wanted.appointment_id)

    def drawing(share: float) -> None:
        progress(BUILT + (1 - BUILT) * share)

    pdf = document.draw(report, _numbers(report) if wanted.attached else None, drawing)
    return Made(report, pdf)


def finished(pdf: bytes, finish: Finish, *, carries: bool) -> bytes:
    """The file as it is saved. carries: whether it has another one in it."""
    from legjournal.report.archiving import archival
    from legjournal.report.sealing import sealed

    if finish.password:
        return sealed(pdf, finish.password)
    return archival(pdf, carries=carries) if finish.archived else pdf


def _numbers(report: Report) -> "Attachment":
    from legjournal.report.as_json import written_json
    from legjournal.tagged_pdf.attachments import Attachment

    says = text("The numbers of this report, for another program")
    return Attachment("report.json", "application/json", says, written_json(report).encode())
