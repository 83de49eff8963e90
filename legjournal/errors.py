"""The world's faults. The text of each is already the sentence the person reads.

A fault of the program's own is not among these: it goes to the log as a bug.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from legjournal.words import text


class Remedy(StrEnum):
    """What a person can sensibly do about a journal that does not open."""

    TRY_AGAIN = "try again"
    BACKUP = "go back to a backup"
    REPAIR = "repair a copy"
    READ_ONLY = "open to read only"
    ALL_THE_SAME = "open all the same"


class JournalError(Exception):
    """Something in the world stands in the way; `str()` says what. `remedies`: what may help."""

    remedies: ClassVar[tuple[Remedy, ...]] = ()  # to open another file is always possible


class NotFound(JournalError):
    """There is no file there."""

    remedies = (Remedy.TRY_AGAIN, Remedy.BACKUP)

    def __init__(self, path: Path) -> None:
        super().__init__(
            text(
                "There is no journal at {path}. It may have been moved, or its disk is not connected."
            ).format(path=path)
        )


class NotAFile(JournalError):
    """A folder, a pipe or a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(text("{path} is not a file, so it cannot be a journal.").format(path=path))


class Unreadable(JournalError):
    """The computer does not let this person read the file."""

    remedies = (Remedy.TRY_AGAIN,)

    def __init__(self, path: Path) -> None:
        super().__init__(text("This computer does not allow {path} to be read.").format(path=path))


class EmptyFile(JournalError):
    """Zero length: SQLite would take it for an empty database and write over it."""

    remedies = (Remedy.BACKUP,)

    def __init__(self, path: Path) -> None:
        super().__init__(text("{path} is empty. A copy or a sync may have gone wrong.").format(path=path))


class NotAJournal(JournalError):
    """Some other kind of file."""

    remedies = (Remedy.BACKUP,)

    def __init__(self, path: Path) -> None:
        super().__init__(
            text("{path} is not a journal this program can read: it is another kind of file.").format(
                path=path
            )
        )


class Locked(JournalError):
    """A journal with a passphrase, opened without its key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            text("{path} is locked. Type its passphrase or its recovery code to open it.").format(path=path)
        )


class WrongPassphrase(JournalError):
    """A passphrase, a recovery code or a key that does not open the journal.

    Said beside the field it was typed in, where a whole path would be too much: the name will do.
    """

    remedies = (Remedy.BACKUP,)

    def __init__(self, path: Path) -> None:
        super().__init__(
            text(
                "This passphrase does not open {name}. Please try again, or type the recovery code from "
                "your sheet."
            ).format(name=path.name)
        )


class OlderPassphrase(WrongPassphrase):
    """It opens a backup that was made before the passphrase was changed."""

    def __init__(self, path: Path) -> None:
        JournalError.__init__(
            self,
            text(
                "This belongs to an older passphrase: it opens a backup made before, but not {name}. "
                "Please type the newer one."
            ).format(name=path.name),
        )


class OtherCode(WrongPassphrase):
    """A recovery code without a slip, but not of this journal as it is now."""

    def __init__(self, path: Path) -> None:
        JournalError.__init__(
            self,
            text(
                "This recovery code is typed correctly, but it does not open {name}. It may belong to an "
                "older passphrase: look for a newer sheet."
            ).format(name=path.name),
        )


class CodeTypo(WrongPassphrase):
    """A recovery code with a slip. `group`: in which, counted from 1; None when that cannot be told."""

    def __init__(self, group: int | None) -> None:
        JournalError.__init__(
            self,
            text("There is a typing mistake in group {group} of the recovery code.").format(group=group)
            if group
            else text("There is a typing mistake in the recovery code. Please compare it with your sheet."),
        )


class ForeignDatabase(JournalError):
    """An SQLite database of another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(text("{path} belongs to another program.").format(path=path))


