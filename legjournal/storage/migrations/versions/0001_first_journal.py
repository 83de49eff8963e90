"""The first journal: every table of the record. The SQL beside this file is what a released journal has."""

from legjournal.storage.migrations.statements import run_beside

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables and their indexes."""
    run_beside(__file__)
