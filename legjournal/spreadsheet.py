"""Tables for a spreadsheet: CSV as RFC 4180 has it, in which no cell is ever taken for a formula.

A spreadsheet takes a cell that begins with one of GUARDED for a formula, and would work it out or fetch what
it names. Such words get an apostrophe before them; numbers stay numbers.
"""

import csv
from collections.abc import Iterable
from io import StringIO

Cell = str | int | float

GUARDED = frozenset("=+-@\t\r\n＝＋－＠")  # the wide ones too: some programs read them as the others
MARK = "\ufeff"  # tells Excel that this is UTF-8


def as_csv(rows: Iterable[Iterable[Cell]]) -> str:
    """The rows, the heads among them, with MARK first."""
    written = StringIO(newline="")
    csv.writer(written).writerows(map(_cell, row) for row in rows)
    return MARK + written.getvalue()


def _cell(value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    words = value.replace("\0", "")  # some programs take it for the end of the file
    return f"'{words}" if words[:1] in GUARDED else words
