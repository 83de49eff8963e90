"""From a row to the table it lies in, and to its columns as they lie in the file."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Table, inspect

from legjournal.models.row import Row
from legjournal.storage.digest import DIALECT, as_stored


def table_of(row: Row | type[Row]) -> Table:
    """The table a row lies in."""
    table: Table = row.__table__  # type: ignore[union-attr]
    return table


def stored_row(row: Row, *, committed: bool = False) -> dict[str, Any]:
    """The row's columns as they lie in the file; `committed`: as they lay before this change."""
    values = {column.name: getattr(row, column.name) for column in table_of(row).columns}
    if committed:
        for name in values:
            deleted = inspect(row).attrs[name].history.deleted
            values[name] = deleted[0] if deleted else values[name]
    return as_stored(table_of(row), values)


def from_stored(table: Table, stored: Mapping[str, Any]) -> dict[str, Any]:
    """The Python values of columns as they lie in the file: the way back from `stored_row`."""
    loaders = _loaders(table)
    return {name: value if (load := loaders[name]) is None else load(value) for name, value in stored.items()}


@cache
def _loaders(table: Table) -> dict[str, Any]:
    return {
        column.name: column.type.dialect_impl(DIALECT).result_processor(DIALECT, None)
        for column in table.columns
    }
