"""What the file itself insists on, asked through the standard library's SQLite."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from annotated_types import Ge, Le
from hand_clock import EVENING
from sqlmodel import SQLModel

from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.record import RECORD
from legjournal.models.revision import Revision
from legjournal.storage.schema import ddl

ALEMBIC = "alembic_version"  # Alembic's own table; it holds no entry


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The standard library's connection to a journal with entries in nearly every table."""
    path = tmp_path_factory.mktemp("schema") / "sample.legjournal"
    with write_sample(path, 60, last=EVENING.date()) as journal:
        journal.preferences.choose("theme", "night")
        journal.drafts.keep("night/2026-11-22/wakings", "two or three")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def _normal(statement: str) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(statement.split()))


def test_a_new_journal_is_what_the_models_declare(journal: Journal) -> None:
    """The migrations, statement by statement, come to the tables and indexes of the models."""
    with closing(sqlite3.connect(journal.path)) as connection:
        found = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND tbl_name != ?", [ALEMBIC]
        )
        made = {_normal(sql) for (sql,) in found}
    assert made == {_normal(statement) for statement in ddl()}


def test_every_table_is_strict(sample: sqlite3.Connection) -> None:
    """No table takes a value of another type."""
    strict = {
        name: strict for _, name, kind, _, _, strict in sample.execute("PRAGMA table_list") if kind == "table"
    }
    record = {model.__tablename__ for model in (*RECORD, Revision)}
    assert {name for name, is_strict in strict.items() if is_strict} == record
    assert strict.keys() - record == {ALEMBIC, "sqlite_schema"} | ({"sqlite_temp_schema"} & strict.keys())


def test_every_table_of_the_record_is_in_the_record() -> None:
    """A new table is exported, checked and given its CHECKs, or this fails."""
    assert {model.__tablename__ for model in (*RECORD, Revision)} == SQLModel.metadata.tables.keys()


BOUNDS = [
    (str(model.__tablename__), name, value)
    for model in RECORD
    for name, field in model.model_fields.items()
    for bound in field.metadata
    for value in (
        [bound.ge - 1] if isinstance(bound, Ge) else [bound.le + 1] if isinstance(bound, Le) else []
    )
]


def test_one_past_every_bound_is_refused_by_the_file(sample: sqlite3.Connection) -> None:
    """Each number the fields bound, just outside its bounds, is refused by the table as well."""
    asked = 0
    for table, column, value in BOUNDS:
        if sample.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (0,):
            continue
        asked += 1
        with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
            sample.execute(f'UPDATE "{table}" SET "{column}" = ?', [value])
    assert asked > 50


REFUSED: list[tuple[str, str, object]] = [
    ("symptom", "score", 11),
    ("symptom", "score", -1),
    ("symptom", "score", "seven"),
    ("symptom", "score", 5.5),
    ("symptom", "score", float("inf")),
    ("symptom", "score", b"5"),
    ("symptom", "kind", "toothache"),
    ("symptom", "kind", None),
    ("symptom", "side", "middle"),
    ("symptom", "words", "aching"),
    ("symptom", "occurred_at", "2026-11-22T21:14:00"),
    ("symptom", "occurred_at", "9.14pm"),
    ("symptom", "date", "22/11/2026"),
    ("symptom", "date", "2026-1-2"),
    ("symptom", "date", 20261122),
    ("symptom", "date", None),
    ("symptom", "recorded_at", "2026-11-22T21:14:00+00:00"),
    ("symptom", "recorded_at", None),
    ("symptom", "rev", 0),
    ("symptom", "rev", 2.5),
    ("symptom", "digest", "short"),
    ("symptom", "digest", None),
    ("night", "wakings", 100),
    ("night", "minutes_awake", 961),
    ("night", "had_to_walk_about", 2),
    ("night", "got_into_bed", "2026-11-21"),
    ("diary_day", "note", "x" * 1_000_001),
    ("medicine", "name", ""),
    ("medicine", "regularity", "sometimes"),
    ("test_result", "number", "high"),
    ("therapy_session", "cost_pence", -1),
    ("plan_item", "sets", 0),
    ("day_off", "reason", "lazy"),
]


@pytest.mark.parametrize(("table", "column", "value"), REFUSED)
def test_the_file_refuses(sample: sqlite3.Connection, table: str, column: str, value: object) -> None:
    """Even another program cannot put into the file what no entry may hold."""
    assert sample.execute(f'SELECT count(*) FROM "{table}"').fetchone() != (0,)
    with pytest.raises(sqlite3.IntegrityError):
        sample.execute(f'UPDATE "{table}" SET "{column}" = ?', [value])


def test_a_second_row_of_a_day_is_refused(sample: sqlite3.Connection) -> None:
    """One night and one diary page a date, whoever writes."""
    for table in ("night", "diary_day", "weekly_check", "day_off"):
        days = sample.execute(f"SELECT date FROM {table} LIMIT 2").fetchall()
        assert len(days) == 2
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            sample.execute(f"UPDATE {table} SET date = ? WHERE date = ?", [days[0][0], days[1][0]])
