"""Writing files nobody else may read, and only whole ones."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from legjournal.errors import AlreadyThere, CannotWrite


def keep_private() -> None:
    """From here on every file this process makes is 0600 and every folder 0700."""
    os.umask(0o077)


def create_empty(path: Path) -> None:
    """Make a new empty file, 0600, in a folder that is made if need be. Never replaces a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:  # FileExistsError among them: a file stands where the folder should be
        raise CannotWrite(path, _reason(error)) from None
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from None


def is_writable(path: Path) -> bool:
    """Whether a file can be changed where it lies: SQLite needs the folder too, for its own journal."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`: renamed to it when the block ends well, removed when it does not.

    Raises CannotWrite when the folder or the disk refuses.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from None
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a whole text file in UTF-8, 0600. Raises CannotWrite."""
    with written_whole(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
