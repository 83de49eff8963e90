"""A printed report read back: the tables behind its first page, and its words."""

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from read_aloud import read

from legjournal.report import document
from legjournal.report.content import Report


@dataclass(frozen=True)
class Printed:
    """A table: its heads, and its rows, each a list of words."""

    heads: list[str]
    rows: list[list[str]]

    def column(self, head: str) -> list[str]:
        """The cells below a head."""
        place = self.heads.index(head)
        return [row[place] for row in self.rows]


def tables(report: Report) -> list[Printed]:
    """Every table, as it is read out."""
    found = []
    for table in read(document.draw(report)).all("Table"):
        heads, *rows = [[cell.words.strip() for cell in row.all("TH", "TD")] for row in table.all("TR")]
        found.append(Printed(heads, rows))
    return found


def with_head(tables: list[Printed], head: str) -> Printed:
    """The one table with such a head."""
    [found] = [table for table in tables if head in table.heads]
    return found


def pages(report: Report) -> list[str]:
    """The words of each page behind the first, on one line."""
    behind = PdfReader(BytesIO(document.draw(report))).pages[1:]
    return [" ".join(page.extract_text().split()) for page in behind]


def behind(report: Report) -> str:
    """All of them."""
    return " ".join(pages(report))
