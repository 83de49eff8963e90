"""Bringing a journal file to the newest format: wholly or not at all."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from legjournal import errors, words
from legjournal.storage.digest import wrong_digests
from legjournal.storage.faults import as_sentences
from legjournal.storage.opening import APPLICATION_ID, FORMAT
from legjournal.storage.soundness import quoted

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(engine: Engine, to: int = FORMAT, migrations: Path = MIGRATIONS) -> None:
    """Run the missing migrations in one transaction, together with the number that names the format.

    What comes out is checked before it is committed: that no row was lost, refers to nothing that is gone,
    and has its digest.

    to: stop at this format: a repair makes the tables a damaged journal has, and then goes on to the newest.
    migrations: Alembic's folder of them. Raises NotUpToDate, or NotSaved when the disk or another program is
    in the way; the file is then as it was.
    """
    with as_sentences(), engine.begin() as connection:
        before = _counts(connection)
        _run(connection, to, migrations)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={to}")
        if flaw := _flaw(connection, before):
            raise errors.NotUpToDate(flaw)


def _counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    return {
        name: connection.exec_driver_sql(f"SELECT count(*) FROM {quoted(name)}").scalar_one()  # noqa: S608 - quoted
        for name in tables.scalars().all()
        if name != "alembic_version"
    }


def _flaw(connection: Connection, before: dict[str, int]) -> str:
    """What went wrong with the rows that were there, in a sentence; empty when nothing did."""
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        return words.text("An entry refers to one that is gone.")
    if not before:
        return ""
    if connection.exec_driver_sql("PRAGMA quick_check").scalars().all() != ["ok"]:
        return words.text("The new file's structure is not sound.")
    after = _counts(connection)
    for table in before.keys() & after.keys():
        rows = connection.exec_driver_sql(f"SELECT * FROM {quoted(table)}").mappings()  # noqa: S608 - quoted
        if after[table] != before[table] or ("digest" in rows.keys() and wrong_digests(rows)):  # noqa: SIM118 - a result, not a mapping
            return words.text("The entries of {table} are no longer those that were there.").format(
                table=table
            )
    return ""


def _run(connection: Connection, to: int, migrations: Path) -> None:
    # Alembic takes a quarter of a second to import, and most starts never need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, f"{to:04}")
