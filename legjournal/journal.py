"""The one door to a journal: open it, and ask its subjects."""

import shutil
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from legjournal import errors
from legjournal.clock import Clock
from legjournal.diary import Diary
from legjournal.drafts import Drafts
from legjournal.nights import Nights
from legjournal.progress import Progress, unheard
from legjournal.storage import migrate
from legjournal.storage.erasing import clear_away
from legjournal.storage.files import created_whole, is_writable
from legjournal.storage.guard import Difference
from legjournal.storage.opening import FORMAT, needed_key, refuse_unless_journal
from legjournal.storage.store import Store
from legjournal.symptoms import Symptoms

if TYPE_CHECKING:
    from legjournal.appointments import Appointments
    from legjournal.awakenings import Awakenings
    from legjournal.contacts import Contacts
    from legjournal.factors import Factors
    from legjournal.history import History
    from legjournal.library.nations import OwnNation
    from legjournal.medicines import Medicines
    from legjournal.naps import Naps
    from legjournal.page_marks import PageMarks
    from legjournal.preferences import Preferences
    from legjournal.results import Results
    from legjournal.routine.days_off import DaysOff
    from legjournal.routine.exercises import Exercises
    from legjournal.routine.habits import Habits
    from legjournal.routine.plans import Plans
    from legjournal.routine.sessions import Sessions
    from legjournal.routine.weeks import Weeks
    from legjournal.search import Search
    from legjournal.storage.backups import Backups
    from legjournal.storage.check import Checked
    from legjournal.therapies import Therapies
    from legjournal.usual_times import UsualTimes
    from legjournal.versions import Versions
    from legjournal.weekly import Weekly


