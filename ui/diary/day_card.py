"""The day: what was managed first, then how it went and what there was."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.diary.doses import DosesSection
from ui.diary.factors import FactorsSection
from ui.diary.therapies import TherapiesSection
from ui.widgets.field import NoteField
from ui.widgets.question import Question
from ui.widgets.section import InnerSection, Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class DayCard(Section):
    """The page of one day apart from night, legs and notes.

    parts: what it consists of, in order, each of which can be hidden by its key.
    Signals: `medicines_requested()`, `therapies_requested()`.
    """

    tables = frozenset({"diary_day"})
    medicines_requested = Signal()
    therapies_requested = Signal()

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("The day"), self.tr("all of it optional"))
        self.managed = NoteField(self.tr("What I managed"), self.tr("however small"), lines=2)
        questions = self._make_questions()
        self.rows = {name: question.scores for name, question in questions.items()}
        self.factors = FactorsSection(journal, runner)
        self.doses = DosesSection(journal, runner)
        self.therapies = TherapiesSection(journal, runner)
        self._sections: tuple[InnerSection, ...] = (self.factors, self.doses, self.therapies)
        self.parts: dict[str, QWidget] = {
            "managed": self.managed,
            **questions,
            "factors": self.factors,
            "medicines": self.doses,
            "therapies": self.therapies,
        }
        for part in self.parts.values():
            self.body.addWidget(part)
        for name, row in self.rows.items():
            row.setObjectName(name)
            row.answered.connect(self._on_score)
        self.managed.written.connect(self._on_managed)
        self.doses.medicines_requested.connect(self.medicines_requested)
        self.therapies.log_requested.connect(self.therapies_requested)

    def show_parts(self, hidden: frozenset[str]) -> None:
        """Hide the parts with these keys and show the others; what is stored in them stays."""
        for name, part in self.parts.items():
            part.setVisible(name not in hidden)

    def show_day(self, day: date) -> None:
        super().show_day(day)
        for section in self._sections:
            section.show_day(day)

    def show_stored(self) -> None:
        day = self.journal.diary.day(self.date)
        for name, row in self.rows.items():
            row.show_score(getattr(day, name) if day else None)
        self.managed.show_text((day.managed or "") if day else "")

    def follow(self, changed: "Changed") -> None:
        super().follow(changed)
        for section in self._sections:
            section.follow(changed)

    def flush(self) -> None:
        self.managed.flush()
        for section in self._sections:
            section.flush()

    def _make_questions(self) -> dict[str, Question]:
        return {
            "effect": Question(
                self.tr("How much did the legs get in the way?"),
                self.tr("not at all"),
                self.tr("completely"),
            ),
            "mood": Question(self.tr("Mood"), self.tr("very low"), self.tr("very good")),
            "tiredness": Question(self.tr("How tired?"), self.tr("not at all"), self.tr("exhausted")),
        }

    def _on_score(self, score: int | None) -> None:
        self._answer(**{self.sender().objectName(): score})

    def _on_managed(self, words: str) -> None:
        self._answer(managed=words or None)

    def _answer(self, **answers: object) -> None:
        self.store(self.journal.diary.record, self.date, **answers)
