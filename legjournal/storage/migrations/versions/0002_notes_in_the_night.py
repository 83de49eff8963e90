"""Notes in the night: each time awake that was noted there and then."""

from legjournal.storage.migrations.statements import run_beside

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table and its index."""
    run_beside(__file__)
