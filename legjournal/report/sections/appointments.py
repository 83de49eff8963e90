"""The appointments of the period: with whom, what was asked, what was agreed."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.report.content import Report
from legjournal.report.parts.appointments import AppointmentLine
from legjournal.report.sections.pieces import headed, heading, paragraph, subheading, whole
from legjournal.report.sections.prose import listed, long_text
from legjournal.words import text


def appointments(report: Report) -> list[Flowable]:
    """The section."""
    name = heading(text("Appointments"))
    if not report.appointments:
        return [whole(name, paragraph(text("No appointment was written down in this period.")))]
    return [name, *(part for line in report.appointments for part in headed(*_appointment(line)))]


def _appointment(line: AppointmentLine) -> Iterator[Flowable]:
    day = phrases.day(line.at.date(), weekday=True)
    yield subheading(
        text("{day}, {time}: {who}").format(day=day, time=phrases.clock(line.at), who=line.with_whom)
    )
    asked = [question for question in line.questions if question.strip()]
    if asked:
        yield paragraph(text("What I asked:"))
        yield from listed(asked)
    if line.agreed and line.agreed.strip():
        yield from long_text(line.agreed, text("What was agreed:"))
    else:
        yield paragraph(text("Nothing was written down of what was agreed."))
