"""The treatments of a day: which, what it cost, and how the legs were before and after."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal.limits import NAME_LIMIT
from ui.diary.visit_row import VisitRow
from ui.widgets.adder import Adder
from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.rows import drop_rows, put_row
from ui.widgets.section import InnerSection
from ui.widgets.still import StillComboBox

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.therapies import TherapyCourse
    from legjournal.storage.history import Changed
    from legjournal.therapies import Visit
    from ui.runner import Runner


class TherapiesSection(InnerSection):
    """A line for each treatment of one day, and what adds another.

    Signals: `log_requested()`, to see all courses and visits.
    """

    log_requested = Signal()
    tables = frozenset({"therapy_session", "therapy_course"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Treatment on this day"))
        self.rows: dict[str, VisitRow] = {}
        self._begin_new = False
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.courses = StillComboBox()
        self.known = self._make_known()
        self.adder = Adder(self.tr("A new treatment"), self.tr("for example massage"), NAME_LIMIT)
        cells = ColumnsLayout(letters=14, most=2, spacing=16)
        cells.addWidget(self.known)
        cells.addWidget(self.adder)
        self.body.addLayout(self._list)
        self.body.addLayout(cells)
        self.open = button(self.tr("All treatments and what they cost"), quiet=True)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(self.open)
        self.body.addLayout(line)
        self.open.clicked.connect(self.log_requested)
        self.adder.added.connect(self._on_new)
        self.adder.drafted.connect(self._on_drafted)

    def show_day(self, day: date) -> None:
        super().show_day(day)
        self.adder.show_draft(self.journal.drafts.under(self._draft_place).get("therapy"))

    def show_stored(self) -> None:
        """Show the day's treatments; rows that stay keep their focus."""
        visits = self.journal.therapies.on(self.date)
        drop_rows(self._list, self.rows, {visit.id for visit in visits})
        drafts = self.journal.drafts.under(self._drafts_of_day)
        for place, visit in enumerate(visits):
            self._row(visit, place).show_visit(visit, drafts.get(f"{visit.id}/cost"))
        self._begin_new = False
        self._show_courses(self.journal.therapies.in_use(self.date))

    def follow(self, changed: "Changed") -> None:
        """A course may be written of on another day."""
        if changed.tables & self.tables:
            self.show_stored()

    def flush(self) -> None:
        self.adder.flush()
        for row in self.rows.values():
            row.flush()

    @property
    def _draft_place(self) -> str:
        return f"day/{self.date}/"

    @property
    def _drafts_of_day(self) -> str:
        """Where the drafts of the day's treatments lie."""
        return f"therapy_session/{self.date}/"

    def _place_of(self, session_id: str) -> str:
        return f"{self._drafts_of_day}{session_id}/"

    def _make_known(self) -> QWidget:
        name = self.tr("One you had before")
        self.courses.setAccessibleName(name)
        self.courses.setProperty("changes", True)
        self.courses.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.courses.setMinimumContentsLength(8)
        add = button(self.tr("Add"), changes=True, name=self.tr("Add this treatment"))
        add.clicked.connect(self._on_known)
        known = QWidget()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.courses, 1)
        line.addWidget(add)
        column = QVBoxLayout(known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(name, Size.LABEL, wraps=True))
        column.addLayout(line)
        column.addStretch()
        return known

    def _show_courses(self, courses: "list[TherapyCourse]") -> None:
        before = self.courses.currentData()
        self.courses.clear()
        for course in courses:
            self.courses.addItem(f"{course.name}, {course.place}" if course.place else course.name, course.id)
        self.courses.setCurrentIndex(max(0, self.courses.findData(before)))
        self.known.setVisible(bool(courses))

    def _row(self, visit: "Visit", place: int) -> VisitRow:
        if visit.id not in self.rows:
            row = VisitRow(visit)
            row.answered.connect(self._on_answered)
            row.drafted.connect(self._on_cost_drafted)
            row.removed.connect(self._on_removed)
            self.rows[visit.id] = row
            put_row(self._list, row, place, last=self.known)
            if self._begin_new:
                row.begin()
        return self.rows[visit.id]

    def _on_known(self) -> None:
        if self._begin_new:
            return  # the second press of a double click
        self._begin_new = True
        self.store(self.journal.therapies.record, self.date, self.courses.currentData())

    def _on_new(self, name: str) -> None:
        self._begin_new = True
        self.store(self.journal.therapies.begin, self.date, name)

    def _on_drafted(self, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._draft_place + "therapy", typed)

    def _on_answered(self, session_id: str, answers: dict[str, Any]) -> None:
        self.store(self.journal.therapies.change, session_id, **answers)

    def _on_cost_drafted(self, session_id: str, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._place_of(session_id) + "cost", typed)

    def _on_removed(self, session_id: str) -> None:
        self.store(self.journal.drafts.forget, self._place_of(session_id))
        self.store(self.journal.therapies.remove, session_id)
