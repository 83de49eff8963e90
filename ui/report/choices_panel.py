"""All that is chosen for a report, one under the other; what is seldom wanted is folded."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from legjournal.report.choices import Audience, Choices
from legjournal.report.making import Wanted
from legjournal.report.noted_days import noted_days
from legjournal.report.own_details import OwnDetails, own_details
from legjournal.report.remembered import Remembered, recall
from ui.report.days_choice import DaysChoice
from ui.report.file_options import FileOptions
from ui.report.note_list import NoteList
from ui.report.own_details_fields import OwnDetailsFields
from ui.report.section_list import SectionList
from ui.task import Task
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from legjournal.journal import Journal
    from legjournal.progress import Progress
    from legjournal.trends.period import Period


class ChoicesPanel(QWidget):
    """Begins with what was chosen last.

    Signals: `changed()`, another report is wanted; `details_typed(OwnDetails)`, to be kept.
    """

    changed = Signal()
    details_typed = Signal(object)

    def __init__(self, journal: "Journal", appointment_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._appointment_id = appointment_id
        self._noting: Task | None = None
        self.remembered = recall(journal.preferences)
        details = own_details(journal.preferences)
        self.audiences = self._make_audiences()
        self.days = DaysChoice(journal, appointment_id)
        self.sections = SectionList()
        self.details = OwnDetailsFields(details, journal.nation.chosen(), journal.clock.today())
        self.notes = NoteList()
        self.file = FileOptions()
        self.details_fold = FoldButton(self.tr("Your name and number"), self.details)
        self.notes_fold = FoldButton(self.tr("Notes to print"), self.notes)
        self.file_fold = FoldButton(self.tr("Other kinds of file"), self.file)
        self._lay_out()
        self._show_remembered()
        self.details_fold.unfold(details != OwnDetails())
        self._connect_signals()

    @property
    def audience(self) -> Audience:
        """Who the report is for."""
        return next(audience for audience, choice in self.audiences.items() if choice.isChecked())

    @property
    def wanted(self) -> Wanted | None:
        """The report as it is chosen now; None where the first day is after the last."""
        period = self.days.period
        if period is None:
            return None
        picked = frozenset(day for day in self.notes.picked if day in period)
        sections = self.sections.choice.printed_with(notes=bool(picked))
        choices = Choices(self.audience, sections, self.details.person, picked)
        return Wanted(period, choices, self._appointment_id, self.file.attaching.isChecked())

    def _make_audiences(self) -> dict[Audience, QRadioButton]:
        names = {
            Audience.GP: self.tr("A GP"),
            Audience.PHYSIO: self.tr("A physiotherapist"),
            Audience.PAIN_CLINIC: self.tr("A pain clinic"),
            Audience.OWN: self.tr("My own choice"),
        }
        return {audience: QRadioButton(name) for audience, name in names.items()}

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        group = QButtonGroup(self)
        self._head(self.tr("Who is it for?"))
        for choice in self.audiences.values():
            group.addButton(choice)
            self._column.addWidget(choice)
        self._head(self.tr("Which days?"))
        self._column.addWidget(self.days)
        self._head(self.tr("What comes after page one?"))
        self._column.addWidget(self.sections)
        self._column.addSpacing(6)
        for fold, content in (
            (self.details_fold, self.details),
            (self.notes_fold, self.notes),
            (self.file_fold, self.file),
        ):
            self._column.addWidget(fold)
            self._column.addWidget(content)

    def _head(self, words: str) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(PlainLabel(words, Size.HEADING, wraps=True))

    def _show_remembered(self) -> None:
        self.audiences[self.remembered.audience].setChecked(True)
        self.days.choose(self.remembered.days)
        self._show_sections()

    def _show_sections(self) -> None:
        choice = self.remembered.sections_for(self.audience)
        self.sections.show_choice(choice, movable=self.audience is Audience.OWN)

    def _connect_signals(self) -> None:
        for choice in self.audiences.values():
            choice.toggled.connect(self._on_audience)
        self.days.changed.connect(self._on_days)
        self.sections.changed.connect(self._on_changed)
        self.details.changed.connect(self._on_details)
        self.notes.changed.connect(self._on_changed)
        self.notes_fold.toggled.connect(self._on_notes_fold)

    def _on_audience(self, chosen: bool) -> None:
        if chosen:
            self._show_sections()
            put_before(self.details_fold, self.sections)  # rows made now, and so at the end of all stops
            self._on_changed()

    def _on_days(self) -> None:
        if self.notes_fold.isChecked():
            self._show_notes()
        self._on_changed()

    def _on_notes_fold(self, unfolded: bool) -> None:
        if unfolded:
            self._show_notes()

    def _show_notes(self) -> None:
        period = self.days.period
        if period is not None:
            task = Task(partial(_noted, self._journal, period), self)
            task.done.connect(self._on_noted)
            task.ended.connect(task.deleteLater)
            task.start()
            self._noting = task  # the notes of days chosen before are not shown any more

    def _on_noted(self, noted: "Sequence[tuple[date, str]]") -> None:
        if self.sender() is self._noting:
            self.notes.show_days(noted)

    def _on_details(self) -> None:
        self.details_typed.emit(self.details.details)
        self._on_changed()

    def _on_changed(self) -> None:
        sections = {**self.remembered.sections, self.audience: self.sections.choice}
        self.remembered = Remembered(self.audience, self.days.days, sections)
        self.changed.emit()


def _noted(journal: "Journal", period: "Period", progress: "Progress") -> "Sequence[tuple[date, str]]":
    progress(0.0)  # the last moment to give up
    return noted_days(journal, period)
