"""The numbers of a chart as CSV: read back they are the table, and no cell is a formula."""

import csv
import io

import pytest

from legjournal.charts.as_csv import as_csv
from legjournal.charts.scene import Scene


def _rows(*rows: tuple[str, ...]) -> list[list[str]]:
    scene = Scene(10, 10, (), "", ("Day", "pain"), rows)
    return list(csv.reader(io.StringIO(as_csv(scene).removeprefix("\ufeff"), newline="")))


def test_read_back_it_is_the_table() -> None:
    """Commas, quotes and new lines come through."""
    rows = ("22 November 2026", 'a "b", c\nd'), ("23 November 2026", "")
    assert _rows(*rows) == [["Day", "pain"], *map(list, rows)]


@pytest.mark.parametrize("typed", ["=1+1", "+44 20", "-3", "@name", "\tx", "\rx", "\n=x", "＝1"])
def test_no_cell_is_a_formula(typed: str) -> None:
    """Whatever a spreadsheet would work out is told to be words."""
    [_, [_, cell]] = _rows(("Day", typed))
    assert cell == f"'{typed}"
