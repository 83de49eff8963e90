"""The therapy courses in a list, each with its visits behind a fold."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.words import plural
from ui.therapies.sayings import Sayings, short_name
from ui.widgets.buttons import button, compact
from ui.widgets.card import rule
from ui.widgets.columns import ColumnsLayout
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.page_field import page_today

if TYPE_CHECKING:
    from legjournal.models.therapies import TherapyCourse, TherapySession
    from legjournal.therapies import CourseLog


class CourseList(QWidget):
    """Shows courses as they were when it was made. unfolded: ids of those whose visits are in sight.

    Signals: `add_requested()`; `change_requested(TherapyCourse)`; `end_requested(TherapyCourse)`;
    `visit_requested(TherapyCourse, TherapySession)`, with None for a new one; `page_requested(str)`, the
    resource page of this key.
    """

    add_requested = Signal()
    change_requested = Signal(object)
    end_requested = Signal(object)
    visit_requested = Signal(object, object)
    page_requested = Signal(str)

    def __init__(
        self, logs: "Sequence[CourseLog]", unfolded: set[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = Sayings(self)
        self._unfolded = unfolded
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(PlainLabel(self.tr("Courses"), Size.HEADING))
        if not logs:
            self._column.addWidget(PlainLabel(self.tr("None is written down."), wraps=True))
        for log in logs:
            self._show(log)
        add = button(self.tr("Start a course"), changes=True)
        add.clicked.connect(self.add_requested)
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(add)
        self._column.addLayout(line)

    def _show(self, log: "CourseLog") -> None:
        course = log.course
        entry = QVBoxLayout()
        entry.setSpacing(2)
        entry.addWidget(TypedLabel(course.name, Size.STRONG))
        for words in (course.place, self._say.course(log), course.note):
            if words:
                entry.addWidget(TypedLabel(words, Size.SMALL))
        entry.addLayout(self._buttons(course))
        if log.visits:
            self._show_visits(log, entry)
        self._column.addLayout(entry)
        self._column.addWidget(rule())

    def _buttons(self, course: "TherapyCourse") -> ColumnsLayout:
        buttons = ColumnsLayout(letters=0, most=3, spacing=6, stretch=False)
        called = short_name(course)
        name = self.tr("{doing}: {course}")
        wishes: list[tuple[str, SignalInstance, tuple[Any, ...]]] = [
            (self.tr("Add a visit"), self.visit_requested, (course, None)),
            (self.tr("Change"), self.change_requested, (course,)),
        ]
        if course.stopped is None:
            wishes.append((self.tr("End"), self.end_requested, (course,)))
        for words, wish, about in wishes:
            buttons.addWidget(_wish(words, name.format(doing=words, course=called), wish, *about))
        key, title = page_today(course.page)
        if title:
            read = compact(self.tr("Read about it"), self.tr("Read about it: {title}").format(title=title))
            read.clicked.connect(partial(self.page_requested.emit, key))
            buttons.addWidget(read)
        return buttons

    def _show_visits(self, log: "CourseLog", entry: QVBoxLayout) -> None:
        course, called = log.course, short_name(log.course)
        visits = QWidget()
        column = QVBoxLayout(visits)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for visit in log.visits:
            column.addLayout(self._visit(course, visit))
        n = len(log.visits)
        fold = FoldButton(plural("{n} visit", "{n} visits", n).format(n=n), visits)
        fold.setAccessibleName(self.tr("Visits: {course}").format(course=called))
        fold.unfold(course.id in self._unfolded)
        fold.toggled.connect(partial(self._on_fold, course.id))
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(fold)
        entry.addLayout(line)
        entry.addWidget(visits)

    def _visit(self, course: "TherapyCourse", visit: "TherapySession") -> QVBoxLayout:
        name = self.tr("Change: {course}, {day}")
        called = name.format(course=short_name(course), day=phrases.day(visit.date))
        change = _wish(self.tr("Change"), called, self.visit_requested, course, visit)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(PlainLabel(self._say.visit(visit), Size.SMALL, wraps=True), 1)
        line.addWidget(change)
        entry = QVBoxLayout()
        entry.setSpacing(0)
        entry.addLayout(line)
        if visit.note:
            entry.addWidget(TypedLabel(visit.note, Size.SMALL))
        return entry

    def _on_fold(self, course_id: str, unfolded: bool) -> None:
        if unfolded:
            self._unfolded.add(course_id)
        else:
            self._unfolded.discard(course_id)


def _wish(words: str, name: str, wish: SignalInstance, *about: object) -> QPushButton:
    made = compact(words, name, changes=True)
    made.clicked.connect(partial(wish.emit, *about))
    return made
