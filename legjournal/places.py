"""Where things lie: the bundled content, and a person's own journal on this computer."""

import os
from pathlib import Path

# The same place from source, a wheel and a frozen program.
ASSETS = Path(__file__).parents[1] / "assets"


def default_journal() -> Path:
    """Where the first journal of a person lies."""
    from platformdirs import user_data_path

    return user_data_path("legjournal", appauthor=False) / "journal.legjournal"


def backups_of(journal: Path) -> Path:
    """Where a journal's backups lie: away from it, and apart from those of another of the same name."""
    from hashlib import blake2b

    from platformdirs import user_state_path

    place = blake2b(os.fsencode(journal.resolve()), digest_size=4).hexdigest()
    return user_state_path("legjournal", appauthor=False) / "backups" / f"{journal.stem}-{place}"
