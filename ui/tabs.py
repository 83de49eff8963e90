"""The four pages, each made when it is first turned to."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.page import Page

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

DIARY, ROUTINE, TRENDS, RESOURCES = range(4)


class Tabs(QStackedWidget):
    """The pages of an open journal.

    Signals: `day_requested(date)`, `appointment_requested()`.
    """

    day_requested = Signal(object)
    appointment_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._pages: dict[int, Page] = {}

    def page(self, index: int) -> Page:
        """The page of a tab, made if it was never turned to."""
        if index not in self._pages:
            page = self._make(index)
            page.day_requested.connect(self.day_requested)
            self._pages[index] = page
            self.addWidget(page)
        return self._pages[index]

    def turn_to(self, index: int, day: date) -> None:
        """Turn to a tab and bring its page up to date."""
        page = self.page(index)
        page.show_day(day)
        self.setCurrentWidget(page)

    def show_day(self, day: date) -> None:
        """Show another day on the page in sight; the others follow when they are turned to."""
        page = self.currentWidget()
        if isinstance(page, Page):
            page.show_day(day)

    def refresh(self, changed: "Changed") -> None:
        """Tell the page in sight what an action changed."""
        page = self.currentWidget()
        if isinstance(page, Page):
            page.refresh(changed)

    def flush(self) -> None:
        """Hand over what is being typed on any page."""
        for page in self._pages.values():
            page.flush()

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

    def _make(self, index: int) -> Page:
        # Each page brings its own imports; the diary must not wait for those of the others.
        if index == DIARY:
            from ui.diary.page import DiaryPage

            diary = DiaryPage(self._journal, self._runner)
            diary.appointment_requested.connect(self.appointment_requested)
            return diary
        if index == ROUTINE:
            from ui.routine.page import RoutinePage

            return RoutinePage(self._journal, self._runner)
        if index == TRENDS:
            from ui.trends.page import TrendsPage

            return TrendsPage(self._journal)
        from ui.resources.page import ResourcesPage

        return ResourcesPage()
