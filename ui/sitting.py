"""One sitting with an open journal: its pages, what is stored, and what becomes of its file meanwhile."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.errors import ChangedOutside, MovedAway
from ui.runner import Runner
from ui.settings import Settings

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.merge.merging import Merging
    from ui.opening.outside_change import OutsideChange

OF_NO_PAGE = frozenset({"test_result"})  # tables whose entries have a day, and stand on no page
SETTLED = 1000  # milliseconds after a journal was opened: all that is wanted at once has been done


class Sitting(QObject):
    """From the opening of a journal until the window lets go of it.

    Signals: `told(str)`, a sentence to show; `offered(str, str, Callable)`, a sentence, the words of a button
    and what that does; `saved()`, all that was typed is stored; `lingering()`, storing takes long;
    `refused(str, tuple, bool)`, the sentence, a button as above or None, and whether trying again may help;
    `stored()`, nothing is refused any more; `settled()`, the haste of opening is over; `moved(Path)`, the
    journal goes on in that file; `open_requested()`, another journal; `tab_requested(int)`, one of its
    pages; `read_only()`, nothing in it can be changed, from here on.
    """

    told = Signal(str)
    offered = Signal(str, str, object)
    saved = Signal()
    lingering = Signal()
    refused = Signal(str, object, bool)
    stored = Signal()
    settled = Signal()
    moved = Signal(object)
    open_requested = Signal()
    tab_requested = Signal(int)
    read_only = Signal()

    def __init__(
        self, journal: "Journal", day: date, settings: Settings, clock: Clock, window: QWidget
    ) -> None:
        super().__init__(window)
        from ui.backups.keeper import BackupKeeper
        from ui.dialogs import Dialogs
        from ui.tabs import DIARY, Tabs

        self.journal = journal
        self.day = day
        self.runner = Runner(self)
        self.keeper = BackupKeeper(journal, settings, self)
        self.tabs = Tabs(journal, self.runner, settings)
        self.dialogs = Dialogs(journal, self.runner, self.keeper, self.tabs, settings, window, self)
        self._tab = DIARY
        self._clock = clock
        self._today = clock.today()
        self._window = window
        self._unseen: Changed | None = None  # stored, but not shown on the page yet
        self._outdated = False  # whether the pages show a file that is not the journal's any more
        self._following: tuple[str, str] | None = None  # what to say of undo, which also turns to its day
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._connect_signals()

    def begin(self, tab: int) -> None:
        """Turn to a tab; what can wait follows by itself."""
        self.turn_to(tab)
        self.tabs.take_focus()
        if self.journal.read_only:
            self._say_read_only()
        else:
            self._settling.start()

    def turn_to(self, tab: int) -> None:
        """Turn to a tab."""
        self._tab = tab
        self.dialogs.day = self.day
        self.tabs.turn_to(tab, self.day)

    def open_resource(self, key: str) -> None:
        """Turn to a resource page."""
        from ui.tabs import RESOURCES

        self.tab_requested.emit(RESOURCES)
        self.tabs.open_resource(key)

    def show_day(self, day: date) -> None:
        """Turn diary and routine to `day`; one that has not come yet is refused in words."""
        if day > self._clock.today():
            self.told.emit(self.tr("{day} has not come yet.").format(day=phrases.day(day)))
            return
        self.day = day
        self.turn_to(self._tab)

    def turn_days(self, days: int) -> None:
        """Turn so many days on, or back."""
        self.show_day(self.day + timedelta(days=days))

    def show_today(self) -> None:
        """Turn to today."""
        self.show_day(self._clock.today())

    def undo(self) -> None:
        """Take back what was done last, and turn to its day."""
        done = self.tr("Taken back. Ctrl, Shift and Z does it again.")
        self._replay(self.journal.history.undo, done, self.tr("There is nothing to take back."))

    def redo(self) -> None:
        """Do again what was taken back, and turn to its day."""
        done = self.tr("Done again. Ctrl and Z takes it back.")
        self._replay(self.journal.history.redo, done, self.tr("There is nothing to do again."))

    def mark_bad_day(self) -> None:
        """Mark the day in sight as a bad one; one that is marked already stays so."""
        self.runner.run(partial(self.journal.diary.mark_bad_day, self.day))
        words = self.tr("{day} is marked as a bad day. That is all you need to do.")
        self.told.emit(words.format(day=phrases.day(self.day, weekday=True, year=False)))

    def merge(self) -> None:
        """Ask for another journal, and merge it into this one."""
        self.tabs.flush()
        self.merging.choose(self.journal)

    def look_round(self) -> None:
        """Whoever comes back to the window: it may be another day, and the file may have changed."""
        self._follow_clock()
        self.look_outside()

    def look_outside(self) -> None:
        """See whether another program has changed the file since it was last read or written here."""
        if not self.runner.idle or not self.journal.is_different:
            return
        if self.journal.read_only:
            self.outside.follow(self.journal)
        else:
            words = self.tr("Another program changed your journal's file, or moved it, since you last wrote.")
            self.offered.emit(words, *self._way_out)

    def stop_changes(self) -> None:
        """The journal is damaged and takes no more: what is being typed is said not to be saved."""
        self.tabs.flush()
        self.tabs.set_read_only()
        self._say_read_only()

    def finish(self) -> bool:
        """Store what is being typed and wait for the disk; False when something cannot be stored."""
        self.tabs.flush()
        return self.runner.finish()

    def forget(self) -> None:
        """Give up what cannot be stored: the person has said so, or there is nothing to lose."""
        self.runner.forget()
        self.stored.emit()

    def close(self) -> None:
        """Make a last backup and close the journal."""
        QThreadPool.globalInstance().waitForDone()  # tasks still read the journal and answer to its pages
        self.tabs.deleteLater()
        self.keeper.close()
        self.journal.close()
        self.deleteLater()

    def _connect_signals(self) -> None:
        self.tabs.day_requested.connect(self.show_day)
        self.tabs.appointment_requested.connect(self.dialogs.add_appointment)
        self.tabs.appointments_requested.connect(self.dialogs.show_appointments)
        self.tabs.therapies_requested.connect(self.dialogs.show_therapies)
        self.tabs.medicines_requested.connect(self.dialogs.show_medicines)
        self.tabs.versions_requested.connect(self.dialogs.show_versions)
        self.tabs.plan_requested.connect(self.dialogs.make_plan)
        self.tabs.plans_requested.connect(self.dialogs.show_plans)
        self.tabs.checklist_requested.connect(self.dialogs.show_checklist)
        self.tabs.page_wished.connect(self.dialogs.grant)
        self.tabs.table_wished.connect(self.dialogs.save_table)
        self.tabs.calendar_requested.connect(self.dialogs.show_calendar)
        self.dialogs.place_requested.connect(self._on_place)
        self.dialogs.page_requested.connect(self.open_resource)
        self.tabs.routine_requested.connect(self._on_routine)
        self.tabs.diary_requested.connect(self._on_diary)
        self.tabs.told.connect(self.told)
        self.keeper.failed.connect(self.told)
        self.runner.saved.connect(self._on_saved)
        self.runner.lingering.connect(self.lingering)
        self.runner.refused.connect(self._on_refused)
        self._settling.timeout.connect(self._on_settled)

    def _follow_clock(self) -> None:
        """A new day has begun: today's page is another one. A past day in sight stays."""
        was, self._today = self._today, self._clock.today()
        if was == self._today:
            return
        self.show_day(self._today if self.day == was else self.day)
        words = self.tr("It is {day} now.")
        self.told.emit(words.format(day=phrases.day(self._today, weekday=True, year=False)))

    def _say_read_only(self) -> None:
        self.read_only.emit()
        self.told.emit(self.tr("This journal is open to read only: nothing in it can be changed."))

    def _replay(self, action: "Callable[[], Changed]", done: str, nothing: str) -> None:
        self.tabs.flush()
        self._following = (done, nothing)
        self.runner.run(action)

    def _on_place(self, tab: int, day: date) -> None:
        if tab == self._tab:
            self.show_day(day)
        else:
            self.day = day
        self.tab_requested.emit(tab)

    def _on_diary(self, day: date) -> None:
        from ui.tabs import DIARY

        self._on_place(DIARY, day)

    def _on_routine(self) -> None:
        from ui.tabs import ROUTINE

        self.tab_requested.emit(ROUTINE)

    def _on_settled(self) -> None:
        self.merging.look_for_copies(self.journal)
        self.settled.emit()

    @cached_property
    def merging(self) -> "Merging":
        """Brings other journals into this one."""
        from ui.merge.merging import Merging

        merging = Merging(self._window, self)
        merging.told.connect(self.told)
        merging.offered.connect(self.offered)
        merging.action_requested.connect(self.runner.run)
        return merging

    @cached_property
    def outside(self) -> "OutsideChange":
        """What to do when another program changed the journal's file; most journals never need it."""
        from ui.opening.outside_change import OutsideChange

        outside = OutsideChange(self.runner, self._clock, self._window, self)
        outside.went_on.connect(self._on_went_on)
        outside.settled.connect(self.runner.retry)
        outside.open_requested.connect(self.open_requested)
        outside.merge_requested.connect(self._on_merge_kept)
        return outside

    @property
    def _way_out(self) -> tuple[str, Callable[[], object]]:
        return self.tr("What can I do?"), self._on_outside

    def _on_outside(self) -> None:
        self.tabs.flush()
        self.runner.when_still(partial(self.outside.ask, self.journal))

    def _on_went_on(self, sentence: str) -> None:
        self.moved.emit(self.journal.path)
        self._outdated = True
        self.stored.emit()
        self.told.emit(sentence)
        self.runner.retry()
        if self.runner.idle:
            self._read_anew()

    def _on_merge_kept(self, kept: Path) -> None:
        self.runner.when_still(partial(self.merging.bring_in, self.journal, kept))

    def _read_anew(self) -> None:
        self._outdated = False
        self.tabs.read_anew()

    def _on_saved(self, changed: "Changed") -> None:
        if changed:
            self.keeper.on_stored()
            self._unseen = changed if self._unseen is None else self._unseen | changed
        if not self.runner.idle:
            return  # not all is saved; nor may an older answer be shown over a newer one on its way
        self.stored.emit()
        if self._outdated:
            self._read_anew()
        following, self._following = self._following, None
        if self._unseen is not None:
            unseen, self._unseen = self._unseen, None
            self.saved.emit()
            if following and not unseen.tables <= OF_NO_PAGE and unseen.days and self.day not in unseen.days:
                # A note of the night lies under the morning, which before 4am is still to come.
                self.show_day(min(max(unseen.days), self._clock.today()))
            self.tabs.refresh(unseen)
        if following:
            done, nothing = following
            self.told.emit(done if changed else nothing)

    def _on_refused(self, sentence: str) -> None:
        changed = isinstance(self.runner.fault, ChangedOutside)
        outside = changed or isinstance(self.runner.fault, MovedAway)
        again = not changed and not self.journal.read_only
        self.refused.emit(sentence, self._way_out if outside else None, again)
