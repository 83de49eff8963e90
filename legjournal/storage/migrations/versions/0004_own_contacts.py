"""The people and places near the person."""

from legjournal.storage.migrations.statements import run_beside

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table."""
    run_beside(__file__)
