"""What stands behind page one: the sections that were chosen, in the order chosen."""

from collections.abc import Callable, Iterator, Mapping

from reportlab.platypus import Flowable

from legjournal.report.choices import Section
from legjournal.report.content import Report
from legjournal.report.sections.legs import legs
from legjournal.report.sections.sleep import sleep

# Each gives its heading first; nothing where it has nothing to stand for.
DRAWN: Mapping[Section, Callable[[Report], list[Flowable]]] = {
    Section.SLEEP: sleep,
    Section.LEGS: legs,
}


def behind(report: Report) -> Iterator[Flowable]:
    """All of it, one below the other."""
    for section in report.choices.sections:
        if section in DRAWN:
            yield from DRAWN[section](report)
