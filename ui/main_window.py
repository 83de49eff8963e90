"""The window: header, four tabs, and the one place where children are connected."""

from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.errors import ChangedOutside, MovedAway
from ui.appearance import Appearance
from ui.header import Header
from ui.menus import Menus
from ui.opening.opener import Opener
from ui.runner import Runner
from ui.settings import Settings
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.backups.keeper import BackupKeeper
    from ui.damage.soundness import Soundness
    from ui.lock.arrangement import Arrangement
    from ui.lock.lock import Lock
    from ui.merge.merging import Merging
    from ui.opening.outside_change import OutsideChange
    from ui.tabs import Tabs
    from ui.task import Work
    from ui.whole_journal import WholeJournal

HELP_PAGE = "when-to-get-help"
SETTLED = 1000  # milliseconds after a journal was opened: all that is wanted at once has been done


class MainWindow(QMainWindow):
    """The journal's window.

    Signals: `painted()` once, when it is first on the screen; `ready()` once the diary can be typed in, or
    the welcome page is shown instead.
    """

    painted = Signal()
    ready = Signal()

    def __init__(
        self, settings: Settings, appearance: Appearance, path: Path, clock: Clock | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._appearance = appearance
        self._clock = clock or Clock()
        self.day: date = self._clock.today()
        self.journal: Journal | None = None
        self._was_painted = False
        self._waiting = self._closing = False
        self._unseen: Changed | None = None  # stored, but not shown on the page yet
        self._outdated = False  # whether the pages show a file that is not the journal's any more
        self._following = False  # whether to turn to the day that undo reaches
        self.tabs: Tabs | None = None
        self.keeper: BackupKeeper | None = None
        self.lock: Lock | None = None
        self.runner = Runner(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self.header = Header()
        self.banner = Banner()
        self.pages = QStackedWidget()
        self.menus = Menus(self, settings)
        self.opener = Opener(path, settings, self._clock, self.pages, self._let_go)
        self._lay_out()
        self._connect_signals()

    def restore_place(self) -> None:
        """Take the size and place of last time, or one that fits a small laptop."""
        if not self.restoreGeometry(self._settings.geometry or QByteArray()):
            self.resize(1180, 740)

    def open_journal(self) -> None:
        """Open the journal the window was made for, or say on the welcome page why not."""
        self.opener.open()
        self.ready.emit()

    def show_day(self, day: date) -> None:
        """Turn diary and routine to `day`; one that has not come yet is refused in words."""
        if self.tabs is None:
            return
        if day > self._clock.today():
            self.banner.say(self.tr("{day} has not come yet.").format(day=phrases.day(day)))
            return
        self.day = day
        self.tabs.turn_to(self.header.current, day)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed, wait for the disk, and only then go."""
        if self._waiting:
            self.opener.give_up()
            event.ignore()
            return
        self._closing = True
        if not self._let_go():
            self._closing = False
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.tab = self.header.current
        self._settings.save()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def come_forward(self) -> None:
        """Show the window over the others: the person started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        """Extends QMainWindow: whoever comes back is told what happened to the file meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_outside()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.arrange(self.width())

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Leg Journal"))
        self.setMinimumSize(640, 480)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.banner):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        opening = QWidget()
        opening.setObjectName("page")
        self.pages.addWidget(opening)

    def _connect_signals(self) -> None:
        self.header.tab_chosen.connect(self._on_tab_chosen)
        self.header.report_requested.connect(self._on_report)
        self.header.help_requested.connect(self._on_help)
        self.menus.undo_requested.connect(self._on_undo)
        self.menus.redo_requested.connect(self._on_redo)
        self.menus.versions_requested.connect(self._on_versions)
        self.menus.new_requested.connect(self.opener.begin_another)
        self.menus.open_requested.connect(self.opener.open_another)
        self.menus.report_requested.connect(self._on_report)
        self.menus.export_requested.connect(self._on_export)
        self.menus.import_requested.connect(self._on_import)
        self.menus.backups_requested.connect(self._on_backups)
        self.menus.lock_requested.connect(self._on_lock)
        self.menus.lock_now_requested.connect(self._on_lock_now)
        self.menus.merge_requested.connect(self._on_merge)
        self.menus.check_requested.connect(self._on_check)
        self.menus.help_requested.connect(self._on_help)
        self.menus.tab_chosen.connect(self.header.choose)
        self.menus.days_requested.connect(self._on_days)
        self.menus.today_requested.connect(self._on_today)
        self.menus.theme_chosen.connect(self._appearance.choose_theme)
        self.menus.text_size_chosen.connect(self._on_text_size)
        self.opener.opened.connect(self._on_opened)
        self.opener.closed.connect(self._on_closed)
        self.opener.found_locked.connect(self._on_found_locked)
        self.opener.told.connect(self.banner.say)
        self.opener.restore_requested.connect(self._on_backups)
        self.opener.backup_chosen.connect(self._on_go_back)
        self.opener.repair_requested.connect(self._on_repair)
        self.opener.waits.connect(self._on_waits)
        self.banner.retry_pressed.connect(self.runner.retry)
        self._settled.timeout.connect(self._look_for_copies)
        self._settled.timeout.connect(self._look_for_damage)
        self.runner.saved.connect(self._on_saved)
        self.runner.lingering.connect(self.header.say_saving)
        self.runner.refused.connect(self._on_refused)

    def _on_opened(self, journal: "Journal") -> None:
        from ui.backups.keeper import BackupKeeper

        self.journal = journal
        self.keeper = BackupKeeper(journal, self._settings, self)
        self.keeper.failed.connect(self.banner.say)
        self.keeper.slow.connect(self._on_slow_backup)
        self._show_pages(journal)
        if not journal.read_only:
            self._settled.start()
        else:
            self.banner.say(self.tr("This journal is open to read only: nothing in it can be changed."))

    def _show_pages(self, journal: "Journal") -> None:
        from ui.tabs import Tabs

        self.tabs = Tabs(journal, self.runner)
        self.tabs.day_requested.connect(self.show_day)
        self.tabs.appointment_requested.connect(self._on_appointment)
        self.tabs.versions_requested.connect(self._on_versions)
        self.tabs.told.connect(self.banner.say)
        self.pages.addWidget(self.tabs)
        self.pages.setCurrentWidget(self.tabs)
        self.header.set_open(True)
        self.menus.set_open(True)
        self.menus.set_locked(journal.store.key is not None)
        if journal.store.key is not None:
            self._watch_over()
        self.header.choose(self._settings.tab)
        self._on_tab_chosen(self.header.current)
        self.tabs.take_focus()

    def _on_closed(self) -> None:
        self.header.set_open(False)

    def _let_go(self, *, ask: bool = True) -> bool:
        """Finish with the open journal; False when something could not be stored and the person stays.

        ask: whether the person may say that it is to be lost.
        """
        if self.journal is None:
            return True
        assert self.tabs is not None
        self.tabs.flush()
        if not self.runner.finish():
            # Locking asks nobody; to a journal that is only read there is nothing to lose.
            if not (self.banner.ask_to_leave(self) if ask else self.journal.read_only):
                return False
            self.runner.forget()
            self.banner.say_stored()
        self.banner.withdraw()
        QThreadPool.globalInstance().waitForDone()  # tasks still read the journal and answer to its pages
        self.pages.setCurrentIndex(0)
        self.pages.removeWidget(self.tabs)
        self.tabs.deleteLater()
        if self.keeper is not None:
            self._back_up(self.keeper)
            self.keeper.deleteLater()
            self.keeper = None
        if self.lock is not None:
            self.lock.deleteLater()
            self.lock = None
        self.journal.close()
        self.opener.release()
        self.tabs = self.journal = None
        self.menus.set_open(False)
        return True

    def _back_up(self, keeper: "BackupKeeper") -> None:
        """A last backup before the journal is closed; if it takes long, the window says so."""
        self._on_waits(True)
        keeper.close()
        self._on_waits(False)

    def _on_slow_backup(self) -> None:
        words = self.tr("A backup of your journal is being made. What you wrote is stored already.")
        way_out = self.tr("Close anyway") if self._closing else self.tr("Go on without it")
        self.opener.wait(words, way_out, self._go_on_without_backup)

    def _go_on_without_backup(self) -> None:
        assert self.keeper is not None
        self.keeper.give_up()
        if self._closing:
            self.hide()

    def _on_tab_chosen(self, index: int) -> None:
        if self.tabs is not None:
            self.tabs.turn_to(index, self.day)

    def _on_days(self, days: int) -> None:
        self.show_day(self.day + timedelta(days=days))

    def _on_today(self) -> None:
        self.show_day(self._clock.today())

    def _on_text_size(self, per_cent: int) -> None:
        self._appearance.choose_text_size(per_cent)
        self.header.arrange(self.width())

    def _on_help(self) -> None:
        if self.tabs is None:
            from ui.resources.dialog import ResourcesDialog

            ResourcesDialog(HELP_PAGE, self).open()
            return
        from ui.tabs import RESOURCES

        self.header.choose(RESOURCES)
        self.tabs.open_resource(HELP_PAGE)

    def _on_appointment(self) -> None:
        self.runner.when_still(self._open_appointment)

    def _open_appointment(self) -> None:
        if self.journal is not None:
            from ui.diary.appointment_dialog import AppointmentDialog

            AppointmentDialog(self.journal, self.runner, self).open()

    def _on_versions(self) -> None:
        if self.journal is not None and self.tabs is not None:
            from legjournal.storage.second_place import SecondPlace
            from ui.versions.dialog import VersionsDialog

            self.tabs.flush()
            chosen = self._settings.second_place
            second = SecondPlace(chosen) if chosen is not None else None
            VersionsDialog(self.journal, self.runner, self.day, second, self).open()

    def _on_undo(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self._following = True
            self.runner.run(self.journal.history.undo)

    def _on_redo(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self._following = True
            self.runner.run(self.journal.history.redo)

    def _on_report(self) -> None:
        if self.journal is None or self.tabs is None:
            return
        from ui.report.dialog import ReportDialog

        self.tabs.flush()
        ReportDialog(self.journal, self._settings, self).open()

    def _on_export(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self.whole.export(self.journal)

    def _on_import(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self.whole.bring_in(self.journal)

    def _on_merge(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self.merging.choose(self.journal)

    def _current(self) -> "Journal | None":
        return self.journal

    def _look_for_copies(self) -> None:
        if self.journal is not None:
            self.merging.look_for_copies(self.journal)

    def _on_backups(self) -> None:
        if self.tabs is not None:
            self.tabs.flush()
        self.whole.show_backups(self.opener.path, self.keeper, self._settings, self._key)

    def _look_for_damage(self) -> None:
        if self.journal is not None:
            self.soundness.watch(self.journal)

    def _on_check(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self.soundness.check(self.journal)

    def _on_repair(self) -> None:
        self.soundness.repair(self.opener.path, self._key)

    def _on_repaired(self, repair: "Work", words: str, path: Path) -> None:
        self.opener.replace(repair, words, key=self._key, becomes=path)

    def _on_go_back(self, backup: Path) -> None:
        self.whole.go_back(self.opener.path, backup, self._key)

    def _on_read_only(self) -> None:
        key = self._key
        if self._let_go():
            self.opener.open(key=key, read_only=True)

    def _on_replaced(self, change: "Work", words: str, key: bytes | None) -> None:
        self.opener.replace(change, words, key=self._key if self.journal is not None else key)

    def _on_waits(self, waiting: bool) -> None:
        """While the window waits for the disk, nothing but giving up can be pressed."""
        self._waiting = waiting
        self.header.setEnabled(not waiting)
        self.menuBar().setEnabled(not waiting)

    @property
    def _key(self) -> bytes | None:
        return self.journal.store.key if self.journal is not None else None

    @cached_property
    def soundness(self) -> "Soundness":
        """The checks, and the ways out of damage."""
        from ui.damage.soundness import Soundness

        soundness = Soundness(self._clock, self)
        self.opener.opened.connect(soundness.on_opened)
        soundness.restore_requested.connect(self._on_go_back)
        soundness.replaced.connect(self._on_repaired)
        soundness.read_only_requested.connect(self._on_read_only)
        soundness.another_requested.connect(self.opener.open_another)
        return soundness

    @cached_property
    def whole(self) -> "WholeJournal":
        """The commands for the whole journal; most sittings never need them."""
        from ui.whole_journal import WholeJournal

        whole = WholeJournal(self._clock, self)
        whole.told.connect(self.banner.say)
        whole.replaced.connect(self._on_replaced)
        return whole

    def _on_lock(self) -> None:
        if self.journal is not None:
            self.arrangement.show(self.journal)

    def _on_lock_now(self) -> None:
        if self.lock is not None:
            self.lock.close()
        else:
            self._on_lock()

    def _on_locked(self) -> None:
        self.banner.hide()
        self.day = self._clock.today()
        self._settings.tab = self.header.current
        self.opener.ask_to_unlock()

    def _on_found_locked(self) -> None:
        if self._settings.opens_by_itself:
            self.arrangement.recall()

    def _watch_over(self) -> None:
        from ui.lock.lock import Lock

        let_go = partial(self._let_go, ask=False)
        self.lock = Lock(self._appearance.application, self._settings, self._clock, let_go, self)
        self.lock.locked.connect(self._on_locked)
        self.lock.told.connect(self.banner.say)

    @cached_property
    def arrangement(self) -> "Arrangement":
        """The dialogs about the lock; most sittings never need them."""
        from ui.lock.arrangement import Arrangement

        let_go = partial(self._let_go, ask=False)
        arrangement = Arrangement(self.opener, self._settings, self._clock, let_go, self)
        arrangement.wait_chosen.connect(self._on_wait)
        return arrangement

    def _on_wait(self, minutes: int) -> None:
        if self.lock is not None:
            self.lock.wait(minutes)

    @cached_property
    def merging(self) -> "Merging":
        """Brings other journals into the open one."""
        from ui.merge.merging import Merging

        merging = Merging(self._current, self)
        merging.told.connect(self.banner.say)
        merging.offered.connect(self.banner.offer)
        merging.action_requested.connect(self.runner.run)
        return merging

    @cached_property
    def outside(self) -> "OutsideChange":
        """What to do when another program changed the journal's file; most journals never need it."""
        from ui.opening.outside_change import OutsideChange

        outside = OutsideChange(self.runner, self._clock, self)
        outside.went_on.connect(self._on_went_on)
        outside.settled.connect(self.runner.retry)
        outside.open_requested.connect(self.opener.open_another)
        outside.merge_requested.connect(self._on_merge_kept)
        return outside

    def _look_outside(self) -> None:
        if self.journal is None or not self.runner.idle or not self.journal.is_different:
            return
        if self.journal.read_only:
            self.outside.follow(self.journal)
        else:
            words = self.tr("Another program changed your journal's file, or moved it, since you last wrote.")
            self.banner.offer(words, *self._way_out)

    def open_path(self) -> Path | None:
        """Which journal is open."""
        return None if self.journal is None else self.journal.path

    @property
    def _way_out(self) -> "tuple[str, Callable[[], object]]":
        return self.tr("What can I do?"), self._on_outside

    def _on_outside(self) -> None:
        if self.journal is not None and self.tabs is not None:
            self.tabs.flush()
            self.runner.when_still(self._ask_outside)

    def _ask_outside(self) -> None:
        if self.journal is not None:
            self.outside.ask(self.journal)

    def _on_went_on(self, sentence: str) -> None:
        assert self.journal is not None
        self.opener.follow(self.journal.path)
        self._outdated = True
        self.banner.say_stored()
        self.banner.say(sentence)
        self.runner.retry()
        if self.runner.idle:
            self._read_anew()

    def _on_merge_kept(self, kept: Path) -> None:
        assert self.journal is not None
        self.runner.when_still(partial(self.merging.bring_in, self.journal, kept))

    def _read_anew(self) -> None:
        """Show every page as the file has it now; what was typed is in it."""
        assert self.journal is not None
        assert self.tabs is not None
        self._outdated = False
        self._settings.tab = self.header.current
        self.pages.removeWidget(self.tabs)
        self.tabs.deleteLater()
        self._show_pages(self.journal)

    def _on_saved(self, changed: "Changed") -> None:
        if changed and self.keeper is not None:
            self.keeper.on_stored()
        if changed:
            self._unseen = changed if self._unseen is None else self._unseen | changed
        if not self.runner.idle:
            return  # not all is saved; nor may an older answer be shown over a newer one on its way
        self.banner.say_stored()
        if self._outdated:
            self._read_anew()
        if self._unseen is not None and self.tabs is not None:
            unseen, self._unseen = self._unseen, None
            self.header.say_saved(phrases.clock(self._clock.now()))
            if self._following and unseen.days and self.day not in unseen.days:
                self.show_day(max(unseen.days))
            self._following = False
            self.tabs.refresh(unseen)

    def _on_refused(self, sentence: str) -> None:
        self.header.say_not_saved()
        changed = isinstance(self.runner.fault, ChangedOutside)
        outside = changed or isinstance(self.runner.fault, MovedAway)
        self.banner.say_refused(sentence, self._way_out if outside else None, again=not changed)
