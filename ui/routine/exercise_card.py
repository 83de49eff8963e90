"""How an exercise is done, and who had better not."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts.drawing import drawing
from legjournal.library.exercises import ExercisePage, plan_item
from legjournal.routine.dose import dose_words
from legjournal.words import plural
from ui.routine.exercise_sources import ExerciseSources
from ui.widgets.card import Card
from ui.widgets.drawing import DrawingView
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.marked import MarkedLines
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from legjournal.routine.exercises import KnownExercise


class ExerciseCard(Card):
    """One exercise: what it is, who had better not, how it is done, and where that comes from."""

    title_label = TypedLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How it is done"), "", parent)
        self._shown: KnownExercise | None = None
        self.drawing = DrawingView()
        self._words = QWidget()
        self.body.addWidget(self.drawing)
        self.body.addWidget(self._words)

    def show_exercise(self, known: "KnownExercise") -> None:
        """Show an exercise in place of the last; the same one stays as it stands."""
        if known == self._shown:
            return
        self._shown = known
        self.title.setText(known.name)
        self.setAccessibleName(known.name)
        self.drawing.show_exercise(known.key, picture=known.picture)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.6 * line_height()))
        for part in self._parts(known):
            column.addWidget(part)
        self.body.replaceWidget(self._words, fresh)
        self._words.hide()
        self._words.deleteLater()
        self._words = fresh

    def _parts(self, known: "KnownExercise") -> list[QWidget]:
        note = self._note(known.note)
        if known.page is None:
            return self._own(known.steps, note)
        return self._bundled(known.key, known.page, note)

    def _bundled(self, key: str, page: ExercisePage, note: list[QWidget]) -> list[QWidget]:
        fold, sources = self._sources(page)
        return [
            PlainLabel(page.summary, wraps=True),
            PlainLabel(self._needs(key, page), Size.SMALL, muted=True, wraps=True),
            *note,
            self._caution(page),
            self._part(self.tr("Steps"), MarkedLines(_numbered(page.steps))),
            *self._said(self.tr("In mind during the set"), page.cue),
            *self._said(self.tr("Easier"), page.easier),
            *self._easier_drawing(key),
            *self._said(self.tr("Harder"), page.harder),
            *self._listed(self.tr("Often goes wrong"), page.common_errors),
            *self._said(self.tr("Good to know"), page.note),
            self._checked(page),
            fold,
            sources,
        ]

    def _own(self, steps: Sequence[str], note: list[QWidget]) -> list[QWidget]:
        if not steps:
            return note or [PlainLabel(self.tr("Nothing is written about it yet."), wraps=True)]
        return [self._part(self.tr("Steps"), MarkedLines(_numbered(steps), typed=True)), *note]

    def _note(self, note: str | None) -> list[QWidget]:
        """What the person keeps about it, perhaps what a physio said."""
        return [self._part(self.tr("Your note"), TypedLabel(note))] if note else []

    def _needs(self, key: str, page: ExercisePage) -> str:
        things = page.equipment[0].lower() + page.equipment[1:]
        dose = dose_words(plan_item(key, page))
        words = self.tr("To begin with: {dose}. You need: {things}.").format(dose=dose, things=things)
        if page.side:
            words += " " + self.tr("“Left” and “right” mean {leg}.").format(leg=page.side)
        return words

    def _easier_drawing(self, key: str) -> list[QWidget]:
        if drawing(key, "easier") is None:
            return []
        shown = DrawingView()
        shown.show_exercise(key, easier=True)
        return [shown]

    def _caution(self, page: ExercisePage) -> QWidget:
        """Apart from all the rest by its frame, its bar and its crosses: seen before the steps are read."""
        frame = QFrame()
        frame.setProperty("caution", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 14, 12)
        reasons = MarkedLines(("✗", reason) for reason in page.not_for_you_if)
        column.addWidget(self._part(self.tr("Not for you if"), reasons))
        return frame

    def _said(self, heading: str, words: str) -> list[QWidget]:
        return [self._part(heading, PlainLabel(words, wraps=True))] if words else []

    def _listed(self, heading: str, lines: list[str]) -> list[QWidget]:
        return [self._part(heading, MarkedLines(("•", line) for line in lines))] if lines else []

    def _part(self, heading: str, content: QWidget) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.2 * line_height()))
        column.addWidget(PlainLabel(heading, Size.STRONG))
        column.addWidget(content)
        return part

    def _checked(self, page: ExercisePage) -> QWidget:
        count = plural("{n} source", "{n} sources", len(page.sources)).format(n=len(page.sources))
        words = self.tr("Checked {day} · {sources}").format(day=phrases.day(page.checked), sources=count)
        return PlainLabel(words, Size.SMALL, muted=True, wraps=True)

    def _sources(self, page: ExercisePage) -> tuple[FoldButton, ExerciseSources]:
        sources = ExerciseSources(page.sources)
        return FoldButton(self.tr("Where this comes from"), sources), sources


def _numbered(steps: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((f"{number}.", step) for number, step in enumerate(steps, start=1))
