"""The therapy log: courses, their visits, and what was spent."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.therapies.course_form import CourseForm, EndCourse
from ui.therapies.course_list import CourseList
from ui.therapies.spent import SpentTable
from ui.therapies.visit_form import VisitForm
from ui.widgets.room_dialog import RoomDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.therapies import TherapyCourse, TherapySession
    from ui.runner import Runner


class TherapiesDialog(RoomDialog):
    """Shows the courses and the sums, and opens the forms that change them.

    Signals: `page_requested(str)`, the resource page of this key, once this is closed.
    """

    page_requested = Signal(str)

    tables = frozenset({"therapy_course", "therapy_session"})

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        self._unfolded: set[str] = set()
        words = self.tr("Treatments you have, how your legs were, and what they cost you.")
        super().__init__(self.tr("Therapies"), words, journal, runner, parent)

    def make_parts(self) -> list[QWidget]:
        logs = self.journal.therapies.logs()
        courses = CourseList(logs, self._unfolded)
        courses.add_requested.connect(self._on_add)
        courses.change_requested.connect(self._on_change)
        courses.end_requested.connect(self._on_end)
        courses.visit_requested.connect(self._on_visit)
        courses.page_requested.connect(self._on_page)
        return [courses, SpentTable(logs)] if any(log.visits for log in logs) else [courses]

    def _on_add(self) -> None:
        self.open_form(partial(CourseForm, None))

    def _on_change(self, course: "TherapyCourse") -> None:
        self.open_form(partial(CourseForm, course))

    def _on_end(self, course: "TherapyCourse") -> None:
        self.open_form(partial(EndCourse, course))

    def _on_visit(self, course: "TherapyCourse", visit: "TherapySession | None") -> None:
        self._unfolded.add(course.id)
        self.open_form(partial(VisitForm, course, visit))

    def _on_page(self, key: str) -> None:
        self.reject()
        self.page_requested.emit(key)
