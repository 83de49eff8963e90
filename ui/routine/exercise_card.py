"""How an exercise is done, and who had better not."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.library.exercises import ExercisePage
from legjournal.words import plural
from ui.routine.exercise_sources import ExerciseSources
from ui.widgets.card import Card
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size
from ui.widgets.marked import MarkedLines
from ui.widgets.measure import line_height


class ExerciseCard(Card):
    """One exercise: what it is, who had better not, how it is done, and where that comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How it is done"), "", parent)
        self._words = QWidget()
        self.body.addWidget(self._words)

    def show_exercise(self, page: ExercisePage) -> None:
        """Show an exercise in place of the last."""
        self.title.setText(page.name)
        self.setAccessibleName(page.name)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.6 * line_height()))
        for part in self._parts(page):
            column.addWidget(part)
        self.body.replaceWidget(self._words, fresh)
        self._words.hide()
        self._words.deleteLater()
        self._words = fresh

    def _parts(self, page: ExercisePage) -> list[QWidget]:
        steps = [(f"{number}.", step) for number, step in enumerate(page.steps, start=1)]
        fold, sources = self._sources(page)
        return [
            PlainLabel(page.summary, wraps=True),
            PlainLabel(self._needs(page), Size.SMALL, muted=True, wraps=True),
            self._caution(page),
            self._part(self.tr("Steps"), MarkedLines(steps)),
            *self._said(self.tr("In mind during the set"), page.cue),
            *self._said(self.tr("Easier"), page.easier),
            *self._said(self.tr("Harder"), page.harder),
            *self._listed(self.tr("Often goes wrong"), page.common_errors),
            *self._said(self.tr("Good to know"), page.note),
            self._checked(page),
            fold,
            sources,
        ]

    def _needs(self, page: ExercisePage) -> str:
        words = self.tr("You need: {things}.").format(things=page.equipment[0].lower() + page.equipment[1:])
        if page.side:
            words += " " + self.tr("“Left” and “right” mean {leg}.").format(leg=page.side)
        return words

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
