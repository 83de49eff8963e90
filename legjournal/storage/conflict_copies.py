"""Copies a sync program left beside the journal because two computers had changed it."""

import re
from pathlib import Path

# What each program puts between the name and the suffix. The first tell of a conflict by themselves.
_SURE = (
    r" ?\([^/]*conflict[^/]*\)",  # Dropbox, Nextcloud, ownCloud: “x (Ann's conflicted copy 2026-11-22)”
    r"\.sync-conflict-\d{8}-\d{6}-\w+",  # Syncthing
    r"_conflict-\d{8}-\d{6}",  # Nextcloud before 2.7
)
_LIKELY = (
    r" \(\d{1,3}\)",  # Google Drive, and any browser that downloads a file twice
    r" \d{1,3}",  # iCloud
    r"-[^/]+",  # OneDrive: the computer's name
)


def conflict_copies(journal: Path) -> list[Path]:
    """Files beside the journal that by their names are conflict copies of it, in the order of their names.

    What a name that merely looks like one holds, only comparing can tell. Never the journal itself.
    """
    journal = journal.resolve()  # a sync program lays its copy beside the file, not beside a link to it
    try:
        beside = sorted(journal.parent.iterdir())
        return [path for path in beside if _is_like(path, journal) and _is_another(path, journal)]
    except OSError:
        return []


def is_sure(copy: Path, journal: Path) -> bool:
    """Whether the name alone says that a sync program made this copy."""
    return _matches(copy, journal.resolve(), _SURE)


def _is_like(path: Path, journal: Path) -> bool:
    return _matches(path, journal, _SURE + _LIKELY)


def _matches(path: Path, journal: Path, marks: tuple[str, ...]) -> bool:
    stem, suffix = re.escape(journal.stem), re.escape(journal.suffix)
    return re.fullmatch(f"{stem}(?:{'|'.join(marks)}){suffix}", path.name, re.IGNORECASE) is not None


def _is_another(path: Path, journal: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.samefile(journal)
