"""Writing files nobody else may read, and only whole ones."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from legjournal.errors import AlreadyThere, CannotWrite, IsAJournal

JOURNAL = ".legjournal"  # how the name of a journal and of a backup ends
SIDE_FILES = ("-journal", "-wal", "-shm")  # SQLite would apply them to whatever file lies beside them


def keep_private() -> None:
    """From here on every file this process makes is 0600, every folder 0700, and a crash dumps no memory."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def created_whole(path: Path) -> Iterator[Path]:
    """As `written_whole`, but for a new file: never replaces one, and makes the folder if need be, 0700.

    Raises AlreadyThere, or CannotWrite when the folder or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:  # FileExistsError among them: a file stands where the folder should be
        raise CannotWrite(path, reason_of(error)) from None
    if os.path.lexists(path):
        raise AlreadyThere(path)
    with _whole(path, _give_name) as temporary:
        yield temporary


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, 0700, as far as they are not there. Raises CannotWrite."""
    try:
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        for part in reversed(missing):  # mkdir's own `parents` would give only the last one the mode
            part.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, reason_of(error)) from None


def is_writable(path: Path) -> bool:
    """Whether a file can be changed where it lies: SQLite needs the folder too, for its own journal."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


@contextmanager
def written_whole(path: Path, temporary: Path | None = None) -> Iterator[Path]:
    """A temporary path beside `path`: renamed to it when the block ends well, removed when it does not.

    temporary: a name for it that is free; without one, whatever a crash leaves has a name by chance.
    Raises CannotWrite when the folder or the disk refuses.
    """
    with _whole(path, os.replace, temporary) as whole:
        yield whole


@contextmanager
def written_out(path: Path) -> Iterator[Path]:
    """As `written_whole`, for reports, exports and sheets: never in the place of a journal or a backup.

    Raises IsAJournal, or CannotWrite.
    """
    # By its name: to look into the file would take away the locks of a journal this process has open.
    if path.suffix.lower() == JOURNAL and os.path.lexists(path):
        raise IsAJournal(path)
    with written_whole(path) as temporary:
        yield temporary


@contextmanager
def _whole(path: Path, put: Callable[[Path, Path], None], temporary: Path | None = None) -> Iterator[Path]:
    try:
        temporary = _new_beside(path) if temporary is None else temporary
        temporary.touch(0o600)
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from None
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        put(temporary, path)
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    finally:
        with suppress(OSError):  # gone by now, or a folder that lets nothing go
            temporary.unlink()


def _give_name(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)  # unlike a rename, refused when a file came there meanwhile
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError:  # a disk that knows no links, such as most USB sticks
        temporary.rename(path)


def _new_beside(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    return Path(name)


def beside(path: Path, suffix: str) -> Path:
    """The file that has a journal's name and `suffix` after it."""
    return path.with_name(path.name + suffix)


def sync(folder: Path) -> None:
    """Let the name of a new file reach the disk. Not every disk can; then, as in SQLite, so be it."""
    with suppress(OSError):
        flush(folder)


def flush(folder: Path) -> None:
    """As `sync`, for whoever has to know whether it did. Raises OSError."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write a whole text file in UTF-8, 0600, as `written_out` does."""
    with written_out(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file, 0600, as `written_out` does."""
    with written_out(path) as temporary:
        temporary.write_bytes(content)


def reason_of(error: OSError) -> str:
    """The system's own words for a fault, to stand in a sentence."""
    return (error.strerror or type(error).__name__).lower()
