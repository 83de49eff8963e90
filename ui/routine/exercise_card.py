"""How an exercise is done, and who had better not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.library.exercises import ExercisePage
from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size


class ExerciseCard(Card):
    """One exercise in words."""

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
        column.setSpacing(6)
        column.addWidget(PlainLabel(page.summary, wraps=True))
        for heading, lines in self._parts(page):
            if lines:
                column.addSpacing(6)
                column.addWidget(PlainLabel(heading, Size.STRONG))
                for line in lines:
                    column.addWidget(PlainLabel(line, wraps=True))
        column.addSpacing(6)
        column.addWidget(PlainLabel(self._sources(page), Size.SMALL, muted=True, wraps=True))
        self.body.replaceWidget(self._words, fresh)
        self._words.hide()
        self._words.deleteLater()
        self._words = fresh

    def _parts(self, page: ExercisePage) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Steps"), [f"{number}.  {step}" for number, step in enumerate(page.steps, start=1)]),
            (self.tr("Easier"), [page.easier] if page.easier else []),
            (self.tr("Harder"), [page.harder] if page.harder else []),
            (self.tr("Often goes wrong"), [f"•  {error}" for error in page.common_errors]),
            (self.tr("Not for you if"), [f"•  {reason}" for reason in page.not_for_you_if]),
            (self.tr("Good to know"), [page.note] if page.note else []),
        ]

    def _sources(self, page: ExercisePage) -> str:
        titles = "; ".join(source.title for source in page.sources)
        return self.tr("From: {titles}. Checked {day}.").format(titles=titles, day=phrases.day(page.checked))
