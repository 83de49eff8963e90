"""Where things lie: the bundled content, and a person's own journal on this computer."""

from pathlib import Path

# The same place from source, a wheel and a frozen program.
ASSETS = Path(__file__).parents[1] / "assets"


def default_journal() -> Path:
    """Where the first journal of a person lies."""
    from platformdirs import user_data_path

    return user_data_path("legjournal", appauthor=False) / "journal.legjournal"
