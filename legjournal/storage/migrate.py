"""Bringing a journal file to the newest format: wholly or not at all."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from legjournal.storage.faults import as_sentences
from legjournal.storage.opening import APPLICATION_ID, FORMAT

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(engine: Engine, to: int = FORMAT) -> None:
    """Run the missing migrations in one transaction, together with the number that names the format.

    to: stop at this format: a repair makes the tables a damaged journal has, and then goes on to the newest.
    Raises NotSaved when the disk or another program is in the way; the file is then as it was.
    """
    with as_sentences(), engine.begin() as connection:
        _run(connection, to)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={to}")
        problems = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert not problems, "a migration broke a reference between rows"


def _run(connection: Connection, to: int) -> None:
    # Alembic takes a quarter of a second to import, and most starts never need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, f"{to:04}")
