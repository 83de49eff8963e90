"""The results of tests: a number with its unit and its day, and nothing said about it."""

from dataclasses import dataclass
from datetime import date

from legjournal.journal import Journal
from legjournal.results import same_test
from legjournal.trends.period import Period


@dataclass(frozen=True, slots=True)
class Result:
    """One result as typed."""

    date: date
    number: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class TestSeries:
    """A test by the name it was last given, and its results, the oldest first."""

    __test__ = False  # pytest: these are blood tests

    name: str
    results: tuple[Result, ...]


def results(journal: Journal, period: Period) -> tuple[TestSeries, ...]:
    """All results up to the end of the period, also older ones; the test done last stands first."""
    series: dict[str, list[tuple[str, Result]]] = {}
    for row in journal.results.all():  # the newest first
        if row.date <= period.last:
            line = (row.name, Result(row.date, row.number, row.unit))
            series.setdefault(same_test(row.name), []).append(line)
    return tuple(
        TestSeries(lines[0][0], tuple(result for _name, result in reversed(lines)))
        for lines in series.values()
    )
