"""What a person does among the trends, and what they find there."""

from person import Person
from PySide6.QtCore import Qt

from ui.trends.chart_frame import ChartFrame


def drawn(person: Person) -> None:
    """Wait until all of the journal is drawn."""
    reading = person.page.reading
    person.until(lambda: reading.idle and reading.numbers is not None and reading.numbers.complete)


def frame(person: Person) -> ChartFrame:
    """What stands around the chart over time."""
    found: ChartFrame = person.page.pane.frame
    return found


def table(person: Person) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the table."""
    if not frame(person).as_table.isChecked():
        frame(person).as_table.click()
    model = frame(person).table.model()
    header = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    rows = [
        [model.index(row, n).data() for n in range(model.columnCount())] for row in range(model.rowCount())
    ]
    return header, rows


def column(person: Person, name: str) -> list[str]:
    """The answers in one column of the table."""
    header, rows = table(person)
    place = header.index(name)
    return [row[place] for row in rows if row[place]]
