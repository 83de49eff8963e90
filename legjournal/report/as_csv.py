"""The days of a report for a spreadsheet: `report --format csv`.

A spreadsheet takes a cell that begins with one of GUARDED for a formula, and would work it out or fetch what
it names. Such words get an apostrophe before them; numbers stay numbers.
"""

import csv
from collections.abc import Collection
from datetime import date
from io import StringIO
from pathlib import Path

from legjournal.journal import Journal
from legjournal.report.parts.columns import Cell, columns
from legjournal.storage.files import written_out
from legjournal.trends.period import Period
from legjournal.words import text

GUARDED = frozenset("=+-@\t\r\n＝＋－＠")  # the wide ones too: some programs read them as the others
MARK = "\ufeff"  # tells Excel that this is UTF-8


def as_csv(journal: Journal, period: Period, picked: Collection[date] = ()) -> str:
    """A row for each day, also one on which nothing was written; as RFC 4180 has it, with MARK first.

    picked: the days whose notes go along; of no other day does any.
    """
    found = columns(journal, period, picked)
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow([text("Date"), *(column.head for column in found)])
    for day in period:
        rows.writerow([day.isoformat(), *(_cell(column.cells.get(day, "")) for column in found)])
    return MARK + written.getvalue()


def save_csv(days: str, path: Path) -> None:
    """Write what `as_csv` made to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    with written_out(path) as temporary:
        temporary.write_bytes(days.encode("utf-8", errors="replace"))


def _cell(value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    words = value.replace("\0", "")  # some programs take it for the end of the file
    return f"'{words}" if words[:1] in GUARDED else words
