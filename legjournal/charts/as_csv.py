"""The numbers of a scene as CSV, safe to open in a spreadsheet: no cell is ever taken for a formula."""

import csv
import io

from legjournal.charts.scene import Scene
from legjournal.report.as_csv import GUARDED, MARK


def as_csv(scene: Scene) -> str:
    """The header and the rows, in UTF-8 with the mark by which spreadsheets know it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(map(_safe, scene.header))
    writer.writerows(map(_safe, row) for row in scene.rows)
    return MARK + written.getvalue()


def _safe(cell: str) -> str:
    words = cell.replace("\0", "")  # some programs take it for the end of the file
    return f"'{words}" if words[:1] in GUARDED else words
