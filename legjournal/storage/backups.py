"""Backups of a journal: made, checked before they count, listed, thinned, and gone back to.

They lie outside the journal's folder, so that what befalls the one leaves the other. All of it works on files
by their paths: a journal that is damaged or gone is just when its backups are wanted.
"""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Self

from sqlalchemy.exc import DBAPIError

from legjournal import errors, words
from legjournal.clock import Clock
from legjournal.places import backups_of
from legjournal.progress import Progress, unheard
from legjournal.storage.check import flaw_of
from legjournal.storage.copying import copy_bytes, copy_journal, holds_all_of, same_bytes
from legjournal.storage.erasing import clear_away, erase, unfinished
from legjournal.storage.faults import as_sentences
from legjournal.storage.files import SIDE_FILES, beside, make_folder, sync, written_whole
from legjournal.storage.keys import NewKey, code_id
from legjournal.storage.locking import export
from legjournal.storage.opening import is_locked, needed_key, refuse_unless_journal, salt_of
from legjournal.storage.soundness import days_recorded, has_row, reading
from legjournal.storage.thinning import Reason, Stamp, superfluous

# Found at the journal's place, these are kept byte for byte; a backup of them cannot be made.
_BEYOND_READING = (
    errors.EmptyFile,
    errors.NotAJournal,
    errors.Locked,
    errors.WrongPassphrase,
    errors.NewerJournal,
    errors.Truncated,
    errors.Damaged,
    errors.DamagedInside,
    errors.UnsoundCopy,
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `days`: with something recorded, None when `fault` says why it cannot be read.

    `locked`: False when anybody can read it; `code_id`: which recovery code opens it.
    """

    path: Path
    seq: int
    made_at: datetime  # as the person's clock showed it, without a zone
    reason: Reason
    size: int  # bytes
    days: int | None
    fault: str = ""
    locked: bool = False
    code_id: str = ""

    @property
    def asks(self) -> bool:
        """Whether it is locked with a passphrase that has to be asked for."""
        return self.locked and self.fault == str(errors.Locked(self.path))


@dataclass(frozen=True, slots=True)
class Made:
    """Where the journal's content is safe; `new` is False when an earlier backup holds all of it."""

    path: Path
    new: bool


class Backups:
    """The backups of the journal at `journal`, which need not be open, sound or there.

    `folder`: another place for them, of the person's choice; nothing is thinned there, for not all need be
    ours. `key`: that of a locked journal, with which its backups are locked too.
    """

    def __init__(
        self,
        journal: Path,
        clock: Clock,
        folder: Path | None = None,
        *,
        key: bytes | None = None,
    ) -> None:
        self.journal = journal.resolve()  # a link stays a link when its journal is replaced
        self.folder = folder or backups_of(journal)
        self._thins = folder is None
        self._clock = clock
        self._key = key

    def elsewhere(self, folder: Path) -> Self:
        """The backups of the same journal in another folder that is ours alone: thinned there as well."""
        other = type(self)(self.journal, self._clock, folder, key=self._key)
        other._thins = True
        return other

    def make(self, reason: Reason, *, forced: bool = False, progress: Progress = unheard) -> Made:
        """Copy the journal, unless nothing changed since the newest sound backup; `forced`: even then.

        Raises NotFound, CannotWrite, UnsoundCopy or NotSaved's SaveBusy; no part of a file is left then, nor
        when `progress` gives up.
        """
        if not self.journal.exists():
            raise errors.NotFound(self.journal)
        make_folder(self.folder)
        progress(0.0)
        if not forced and (same := self._newest_if_equal()):
            return Made(same, new=False)
        path = self._next(self._wall_clock(), reason, code_id(self._key) if self._key else "")
        with written_whole(path) as temporary:
            self._copy(temporary, path, progress)
        self._settle(reason)
        return Made(path, new=True)

    def take(self, backup: Path, progress: Progress = unheard) -> Made:
        """Copy a finished backup from another place here, unless it is the newest here already.

        The journal is not touched, so a slow disk keeps no save waiting. Raises CannotWrite.
        """
        stamp = Stamp.read(backup.name)
        assert stamp is not None, "only a backup of ours is taken"
        make_folder(self.folder)
        newest = next(iter(self._newest_first()), None)
        if newest is not None and self._is_copy(newest, backup, stamp):
            return Made(self.folder / newest.name, new=False)
        path = self._next(stamp.made_at, stamp.reason, stamp.code_id)
        with written_whole(path) as temporary:
            copy_bytes(backup, temporary, progress)
        self._settle(stamp.reason)
        return Made(path, new=True)

    def list(self) -> tuple[Backup, ...]:
        """All of them, newest first. Each is opened; none is checked row by row."""
        return tuple(_look_at(self.folder / stamp.name, stamp, self._key) for stamp in self._newest_first())

    def newest(self) -> Backup | None:
        """The newest that can be read."""
        found = (_look_at(self.folder / stamp.name, stamp, self._key) for stamp in self._newest_first())
        return next((backup for backup in found if not backup.fault), None)

    def opens(self, backup: Path) -> bool:
        """Whether a backup opens without another passphrase being asked."""
        try:
            refuse_unless_journal(backup, needed_key(backup, self._key))
        except (errors.Locked, errors.WrongPassphrase):
            return False
        except errors.JournalError:
            return True  # as far as a passphrase goes: going back to it says what is wrong
        return True

    def holds(self, backup: Backup, table: str, ids: Collection[str]) -> bool | None:
        """Whether a backup has one of these rows, or a revision of it; None when it cannot be read."""
        if backup.fault:
            return None
        try:
            key = needed_key(backup.path, self._key)
            with as_sentences(), reading(backup.path, key) as connection:
                return any(has_row(connection, table, row_id) for row_id in ids)
        except (errors.JournalError, DBAPIError):
            return None

    def remove(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Overwrite and delete these backups; returns those that could not be."""
        left = []
        for path in paths:
            try:
                for suffix in ("", *SIDE_FILES):
                    erase(beside(path, suffix))
            except errors.CannotWrite:
                left.append(path)
        sync(self.folder)
        return tuple(left)

    def thin(self) -> None:
        """Remove those there are too many of; one that cannot be removed stays."""
        for stamp in superfluous(self._newest_first(), self._wall_clock()):
            with suppress(OSError):
                (self.folder / stamp.name).unlink()

    def restore(
        self, backup: Path, progress: Progress = unheard, *, backup_key: bytes | None = None
    ) -> Path | None:
        """Put a backup in the place of the journal, which must be closed.

        A journal that can be read keeps its lock, or its lack of one, whatever the backup has; in the place
        of any other file the backup comes as it is, but no plain one in the place of a locked journal.
        backup_key: if it has another lock than the journal.
        Returns where the former state is kept, None when there was no journal. Raises the JournalError that
        says what is wrong with the backup, or why the journal cannot be kept or replaced; it is left then, as
        it is when `progress` gives up.
        """
        progress(0.0)
        backup_key = needed_key(backup, backup_key or self._key)
        refuse_unless_journal(backup, backup_key)
        if flaw_of(backup, backup_key, alone=True):
            raise errors.DamagedBackup(backup)
        rewritten = self._is_readable(or_locked=backup_key is not None) and backup_key != self._key
        progress(0.3)
        make_folder(self.folder)
        kept = self._keep_present(progress)
        progress(0.6)
        if rewritten:
            self._replace(partial(export, backup, backup_key, new=self._lock()), self._key, progress)
        else:
            self._replace(partial(copy_bytes, backup), backup_key, progress)
        return kept

    def _newest_first(self) -> tuple[Stamp, ...]:
        try:
            found = [stamp for path in self.folder.iterdir() if (stamp := Stamp.read(path.name))]
        except OSError:
            return ()
        return tuple(sorted(found, reverse=True))

    def _next(self, made_at: datetime, reason: Reason, code_id: str = "") -> Path:
        newest = next(iter(self._newest_first()), None)
        return self.folder / Stamp(newest.seq + 1 if newest else 1, made_at, reason, code_id).name

    def _settle(self, reason: Reason) -> None:
        """A new one has its name: see that it stays, and that there do not come to be too many."""
        sync(self.folder)
        if self._thins and not reason.is_before:  # the backup gone back to must not go meanwhile
            self.thin()

    def _is_copy(self, newest: Stamp, backup: Path, stamp: Stamp) -> bool:
        if (newest.made_at, newest.reason) != (stamp.made_at, stamp.reason):
            return False
        with suppress(OSError):
            return same_bytes(backup, self.folder / newest.name)
        return False

    def _wall_clock(self) -> datetime:
        return self._clock.now().replace(tzinfo=None)

    def _newest_if_equal(self) -> Path | None:
        for stamp in self._newest_first():
            path = self.folder / stamp.name
            if not _look_at(path, stamp, self._key).fault:
                return path if holds_all_of(path, self.journal, self._key) else None
        return None

    def _copy(self, temporary: Path, path: Path, progress: Progress) -> None:
        """Fill `temporary`, which is to become `path`."""
        try:
            copy_journal(self.journal, temporary, self._key, progress)
        except errors.DiskFull:
            raise errors.CannotWrite(path, words.text("the disk is full")) from None
        except errors.DiskFault:
            raise errors.CannotWrite(path, words.text("the disk reported an error")) from None

    def _is_readable(self, *, or_locked: bool) -> bool:
        """Whether a journal lies there that opens with its key or with none. Raises Locked unless allowed."""
        try:
            refuse_unless_journal(self.journal, self._key)
        except errors.JournalError as error:
            if isinstance(error, errors.Locked) and not or_locked:
                raise
            return False
        return True

    def _lock(self) -> NewKey | None:
        """The lock the journal has."""
        return NewKey(self._key, salt_of(self.journal)) if self._key else None

    def _keep_present(self, progress: Progress) -> Path | None:
        def heard(share: float) -> None:
            progress(0.3 + 0.3 * share)

        try:
            refuse_unless_journal(self.journal, self._key)
            return self.make(Reason.BEFORE_RESTORE, forced=True, progress=heard).path
        except errors.NotFound:
            return None
        except _BEYOND_READING:
            return self._keep_bytes()

    def _keep_bytes(self) -> Path:
        """Copy what lies at the journal's place, with what a crash may have left beside it."""
        path = self._next(self._wall_clock(), Reason.BEFORE_RESTORE_DAMAGED)
        for suffix in ("", *SIDE_FILES):
            if (there := beside(self.journal, suffix)).exists():
                with written_whole(beside(path, suffix)) as temporary:
                    copy_bytes(there, temporary)
        sync(self.folder)
        return path

    def _replace(self, write: Callable[[Path], object], key: bytes | None, progress: Progress) -> None:
        """Put the file that `write` fills, and that opens with `key`, in the journal's place."""
        make_folder(self.journal.parent)
        clear_away(self.journal)
        with written_whole(self.journal, unfinished(self.journal)) as temporary:
            write(temporary)
            progress(0.9)  # the last moment to give up
            for suffix in SIDE_FILES:
                beside(self.journal, suffix).unlink(missing_ok=True)
        sync(self.journal.parent)
        refuse_unless_journal(self.journal, key)


def _look_at(path: Path, stamp: Stamp, key: bytes | None) -> Backup:
    days, fault, locked = None, "", False
    with suppress(errors.JournalError):
        locked = is_locked(path)
    try:
        if stamp.reason is Reason.BEFORE_RESTORE_DAMAGED:
            raise errors.Damaged(path)  # to open it might change it
        key = needed_key(path, key)
        refuse_unless_journal(path, key)
        with as_sentences(), reading(path, key) as connection:
            days = days_recorded(connection)
    except errors.WrongPassphrase:
        fault = str(errors.Locked(path))  # with an older passphrase, which is no fault of what was typed
    except errors.JournalError as error:
        fault = str(error)
    return Backup(
        path, stamp.seq, stamp.made_at, stamp.reason, _size(path), days, fault, locked, stamp.code_id
    )


def _size(path: Path) -> int:
    """Bytes; none of one that is thinned or deleted while it is looked at."""
    with suppress(FileNotFoundError):
        if path.is_file():
            return path.stat().st_size
    return 0