class Journal:
    """An open journal. `Journal.create` and `Journal.open` make one; close it, or use it as a context."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.diary = Diary(store, clock)
        self.symptoms = Symptoms(store, clock)
        self.nights = Nights(store, clock)
        self.drafts = Drafts(store)

    # The subjects a start of the window does not need bring their tables when they are first asked for.

    @cached_property
    def history(self) -> "History":
        """Undo and redo."""
        from legjournal.history import History

        return History(self.store)

    @cached_property
    def awakenings(self) -> "Awakenings":
        """What was noted while awake in the night."""
        from legjournal.awakenings import Awakenings

        return Awakenings(self.store, self.clock)

    @cached_property
    def plans(self) -> "Plans":
        """The exercise plans."""
        from legjournal.routine.plans import Plans

        return Plans(self.store, self.preferences)

    @cached_property
    def sessions(self) -> "Sessions":
        """What was done of the routine."""
        from legjournal.routine.sessions import Sessions

        return Sessions(self.store, self.clock)

    @cached_property
    def days_off(self) -> "DaysOff":
        """Rest days, skipped ones and pauses."""
        from legjournal.routine.days_off import DaysOff

        return DaysOff(self.store, self.clock)

    @cached_property
    def weeks(self) -> "Weeks":
        """The weeks of the routine."""
        from legjournal.routine.weeks import Weeks

        return Weeks(self.store, self.days_off, self.clock)

    @cached_property
    def exercises(self) -> "Exercises":
        """The exercises to choose from, bundled and own."""
        from legjournal.routine.exercises import Exercises

        return Exercises(self.store)

    @cached_property
    def habits(self) -> "Habits":
        """How the person likes their sessions."""
        from legjournal.routine.habits import Habits

        return Habits(self.preferences)

    @cached_property
    def nation(self) -> "OwnNation":
        """The nation the person gets their care in."""
        from legjournal.library.nations import OwnNation

        return OwnNation(self.preferences)

    @cached_property
    def page_marks(self) -> "PageMarks":
        """The bookmarks and own notes on resource pages."""
        from legjournal.page_marks import PageMarks

        return PageMarks(self.store)

    @cached_property
    def appointments(self) -> "Appointments":
        """The appointments."""
        from legjournal.appointments import Appointments

        return Appointments(self.store)

    @cached_property
    def contacts(self) -> "Contacts":
        """The people and places near the person."""
        from legjournal.contacts import Contacts

        return Contacts(self.store)

    @cached_property
    def weekly(self) -> "Weekly":
        """The weekly checks."""
        from legjournal.weekly import Weekly

        return Weekly(self.store, self.clock)

    @cached_property
    def medicines(self) -> "Medicines":
        """The medicines and their doses."""
        from legjournal.medicines import Medicines

        return Medicines(self.store, self.clock)

    @cached_property
    def results(self) -> "Results":
        """The test results."""
        from legjournal.results import Results

        return Results(self.store, self.clock)

    @cached_property
    def therapies(self) -> "Therapies":
        """The therapy courses."""
        from legjournal.therapies import Therapies

        return Therapies(self.store, self.clock)

    @cached_property
    def preferences(self) -> "Preferences":
        """The person's choices."""
        from legjournal.preferences import Preferences

        return Preferences(self.store)

    @cached_property
    def naps(self) -> "Naps":
        """The naps."""
        from legjournal.naps import Naps

        return Naps(self.store, self.clock)

    @cached_property
    def usual_times(self) -> "UsualTimes":
        """The usual times of going to bed and getting up."""
        from legjournal.usual_times import UsualTimes

        return UsualTimes(self.preferences)

    @cached_property
    def factors(self) -> "Factors":
        """What may have mattered on a day, to press from."""
        from legjournal.factors import Factors

        return Factors(self.preferences)

    @cached_property
    def backups(self) -> "Backups":
        """The backups."""
        from legjournal.storage.backups import Backups

        return Backups(self.path, self.clock, key=self.store.key)

    @cached_property
    def versions(self) -> "Versions":
        """Earlier versions of the entries."""
        from legjournal.versions import Versions

        return Versions(self.store, self.clock, self.backups)

    @cached_property
    def search(self) -> "Search":
        """Looking through all that was written."""
        from legjournal.search import Search

        return Search(self.store)

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self.store.path

    @property
    def read_only(self) -> bool:
        """Whether every change is refused."""
        return self.store.read_only

    @property
    def is_different(self) -> bool:
        """Whether another program changed or moved the file since it was last read or written here."""
        return self.store.guard.difference() is not Difference.NONE

    @classmethod
    def create(cls, path: Path, clock: Clock | None = None) -> Self:
        """Begin a new journal. Raises AlreadyThere, CannotWrite or NotSaved; leaves nothing half made."""
        clock = clock or Clock()
        with created_whole(path) as temporary:  # killed half way, nothing stands at `path`
            store = Store(temporary, clock.now)
            try:
                migrate.upgrade(store.engine)
            except errors.DamagedInside:  # a file just made is not damaged: the disk failed to read it
                raise errors.DiskFault from None
            finally:
                store.close()
        return cls(Store(path, clock.now), clock)

    @classmethod
    def open(
        cls, path: Path, clock: Clock | None = None, *, key: bytes | None = None, read_only: bool = False
    ) -> Self:
        """Open a journal that is there, bringing an older one up to date.

        key: what a locked journal is opened with; a plain one needs none.
        read_only: also for a file this computer will not write.
        Raises the JournalError that says what the file is instead; a refused file is left as it was.
        """
        clock = clock or Clock()
        key = needed_key(path, key)
        version = refuse_unless_journal(path, key)
        store = Store(path, clock.now, key, read_only=read_only or not is_writable(path))
        try:
            if store.read_only:
                _make_readable(store, version)
            else:
                clear_away(path.resolve())
                if version < FORMAT:
                    _keep_older(path, clock, key)
                    migrate.upgrade(store.engine)
        except BaseException:
            store.close()
            raise
        return cls(store, clock)

    def stop_saving(self) -> None:
        """From here on refuse every change: the file is damaged, and writing into it could make it worse."""
        self.store.read_only = True

    def flaw(self) -> str:
        """What a quick check finds wrong with the file, in a sentence; empty when all is well.

        Raises NotSaved when another program or the disk is in the way.
        """
        from legjournal.storage.check import flaw_of

        return flaw_of(self.path, self.store.key)

    def reload(self) -> None:
        """Go on with the file as it is now, which another program changed or put there.

        Raises the JournalError that says what it is, when it is no journal; then nothing is changed.
        """
        version = refuse_unless_journal(self.path, self.store.key)
        self.store.reload()
        if self.read_only:
            _make_readable(self.store, version)
        elif version < FORMAT:
            migrate.upgrade(self.store.engine)

    def keep_as(self, path: Path, backup: Path | None = None) -> None:
        """Go on in a new file at `path`, with what was in the journal before another program came in between.

        As `write_kept`, then `go_on_in`.
        """
        self.write_kept(path, backup)
        self.go_on_in(path)

    def write_kept(self, path: Path, backup: Path | None = None) -> None:
        """Write what was in the journal before another program came in between to a new file at `path`.

        backup: take that one's content instead, where the file itself was overwritten. Raises AlreadyThere,
        CannotWrite, or DamagedInside when what there was to write is not sound.
        """
        from legjournal.storage.check import flaw_of

        with created_whole(path) as temporary:
            if backup is None:
                self.store.guard.copy_to(temporary)
            else:
                shutil.copyfile(backup, temporary)
            if flaw_of(temporary, self.store.key):
                raise errors.DamagedInside

    def go_on_in(self, path: Path) -> None:
        """Go on in the journal at `path`, which is one of this journal's own."""
        self.store.reload(path)
        for subject in ("backups", "versions"):  # they know where the file lies
            self.__dict__.pop(subject, None)

    def check(self, progress: Progress = unheard) -> "Checked":
        """The full check, of every structure and every entry. progress: may raise to give up."""
        from legjournal.storage.check import check

        return check(self.path, self.store.key, progress)

    def problems(self) -> list[str]:
        """What a full check finds wrong with the file, each in a sentence; empty when all is well."""
        return list(self.check().problems)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _make_readable(store: Store, version: int) -> None:
    """An older journal that may not be written to stays as it is, and is read as if it were up to date."""
    if version < FORMAT:
        from legjournal.storage.stand_ins import stand_in

        stand_in(store.engine)


def _keep_older(path: Path, clock: Clock, key: bytes | None) -> None:
    """Make the backup without which an older journal is not touched. Raises NotUpToDate."""
    from legjournal.storage.backups import Backups
    from legjournal.storage.thinning import Reason

    try:
        Backups(path, clock, key=key).make(Reason.BEFORE_MIGRATION, forced=True)
    except errors.JournalError as error:
        raise errors.NotUpToDate(str(error)) from None
