"""Locking a journal with a passphrase, changing it, and taking it off: by one route, whole or not at all.

The journal is exported into a new file beside it, which is read back, checked row by row, compared with the
journal and only then put in its place. Whenever the program is stopped, there is one journal, as it was or as
it is to be.

When a journal is locked, the bytes of the plain file are overwritten. This keeps out whoever looks at the
free space of an ordinary disk. It does not reach what a solid-state disk has put elsewhere, what the file
system or a backup program keeps as snapshots, a copy in a sync service, or what earlier saves left in free
space. Where the plain file has a second name (a hard link), it is left as it is: somebody wanted it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from legjournal import errors, words
from legjournal.progress import Progress, unheard
from legjournal.storage.check import flaw_of, sure_of_damage
from legjournal.storage.copying import looking_up, record_of
from legjournal.storage.erasing import clear_away, erase, overwrite, unfinished
from legjournal.storage.faults import as_sentences
from legjournal.storage.files import sync, written_whole
from legjournal.storage.keys import NewKey
from legjournal.storage.opening import refuse_unless_journal
from legjournal.storage.soundness import opened, reading


def lock(path: Path, new: NewKey, progress: Progress = unheard) -> None:
    """Lock a plain journal, which must be closed, with a new key.

    Raises what opening it raises; CannotWrite, UnsoundRewrite, SaveBusy or DiskFull. The journal is as it was
    then, as it is when `progress` gives up.
    """
    with _overwritten_once_replaced(path):
        _rewrite(path, None, new, progress)


def change_passphrase(path: Path, key: bytes, new: NewKey, progress: Progress = unheard) -> None:
    """Lock a locked journal with another key. Raises as `lock`, and WrongPassphrase."""
    _rewrite(path, key, new, progress)


def remove_passphrase(path: Path, key: bytes, progress: Progress = unheard) -> None:
    """Make a locked journal a plain file again. Raises as `lock`, and WrongPassphrase."""
    _rewrite(path, key, None, progress)


def export(
    path: Path, key: bytes | None, target: Path, new: NewKey | None, progress: Progress = unheard
) -> None:
    """Write all of a journal, or of a backup, into an empty file, under another key or none.

    Raises NotSaved or DamagedInside.
    """
    # With its salt beside it SQLCipher takes a key as it is; without one ('') the file is plain.
    secret = f"x'{new.key.hex()}{new.salt.hex()}'" if new else ""
    with as_sentences(), reading(path, key) as connection:
        run = connection.exec_driver_sql
        run("ATTACH ? AS rewritten KEY ?", (str(target), secret))
        run("PRAGMA rewritten.journal_mode=OFF")  # a target that is not finished is thrown away
        with looking_up(connection, progress):
            run("SELECT sqlcipher_export('rewritten')")
        for number in ("user_version", "application_id"):  # which the export leaves out
            run(f"PRAGMA rewritten.{number}={int(run(f'PRAGMA {number}').scalar_one())}")
        connection.commit()


def content_of(connection: Connection) -> Iterator[tuple[str, str]]:
    """All a file holds, as pairs to compare: its record and history, its structure and its numbers."""
    yield from record_of(connection)
    for name, sql in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY 1"):
        yield name, str(sql)
    for number in ("user_version", "application_id"):
        yield number, str(connection.exec_driver_sql(f"PRAGMA {number}").scalar_one())


def _rewrite(path: Path, key: bytes | None, new: NewKey | None, progress: Progress) -> None:
    path = path.resolve()
    refuse_unless_journal(path, key)
    clear_away(path)
    # Held: nobody saves between what is copied and the new file in its place.
    with (
        sure_of_damage(path, key),
        as_sentences(),
        opened(path, key) as engine,
        engine.connect() as held,
    ):
        held.begin()
        progress(0.1)
        before = list(content_of(held))
        with written_whole(path, unfinished(path)) as temporary, _erased_unless_done(temporary):
            export(path, key, temporary, new, progress)
            progress(0.5)
            _refuse_unless_equal(temporary, new.key if new else None, before)
            progress(0.9)  # the last moment to give up
        sync(path.parent)


def _refuse_unless_equal(path: Path, key: bytes | None, content: list[tuple[str, str]]) -> None:
    flaw = flaw_of(path, key)
    if not flaw:
        with reading(path, key) as connection:
            if list(content_of(connection)) != content:
                flaw = words.text("it is not equal to the journal.")
    if flaw:
        raise errors.UnsoundRewrite(flaw)


@contextmanager
def _erased_unless_done(temporary: Path) -> Iterator[None]:
    """Overwrite what was written when the block does not end well: it may be plain."""
    try:
        yield
    except BaseException:
        with suppress(errors.CannotWrite):
            erase(temporary)
        raise


@contextmanager
def _overwritten_once_replaced(path: Path) -> Iterator[None]:
    """Overwrite the file that lies at `path` when the block has put another in its place."""
    try:
        file = path.open("rb+")
    except OSError:  # opening it says what is wrong, in its own words
        yield
        return
    with file:  # to the end: to let go of a file in between would let go of SQLite's lock on it as well
        yield
        if os.fstat(file.fileno()).st_nlink == 0:
            with suppress(OSError):
                overwrite(file)
