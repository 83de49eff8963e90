"""The SQL beside a migration: what a released journal has, frozen."""

from pathlib import Path

from alembic import op


def run_beside(migration: str) -> None:
    """Run the statements of the .sql file beside the migration at the path `migration`."""
    for statement in Path(migration).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
