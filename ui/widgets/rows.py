"""Rows kept by the ids of what they show, so that those that stay keep their focus and their typing."""

from collections.abc import Collection
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.widgets.tab_order import put_before

Row = TypeVar("Row", bound=QWidget)


def drop_rows(layout: QBoxLayout, rows: dict[str, Row], kept: Collection[str]) -> None:
    """Take away the rows whose ids are not among `kept`."""
    for row_id in rows.keys() - set(kept):
        row = rows.pop(row_id)
        layout.removeWidget(row)
        row.hide()
        row.deleteLater()


def put_row(layout: QBoxLayout, row: QWidget, place: int, last: QWidget) -> None:
    """Have a row at its place, counted from 0, also for Tab; `last` is what comes after all rows."""
    if layout.indexOf(row) == place:
        return
    layout.removeWidget(row)
    layout.insertWidget(place, row)
    row.show()  # the layout itself would do so a little later
    below = layout.itemAt(place + 1)
    put_before(last if below is None else below.widget(), row)  # type: ignore[arg-type]
