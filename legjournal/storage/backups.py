"""Backups of a journal: made, checked before they count, listed, thinned, and gone back to.

They lie outside the journal's folder, so that what befalls the one leaves the other. All of it works on files
by their paths: a journal that is damaged or gone is just when its backups are wanted.
"""

import shutil
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from legjournal import errors, words
from legjournal.clock import Clock
from legjournal.places import backups_of
from legjournal.storage.faults import as_sentences
from legjournal.storage.files import SIDE_FILES, beside, sync, written_whole
from legjournal.storage.opening import refuse_unless_journal
from legjournal.storage.soundness import flaw_of, has_row, opened, reading, record_of
from legjournal.storage.thinning import Reason, Stamp, superfluous

# Found at the journal's place, these are kept byte for byte; a backup of them cannot be made.
_BEYOND_READING = (
    errors.EmptyFile,
    errors.NotAJournal,
    errors.NewerJournal,
    errors.Truncated,
    errors.Damaged,
    errors.DamagedInside,
    errors.UnsoundCopy,
)
_PATIENCE = 20_000  # milliseconds: save upon save may leave hardly a gap to come between
# The days the report counts as recorded.
_DAYS = """
    SELECT count(*) FROM (
        SELECT date FROM diary_day UNION SELECT date FROM symptom
        UNION SELECT date FROM night UNION SELECT date FROM session
    )
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `days`: with something recorded, None when `fault` says why it cannot be read."""

    path: Path
    seq: int
    made_at: datetime  # as the person's clock showed it, without a zone
    reason: Reason
    size: int  # bytes
    days: int | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """Where the journal's content is safe; `new` is False when an earlier backup holds all of it."""

    path: Path
    new: bool


