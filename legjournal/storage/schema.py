"""What the tables insist on: STRICT types and a CHECK for every bound the fields declare.

The bounds are written once, on the fields. A form checks them with Pydantic, the file with SQLite.
"""

import types
import typing
from collections.abc import Iterator

from annotated_types import Ge, Le, MaxLen, MinLen
from sqlalchemy import CheckConstraint, Column, Date, Index, MetaData, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from legjournal.models.record import RECORD
from legjournal.models.revision import Revision
from legjournal.storage.types import Choice, LocalTime, TextList, UtcInstant

_PATTERNS: tuple[tuple[type, str], ...] = (
    (Date, "____-__-__"),
    (LocalTime, "____-__-__T__:__:__+__:__"),
    (UtcInstant, "____-__-__T__:__:__.___Z"),
)


def ddl() -> list[str]:
    """The CREATE statements the models stand for, as SQLite runs them.

    A journal is made by its migrations alone; this is what a test holds them against, and what the next
    migration is written from.
    """
    statements = []
    for table in _finished_tables().sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip())
        for index in sorted(table.indexes, key=_name):
            statements.append(str(CreateIndex(index).compile(dialect=sqlite.dialect())).strip())
    return statements


def _finished_tables() -> MetaData:
    """A copy of the models' tables, STRICT, with the CHECK constraints of their fields."""
    metadata = MetaData()
    models: tuple[type[SQLModel], ...] = (*RECORD, Revision)
    for model in models:
        table: Table = model.__table__.to_metadata(metadata)  # type: ignore[attr-defined]
        table.dialect_options["sqlite"]["strict"] = True
        for column in table.columns:
            for rule in _rules(model, column):
                table.append_constraint(CheckConstraint(rule))
    return metadata


def _name(index: Index) -> str:
    return str(index.name)


def _rules(model: type[SQLModel], column: Column[typing.Any]) -> Iterator[str]:
    name = f'"{column.name}"'
    yield from _bounds(model, column.name, name)
    if isinstance(column.type, Choice):
        words = ", ".join(f"'{word}'" for word in column.type.words)
        yield f"{name} IN ({words})"
    elif isinstance(column.type, TextList):
        yield f"json_valid({name})"
    elif _plain(model.model_fields[column.name].annotation) is bool:
        yield f"{name} IN (0, 1)"
    for kind, pattern in _PATTERNS:
        if isinstance(column.type, kind):
            # The offset of a local time may be negative far from London.
            yield f"{name} LIKE '{pattern.replace('+', '_')}'"


def _bounds(model: type[SQLModel], field: str, name: str) -> Iterator[str]:
    of_text = _plain(model.model_fields[field].annotation) is str
    least = most = None
    for bound in model.model_fields[field].metadata:
        match bound:
            case Ge(ge=value):
                least = value
            case Le(le=value):
                most = value
            case MinLen(min_length=value) if of_text:
                least = value
            case MaxLen(max_length=value) if of_text:
                most = value
    if least is None and most is None:
        return
    measure = f"length({name})" if of_text else name
    if least is not None and most is not None:
        yield f"{measure} BETWEEN {least} AND {most}"
    else:
        yield f"{measure} >= {least}" if most is None else f"{measure} <= {most}"


def _plain(annotation: typing.Any) -> typing.Any:
    """The type behind `X | None`."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return next(part for part in typing.get_args(annotation) if part is not type(None))
    return annotation
