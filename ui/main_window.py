"""The window: header, four tabs, and the one place where children are connected."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.clock import Clock
from ui.appearance import Appearance
from ui.dialogs import Dialogs
from ui.file_commands import FileCommands
from ui.header import Header
from ui.lock.locker import Locker
from ui.menus import Menus
from ui.night.mode import NightMode
from ui.opening.opener import Opener
from ui.session.mode import SessionMode
from ui.settings import Settings
from ui.sitting import Sitting
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from legjournal.journal import Journal

HELP_PAGE = "when-to-get-help"


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
        self._day = self._clock.today()
        self._was_painted = False
        self._waiting = self._closing = False
        self.sitting: Sitting | None = None
        self.header = Header()
        self.banner = Banner()
        self.pages = QStackedWidget()
        self.menus = Menus(self, settings)
        unasked = partial(self._let_go, ask=False)
        self.opener = Opener(path, settings, self._clock, self.pages, self._let_go)
        self.file = FileCommands(
            self.opener, settings, self._clock, self._present_sitting, self._let_go, self
        )
        self.locker = Locker(appearance.application, self.opener, settings, self._clock, unasked, self)
        self.night = NightMode(appearance, self.pages, self.header, self.menuBar(), self)
        self.session = SessionMode(settings, self.pages, self.header, self.menuBar(), self)
        self._lay_out()
        self._connect_signals()

    @property
    def day(self) -> date:
        """The day the pages show, or would show."""
        return self._day if self.sitting is None else self.sitting.day

    def restore_place(self) -> None:
        """Take the size and place of last time, or one that fits a small laptop."""
        if not self.restoreGeometry(self._settings.geometry or QByteArray()):
            self.resize(1180, 740)

    def open_journal(self) -> None:
        """Open the journal the window was made for, or say on the welcome page why not."""
        self.opener.open()
        self.ready.emit()

    def open_path(self) -> Path | None:
        """Which journal is open."""
        return None if self.sitting is None else self.sitting.journal.path

    def come_forward(self) -> None:
        """Show the window over the others: the person started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed, wait for the disk, and only then go."""
        if self._waiting:
            self.opener.give_up()
            event.ignore()
            return
        self._closing = True
        self._put_dialogs_by()
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

    def changeEvent(self, event: QEvent) -> None:
        """Extends QMainWindow: whoever comes back is told what happened to the file meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._in_sitting(Sitting.look_round)

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
        self._connect_menus()
        self.header.tab_chosen.connect(self._on_tab_chosen)
        self.header.report_requested.connect(partial(self._in_dialogs, Dialogs.show_report))
        self.header.help_requested.connect(self._on_help)
        self.opener.opened.connect(self._on_opened)
        self.opener.closed.connect(self._on_closed)
        self.opener.found_locked.connect(self.locker.recall)
        self.opener.told.connect(self.banner.say)
        self.opener.restore_requested.connect(self.file.show_backups)
        self.opener.backup_chosen.connect(self.file.go_back)
        self.opener.repair_requested.connect(self.file.repair)
        self.opener.waits.connect(self._on_waits)
        self.file.told.connect(self.banner.say)
        self.locker.locked.connect(self._on_locked)
        self.locker.told.connect(self.banner.say)
        self.night.help_requested.connect(self._on_help)
        self.header.tab_chosen.connect(self.session.end)
        self.session.counts.connect(self.locker.stay)
        self.banner.retry_pressed.connect(self._on_retry)

    def _connect_menus(self) -> None:
        self.menus.new_requested.connect(self.opener.begin_another)
        self.menus.open_requested.connect(self.opener.open_another)
        self.menus.export_requested.connect(self.file.export)
        self.menus.import_requested.connect(self.file.bring_in)
        self.menus.backups_requested.connect(self.file.show_backups)
        self.menus.check_requested.connect(self.file.check)
        self.menus.lock_requested.connect(self.locker.arrange)
        self.menus.lock_now_requested.connect(self.locker.lock_now)
        self.menus.help_requested.connect(self._on_help)
        self.menus.tab_chosen.connect(self.header.choose)
        self.menus.days_requested.connect(self._on_days)
        self.menus.weekly_requested.connect(self._on_weekly)
        self.menus.theme_chosen.connect(self._appearance.choose_theme)
        self.menus.text_size_chosen.connect(self._on_text_size)
        self.menus.night_by_itself_chosen.connect(self._settings.choose_night)
        self.menus.still_pictures_chosen.connect(self._settings.choose_still_pictures)
        for wish, action in (
            (self.menus.undo_requested, Sitting.undo),
            (self.menus.redo_requested, Sitting.redo),
            (self.menus.merge_requested, Sitting.merge),
            (self.menus.today_requested, Sitting.show_today),
            (self.menus.bad_day_requested, Sitting.mark_bad_day),
            (self.menus.night_requested, self._begin_night),
            (self.menus.session_requested, self._begin_session),
        ):
            wish.connect(partial(self._in_sitting, action))
        for wish, show in (
            (self.menus.search_requested, Dialogs.show_search),
            (self.menus.versions_requested, Dialogs.show_versions),
            (self.menus.medicines_requested, Dialogs.show_medicines),
            (self.menus.appointments_requested, Dialogs.show_appointments),
            (self.menus.therapies_requested, Dialogs.show_therapies),
            (self.menus.contacts_requested, Dialogs.show_contacts),
            (self.menus.report_requested, Dialogs.show_report),
            (self.menus.parts_requested, Dialogs.choose_parts),
        ):
            wish.connect(partial(self._in_dialogs, show))

    def _connect_sitting(self, sitting: Sitting) -> None:
        sitting.told.connect(self.banner.say)
        sitting.offered.connect(self.banner.offer)
        sitting.stored.connect(self.banner.say_stored)
        sitting.saved.connect(self._on_saved)
        sitting.lingering.connect(self.header.say_saving)
        sitting.refused.connect(self._on_refused)
        sitting.settled.connect(self.file.watch)
        sitting.moved.connect(self.opener.follow)
        sitting.open_requested.connect(self.opener.open_another)
        sitting.tab_requested.connect(self.night.end)
        sitting.tab_requested.connect(self.session.end)
        sitting.tab_requested.connect(self.header.choose)
        sitting.tabs.guide_requested.connect(self._on_guide)
        sitting.read_only.connect(self.menus.set_read_only)
        sitting.read_only.connect(self.header.say_read_only)
        sitting.keeper.slow.connect(self._on_slow_backup)

    def _present_sitting(self) -> Sitting | None:
        return self.sitting

    def _in_sitting(self, action: Callable[[Sitting], None]) -> None:
        if self.sitting is not None:
            action(self.sitting)

    def _in_dialogs(self, show: Callable[[Dialogs], None]) -> None:
        if self.sitting is not None:
            show(self.sitting.dialogs)

    def _on_opened(self, journal: "Journal") -> None:
        self.sitting = Sitting(journal, self._day, self._settings, self._clock, self)
        self._connect_sitting(self.sitting)
        self.pages.addWidget(self.sitting.tabs)
        self.pages.setCurrentWidget(self.sitting.tabs)
        self.header.set_open(True)
        self.menus.set_open(True)
        self.menus.set_locked(journal.store.key is not None)
        self.locker.begin(journal)
        self.header.choose(self._settings.tab)
        self.sitting.begin(self.header.current)
        if self._settings.night_by_itself and self._clock.is_night() and not journal.diary.is_blank():
            self.night.begin(self.sitting)

    def _on_closed(self) -> None:
        self.header.set_open(False)

    def _put_dialogs_by(self) -> None:
        """What is typed over the window is stored with the rest, not when the journal is gone."""
        from ui.widgets.scroll_dialog import ScrollDialog

        for dialog in self.findChildren(ScrollDialog):
            if dialog.isVisible():
                dialog.put_by()

    def _let_go(self, *, ask: bool = True) -> bool:
        """Finish with the open journal; False when something could not be stored and the person stays.

        ask: whether the person may say that it is to be lost.
        """
        if (sitting := self.sitting) is None:
            return True
        if not sitting.finish():
            # Locking asks nobody; to a journal that is only read there is nothing to lose.
            if not (self.banner.ask_to_leave(self) if ask else sitting.journal.read_only):
                return False
            sitting.forget()
        self.night.end()
        self.session.end()
        self.banner.withdraw()
        self.pages.setCurrentIndex(0)
        self.pages.removeWidget(sitting.tabs)
        self._on_waits(True)
        sitting.close()
        self._on_waits(False)
        self._day, self.sitting = sitting.day, None
        self.locker.end()
        self.opener.release()
        self.menus.set_open(False)
        return True

    def _on_slow_backup(self) -> None:
        words = self.tr("A backup of your journal is being made. What you wrote is stored already.")
        way_out = self.tr("Close anyway") if self._closing else self.tr("Go on without it")
        self.opener.wait(words, way_out, self._go_on_without_backup)

    def _go_on_without_backup(self) -> None:
        assert self.sitting is not None
        self.sitting.keeper.give_up()
        if self._closing:
            self.hide()

    def _on_waits(self, waiting: bool) -> None:
        """While the window waits for the disk, nothing but giving up can be pressed."""
        self._waiting = waiting
        self.header.setEnabled(not waiting)
        self.menuBar().setEnabled(not waiting)

    def _on_locked(self) -> None:
        self.banner.hide()
        self._day = self._clock.today()
        self._settings.tab = self.header.current
        self.opener.ask_to_unlock()

    def _begin_night(self, sitting: Sitting) -> None:
        self.session.end()
        self.night.begin(sitting)

    def _begin_session(self, sitting: Sitting) -> None:
        self.night.end()
        self.session.begin(sitting)

    def _on_guide(self, session_id: str) -> None:
        assert self.sitting is not None
        self.session.begin(self.sitting, session_id)

    def _on_tab_chosen(self, index: int) -> None:
        if self.sitting is not None:
            self.sitting.turn_to(index)

    def _on_days(self, days: int) -> None:
        if self.sitting is not None:
            self.sitting.turn_days(days)

    def _on_weekly(self) -> None:
        from ui.tabs import DIARY

        self.header.choose(DIARY)
        self._in_dialogs(Dialogs.ask_weekly)

    def _on_text_size(self, per_cent: int) -> None:
        self._appearance.choose_text_size(per_cent)
        self.header.arrange(self.width())

    def _on_help(self) -> None:
        self.session.end()
        if self.sitting is None:
            from ui.resources.dialog import ResourcesDialog

            ResourcesDialog(HELP_PAGE, self).open()
            return
        self.sitting.open_resource(HELP_PAGE)

    def _on_retry(self) -> None:
        if self.sitting is not None:
            self.sitting.runner.retry()

    def _on_saved(self) -> None:
        self.header.say_saved(phrases.clock(self._clock.now()))

    def _on_refused(
        self, sentence: str, way_out: tuple[str, Callable[[], object]] | None, again: bool
    ) -> None:
        self.header.say_not_saved()
        self.banner.say_refused(sentence, way_out, again=again)
