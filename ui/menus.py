"""The menu bar: every action once, with its key."""

from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from ui.appearance import FOLLOW_COMPUTER
from ui.settings import TEXT_SIZES, Settings

Keys = QKeySequence | QKeySequence.StandardKey | str


class Menus(QObject):
    """Builds the menus of the window.

    Signals, each a wish: `undo_requested`, `redo_requested`, `search_requested`, `versions_requested`,
    `new_requested`, `open_requested`, `report_requested`, `export_requested`, `import_requested`,
    `merge_requested`, `backups_requested`, `check_requested`, `lock_requested`, `lock_now_requested`,
    `help_requested`, `bad_day_requested`, `night_requested`, `parts_requested`, `today_requested`,
    `days_requested(int)`, `weekly_requested`, `tab_chosen(int)`, `theme_chosen(str)`,
    `text_size_chosen(int)`, `night_by_itself_chosen(bool)`, `still_pictures_chosen(bool)`,
    `medicines_requested`, `appointments_requested`, `therapies_requested`,
    `contacts_requested`, `session_requested`.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    search_requested = Signal()
    versions_requested = Signal()
    medicines_requested = Signal()
    appointments_requested = Signal()
    therapies_requested = Signal()
    contacts_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    report_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    merge_requested = Signal()
    backups_requested = Signal()
    lock_requested = Signal()
    lock_now_requested = Signal()
    check_requested = Signal()
    help_requested = Signal()
    today_requested = Signal()
    days_requested = Signal(int)
    weekly_requested = Signal()
    session_requested = Signal()
    tab_chosen = Signal(int)
    bad_day_requested = Signal()
    night_requested = Signal()
    night_by_itself_chosen = Signal(bool)
    still_pictures_chosen = Signal(bool)
    parts_requested = Signal()
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._needs_journal: list[QAction] = []
        self._changes_journal: list[QAction] = []
        self._make_file_menu(window.menuBar().addMenu(self.tr("&File")))
        self._make_edit_menu(window.menuBar().addMenu(self.tr("&Edit")))
        self._make_view_menu(window.menuBar().addMenu(self.tr("&View")))
        self._make_go_menu(window.menuBar().addMenu(self.tr("&Go")))
        self._make_help_menu(window.menuBar().addMenu(self.tr("&Help")))
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Whether there is a journal for the actions that need one."""
        for action in self._needs_journal:
            action.setEnabled(is_open)

    def set_read_only(self) -> None:
        """The open journal can only be read: nothing that would change it can be chosen."""
        for action in self._changes_journal:
            action.setEnabled(False)

    def set_locked(self, has_passphrase: bool) -> None:
        """Whether the open journal has a passphrase already."""
        self._lock.setText(
            self.tr("&Lock: change or remove…") if has_passphrase else self.tr("&Lock with a passphrase…")
        )

    def _make_file_menu(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&New journal…"), self.new_requested, QKeySequence.StandardKey.New)
        self._add(menu, self.tr("&Open a journal…"), self.open_requested, QKeySequence.StandardKey.Open)
        menu.addSeparator()
        self._add_for_journal(
            menu,
            self.tr("&Report for an appointment…"),
            self.report_requested,
            QKeySequence.StandardKey.Print,
        )
        self._add_for_journal(menu, self.tr("&Export the whole journal…"), self.export_requested)
        self._changes_journal += (
            self._add_for_journal(menu, self.tr("&Bring in an export…"), self.import_requested),
            self._add_for_journal(
                menu, self.tr("&Merge another journal into this one…"), self.merge_requested
            ),
        )
        self._add_for_journal(menu, self.tr("Bac&kups…"), self.backups_requested)
        self._add_for_journal(menu, self.tr("&Check this journal…"), self.check_requested)
        menu.addSeparator()
        self._lock = self._add_for_journal(menu, "", self.lock_requested)
        self._add_for_journal(menu, self.tr("Lock no&w"), self.lock_now_requested, "Ctrl+L")
        self.set_locked(False)
        menu.addSeparator()
        leave = QAction(self.tr("&Quit"), self, shortcut=QKeySequence("Ctrl+Q"))
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        leave.triggered.connect(self._window.close)
        menu.addAction(leave)

    def _make_edit_menu(self, menu: QMenu) -> None:
        self._changes_journal += (
            self._add_for_journal(menu, self.tr("&Undo"), self.undo_requested, QKeySequence.StandardKey.Undo),
            self._add_for_journal(menu, self.tr("&Redo"), self.redo_requested, "Ctrl+Shift+Z"),
        )
        menu.addSeparator()
        self._changes_journal.append(
            self._add_for_journal(menu, self.tr("Mark as a &bad day"), self.bad_day_requested, "Ctrl+B")
        )
        self._add_for_journal(menu, self.tr("What the &diary asks…"), self.parts_requested)
        words = self.tr("&Medicines and test results…")
        self._add_for_journal(menu, words, self.medicines_requested, "Ctrl+M")
        menu.addSeparator()
        self._add_for_journal(menu, self.tr("&Find…"), self.search_requested, QKeySequence.StandardKey.Find)
        self._add_for_journal(menu, self.tr("&Earlier versions…"), self.versions_requested, "Ctrl+Shift+H")

    def _make_view_menu(self, menu: QMenu) -> None:
        self._make_night_actions(menu)
        menu.addSeparator()
        names = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high-contrast": self.tr("High contrast"),
            "night": self.tr("Night: dim and warm"),
            FOLLOW_COMPUTER: self.tr("As the computer has it"),
        }
        themes = QActionGroup(self)
        for key, name in names.items():
            action = self._add_choice(menu, themes, name, checked=self._settings.theme == key)
            action.triggered.connect(partial(self.theme_chosen.emit, key))
        menu.addSeparator()
        sizes = menu.addMenu(self.tr("Text size"))
        self._sizes = QActionGroup(self)
        for per_cent in TEXT_SIZES:
            name = self.tr("{per_cent}%").format(per_cent=per_cent)
            action = self._add_choice(sizes, self._sizes, name, checked=self._settings.text_size == per_cent)
            action.setData(per_cent)
            action.triggered.connect(partial(self.text_size_chosen.emit, per_cent))
        for name, keys, step in (
            (self.tr("Larger text"), QKeySequence.StandardKey.ZoomIn, 1),
            (self.tr("Smaller text"), QKeySequence.StandardKey.ZoomOut, -1),
        ):
            action = QAction(name, self, shortcut=QKeySequence(keys))
            action.triggered.connect(partial(self._on_text_step, step))
            menu.addAction(action)
        menu.addSeparator()
        words = self.tr("Exercise &pictures stand still")
        still = QAction(words, self, checkable=True, checked=self._settings.still_pictures)
        still.toggled.connect(self.still_pictures_chosen)
        menu.addAction(still)

    def _make_night_actions(self, menu: QMenu) -> None:
        self._changes_journal.append(
            self._add_for_journal(menu, self.tr("&Night panel"), self.night_requested, "Ctrl+Shift+N")
        )
        words = self.tr("Show it when I open the journal between &11pm and 5am")
        by_itself = QAction(words, self, checkable=True, checked=self._settings.night_by_itself)
        by_itself.toggled.connect(self.night_by_itself_chosen)
        menu.addAction(by_itself)

    def _make_go_menu(self, menu: QMenu) -> None:
        self._add_for_journal(menu, self.tr("&Today"), self.today_requested, "Ctrl+T")
        for name, keys, days in (
            (self.tr("&Previous day"), "Alt+Left", -1),
            (self.tr("&Next day"), "Alt+Right", 1),
        ):
            action = self._add_for_journal(menu, name, None, keys)
            action.triggered.connect(partial(self.days_requested.emit, days))
        self._changes_journal.append(
            self._add_for_journal(menu, self.tr("&Weekly check"), self.weekly_requested)
        )
        self._changes_journal.append(
            self._add_for_journal(menu, self.tr("&Guided session"), self.session_requested, "Ctrl+G")
        )
        self._add_for_journal(menu, self.tr("&Appointments…"), self.appointments_requested)
        self._add_for_journal(menu, self.tr("T&herapies…"), self.therapies_requested)
        self._add_for_journal(menu, self.tr("&Contacts…"), self.contacts_requested)
        menu.addSeparator()
        tabs = (self.tr("Diary"), self.tr("Routine"), self.tr("Trends"), self.tr("Resources"))
        for index, name in enumerate(tabs):
            action = self._add_for_journal(menu, name, None, f"Ctrl+{index + 1}")
            action.triggered.connect(partial(self.tab_chosen.emit, index))

    def _make_help_menu(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&When to get help"), self.help_requested, "F1")
        about = QAction(self.tr("&About Leg Journal"), self)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        about.triggered.connect(self._on_about)
        menu.addAction(about)

    def _add(self, menu: QMenu, name: str, wish: SignalInstance | None, keys: Keys = "") -> QAction:
        action = QAction(name, self, shortcut=QKeySequence(keys))
        if wish is not None:
            action.triggered.connect(wish)
        menu.addAction(action)
        return action

    def _add_for_journal(
        self, menu: QMenu, name: str, wish: SignalInstance | None, keys: Keys = ""
    ) -> QAction:
        action = self._add(menu, name, wish, keys)
        self._needs_journal.append(action)
        return action

    def _add_choice(self, menu: QMenu, group: QActionGroup, name: str, *, checked: bool) -> QAction:
        action = QAction(name, self, checkable=True, checked=checked)
        group.addAction(action)
        menu.addAction(action)
        return action

    def _on_text_step(self, step: int) -> None:
        place = TEXT_SIZES.index(self._settings.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self._sizes.actions()[place].setChecked(True)
            self.text_size_chosen.emit(TEXT_SIZES[place])

    def _on_about(self) -> None:
        from importlib.metadata import version

        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About Leg Journal"))
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(self.tr("Leg Journal {version}").format(version=version("legjournal")))
        box.setInformativeText(
            self.tr(
                "A journal for you to show a clinician. It is not a medical device: it does not monitor, "
                "advise or diagnose. Nothing you write leaves this computer."
            )
        )
        box.open()
