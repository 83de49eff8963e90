"""What stands behind page one: the sections that were chosen, in the order chosen."""

from collections.abc import Callable, Iterator, Mapping

from reportlab.platypus import Flowable

from legjournal.report.choices import Section
from legjournal.report.content import Report
from legjournal.report.sections.appointments import appointments
from legjournal.report.sections.charts import charts
from legjournal.report.sections.days import days
from legjournal.report.sections.definitions import definitions
from legjournal.report.sections.legs import legs
from legjournal.report.sections.medicines import medicines
from legjournal.report.sections.notes import notes
from legjournal.report.sections.results import results
from legjournal.report.sections.routine import routine
from legjournal.report.sections.sleep import sleep
from legjournal.report.sections.therapies import therapies
from legjournal.report.sections.weekly import weekly

# Each gives its heading first; nothing where it has nothing to stand for.
DRAWN: Mapping[Section, Callable[[Report], list[Flowable]]] = {
    Section.SLEEP: sleep,
    Section.LEGS: legs,
    Section.ROUTINE: routine,
    Section.MEDICINES: medicines,
    Section.RESULTS: results,
    Section.THERAPIES: therapies,
    Section.WEEKLY: weekly,
    Section.APPOINTMENTS: appointments,
    Section.NOTES: notes,
    Section.DAYS: days,
    Section.CHARTS: charts,
    Section.DEFINITIONS: definitions,
}


def behind(report: Report) -> Iterator[Flowable]:
    """All of it, one below the other."""
    for section in report.choices.sections:
        yield from DRAWN[section](report)