class Backups:
    """The backups of the journal at `journal`, which need not be open, sound or there.

    `folder`: another place for them, of the person's choice; nothing is thinned there.
    `key`: that of a locked journal, with which its backups are locked too.
    """

    def __init__(
        self, journal: Path, clock: Clock, folder: Path | None = None, *, key: bytes | None = None
    ) -> None:
        self.journal = journal.resolve()  # a link stays a link when its journal is replaced
        self.folder = folder or backups_of(journal)
        self._own_folder = folder is None
        self._clock = clock
        self._key = key

    def make(self, reason: Reason, *, forced: bool = False) -> Made:
        """Copy the journal, unless nothing changed since the newest sound backup; `forced`: even then.

        Raises NotFound, CannotWrite, UnsoundCopy or NotSaved's SaveBusy; no part of a file is left then.
        """
        if not self.journal.exists():
            raise errors.NotFound(self.journal)
        _make_folder(self.folder)
        if not forced and (same := self._newest_if_equal()):
            return Made(same, new=False)
        path = self._next(reason)
        with written_whole(path) as temporary:
            self._copy(temporary, path)
        sync(self.folder)
        if self._own_folder and not reason.is_before:  # the backup gone back to must not go meanwhile
            self.thin()
        return Made(path, new=True)

    def list(self) -> tuple[Backup, ...]:
        """All of them, newest first. Each is opened; none is checked row by row."""
        return tuple(_look_at(self.folder / stamp.name, stamp, self._key) for stamp in self._newest_first())

    def holds(self, backup: Backup, table: str, ids: Collection[str]) -> bool | None:
        """Whether a backup has one of these rows, or a revision of it; None when it cannot be read."""
        if backup.fault:
            return None
        try:
            with as_sentences(), reading(backup.path, self._key) as connection:
                return any(has_row(connection, table, row_id) for row_id in ids)
        except (errors.JournalError, DBAPIError):
            return None

    def remove(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Delete these backups for good; returns those that could not be."""
        left = []
        for path in paths:
            try:
                for suffix in ("", *SIDE_FILES):
                    beside(path, suffix).unlink(missing_ok=True)
            except OSError:
                left.append(path)
        sync(self.folder)
        return tuple(left)

    def thin(self) -> None:
        """Remove those there are too many of; one that cannot be removed stays."""
        for stamp in superfluous(self._newest_first(), self._wall_clock()):
            with suppress(OSError):
                (self.folder / stamp.name).unlink()

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the place of the journal, which must be closed.

        Returns where the former state is kept, None when there was no journal. Raises the JournalError that
        says what is wrong with the backup, or why the journal cannot be kept or replaced; it is left then.
        """
        refuse_unless_journal(backup, self._key)
        if flaw_of(backup, self._key):
            raise errors.DamagedBackup(backup)
        _make_folder(self.folder)
        kept = self._keep_present()
        self._replace_by(backup)
        return kept

    def _newest_first(self) -> tuple[Stamp, ...]:
        try:
            found = [stamp for path in self.folder.iterdir() if (stamp := Stamp.read(path.name))]
        except OSError:
            return ()
        return tuple(sorted(found, reverse=True))

    def _next(self, reason: Reason) -> Path:
        newest = next(iter(self._newest_first()), None)
        return self.folder / Stamp(newest.seq + 1 if newest else 1, self._wall_clock(), reason).name

    def _wall_clock(self) -> datetime:
        return self._clock.now().replace(tzinfo=None)

    def _newest_if_equal(self) -> Path | None:
        for stamp in self._newest_first():
            path = self.folder / stamp.name
            if not _look_at(path, stamp, self._key).fault:
                return path if self._is_in(path) else None
        return None

    def _is_in(self, backup: Path) -> bool:
        """Whether a backup holds the whole journal, and is sound."""
        try:
            with reading(self.journal, self._key) as here, reading(backup, self._key) as there:
                same = all(a == b for a, b in zip_longest(record_of(here), record_of(there)))
        except (DBAPIError, UnicodeDecodeError):
            return False  # if it is the journal's fault, copying it will say so
        return same and not flaw_of(backup, self._key)

    def _copy(self, temporary: Path, path: Path) -> None:
        """Fill `temporary`, which is to become `path`, with a copy that was read back and compared."""
        try:
            with as_sentences():
                copied = _copy_into(self.journal, temporary, self._key)
        except errors.DiskFull:
            raise errors.CannotWrite(path, words.text("the disk is full")) from None
        except errors.DiskFault:
            raise errors.CannotWrite(path, words.text("the disk reported an error")) from None
        with ThreadPoolExecutor(1) as pool:
            written = pool.submit(_record_at, temporary, self._key)
            flaw = flaw_of(temporary, self._key)
        if not flaw and written.result() != copied:
            flaw = words.text("it is not equal to the journal.")
        if flaw:
            raise errors.UnsoundCopy(flaw)

    def _keep_present(self) -> Path | None:
        try:
            refuse_unless_journal(self.journal, self._key)
            return self.make(Reason.BEFORE_RESTORE, forced=True).path
        except errors.NotFound:
            return None
        except _BEYOND_READING:
            return self._keep_bytes()

    def _keep_bytes(self) -> Path:
        """Copy what lies at the journal's place, with what a crash may have left beside it."""
        path = self._next(Reason.BEFORE_RESTORE_DAMAGED)
        for suffix in ("", *SIDE_FILES):
            if (there := beside(self.journal, suffix)).exists():
                with written_whole(beside(path, suffix)) as temporary:
                    shutil.copyfile(there, temporary)
        sync(self.folder)
        return path

    def _replace_by(self, backup: Path) -> None:
        _make_folder(self.journal.parent)
        with written_whole(self.journal) as temporary:
            shutil.copyfile(backup, temporary)
            if flaw_of(temporary, self._key):
                raise errors.CannotWrite(self.journal, words.text("what was written reads back otherwise"))
            for suffix in SIDE_FILES:
                beside(self.journal, suffix).unlink(missing_ok=True)
        sync(self.journal.parent)
        refuse_unless_journal(self.journal, self._key)


def _look_at(path: Path, stamp: Stamp, key: bytes | None) -> Backup:
    days, fault = None, ""
    try:
        if stamp.reason is Reason.BEFORE_RESTORE_DAMAGED:
            raise errors.Damaged(path)  # to open it might change it
        refuse_unless_journal(path, key)
        with as_sentences(), reading(path, key) as connection:
            days = connection.exec_driver_sql(_DAYS).scalar_one()
    except errors.JournalError as error:
        fault = str(error)
    size = path.stat().st_size if path.is_file() else 0
    return Backup(path, stamp.seq, stamp.made_at, stamp.reason, size, days, fault)


def _copy_into(journal: Path, target: Path, key: bytes | None) -> list[tuple[str, str]]:
    """Copy a journal into an empty file; returns the record that was copied."""
    with opened(journal, key) as engine, engine.connect() as held, ThreadPoolExecutor(1) as pool:
        held.connection.cursor().execute(f"PRAGMA busy_timeout={_PATIENCE}")
        held.begin()  # IMMEDIATE: nobody saves meanwhile, so what is copied is what is digested
        record = pool.submit(list, record_of(held))
        with engine.execution_options(read_only=True).connect() as connection:
            connection.exec_driver_sql("COMMIT")  # of nothing: VACUUM is refused inside a transaction
            connection.exec_driver_sql("VACUUM INTO ?", (str(target.absolute()),))
        return record.result()


def _record_at(path: Path, key: bytes | None) -> list[tuple[str, str]]:
    with reading(path, key) as connection:
        return list(record_of(connection))


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, 0700. Raises CannotWrite."""
    try:
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        for part in reversed(missing):  # mkdir's own `parents` would give only the last one the mode
            part.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise errors.CannotWrite(folder, (error.strerror or type(error).__name__).lower()) from None
