"""How a session was: effort and pain from 0 to 10 and a note, each of which may be left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.field import NoteField
from ui.widgets.label import PlainLabel, Size
from ui.widgets.score_row import ScoreRow


class SessionAnswers(QWidget):
    """Asks after a session. Whatever is entered, nothing here changes: the rule about pain is only text.

    Signals: `answered(dict)`, an answer to store by its name in `SessionFields`.
    """

    answered = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.effort = ScoreRow(self.tr("How hard was it?"), self.tr("no effort"), self.tr("all I could do"))
        self.pain = ScoreRow(
            self.tr("Pain while you did it"), self.tr("none"), self.tr("worst I can imagine")
        )
        self.note = NoteField(self.tr("A note, if you like"), lines=2)
        rule = self.tr(
            "One NHS-linked provider puts it like this, for pain from joints or an injury: 0 to 3, carry on. "
            "4 or 5 is fine if it settles within 24 hours. 6 or more: make the exercise easier, or leave it "
            "and try another day. If it stays worse for a few days, ask a physio."
        )
        first = self.tr("Your own physio’s rule comes first.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words, row in (
            (self.tr("How hard was it?"), self.effort),
            (self.tr("Pain while you did it"), self.pain),
        ):
            column.addWidget(PlainLabel(words, Size.STRONG))
            column.addWidget(row)
            column.addSpacing(8)
        column.addWidget(PlainLabel(rule, Size.SMALL, muted=True, wraps=True))
        column.addWidget(PlainLabel(first, Size.SMALL, wraps=True))
        column.addSpacing(8)
        column.addWidget(self.note)
        self.effort.answered.connect(self._on_effort)
        self.pain.answered.connect(self._on_pain)
        self.note.written.connect(self._on_note)

    def show_answers(self, effort: int | None, pain: int | None, note: str | None) -> None:
        """Show what is stored; what is being typed is left alone."""
        self.effort.show_score(effort)
        self.pain.show_score(pain)
        self.note.show_text(note or "")

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.note.flush()

    def _on_effort(self, score: int | None) -> None:
        self.answered.emit({"effort": score})

    def _on_pain(self, score: int | None) -> None:
        self.answered.emit({"pain_during": score})

    def _on_note(self, words: str) -> None:
        self.answered.emit({"note": words or None})
