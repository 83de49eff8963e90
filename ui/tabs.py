"""The four pages, each made when it is first turned to."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from legjournal.errors import JournalError
from ui.widgets.page import Page

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner
    from ui.settings import Settings

DIARY, ROUTINE, TRENDS, RESOURCES = range(4)
PATIENCE = 80  # milliseconds that turning a page may wait for the disk unnoticed


class Tabs(QStackedWidget):
    """The pages of an open journal.

    Signals: `day_requested(date)`, `appointment_requested()`, `appointments_requested()`,
    `medicines_requested()`, `therapies_requested()`,
    `versions_requested()`; `guide_requested(str)`, to be led through the session of this id;
    `plan_requested(str)`, `plans_requested()`, `checklist_requested()`, `calendar_requested()`;
    `page_wished(object, str)`, a `Wish` about the resource page of this key; `table_wished(object)`, this
    `Comparison` as a PDF; `routine_requested()`, the Routine tab; `diary_requested(date)`, that day in
    the diary; `told(str)`, a sentence to show.
    """

    day_requested = Signal(object)
    appointment_requested = Signal()
    appointments_requested = Signal()
    medicines_requested = Signal()
    therapies_requested = Signal()
    versions_requested = Signal()
    guide_requested = Signal(str)
    plan_requested = Signal(str)
    plans_requested = Signal()
    checklist_requested = Signal()
    calendar_requested = Signal()
    routine_requested = Signal()
    page_wished = Signal(object, str)
    table_wished = Signal(object)
    diary_requested = Signal(object)
    told = Signal(str)

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._settings = settings
        self._pages: dict[int, Page] = {}
        self._next = (DIARY, journal.clock.today())  # what to turn to
        self._had_keyboard = False

    def page(self, index: int) -> Page:
        """The page of a tab, made if it was never turned to."""
        if index not in self._pages:
            page = self._make(index)
            page.day_requested.connect(self.day_requested)
            if self._journal.read_only:
                page.set_read_only()
            self._pages[index] = page
            self.addWidget(page)
        return self._pages[index]

    def turn_to(self, index: int, day: date) -> None:
        """Turn to a tab and a day, once what was typed on the page in sight is stored."""
        self._next = (index, day)
        self.flush()
        if not self._runner.finish(within=PATIENCE):
            self._doze()
        self._runner.when_still(self._turn)

    def read_anew(self) -> None:
        """Make the pages again: the journal's file is another one now."""
        pages, self._pages = self._pages.values(), {}
        for page in pages:
            self.removeWidget(page)
            page.deleteLater()
        self.turn_to(*self._next)
        self.take_focus()

    def refresh(self, changed: "Changed") -> None:
        """Tell the page in sight what an action changed."""
        page = self.currentWidget()
        if isinstance(page, Page):
            page.refresh(changed)

    def flush(self) -> None:
        """Hand over what is being typed on any page."""
        for page in self._pages.values():
            page.flush()

    def set_read_only(self) -> None:
        """From here on nothing can be changed, on any page."""
        for page in self._pages.values():
            page.set_read_only()

    def take_focus(self) -> None:
        """Put the keyboard where a person begins on the page in sight."""
        page = self.currentWidget()
        if isinstance(page, Page):
            page.take_focus()

    def open_resource(self, key: str) -> None:
        """Open a resource page."""
        from ui.resources.page import ResourcesPage

        page = self.page(RESOURCES)
        assert isinstance(page, ResourcesPage)
        page.open_page(key)

    def ask_weekly(self) -> None:
        """Have the weekly check answered."""
        from ui.diary.page import DiaryPage

        page = self.page(DIARY)
        assert isinstance(page, DiaryPage)
        page.ask_weekly()

    def _turn(self) -> None:
        index, day = self._next
        try:
            page = self.page(index)
            page.show_day(day)
            self.setCurrentWidget(page)
        except JournalError as error:
            self.told.emit(str(error))
        if not self.isEnabled():
            self._wake()

    def _doze(self) -> None:
        """The disk takes its time: what is typed now must not reach the day about to be left."""
        focused = self.window().focusWidget()
        self._had_keyboard = self._had_keyboard or (focused is not None and self.isAncestorOf(focused))
        self.setEnabled(False)

    def _wake(self) -> None:
        self.setEnabled(True)
        if self._had_keyboard:
            self._had_keyboard = False
            self.take_focus()

    def _make(self, index: int) -> Page:
        # Each page brings its own imports; the diary must not wait for those of the others.
        if index == DIARY:
            from ui.diary.page import DiaryPage

            diary = DiaryPage(self._journal, self._runner)
            diary.appointment_requested.connect(self.appointment_requested)
            diary.appointments_requested.connect(self.appointments_requested)
            diary.medicines_requested.connect(self.medicines_requested)
            diary.therapies_requested.connect(self.therapies_requested)
            diary.versions_requested.connect(self.versions_requested)
            diary.routine_requested.connect(self.routine_requested)
            diary.told.connect(self.told)
            return diary
        if index == ROUTINE:
            from ui.routine.page import RoutinePage

            routine = RoutinePage(self._journal, self._runner)
            routine.guide_requested.connect(self.guide_requested)
            routine.plan_requested.connect(self.plan_requested)
            routine.plans_requested.connect(self.plans_requested)
            routine.checklist_requested.connect(self.checklist_requested)
            routine.calendar_requested.connect(self.calendar_requested)
            return routine
        if index == TRENDS:
            from ui.trends.page import TrendsPage

            trends = TrendsPage(self._journal, self._runner, self._settings)
            trends.diary_requested.connect(self.diary_requested)
            return trends
        from ui.resources.page import ResourcesPage

        resources = ResourcesPage(self._journal, self._runner)
        resources.wished.connect(self.page_wished)
        resources.table_wished.connect(self.table_wished)
        return resources
