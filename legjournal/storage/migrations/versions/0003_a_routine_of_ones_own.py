"""What a person keeps about an exercise, easier versions in a session, and pauses over several days."""

from legjournal.storage.migrations.statements import run_beside

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables and their index."""
    run_beside(__file__)
