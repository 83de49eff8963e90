"""The days of a report for a spreadsheet: `report --format csv`."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from legjournal import spreadsheet
from legjournal.journal import Journal
from legjournal.report.parts.columns import columns
from legjournal.spreadsheet import Cell
from legjournal.storage.files import write_bytes
from legjournal.trends.period import Period
from legjournal.words import text


def as_csv(journal: Journal, period: Period, picked: Collection[date] = ()) -> str:
    """A row for each day, also one on which nothing was written.

    picked: the days whose notes go along; of no other day does any.
    """
    return spreadsheet.as_csv(_rows(journal, period, picked))


def save_csv(days: str, path: Path) -> None:
    """Write what `as_csv` made to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    write_bytes(path, days.encode("utf-8", errors="replace"))


def _rows(journal: Journal, period: Period, picked: Collection[date]) -> Iterator[list[Cell]]:
    found = columns(journal, period, picked)
    yield [text("Date"), *(column.head for column in found)]
    for day in period:
        yield [day.isoformat(), *(column.cells.get(day, "") for column in found)]