class NewerJournal(JournalError):
    """Written by a newer version of the program."""

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(
            text(
                "{path} was written by a newer version of Leg Journal (format {version}, this one reads up "
                "to {known}). Please update the program."
            ).format(path=path, version=version, known=known)
        )


class Truncated(JournalError):
    """Shorter than its own header says."""

    remedies = (Remedy.BACKUP, Remedy.REPAIR)

    def __init__(self, path: Path) -> None:
        super().__init__(text("{path} is cut short: part of the file is missing.").format(path=path))


class Damaged(JournalError):
    """Cannot be read as the database it is."""

    remedies = (Remedy.BACKUP, Remedy.REPAIR)

    def __init__(self, path: Path) -> None:
        super().__init__(text("{path} is damaged and was left as it is.").format(path=path))


class DamagedInside(JournalError):
    """A file that opened well turns out to be damaged further in."""

    remedies = (Remedy.BACKUP, Remedy.REPAIR)

    def __init__(self) -> None:
        super().__init__(text("Part of the journal's file is damaged. It was left as it is."))


class HalfSaved(JournalError):
    """A crash left a save half done, and the disk does not take the writes that would undo it."""

    remedies = (Remedy.REPAIR, Remedy.BACKUP)

    def __init__(self, path: Path) -> None:
        super().__init__(
            text(
                "{path} was left half-saved by a crash, and its disk is read-only, so it cannot be put right "
                "there."
            ).format(path=path)
        )


class InUse(JournalError):
    """Another program holds the file."""

    remedies = (Remedy.TRY_AGAIN,)

    def __init__(self, path: Path) -> None:
        super().__init__(
            text("{path} is in use by another program. Close it there, then try again.").format(path=path)
        )


class OpenElsewhere(JournalError):
    """Another computer has the journal open. `since`: a day and a time, in words."""

    remedies = (Remedy.READ_ONLY, Remedy.ALL_THE_SAME)

    def __init__(self, path: Path, computer: str, since: str) -> None:
        super().__init__(
            text(
                "{path} seems to be open on the computer {computer}, since {since}. Close it there first and "
                "give the folder time to catch up, or open it here to read only."
            ).format(path=path, computer=computer, since=since)
        )


class AlreadyThere(JournalError):
    """A new journal never writes over a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            text("There is already a file at {path}. Choose another name or open that one.").format(path=path)
        )


class IsAJournal(JournalError):
    """A report, an export or a sheet that would take the place of a journal."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            text("{path} is a journal, so nothing else is written there. Choose another name.").format(
                path=path
            )
        )


class NoExport(JournalError):
    """There is no export to bring in there."""

    def __init__(self, path: Path) -> None:
        super().__init__(text("There is no file at {path}. Nothing was changed.").format(path=path))


class CannotWrite(JournalError):
    """A file could not be written: the reason is the system's own words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(text("{path} could not be written: {reason}.").format(path=path, reason=reason))


class CannotPrint(JournalError):
    """The printer takes nothing."""

    def __init__(self) -> None:
        super().__init__(
            text("The printer did not take the report. Save it instead, and print it from your PDF reader.")
        )


class BeyondRepair(JournalError):
    """Not one entry can be read."""

    remedies = (Remedy.BACKUP,)

    def __init__(self) -> None:
        super().__init__(text("Nothing in this file could be read."))


class UnsoundCopy(JournalError):
    """A copy of the journal that failed its check. `flaw`: what is wrong, already a sentence."""

    def __init__(self, flaw: str) -> None:
        super().__init__(text("No backup was made, for the copy failed its check: {flaw}").format(flaw=flaw))


class UnsoundRewrite(JournalError):
    """A journal that keeps the lock it had: its new file failed the check. `flaw`: already a sentence."""

    def __init__(self, flaw: str) -> None:
        super().__init__(
            text("The journal was left as it was, for its new file failed the check: {flaw}").format(
                flaw=flaw
            )
        )


class NotUpToDate(JournalError):
    """A journal of an older version that could not be brought to this one's. `why`: already a sentence."""

    remedies = (Remedy.TRY_AGAIN, Remedy.BACKUP)

    def __init__(self, why: str) -> None:
        super().__init__(
            text(
                "This journal is from an older version of the program and could not be brought up to date, "
                "so it was left as it was. {why}"
            ).format(why=why)
        )


