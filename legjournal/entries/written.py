"""What a person wrote, entry by entry, each in one piece: for looking through all of it."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Column, Float
from sqlmodel import AutoString, Session, select

from legjournal.drafts import WHOLE
from legjournal.entries.days import day_of
from legjournal.entries.fields import NAMED, FieldWords, fields_of
from legjournal.entries.titles import Names, title_of
from legjournal.entries.versions import OF_A_DAY, OF_NO_DAY
from legjournal.entries.words import names_of, said
from legjournal.models.drafts import Draft
from legjournal.models.record import BY_TABLE
from legjournal.progress import Progress
from legjournal.storage.stored_rows import columns_of
from legjournal.storage.tables import from_stored, table_of
from legjournal.storage.types import Choice, TextList
from legjournal.words import text

BETWEEN = " · "  # one answer and the next


class Written(NamedTuple):
    """The words of one entry. day: None where it belongs to none."""

    day: date | None
    table: str
    row: str  # its id
    title: str
    words: str


def written(session: Session, progress: Progress) -> Iterator[Written]:
    """Every entry with words in it: tables in the order of a page, and what is still being typed."""
    names = names_of(session)
    tables = [table for table in OF_A_DAY + OF_NO_DAY if words_in(table)]
    for done, table in enumerate(tables):
        progress(done / len(tables))
        yield from _of_table(session, table, names)
    for draft in session.exec(select(Draft)):
        title = text("Typed, and not yet an answer")
        yield Written(_day_in(draft.place), "draft", draft.id, title, _typed(draft))


def words_in(table: str) -> list[FieldWords]:
    """The fields of a table that have words in them; none where a person can only tick, choose or count.

    Beside what was typed these are what was chosen with it, the figure of a test result, and the name of the
    medicine or the therapy that the entry cannot be without.
    """
    columns = table_of(BY_TABLE[table]).columns
    fields = fields_of(table)
    if not any(_is_typed(field, columns[field.column]) for field in fields):
        return []
    return [field for field in fields if _is_words(field, columns[field.column])]


def _is_typed(field: FieldWords, column: Column[Any]) -> bool:
    return field.say != NAMED and isinstance(column.type, AutoString | TextList)


def _is_words(field: FieldWords, column: Column[Any]) -> bool:
    belongs_to = field.say == NAMED and not column.nullable
    return belongs_to or isinstance(column.type, Choice | Float) or _is_typed(field, column)


def _of_table(session: Session, name: str, names: Names) -> Iterator[Written]:
    table, fields = table_of(BY_TABLE[name]), words_in(name)
    wanted = {"id", "date", *(field.column for field in fields_of(name))}
    asked = [column.name for column in table.columns if column.name in wanted]
    dated = _dated(name)
    for row in columns_of(session.connection(), table, asked):
        stored = dict(zip(asked, row, strict=True))
        if any(stored[field.column] is not None for field in fields):  # most nights have no note
            answers = from_stored(table, stored)
            words = filter(None, (said(field, answers, names) for field in fields))
            title = title_of(name, answers, names)
            yield Written(dated(stored), name, stored["id"], title, BETWEEN.join(words))


def _dated(table: str) -> Callable[[dict[str, Any]], date | None]:
    """How the entries of a table have their day: an appointment has that of its hour."""
    if table == "appointment":
        return lambda stored: datetime.fromisoformat(stored["at"]).date()
    return partial(day_of, table)


def _typed(draft: Draft) -> str:
    """The words of a draft; of a form kept whole, those that were typed into it."""
    if not draft.place.endswith(f"/{WHOLE}"):
        return draft.typed
    try:
        form = json.loads(draft.typed)
        typed = [form.get("name"), *form.get("steps", ()), form.get("note")]
    except (ValueError, AttributeError, TypeError):  # brought in from a file that somebody else wrote
        return ""
    return BETWEEN.join(words for words in typed if words and isinstance(words, str))


def _day_in(place: str) -> date | None:
    """The day in the place of a draft, such as night/2026-11-22/got_out_of_bed."""
    for part in place.split("/"):
        try:
            return date.fromisoformat(part)
        except ValueError:
            continue
    return None
