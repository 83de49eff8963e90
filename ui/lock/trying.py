"""Trying what was typed on a locked file, off the window's thread."""

from pathlib import Path

from legjournal.progress import Progress


def key_of(path: Path, typed: str, progress: Progress) -> bytes | None:
    """The key of a locked file for a passphrase or a recovery code; None for a file that needs none.

    Raises the JournalError that says why it does not open.
    """
    from legjournal.storage.unlocking import key_for

    progress(0.0)
    return key_for(path, typed)