class DamagedBackup(JournalError):
    """A backup that opens but is not what was written; it never takes the place of a journal."""

    def __init__(self, path: Path) -> None:
        super().__init__(text("The backup {path} is damaged. Nothing was changed.").format(path=path))


class NotSaved(JournalError):
    """A save did not go through; what was typed is still on the screen.

    look_again: set where the disk would not even say whether the save is in the file. Before it is tried once
    more, this says so: it returns what was changed, None if nothing was, or raises a JournalError again.
    """

    look_again: Callable[[], object | None] | None = None


class DiskFull(NotSaved):
    """No room left."""

    def __init__(self) -> None:
        super().__init__(text("The disk is full. Free some space, then try again."))


class ReadOnly(NotSaved):
    """The file, its folder or its disk does not take writes."""

    def __init__(self) -> None:
        super().__init__(text("The journal cannot be written: its file, folder or disk is read-only."))


class MovedAway(NotSaved):
    """The file is not where it was opened."""

    def __init__(self) -> None:
        super().__init__(
            text(
                "The journal's file is not in its place any more: it was moved, renamed or deleted, or its "
                "disk was taken out."
            )
        )


class ChangedOutside(NotSaved):
    """Another program wrote to the file, or put another file in its place, while it was open."""

    def __init__(self) -> None:
        super().__init__(
            text(
                "Another program changed the journal's file, perhaps one that copies files between computers "
                "such as Dropbox or OneDrive. So nothing was written to it."
            )
        )


class OpenToReadOnly(NotSaved):
    """The journal was opened to be read."""

    def __init__(self) -> None:
        super().__init__(text("This journal is open to read only, so nothing in it can be changed."))


class SaveBusy(NotSaved):
    """Another program is writing to the file."""

    def __init__(self) -> None:
        super().__init__(text("Another program is using the journal just now. Try again in a moment."))


class DiskFault(NotSaved):
    """The disk reported an error."""

    def __init__(self) -> None:
        super().__init__(
            text("The disk reported an error. Try again; if it stays, copy the journal elsewhere.")
        )


class ChangedElsewhere(NotSaved):
    """Another window or program changed the same entry first."""

    def __init__(self) -> None:
        super().__init__(
            text("This entry was changed in another window. Look at it again before changing it.")
        )


class FutureDay(JournalError):
    """A day that has not come yet."""

    def __init__(self) -> None:
        super().__init__(text("This day has not come yet."))


class BeforeLatestPlan(JournalError):
    """A plan that would begin before the latest one, whose weeks stay as they are. `day`: its first."""

    def __init__(self, day: str) -> None:
        super().__init__(
            text("Your latest plan begins on {day}. Please choose that day or a later one.").format(day=day)
        )


class NameTaken(JournalError):
    """An own exercise with the name of another."""

    def __init__(self) -> None:
        super().__init__(text("There is an exercise of this name already. Please choose another name."))


class HiddenNameTaken(NameTaken):
    """An own exercise with the name of one that is no longer offered."""

    def __init__(self) -> None:
        JournalError.__init__(
            self,
            text("An exercise you took off your list has this name. Bring it back, or choose another name."),
        )


class NoPicture(JournalError):
    """A file that is no picture, or a picture too large to keep."""

    def __init__(self) -> None:
        super().__init__(text("This file is not a picture the journal can keep. Please choose another."))


class ImportRefused(JournalError):
    """A file that is not imported; nothing was changed."""


class NotYet(JournalError):
    """A command of the contract that a later version brings."""

    def __init__(self, command: str) -> None:
        super().__init__(text("“{command}” is not in this version yet.").format(command=command))
