"""The day: what was managed first, then how it went, then anything else."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ui.diary.section import Section
from ui.widgets.field import NoteField
from ui.widgets.label import PlainLabel, Size
from ui.widgets.score_row import ScoreRow

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class DayCard(Section):
    """The page of one day apart from night and legs."""

    tables = frozenset({"diary_day"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("The day"), self.tr("all of it optional"))
        self.managed = NoteField(self.tr("What I managed"), self.tr("however small"), lines=2)
        self.scores = {
            "effect": (
                self.tr("How much did the legs get in the way?"),
                self.tr("not at all"),
                self.tr("completely"),
            ),
            "tiredness": (self.tr("How tired?"), self.tr("not at all"), self.tr("exhausted")),
            "mood": (self.tr("Mood"), self.tr("very low"), self.tr("very good")),
        }
        self.rows = {name: ScoreRow(*words) for name, words in self.scores.items()}
        self.note = NoteField(self.tr("Notes"), self.tr("anything you want to remember"), lines=4)
        self.body.addWidget(self.managed)
        for name, row in self.rows.items():
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(PlainLabel(self.scores[name][0], Size.LABEL, wraps=True))
            column.addWidget(row)
            row.setObjectName(name)
            row.answered.connect(self._on_score)
            self.body.addLayout(column)
        self.body.addWidget(self.note)
        self.managed.written.connect(self._on_managed)
        self.note.written.connect(self._on_note)

    def show_stored(self) -> None:
        day = self.journal.diary.day(self.date)
        for name, row in self.rows.items():
            row.show_score(getattr(day, name) if day else None)
        self.managed.show_text((day.managed or "") if day else "")
        self.note.show_text((day.note or "") if day else "")

    def flush(self) -> None:
        self.managed.flush()
        self.note.flush()

    def _on_score(self, score: int | None) -> None:
        self._store(**{self.sender().objectName(): score})

    def _on_managed(self, words: str) -> None:
        self._store(managed=words or None)

    def _on_note(self, words: str) -> None:
        self._store(note=words or None)

    def _store(self, **answers: object) -> None:
        self.store(self.journal.diary.record, self.date, **answers)
